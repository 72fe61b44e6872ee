"""The way of every arrow: straight where that is clear, apart where several meet a node, cut at the outlines."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from viewer.layout.finishing.clipping import clipped
from viewer.layout.finishing.curves import is_line, straight
from viewer.layout.finishing.fan import fanned
from viewer.layout.finishing.grid import BoxGrid, length_inside
from viewer.layout.geometry import Box, Point
from viewer.layout.outlines import corners_of

if TYPE_CHECKING:
    from viewer.layout.finishing.curves import Way
    from viewer.layout.plan import EdgePlan, Plan
    from viewer.layout.raw import Raw, RawEdge

_UPRIGHT = 24.0  # arrows whose ends differ by less than this sideways are made upright
_UPRIGHT_LENGTH = 200.0
_STRAIGHT_LENGTH = 300.0
_CLEAR = 10.0
_LOOP = 30.0


def arrows(plan: Plan, raw: Raw, boxes: tuple[Box, ...]) -> list[Way]:
    """Return the ways of the edges in the plan's order, clipped to the outlines of the nodes in ``boxes``."""
    grid = BoxGrid()
    for number, box in enumerate(boxes):
        grid.add(box, number)
    between = _counts(plan)
    ways = []
    loops: dict[int, int] = {}
    for edge, rough in zip(plan.edges, raw.edges, strict=True):
        source, target = boxes[edge.source], boxes[edge.target]
        if edge.source == edge.target:
            loops[edge.source] = loops.get(edge.source, 0) + 1
            ways.append(_loop(source, rough, loops[edge.source]))
        else:
            alone = between[_pair(edge)] == 1
            ways.append(_way(edge, rough, source, target, grid, alone=alone, sideways=plan.sideways))
    ways = fanned(plan, boxes, ways)
    outlines = [corners_of(node.kind, box) for node, box in zip(plan.nodes, boxes, strict=True)]
    return [
        clipped(way, outlines[edge.source], outlines[edge.target]) for edge, way in zip(plan.edges, ways, strict=True)
    ]


def _pair(edge: EdgePlan) -> tuple[int, int]:
    return min(edge.source, edge.target), max(edge.source, edge.target)


def _counts(plan: Plan) -> dict[tuple[int, int], int]:
    counts: dict[tuple[int, int], int] = {}
    for edge in plan.edges:
        counts[_pair(edge)] = counts.get(_pair(edge), 0) + 1
    return counts


def _way(
    edge: EdgePlan, rough: RawEdge, source: Box, target: Box, grid: BoxGrid, *, alone: bool, sideways: bool
) -> Way:
    start, end = source.centre, target.centre
    if alone:
        length = hypot(end.x - start.x, end.y - start.y)
        upright = _upright(source, target, sideways=sideways)
        if upright is not None and length < _UPRIGHT_LENGTH and _is_clear(*upright, edge, grid):
            return straight(*upright)
        if (length < _STRAIGHT_LENGTH or _is_nearly_straight(rough.path)) and _is_clear(start, end, edge, grid):
            return straight(start, end)
    if not rough.path:
        return straight(start, end)
    # The engine's ends are off by a rounded point; ours lie in the middles.
    return (start, *rough.path[1:-1], end)


def _upright(source: Box, target: Box, *, sideways: bool) -> tuple[Point, Point] | None:
    """Return the ends of an upright (or level) line between two boxes, on the target's middle where it can be."""
    a, b = source.centre, target.centre
    if sideways:
        at = min(max(b.y, source.y + 8), source.bottom - 8)
        near = abs(a.y - b.y) < _UPRIGHT and target.y + 8 <= at <= target.bottom - 8
        return (Point(a.x, at), Point(b.x, at)) if near else None
    at = min(max(b.x, source.x + 12), source.right - 12)
    near = abs(a.x - b.x) < _UPRIGHT and target.x + 12 <= at <= target.right - 12
    return (Point(at, a.y), Point(at, b.y)) if near else None


def _is_clear(start: Point, end: Point, edge: EdgePlan, grid: BoxGrid) -> bool:
    around = Box(min(start.x, end.x), min(start.y, end.y), abs(end.x - start.x), abs(end.y - start.y)).grown(_CLEAR)
    return not any(
        owner not in (edge.source, edge.target) and length_inside(start, end, box.grown(_CLEAR)) > 0
        for box, owner in grid.hits(around)
    )


def _is_nearly_straight(path: Way) -> bool:
    if len(path) < 4:
        return False
    if len(path) == 4 and is_line(*path):
        return True
    a, b = path[0], path[-1]
    length = hypot(b.x - a.x, b.y - a.y)
    if length < 1:
        return False
    return all(abs((p.x - a.x) * (b.y - a.y) - (p.y - a.y) * (b.x - a.x)) / length < _UPRIGHT for p in path)


def _loop(box: Box, rough: RawEdge, number: int) -> Way:
    """Return an arrow from a node to itself, on the side where the engine kept room for it."""
    x, y = box.centre
    far = max(rough.path, key=lambda point: hypot(point.x - x, point.y - y), default=Point(box.right + 1, y))
    out = _LOOP + 8 * (number - 1)
    if abs(far.x - x) / box.width >= abs(far.y - y) / box.height:
        sign = 1 if far.x >= x else -1
        inner, outer = x + sign * box.width * 0.3, x + sign * (box.width / 2 + out)
        lift = min(box.height * 0.3 + 3 * (number - 1), box.height * 0.42)
        spread = lift + 14 + 6 * (number - 1)
        return (
            Point(inner, y - lift),
            Point(outer, y - spread),
            Point(outer, y + spread),
            Point(inner, y + lift),
        )
    sign = 1 if far.y >= y else -1
    inner, outer = y + sign * box.height * 0.2, y + sign * (box.height / 2 + out)
    lift = min(14.0 + 5 * (number - 1), box.width * 0.4)
    spread = lift + 12 + 6 * (number - 1)
    return (
        Point(x - lift, inner),
        Point(x - spread, outer),
        Point(x + spread, outer),
        Point(x + lift, inner),
    )
