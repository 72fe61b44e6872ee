"""Ways that run behind or along a node that is not theirs are led round it: such an arrow would be read wrongly."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from viewer.layout.geometry import Point
from viewer.layout.ways.curves import length_of, polyline, straight, swung, turning_along
from viewer.layout.ways.grid import LineGrid
from viewer.layout.ways.smooth import OUTSIDE, beyond, page_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from viewer.layout.geometry import Box
    from viewer.layout.plan import Plan
    from viewer.layout.ways.alive import Alive
    from viewer.layout.ways.curves import Way
    from viewer.layout.ways.grid import BoxGrid
    from viewer.layout.ways.tangle import Tangle

_SKIMS = 1.0  # px from a border: nearer than this a way belongs to the node, to the eye
_CLEAR = 7.0
_ROUND = 16.0  # how far from a node's corners a detour turns
_SWINGS = (0.1, -0.1, 0.2, -0.2, 0.35, -0.35, 0.55, -0.55)
_DETOUR = 3.0
_CROSSING = 1.5
_ROUNDS = 6  # a way round one node may meet the next


def free(
    plan: Plan, ways: list[Way], boxes: Sequence[Box], nodes: BoxGrid, tangle: Tangle | None, alive: Alive
) -> None:
    """Lead every way round the nodes that it runs over, where there is a way round.

    ``nodes`` holds the ``boxes`` by the plan's numbers. Loops are left: they stand beside their node.
    """
    lines = LineGrid()
    for number, way in enumerate(ways):
        lines.add(polyline(way), number)
    in_the_way: dict[int, list[Box]] = {}
    for node, box in enumerate(boxes):
        for number in lines.inside(box.grown(_SKIMS)):
            edge = plan.edges[number]
            if edge.source != edge.target and node not in (edge.source, edge.target):
                in_the_way.setdefault(number, []).append(box)
    page = page_of(boxes, ways)
    for number, block in in_the_way.items():
        alive()
        own = plan.edges[number].source, plan.edges[number].target
        best, least = None, float("inf")
        for way in _ways_round(ways[number], block, nodes, own):
            body = polyline(way)
            if next(nodes.along(body, _CLEAR, own), None) is not None:
                continue
            chord = hypot(body[-1].x - body[0].x, body[-1].y - body[0].y) or 1.0
            cost = turning_along(body) + _DETOUR * (length_of(body) / chord - 1) + OUTSIDE * beyond(way, page)
            if tangle is not None:
                cost += _CROSSING * tangle.crossed(number, body)
            if cost < least:
                best, least = way, cost
        if best is not None:
            ways[number] = best
            if tangle is not None:
                tangle.change(number, best)


def _ways_round(way: Way, in_the_way: list[Box], nodes: BoxGrid, own: tuple[int, ...]) -> Iterator[Way]:
    """Give straight and swung ways between the same ends, then detours past the corners of what is in the way."""
    start, end = way[0], way[-1]
    yield straight(start, end)
    for swing in _SWINGS:
        yield swung(start, end, swing)
    for side in range(4):
        block = in_the_way
        for _ in range(_ROUNDS):
            detour = _rounded(_past(start, end, block, side))
            yield detour
            also = list(nodes.along(polyline(detour), _CLEAR, own))
            if not also:
                break
            block = [*block, *also]


def _past(start: Point, end: Point, block: list[Box], side: int) -> list[Point]:
    """Return corners that lead past some boxes on one side: above, right of, below or left of them all."""
    left, right = min(box.x for box in block) - _ROUND, max(box.right for box in block) + _ROUND
    top, bottom = min(box.y for box in block) - _ROUND, max(box.bottom for box in block) + _ROUND
    if side in (0, 2):
        y = top if side == 0 else bottom
        turns = [Point(left, y), Point(right, y)]
        backwards = start.x > end.x
    else:
        x = right if side == 1 else left
        turns = [Point(x, top), Point(x, bottom)]
        backwards = start.y > end.y
    return [start, *(turns[::-1] if backwards else turns), end]


def _rounded(corners: list[Point]) -> Way:
    """Return a smooth way through corners: a Catmull-Rom spline, drawn a little tight."""
    way = [corners[0]]
    ends = [corners[0], *corners, corners[-1]]
    for before, a, b, after in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        span = hypot(b.x - a.x, b.y - a.y)
        way.append(_towards(a, before, b, span))
        way.append(_towards(b, after, a, span))
        way.append(b)
    return tuple(way)


def _towards(at: Point, behind: Point, ahead: Point, span: float) -> Point:
    """Return the control point beside a corner: along the line between its neighbours, a quarter of the piece."""
    dx, dy = ahead.x - behind.x, ahead.y - behind.y
    length = hypot(dx, dy) or 1.0
    return Point(at.x + dx / length * span / 4, at.y + dy / length * span / 4)
