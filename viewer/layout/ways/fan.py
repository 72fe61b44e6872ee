"""Arrows that meet a node on one side stand apart there, so that heads and lines can be told from each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from viewer.layout.geometry import Point
from viewer.layout.ways.curves import is_line, samples, straight

if TYPE_CHECKING:
    from viewer.layout.geometry import Box
    from viewer.layout.plan import Plan
    from viewer.layout.ways.curves import Way

_APART = 18.0
_CORNER = 10.0


class _Touch(NamedTuple):
    """Where an edge's end meets a side: its place along the side, and where it comes from, to tell ties apart."""

    at: float
    towards: float
    edge: int
    end: int  # 0 its start, 1 its tip


def fanned(plan: Plan, boxes: tuple[Box, ...], ways: list[Way]) -> list[Way]:
    """Return the ways with ends moved along the sides of their nodes until they are apart."""
    touches: dict[tuple[int, int], list[_Touch]] = {}
    for number, (edge, way) in enumerate(zip(plan.edges, ways, strict=True)):
        if edge.source == edge.target:
            continue
        for end, node, from_node in ((0, edge.source, way), (1, edge.target, way[::-1])):
            side, touch = _touch(from_node, boxes[node], number, end)
            touches.setdefault((node, side), []).append(touch)
    moved = list(ways)
    for (node, side), met in touches.items():
        if len(met) > 1:
            _spread(sorted(met), boxes[node], side, moved)
    return moved


def _touch(way: Way, box: Box, number: int, end: int) -> tuple[int, _Touch]:
    """Return the side that a way leaves a box by (0 top, 1 right, 2 bottom, 3 left) and where."""
    x, y = box.centre
    point = way[-1]
    for point, _, _ in samples(way):
        if not (box.x <= point.x <= box.right and box.y <= point.y <= box.bottom):
            break
    dx, dy = (point.x - x) / (box.width / 2), (point.y - y) / (box.height / 2)
    if abs(dy) >= abs(dx):
        side, at, towards = (0 if dy < 0 else 2), x + (point.x - x) / abs(dy or 1.0), way[-1].x
    else:
        side, at, towards = (3 if dx < 0 else 1), y + (point.y - y) / abs(dx or 1.0), way[-1].y
    return side, _Touch(at, towards, number, end)


def _spread(met: list[_Touch], box: Box, side: int, ways: list[Way]) -> None:
    across = side in (0, 2)
    low, high = (box.x, box.right) if across else (box.y, box.bottom)
    low, high = low + _CORNER, high - _CORNER
    apart = min(_APART, (high - low) / (len(met) - 1))
    places = [min(max(touch.at, low), high) for touch in met]
    for _ in range(12):
        tight = False
        for i in range(len(places) - 1):
            lack = apart - (places[i + 1] - places[i])
            if lack > 0.5:
                tight = True
                places[i] -= lack / 2
                places[i + 1] += lack / 2
        places = [min(max(place, low), high) for place in places]
        if not tight:
            break
    for touch, place in zip(met, places, strict=True):
        by = place - touch.at
        if abs(by) > 0.5:
            _move(ways, touch, Point(by, 0.0) if across else Point(0.0, by))


def _move(ways: list[Way], touch: _Touch, by: Point) -> None:
    way = ways[touch.edge]
    if touch.end:
        way = way[::-1]
    start = Point(way[0].x + by.x, way[0].y + by.y)
    if len(way) == 4 and is_line(*way):
        way = straight(start, way[3])
    else:
        second = Point(way[1].x + by.x, way[1].y + by.y)
        third = Point(way[2].x + by.x / 2, way[2].y + by.y / 2)
        way = (start, second, third, *way[3:])
    ways[touch.edge] = way[::-1] if touch.end else way
