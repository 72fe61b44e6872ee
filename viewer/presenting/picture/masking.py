"""A diagram with some of its names and signs taken out, before anything draws, speaks or searches it.

The picture, tool tips, spoken names and search all work on the masked copy: what waits for an answer is nowhere.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from viewer.layout.geometry import Box
from viewer.model.diagram import Kind, Relation
from viewer.scene.ink.curves import middle_of

if TYPE_CHECKING:
    from viewer.layout.geometry import EdgePlace, Layout, NodePlace
    from viewer.model.diagram import Diagram, Edge, ElementId, Node

UNKNOWN = "?"
_WIDTH = 64.0  # of a masked node: one size for all, because a word's width tells the word


def masked(diagram: Diagram, layout: Layout, hidden: frozenset[ElementId]) -> tuple[Diagram, Layout]:
    """Return the diagram and its layout without the names of hidden nodes and the signs of hidden arrows.

    A hidden node is a small box with a question mark; a hidden arrow is a plain line. Steps are left out: they tell.
    Positions stay, and so does everything that is not hidden.
    """
    if not hidden:
        return diagram, layout
    drawn = replace(
        diagram,
        nodes=tuple(_node(node) if node.id in hidden else node for node in diagram.nodes),
        edges=tuple(_edge(edge) if edge.id in hidden else edge for edge in diagram.edges),
        steps=(),
        summary="",
    )
    placed = replace(
        layout,
        nodes={name: _node_place(place) if name in hidden else place for name, place in layout.nodes.items()},
        edges={name: _edge_place(place) if name in hidden else place for name, place in layout.edges.items()},
    )
    return drawn, placed


def _node(node: Node) -> Node:
    return node._replace(label=UNKNOWN, kind=Kind.FACTOR, aliases=(), summary="", opens=None, evidence=())


def _edge(edge: Edge) -> Edge:
    return edge._replace(relation=Relation.LEADS_TO, label=UNKNOWN, summary="", evidence=())


def _node_place(place: NodePlace) -> NodePlace:
    middle = place.box.centre
    height = 36.0
    box = Box(middle.x - _WIDTH / 2, middle.y - height / 2, _WIDTH, height)
    return place._replace(box=box, lines=(UNKNOWN,), tag=Box(box.x, box.y, 0, 0))


def _edge_place(place: EdgePlace) -> EdgePlace:
    badge = place.badge or middle_of(place.path)
    return place._replace(badge=badge, label=Box(badge.x, badge.y, 0, 0), lines=())
