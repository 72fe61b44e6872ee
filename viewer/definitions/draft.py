"""A diagram from values that may still be wrong: what is unusable gets a stand-in, so that all checks can run.

The stand-ins never reach anyone: a definition with any problem is refused as a whole.
"""

from __future__ import annotations

from typing import Any

from viewer.model.diagram import (
    Compartment,
    Diagram,
    DiagramId,
    Direction,
    Edge,
    ElementId,
    Kind,
    Node,
    Relation,
)
from viewer.model.evidence import DocumentId, Evidence, Stance
from viewer.model.story import Ask, Step, StepQuote

_KINDS = {kind.value: kind for kind in Kind}
_RELATIONS = {relation.value: relation for relation in Relation}
_STANCES = {stance.value: stance for stance in Stance}
_DIRECTIONS = {direction.value: direction for direction in Direction}


def draft_diagram(value: Any, diagram: DiagramId) -> Diagram:
    """Return the diagram that values of the definition's form stand for; positions in lists stay as they are."""
    top = _mapping(value)
    compartments = tuple(
        Compartment(ElementId(name), _text(held, "label"), _element(held, "in"))
        for name, held in _elements(top, "compartments")
    )
    nodes = tuple(_node(name, held) for name, held in _elements(top, "nodes"))
    taken = {*(node.id for node in nodes), *(compartment.id for compartment in compartments)}
    return Diagram(
        diagram,
        _text(top, "title"),
        nodes,
        _edges([_mapping(item) for item in _list(top, "edges")], taken),
        compartments,
        tuple(_ids(row) for row in _list(top, "rows")),
        tuple(_step(_mapping(item)) for item in _list(top, "steps")),
        _text(top, "summary"),
        _DIRECTIONS.get(_text(top, "direction"), Direction.DOWN),
    )


def _node(name: str, held: dict[str, Any]) -> Node:
    opens = held.get("opens")
    return Node(
        ElementId(name),
        _text(held, "label"),
        _KINDS.get(_text(held, "kind"), Kind.PROCESS),
        _element(held, "in"),
        tuple(alias for alias in _list(held, "aliases") if isinstance(alias, str)),
        _text(held, "summary"),
        DiagramId(opens) if isinstance(opens, str) else None,
        _evidence(held),
    )


def _edges(items: list[dict[str, Any]], taken: set[ElementId]) -> tuple[Edge, ...]:
    """Build the edges. One without an id gets "source->target", with "#2", "#3" … where that is taken."""
    taken = taken | {ElementId(item["id"]) for item in items if isinstance(item.get("id"), str)}
    counts: dict[str, int] = {}
    edges: list[Edge] = []
    for item in items:
        source, target = _text(item, "source"), _text(item, "target")
        given = item.get("id")
        name = given if isinstance(given, str) else _free_id(f"{source}->{target}", taken, counts)
        relation = _RELATIONS.get(_text(item, "relation"), Relation.ACTIVATES)
        edges.append(
            Edge(
                ElementId(name),
                ElementId(source),
                ElementId(target),
                relation,
                _text(item, "label") or relation.verb,
                _text(item, "summary"),
                _evidence(item),
            )
        )
    return tuple(edges)


def _free_id(base: str, taken: set[ElementId], counts: dict[str, int]) -> str:
    count = counts.get(base, 0) + 1
    while (name := base if count == 1 else f"{base}#{count}") in taken:
        count += 1
    counts[base] = count
    return name


def _step(held: dict[str, Any]) -> Step:
    quote, ask = held.get("quote"), held.get("ask")
    return Step(
        _text(held, "title"),
        _ids(held.get("show")),
        _ids(held.get("hide")),
        _ids(held.get("focus")),
        _text(held, "caption"),
        _text(held, "notes"),
        StepQuote(DocumentId(_text(quote, "document")), _text(quote, "quote")) if isinstance(quote, dict) else None,
        _ask(ask) if isinstance(ask, dict) else None,
    )


def _ask(held: dict[str, Any]) -> Ask:
    answer, seconds = held.get("answer"), held.get("seconds")
    return Ask(
        _text(held, "question"),
        tuple(choice if isinstance(choice, str) else "" for choice in _list(held, "choices")),
        answer if isinstance(answer, int) else None,
        _element(held, "hides"),
        seconds if isinstance(seconds, int) else None,
    )


def _evidence(held: dict[str, Any]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(
            DocumentId(_text(item, "document")),
            _text(item, "quote"),
            _STANCES.get(_text(item, "stance"), Stance.SUPPORTS),
            _text(item, "note"),
        )
        for item in map(_mapping, _list(held, "evidence"))
    )


def _elements(top: dict[str, Any], key: str) -> list[tuple[str, dict[str, Any]]]:
    return [(name, _mapping(held)) for name, held in _mapping(top.get(key)).items()]


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(held: dict[str, Any], key: str) -> list[Any]:
    value = held.get(key)
    return value if isinstance(value, list) else []


def _ids(value: Any) -> tuple[ElementId, ...]:
    items = value if isinstance(value, list) else []
    return tuple(ElementId(item if isinstance(item, str) else "") for item in items)


def _text(held: dict[str, Any], key: str) -> str:
    value = held.get(key)
    return value if isinstance(value, str) else ""


def _element(held: dict[str, Any], key: str) -> ElementId | None:
    value = held.get(key)
    return ElementId(value) if isinstance(value, str) else None
