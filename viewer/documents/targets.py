"""From an element of a diagram to what is asked of the documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.model.diagram import Edge, Node
from viewer.model.evidence import Target

if TYPE_CHECKING:
    from viewer.model.diagram import Diagram, ElementId


def targets_of(diagram: Diagram) -> tuple[Target, ...]:
    """Return what to ask for every node, then every edge, in the diagram's order."""
    nodes = [_of_node(node) for node in diagram.nodes]
    return (*nodes, *(_of_edge(diagram, edge) for edge in diagram.edges))


def target_of(diagram: Diagram, element: ElementId) -> Target | None:
    """Return what to ask for one element; None for a compartment, and for an id that the diagram lacks."""
    match diagram.elements.get(element):
        case Node() as node:
            return _of_node(node)
        case Edge() as edge:
            return _of_edge(diagram, edge)
        case _:
            return None


def _of_node(node: Node) -> Target:
    return Target(node.id, "node", node.label, (node.label, *node.aliases), evidence=node.evidence)


def _of_edge(diagram: Diagram, edge: Edge) -> Target:
    source, target = diagram.node(edge.source), diagram.node(edge.target)
    return Target(
        edge.id,
        "edge",
        diagram.sentence(edge),
        (source.label, *source.aliases),
        (target.label, *target.aliases),
        edge.label,
        edge.relation.value,
        edge.evidence,
    )
