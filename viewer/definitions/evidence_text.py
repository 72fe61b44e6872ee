"""Writes evidence into a definition's text: comments, order and form of all that was there stay as they are.

Nothing is written anew. Each element's evidence is put in where its last value ends, in the form that the text around
it has; afterwards the whole is read again, and must be the same diagram with that evidence and nothing else.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from viewer.definitions.reader import parse_definition
from viewer.definitions.yaml_places import end_of, uses_of, value_of
from viewer.definitions.yaml_wording import decoded
from viewer.errors import DiagramError, Problem
from viewer.model.diagram import Diagram, DiagramId, Edge, ElementId, Node
from viewer.model.naming import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from viewer.model.evidence import Evidence

_WIDTH = 110
_ENDLESS = 1 << 30


class _Insertion(NamedTuple):
    at: int
    text: str


def with_evidence(content: bytes, additions: Mapping[ElementId, Sequence[Evidence]], file: str) -> bytes:
    """Return a definition's bytes with evidence added to its nodes and edges; what stands there already is left out.

    Raises DiagramError when the text is wrong, when an element is not in it, or when it is written in a way that
    leaves no place for evidence of its own, as an alias does.
    """
    before = parse_definition(content, DiagramId("copy"), file).diagram
    fresh = {element: _fresh(before, element, items) for element, items in additions.items()}
    fresh = {element: items for element, items in fresh.items() if items}
    if not fresh:
        return content
    utf16 = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    plain = decoded(content, file)
    if isinstance(plain, Problem):
        raise DiagramError((plain,))
    text = plain.decode("utf-8")
    places = _Places(text, before, file)
    written = _inserted(text, [places.insertion(element, items) for element, items in fresh.items()])
    mark = content[: len(content) - len(plain)]
    after = written.encode("utf-16") if utf16 else mark + written.encode("utf-8")
    try:
        read = parse_definition(after, DiagramId("copy"), file).diagram
    except DiagramError as error:
        raise _unfit(file) from error
    if read != _expected(before, fresh):
        raise _unfit(file)
    return after


def evidence_yaml(items: Sequence[Evidence]) -> str:
    """Return evidence as the YAML of one element, to be pasted under it."""
    return "evidence:\n" + _block(items, 2)


def _fresh(diagram: Diagram, element: ElementId, items: Sequence[Evidence]) -> tuple[Evidence, ...]:
    found = diagram.elements.get(element)
    there = found.evidence if isinstance(found, Node | Edge) else ()
    same = {(item.document, item.quote, item.stance) for item in there}
    return tuple(item for item in items if (item.document, item.quote, item.stance) not in same)


def _expected(diagram: Diagram, additions: Mapping[ElementId, tuple[Evidence, ...]]) -> Diagram:
    return replace(
        diagram,
        nodes=tuple(node._replace(evidence=node.evidence + additions.get(node.id, ())) for node in diagram.nodes),
        edges=tuple(edge._replace(evidence=edge.evidence + additions.get(edge.id, ())) for edge in diagram.edges),
    )


class _Places:
    """Where evidence goes in one text."""

    def __init__(self, text: str, diagram: Diagram, file: str) -> None:
        import yaml

        self._text, self._diagram, self._file = text, diagram, file
        self._root = yaml.compose(text, Loader=yaml.SafeLoader)
        self._used = uses_of(self._root)

    def insertion(self, element: ElementId, items: Sequence[Evidence]) -> _Insertion:
        """Return what goes where; DiagramError when there is no place."""
        group = self._group(element)
        held = self._held(group, element)
        if held is None:
            raise DiagramError((Problem(self._file, 0, 0, f"The definition has no element {quoted(element)}."),))
        evidence = value_of(held, "evidence")
        if any(self._used.get(id(part), 0) > 1 for part in (group, held, evidence)):
            raise self._shared(element, held)
        if evidence is None:
            if held.flow_style:
                return _Insertion(end_of(held.value[-1][1]), f", evidence: [{_flow(items)}]")
            column = held.start_mark.column
            return self._below(end_of(held), f"{' ' * column}evidence:\n{_block(items, column + 2)}")
        if not evidence.flow_style:
            return self._below(end_of(evidence), _block(items, evidence.start_mark.column))
        if evidence.value:
            return _Insertion(end_of(evidence.value[-1]), f", {_flow(items)}")
        return _Insertion(evidence.start_mark.index + 1, _flow(items))

    def _group(self, element: ElementId) -> Any:
        return value_of(self._root, "nodes" if isinstance(self._diagram.elements.get(element), Node) else "edges")

    def _held(self, group: Any, element: ElementId) -> Any:
        """Return the YAML mapping of a node or an edge."""
        if group is None:
            return None
        if isinstance(self._diagram.elements.get(element), Node):
            return value_of(group, element)
        place = next((place for place, edge in enumerate(self._diagram.edges) if edge.id == element), None)
        return None if place is None else group.value[place]

    def _below(self, at: int, block: str) -> _Insertion:
        """Put a block below the line that ends a value, and the remark behind it."""
        text = self._text
        newline = "\r\n" if "\r\n" in text else "\n"
        block = block.replace("\n", newline)
        if text[at - 1 : at] == "\n":
            return _Insertion(at, block)
        end = text.find("\n", at)
        return _Insertion(len(text), newline + block) if end < 0 else _Insertion(end + 1, block)

    def _shared(self, element: ElementId, held: Any) -> DiagramError:
        text = f"The element {quoted(element)} is written by an alias: it has no place for evidence of its own."
        place = (held.start_mark.line + 1, held.start_mark.column + 1)
        return DiagramError((Problem(self._file, *place, text, "Write it out, then try again."),))


def _flow(items: Sequence[Evidence]) -> str:
    return ", ".join(_dumped(_written(item), flow=True, width=_ENDLESS).strip() for item in items)


def _block(items: Sequence[Evidence], indent: int) -> str:
    dumped = _dumped([_written(item) for item in items], flow=False, width=max(40, _WIDTH - indent))
    lines = dumped.removesuffix("\n").split("\n")
    return "".join(f"{' ' * indent}{line}\n" if line else "\n" for line in lines)


def _dumped(value: object, *, flow: bool, width: int) -> str:
    import yaml

    class Dumper(yaml.SafeDumper):
        """Writes text of several lines in double quotes, where a line's end is seen."""

    def text(dumper: Any, written: str) -> Any:
        odd = any(not sign.isprintable() for sign in written)
        return dumper.represent_scalar("tag:yaml.org,2002:str", written, style='"' if odd else None)

    Dumper.add_representer(str, text)
    dumped: str = yaml.dump(
        value, Dumper=Dumper, sort_keys=False, allow_unicode=True, default_flow_style=flow, width=width
    )
    return dumped


def _written(item: Evidence) -> dict[str, str]:
    written = {"document": str(item.document), "quote": item.quote, "stance": item.stance.value}
    return written | ({"note": item.note} if item.note else {})


def _inserted(text: str, insertions: Sequence[_Insertion]) -> str:
    for at, words in sorted(insertions, reverse=True):
        text = text[:at] + words + text[at:]
    return text


def _unfit(file: str) -> DiagramError:
    text = "Evidence cannot be written into this text."
    return DiagramError((Problem(file, 0, 0, text, "Write the definition as plain block YAML, then try again."),))
