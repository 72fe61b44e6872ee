"""Arrows that meet a node on one side stand apart there, so that heads and lines can be told from each other."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from viewer.layout.geometry import Point
from viewer.layout.ways.curves import is_line, samples, straight
from viewer.layout.ways.tangle import MOST, Tangle

if TYPE_CHECKING:
    from viewer.layout.geometry import Box
    from viewer.layout.plan import Plan
    from viewer.layout.ways.curves import Way

Cut = Callable[[int, "Way"], "Way"]
"""Takes an edge's number and its way from middle to middle and returns the part that is seen."""

_APART = 18.0
_CORNER = 10.0
_LEVEL = (0, 2)  # the sides along which a touch moves sideways


class _Touch(NamedTuple):
    """Where an edge's end meets a side: its place along the side, and where it comes from, to tell ties apart."""

    at: float
    towards: float
    edge: int
    end: int  # 0 its start, 1 its tip


def fanned(plan: Plan, boxes: tuple[Box, ...], ways: list[Way], cut: Cut) -> list[Way]:
    """Return the ways with ends moved along the sides of their nodes until they are apart, and cut by ``cut``."""
    touches: dict[tuple[int, int], list[_Touch]] = {}
    for number, (edge, way) in enumerate(zip(plan.edges, ways, strict=True)):
        if edge.source == edge.target:
            continue
        for end, node, from_node in ((0, edge.source, way), (1, edge.target, way[::-1])):
            side, touch = _touch(from_node, boxes[node], number, end)
            touches.setdefault((node, side), []).append(touch)
    moved = list(ways)
    shared = []
    for (node, side), met in touches.items():
        if len(met) > 1:
            shared.append((side, _spread(sorted(met), boxes[node], side, moved)))
    seen = [cut(number, way) for number, way in enumerate(moved)]
    if len(ways) <= MOST:
        tangle = Tangle(seen)
        for side, met in shared:
            for number, way in _untangled(met, moved, tangle, cut, across=side in _LEVEL).items():
                seen[number] = way
    return seen


def _untangled(met: list[_Touch], ways: list[Way], tangle: Tangle, cut: Cut, *, across: bool) -> dict[int, Way]:
    """Exchange the places of neighbours that cross, where less is crossed then. Return what is seen of them."""
    seen: dict[int, Way] = {}
    for _ in met:
        changed = False
        for place, (first, second) in enumerate(pairwise(met)):
            if first.edge == second.edge or not tangle.cross(first.edge, second.edge):
                continue
            by = Point(second.at - first.at, 0.0) if across else Point(0.0, second.at - first.at)
            there = _moved(ways[first.edge], first, by)
            back = _moved(ways[second.edge], second, Point(-by.x, -by.y))
            try_out = {first.edge: cut(first.edge, there), second.edge: cut(second.edge, back)}
            if tangle.betters(try_out):
                ways[first.edge], ways[second.edge] = there, back
                seen |= try_out
                met[place], met[place + 1] = second._replace(at=first.at), first._replace(at=second.at)
                changed = True
        if not changed:
            break
    return seen


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


def _spread(met: list[_Touch], box: Box, side: int, ways: list[Way]) -> list[_Touch]:
    """Move the ends apart and return the touches where they are now, in their order along the side."""
    across = side in _LEVEL
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
            ways[touch.edge] = _moved(ways[touch.edge], touch, Point(by, 0.0) if across else Point(0.0, by))
    return [touch._replace(at=place) for touch, place in zip(met, places, strict=True)]


def _moved(way: Way, touch: _Touch, by: Point) -> Way:
    """Return a way with one end moved, and less of what follows it."""
    if touch.end:
        way = way[::-1]
    start = Point(way[0].x + by.x, way[0].y + by.y)
    if len(way) == 4 and is_line(*way):
        way = straight(start, way[3])
    else:
        second = Point(way[1].x + by.x, way[1].y + by.y)
        third = Point(way[2].x + by.x / 2, way[2].y + by.y / 2)
        way = (start, second, third, *way[3:])
    return way[::-1] if touch.end else way
