"""Writes a story into a definition's text: appended, with all that was there kept as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.definitions.reader import parse_definition
from viewer.errors import DiagramError, Problem
from viewer.model.diagram import DiagramId

if TYPE_CHECKING:
    from collections.abc import Iterable

    from viewer.model.story import Step


def with_story(content: bytes, steps: Iterable[Step], file: str) -> bytes:
    """Return a definition's bytes with a story behind them.

    Raises DiagramError when the text has steps already, or would not read as the same diagram afterwards.
    """
    steps = tuple(steps)
    name = DiagramId("story")
    before = parse_definition(content, name, file).diagram
    if before.steps:
        raise DiagramError((Problem(file, 0, 0, "The definition has steps already.", "Change them in the file."),))
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    text = content.decode(encoding)
    line = "\r\n" if "\r\n" in text else "\n"
    block = steps_text(steps).replace("\n", line)
    lead = "" if text.endswith(("\n", "\r")) else line
    whole = text + lead + block
    after = whole.encode(encoding) if encoding != "utf-8" else content + (lead + block).encode()
    try:
        read = parse_definition(after, name, file).diagram
    except DiagramError as error:
        raise _unfit(file) from error
    if (read.nodes, read.edges, read.compartments, read.steps) != (
        before.nodes,
        before.edges,
        before.compartments,
        steps,
    ):
        raise _unfit(file)
    return after


def steps_text(steps: Iterable[Step]) -> str:
    """Return steps as the YAML of a definition."""
    import yaml

    listed = []
    for step in steps:
        written: dict[str, object] = {"title": step.title}
        for key in ("show", "hide", "focus"):
            ids = getattr(step, key)
            if ids:
                written[key] = [str(element) for element in ids]
        for key in ("caption", "notes"):
            words = getattr(step, key)
            if words:
                written[key] = words
        listed.append(written)
    return yaml.safe_dump({"steps": listed}, sort_keys=False, allow_unicode=True, default_flow_style=None, width=110)


def _unfit(file: str) -> DiagramError:
    text = "A story cannot be written behind this text."
    return DiagramError((Problem(file, 0, 0, text, "Write the definition as plain block YAML, then try again."),))
