"""Small diagrams for tests: name what matters, the rest is filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from collections.abc import Iterable

    from viewer.model.evidence import Evidence
    from viewer.model.story import Step


def a_node(
    name: str = "a",
    *,
    label: str | None = None,
    kind: Kind = Kind.PROCESS,
    compartment: str | None = None,
    aliases: tuple[str, ...] = (),
    summary: str = "",
    opens: str | None = None,
    evidence: tuple[Evidence, ...] = (),
) -> Node:
    """A node whose label is its id, unless said otherwise."""
    return Node(
        ElementId(name),
        name if label is None else label,
        kind,
        None if compartment is None else ElementId(compartment),
        aliases,
        summary,
        None if opens is None else DiagramId(opens),
        evidence,
    )


def an_edge(
    source: str = "a",
    target: str = "b",
    relation: Relation = Relation.ACTIVATES,
    *,
    name: str | None = None,
    label: str | None = None,
    summary: str = "",
    evidence: tuple[Evidence, ...] = (),
) -> Edge:
    """An edge with its default id and the relation's own verb, unless said otherwise."""
    return Edge(
        ElementId(f"{source}->{target}" if name is None else name),
        ElementId(source),
        ElementId(target),
        relation,
        relation.verb if label is None else label,
        summary,
        evidence,
    )


def a_compartment(name: str = "cell", *, label: str | None = None, parent: str | None = None) -> Compartment:
    """A compartment whose label is its id, unless said otherwise."""
    return Compartment(
        ElementId(name), name if label is None else label, None if parent is None else ElementId(parent)
    )


def a_diagram(
    nodes: Iterable[Node | str] = ("a", "b"),
    edges: Iterable[Edge | tuple[str, str]] = (),
    *,
    compartments: Iterable[Compartment | str] = (),
    rows: Iterable[Iterable[str]] = (),
    steps: Iterable[Step] = (),
    name: str = "sample",
    title: str = "Sample",
    summary: str = "",
    direction: Direction = Direction.DOWN,
) -> Diagram:
    """A diagram; nodes and compartments may be given by their ids, edges by their two ends."""
    return Diagram(
        DiagramId(name),
        title,
        tuple(a_node(node) if isinstance(node, str) else node for node in nodes),
        tuple(edge if isinstance(edge, Edge) else an_edge(*edge) for edge in edges),
        tuple(a_compartment(item) if isinstance(item, str) else item for item in compartments),
        tuple(tuple(ElementId(node) for node in row) for row in rows),
        tuple(steps),
        summary,
        direction,
    )
