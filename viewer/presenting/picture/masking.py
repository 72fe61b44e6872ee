"""A diagram with some of its names and signs taken out, before anything draws, speaks or searches it.

The picture, tool tips, spoken names and search all work on the masked copy: what waits for an answer is nowhere.
"""

from __future__ import annotations

from dataclasses import replace
from math import hypot
from typing import TYPE_CHECKING

from viewer.layout.geometry import Box, Point
from viewer.model.diagram import Edge, Kind, Relation
from viewer.scene.ink.curves import middle_of

if TYPE_CHECKING:
    from viewer.layout.geometry import EdgePlace, Layout, NodePlace
    from viewer.model.diagram import Diagram, ElementId, Node

UNKNOWN = "?"
_WIDTH, _HEIGHT = 64.0, 36.0  # of a masked node: one size for all, because a word's width tells the word
_AT_SOURCE, _AT_TARGET = 3.0, 5.0  # how far from a box an arrow begins and ends


def masked(diagram: Diagram, layout: Layout, hidden: frozenset[ElementId]) -> tuple[Diagram, Layout]:
    """Return the diagram and its layout without the names of hidden nodes and the signs of hidden arrows.

    A hidden node is a small box with a question mark; a hidden arrow is a plain line. Steps are left out: they tell.
    Positions stay, and so does everything that is not hidden.
    """
    if not hidden:
        return diagram, layout
    drawn = replace(
        diagram,
        # What is said of one element often names another: while anything waits, nothing is said.
        nodes=tuple((_node(node) if node.id in hidden else node)._replace(summary="") for node in diagram.nodes),
        edges=tuple((_edge(edge) if edge.id in hidden else edge)._replace(summary="") for edge in diagram.edges),
        steps=(),
        summary="",
    )
    placed = replace(
        layout,
        nodes={name: _node_place(place) if name in hidden else place for name, place in layout.nodes.items()},
        edges={name: _edge_place(diagram, layout, place, hidden) for name, place in layout.edges.items()},
    )
    return drawn, placed


def either(hidden: Layout, told: Layout) -> Layout:
    """Return a layout in which every node has the room that it takes masked and the one that it takes named."""
    nodes = {}
    for name, place in told.nodes.items():
        masked_box = hidden.nodes[name].box
        nodes[name] = place if masked_box == place.box else place._replace(box=place.box.united(masked_box))
    return replace(told, nodes=nodes)


def _node(node: Node) -> Node:
    return node._replace(label=UNKNOWN, kind=Kind.FACTOR, aliases=(), summary="", opens=None, evidence=())


def _edge(edge: Edge) -> Edge:
    return edge._replace(relation=Relation.LEADS_TO, label=UNKNOWN, summary="", evidence=())


def _node_place(place: NodePlace) -> NodePlace:
    middle = place.box.centre
    box = Box(middle.x - _WIDTH / 2, middle.y - _HEIGHT / 2, _WIDTH, _HEIGHT)
    return place._replace(box=box, lines=(UNKNOWN,), tag=Box(box.x, box.y, 0, 0))


def _edge_place(diagram: Diagram, layout: Layout, place: EdgePlace, hidden: frozenset[ElementId]) -> EdgePlace:
    edge = diagram.elements[place.id]
    if not isinstance(edge, Edge) or not place.path:
        return place
    path = place.path
    # An arrow that ended where the word's box did would tell how long the word is.
    if edge.source in hidden and edge.source in layout.nodes:
        path = _begun(path, layout.nodes[edge.source].box.centre, _AT_SOURCE)
    if edge.target in hidden and edge.target in layout.nodes:
        path = _begun(path[::-1], layout.nodes[edge.target].box.centre, _AT_TARGET)[::-1]
    if place.id not in hidden:
        return place._replace(path=path)
    badge = place.badge or middle_of(place.path)
    return place._replace(path=path, badge=badge, label=Box(badge.x, badge.y, 0, 0), lines=())


def _begun(path: tuple[Point, ...], middle: Point, gap: float) -> tuple[Point, ...]:
    """Return a way that begins ``gap`` from the box of a hidden node: led on towards its middle, or cut short."""
    away, high = path[0].x - middle.x, path[0].y - middle.y
    reaches = [half / abs(side) for half, side in ((_WIDTH / 2, away), (_HEIGHT / 2, high)) if side]
    share = (min(reaches, default=1.0)) * (1 + gap / max(hypot(away, high) * min(reaches, default=1.0), 1.0))
    rim = Point(middle.x + share * away, middle.y + share * high)
    if share < 1:
        return (*_straight(rim, path[0]), *path[1:])
    moved = Point(path[1].x + rim.x - path[0].x, path[1].y + rim.y - path[0].y)
    return (rim, moved, *path[2:])


def _straight(start: Point, end: Point) -> tuple[Point, Point, Point, Point]:
    third = Point((end.x - start.x) / 3, (end.y - start.y) / 3)
    return start, Point(start.x + third.x, start.y + third.y), Point(end.x - third.x, end.y - third.y), end
