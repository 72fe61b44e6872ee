"""Writes a changed lesson into its own text: what was not changed keeps its form, its comments and its place.

Diagrams move with the comments above them. Afterwards the whole is read again, and must be the changed lesson.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from viewer.definitions.lesson import Lesson, Part, parse_lesson
from viewer.definitions.yaml_places import end_of, uses_of, value_of
from viewer.definitions.yaml_wording import decoded
from viewer.errors import DiagramError, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

_DASH = re.compile(r"[ \t]*-[ \t]+$")
_ENDLESS = 1 << 30


class _Edit(NamedTuple):
    start: int
    end: int
    words: str


def with_lesson(content: bytes, lesson: Lesson, file: str) -> bytes | None:
    """Return a lesson's bytes changed to another lesson; None where its text leaves no place for the changes."""
    import yaml

    plain = decoded(content, file)
    if isinstance(plain, Problem):
        return None
    text = plain.decode("utf-8")
    known = {str(part.diagram) for part in lesson.parts}
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        if not isinstance(root, yaml.MappingNode) or max(uses_of(root).values()) > 1:
            return None
        known |= {node.value for node in _scalars(root)}
        before = parse_lesson(plain, file, known)
        written = _Text(text, root, before).changed(_told(lesson))
        if written is None or _told(parse_lesson(written.encode(), file, known)) != _told(lesson):
            return None
    except (DiagramError, yaml.YAMLError):
        return None
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return written.encode("utf-16")
    return content[: len(content) - len(plain)] + written.encode("utf-8")


class _Text:
    """A lesson's text, the nodes of its parts, and what it says."""

    def __init__(self, text: str, root: Any, lesson: Lesson) -> None:
        self._text, self._root, self._lesson = text, root, _told(lesson)
        self._newline = "\r\n" if "\r\n" in text else "\n"
        self._items: list[Any] = value_of(root, "diagrams").value

    def changed(self, lesson: Lesson) -> str | None:
        """Return the text of another lesson."""
        edits: list[_Edit] = []
        title, listed = value_of(self._root, "title"), value_of(self._root, "diagrams")
        if lesson.title != self._lesson.title:
            edits.append(_Edit(title.start_mark.index, title.end_mark.index, _flow(lesson.title)))
        if lesson.parts != self._lesson.parts:
            if listed.flow_style:
                words = _flow([_plain(part) for part in lesson.parts])
                edits.append(_Edit(listed.start_mark.index, listed.end_mark.index, words))
            else:
                chunks = self._chunks()
                if chunks is None:
                    return None
                begin, end = chunks[0][0], chunks[-1][1]
                edits.append(_Edit(begin, end, self._listed(lesson.parts, chunks)))
        return _edited(self._text, edits)

    def _chunks(self) -> list[tuple[int, int]] | None:
        """Return where each diagram's lines begin and end, the comments above it with it."""
        found: list[tuple[int, int]] = []
        begin = self._line_end(self._key_end("diagrams"))
        for item in self._items:
            start = item.start_mark.index
            if not _DASH.match(self._text[self._text.rfind("\n", 0, start) + 1 : start]):
                return None
            end = self._line_end(end_of(item))
            found.append((begin, end))
            begin = end
        return found

    def _key_end(self, name: str) -> int:
        return next(int(key.end_mark.index) for key, _ in self._root.value if key.value == name)

    def _line_end(self, at: int) -> int:
        """Return where the line after the one at a place begins."""
        if self._text[at - 1 : at] == "\n":
            return at
        end = self._text.find("\n", at)
        return len(self._text) if end < 0 else end + 1

    def _listed(self, parts: Sequence[Part], chunks: list[tuple[int, int]]) -> str:
        """Return the lines of the diagrams in their new order: their own where they were there before."""
        left = list(range(len(self._items)))
        taken: dict[int, int] = {}
        for alike in (self._same, self._like):
            for place, part in enumerate(parts):
                own = next((old for old in left if alike(old, part)), None) if place not in taken else None
                if own is not None:
                    taken[place] = own
                    left.remove(own)
        lines = []
        for place, part in enumerate(parts):
            old = taken.get(place)
            if old is None:
                lines.append(self._fresh(part))
                continue
            begin, end = chunks[old]
            edits = [] if self._same(old, part) else self._within(self._items[old], self._lesson.parts[old], part)
            moved = [edit._replace(start=edit.start - begin, end=edit.end - begin) for edit in edits]
            words = _edited(self._text[begin:end], moved)
            lines.append(words if words.endswith("\n") else words + self._newline)
        return "".join(lines)

    def _same(self, old: int, part: Part) -> bool:
        return self._lesson.parts[old] == part

    def _like(self, old: int, part: Part) -> bool:
        return self._lesson.parts[old].diagram == part.diagram

    def _fresh(self, part: Part) -> str:
        first = self._items[0].start_mark.index
        line = self._text[self._text.rfind("\n", 0, first) + 1 : first]
        plain = _plain(part)
        entries = [plain] if isinstance(plain, str) else [f"{key}: {_flow(value)}" for key, value in plain.items()]
        if isinstance(plain, str):
            entries = [_flow(plain)]
        return "".join(f"{' ' * len(line) if at else line}{entry}{self._newline}" for at, entry in enumerate(entries))

    def _within(self, item: Any, before: Part, part: Part) -> list[_Edit]:
        """Return what makes one diagram's lines say something else of the same diagram."""
        plain = _plain(part)
        if not isinstance(item.value, list):
            words = _flow(str(part.diagram))
            place = item.start_mark.index
            if isinstance(plain, str):
                return []
            edits = [_Edit(place, item.end_mark.index, f"diagram: {words}")]
            return [*edits, *self._added(item, item.start_mark.column, self._others(plain))]
        if item.flow_style:
            return [_Edit(item.start_mark.index, item.end_mark.index, _flow(plain))]
        others = {} if isinstance(plain, str) else self._others(plain)
        edits = []
        if before.captions != part.captions and before.captions and part.captions:
            captions = value_of(item, "captions")
            if not captions.flow_style:
                edits += self._entries(captions, {str(step): words for step, words in part.captions})
                others.pop("captions")
                kept = {"steps": others["steps"]} if "steps" in others else {}
                return [*edits, *self._entries(item, {"diagram": None, "captions": None, **kept})]
        same = {
            key: None
            for key, unchanged in (
                ("steps", before.steps == part.steps),
                ("captions", before.captions == part.captions),
            )
            if unchanged and key in others
        }
        return [*edits, *self._entries(item, {"diagram": None, **others, **same})]

    def _others(self, plain: dict[str, object]) -> dict[str, object]:
        return {key: value for key, value in plain.items() if key != "diagram"}

    def _entries(self, mapping: Any, wanted: dict[str, object]) -> list[_Edit]:
        """Return what makes a block mapping hold these values; None stands for the one that is there."""
        names = [str(int(key.value)) if key.value.isdecimal() else str(key.value) for key, _ in mapping.value]
        begin = mapping.value[0][0].start_mark.index
        edits: list[_Edit] = []
        first = 0
        if self._text[self._text.rfind("\n", 0, begin) + 1 : begin].strip():
            first = next((at for at, name in enumerate(names) if name in wanted), 0)
        if first:
            # The first key stands behind the dash: the first that stays goes there.
            begin, end = (mapping.value[at][0].start_mark.index for at in (0, first))
            edits.append(_Edit(begin, end, ""))
        for name, (key, value) in list(zip(names, mapping.value, strict=True))[first:]:
            if name not in wanted:
                start = self._text.rfind("\n", 0, key.start_mark.index) + 1
                edits.append(_Edit(start, self._line_end(end_of(value)), ""))
            elif wanted[name] is not None and value.value != wanted[name]:
                edits.append(_Edit(value.start_mark.index, end_of(value), _flow(wanted[name])))
        fresh = {name: value for name, value in wanted.items() if name not in names and value is not None}
        return [*edits, *self._added(mapping, mapping.value[0][0].start_mark.column, fresh)]

    def _added(self, node: Any, column: int, entries: dict[str, object]) -> list[_Edit]:
        at = self._line_end(end_of(node))
        lead = "" if self._text[at - 1 : at] == "\n" else self._newline
        words = "".join(f"{' ' * column}{key}: {_flow(value)}{self._newline}" for key, value in entries.items())
        return [_Edit(at, at, lead + words)] if words else []


def _told(lesson: Lesson) -> Lesson:
    """Return a lesson with captions by their steps: their order in the text says nothing."""
    return lesson._replace(parts=tuple(part._replace(captions=tuple(sorted(part.captions))) for part in lesson.parts))


def _plain(part: Part) -> str | dict[str, object]:
    """Return a part as YAML has it."""
    if not part.steps and not part.captions:
        return str(part.diagram)
    steps = {"steps": list(part.steps)} if part.steps else {}
    return {"diagram": str(part.diagram), **steps, **({"captions": dict(part.captions)} if part.captions else {})}


def _flow(value: object) -> str:
    import yaml

    dumped: str = yaml.safe_dump(value, sort_keys=False, allow_unicode=True, default_flow_style=True, width=_ENDLESS)
    return dumped.removesuffix("\n").removesuffix("\n...")


def _edited(text: str, edits: Sequence[_Edit]) -> str:
    for start, end, words in sorted(edits, reverse=True):
        text = text[:start] + words + text[end:]
    return text


def _scalars(root: Any) -> list[Any]:
    found: list[Any] = []
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if not isinstance(node.value, list):
            found.append(node)
            continue
        for one in node.value:
            waiting += one if isinstance(one, tuple) else (one,)
    return found
