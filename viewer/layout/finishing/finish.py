"""From raw geometry to a layout: every step in its order, each giving way to what was placed before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.layout.finishing.borders import cleared
from viewer.layout.finishing.compartments import group_boxes, place_titles
from viewer.layout.finishing.signs import Room, Sign, place_signs
from viewer.layout.finishing.snapping import snapped
from viewer.layout.finishing.tags import place_tags
from viewer.layout.geometry import Box, EdgePlace, GroupPlace, Layout, NodePlace
from viewer.layout.plan import BADGE_RADIUS
from viewer.layout.ways.alive import always
from viewer.layout.ways.arrows import arrows
from viewer.layout.ways.curves import polyline
from viewer.layout.ways.grid import BoxGrid, LineGrid

if TYPE_CHECKING:
    from viewer.layout.plan import Plan
    from viewer.layout.raw import Raw
    from viewer.layout.ways.alive import Alive
    from viewer.layout.ways.curves import Way

_EDGE_INK = 10.0  # half of the widest head, with its line
_NODE_INK = 6.0  # a border and the ring of the selection


def finished(
    plan: Plan,
    raw: Raw,
    engine: str,
    warnings: tuple[str, ...] = (),
    alive: Alive = always,
    *,
    even: bool = False,
) -> Layout:
    """Return the layout that is drawn, ``even`` with smoother arrows. ``alive`` may raise to stop the work."""
    # 1. The boxes, of our sizes at the engine's middles.
    boxes = tuple(
        Box(at.x - node.width / 2, at.y - node.height / 2, node.width, node.height)
        for node, at in zip(plan.nodes, raw.nodes, strict=True)
    )
    groups = group_boxes(plan, raw, boxes)
    # 2. The arrows, which titles, tags and signs then keep clear of.
    ways = arrows(plan, raw, boxes, groups, even=even, alive=alive)
    lines = LineGrid()
    for number, way in enumerate(ways):
        lines.add(polyline(way), number)
    alive()
    groups = snapped(plan, cleared(plan, groups, boxes, lines), boxes, lines)
    taken = BoxGrid()
    for number, box in enumerate(boxes):
        taken.add(box, number)
    titles = place_titles(plan, raw, groups, taken, lines)
    tags = place_tags(plan, boxes, taken, lines)
    signs = place_signs(plan, ways, Room(taken, _grid(tags), lines, _borders(groups)), alive)
    # 3. The page around all of it.
    places = [
        EdgePlace(edge.id, way, sign.badge, sign.label, edge.lines)
        for edge, way, sign in zip(plan.edges, ways, signs, strict=True)
    ]
    return Layout(
        _bounds(boxes, tags, groups, titles, ways, signs),
        {
            node.id: NodePlace(node.id, box, node.lines, tag)
            for node, box, tag in zip(plan.nodes, boxes, tags, strict=True)
        },
        {place.id: place for place in places},
        {
            group.id: GroupPlace(group.id, box, title, group.lines)
            for group, box, title in zip(plan.groups, groups, titles, strict=True)
        },
        engine,
        warnings,
    )


def _grid(boxes: list[Box]) -> BoxGrid:
    grid = BoxGrid()
    for number, box in enumerate(boxes):
        grid.add(box, number)
    return grid


def _borders(groups: list[Box]) -> BoxGrid:
    """Return the four sides of every compartment as thin boxes."""
    grid = BoxGrid()
    for number, box in enumerate(groups):
        for side in (
            Box(box.x - 1, box.y, 2, box.height),
            Box(box.right - 1, box.y, 2, box.height),
            Box(box.x, box.y - 1, box.width, 2),
            Box(box.x, box.bottom - 1, box.width, 2),
        ):
            grid.add(side, number)
    return grid


def _bounds(
    boxes: tuple[Box, ...], tags: list[Box], groups: list[Box], titles: list[Box], ways: list[Way], signs: list[Sign]
) -> Box:
    xs: list[float] = []
    ys: list[float] = []
    for few, by in ((boxes, _NODE_INK), (tags, 2.0), (groups, 2.0), (titles, 2.0), ([s.label for s in signs], 2.0)):
        for box in few:
            xs += (box.x - by, box.right + by)
            ys += (box.y - by, box.bottom + by)
    for way in ways:
        for point in way:  # a curve stays within its control points
            xs += (point.x - _EDGE_INK, point.x + _EDGE_INK)
            ys += (point.y - _EDGE_INK, point.y + _EDGE_INK)
    for sign in signs:
        if sign.badge is not None:
            xs += (sign.badge.x - BADGE_RADIUS - 2, sign.badge.x + BADGE_RADIUS + 2)
            ys += (sign.badge.y - BADGE_RADIUS - 2, sign.badge.y + BADGE_RADIUS + 2)
    left, top = min(xs), min(ys)
    return Box(left, top, max(xs) - left, max(ys) - top)
