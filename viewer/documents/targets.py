"""From an element of a diagram to what is asked of the documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.model.diagram import Edge, Node
from viewer.model.evidence import Target

if TYPE_CHECKING:
    from collections.abc import Mapping

    from viewer.model.diagram import Diagram, ElementId


def targets_of(diagram: Diagram) -> tuple[Target, ...]:
    """Return what to ask for every node, then every edge, in the diagram's order."""
    known = diagram.names
    nodes = [_of_node(node, known) for node in diagram.nodes]
    return (*nodes, *(_of_edge(diagram, edge, known) for edge in diagram.edges))


def target_of(diagram: Diagram, element: ElementId) -> Target | None:
    """Return what to ask for one element; None for a compartment, and for an id that the diagram lacks."""
    match diagram.elements.get(element):
        case Node() as node:
            return _of_node(node, diagram.names)
        case Edge() as edge:
            return _of_edge(diagram, edge, diagram.names)
        case _:
            return None


def _taken(own: tuple[str, ...], known: Mapping[str, str]) -> tuple[str, ...]:
    """Return the known names that are part of one's own or hold one of them, in a lasting order."""
    mine = [name.casefold() for name in own]
    whole = "\n".join(mine)
    taken = [name for name, low in known.items() if low in whole or any(one in low for one in mine)]
    return tuple(sorted(name for name in taken if name not in own))


def _of_node(node: Node, known: Mapping[str, str]) -> Target:
    names = (node.label, *node.aliases)
    return Target(node.id, "node", node.label, names, evidence=node.evidence, taken=_taken(names, known))


def _of_edge(diagram: Diagram, edge: Edge, known: Mapping[str, str]) -> Target:
    source, target = diagram.node(edge.source), diagram.node(edge.target)
    names, others = (source.label, *source.aliases), (target.label, *target.aliases)
    # One end's name may be taken by the other end, so each is looked at by itself.
    taken = {*_taken(names, known), *_taken(others, known)}
    return Target(
        edge.id,
        "edge",
        diagram.sentence(edge),
        names,
        others,
        edge.label,
        edge.relation.value,
        edge.evidence,
        tuple(sorted(taken)),
    )
