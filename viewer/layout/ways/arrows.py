"""The way of every arrow: straight where that is clear, apart where several meet a node, cut at the outlines."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from viewer.layout.dot_writer import LOOP, edge_room
from viewer.layout.geometry import Box, Point
from viewer.layout.outlines import corners_of
from viewer.layout.ways.clipping import clipped
from viewer.layout.ways.curves import is_line, polyline, straight, turning
from viewer.layout.ways.fan import fanned
from viewer.layout.ways.freeing import free
from viewer.layout.ways.grid import BoxGrid
from viewer.layout.ways.smooth import Ground, is_clear, smooth
from viewer.layout.ways.tangle import MOST, Tangle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from viewer.layout.plan import EdgePlan, Plan
    from viewer.layout.raw import Raw, RawEdge
    from viewer.layout.ways.alive import Alive
    from viewer.layout.ways.curves import Way

_UPRIGHT = 24.0  # arrows whose ends differ by less than this sideways are made upright
_UPRIGHT_LENGTH = 200.0
_STRAIGHT_LENGTH = 300.0
_CLEAR = 10.0
_KINK = 1.2  # radians that a way may turn more than an even swing between its ends


def arrows(plan: Plan, raw: Raw, boxes: tuple[Box, ...], groups: list[Box], *, even: bool, alive: Alive) -> list[Way]:
    """Return the ways of the edges in the plan's order, clipped to the outlines of the nodes in ``boxes``.

    ``even`` takes the time to look for ways that turn less and keep off the borders of ``groups``.
    """
    outlines = [corners_of(node.kind, box) for node, box in zip(plan.nodes, boxes, strict=True)]

    def cut(number: int, way: Way) -> Way:
        alive()
        edge = plan.edges[number]
        return clipped(way, outlines[edge.source], outlines[edge.target])

    return fanned(plan, boxes, _ways(plan, raw, boxes, groups, even=even, alive=alive), cut)


def _ways(plan: Plan, raw: Raw, boxes: tuple[Box, ...], groups: list[Box], *, even: bool, alive: Alive) -> list[Way]:
    """Return ways from middle to middle: the engine's, or a simpler one that crosses no more than the engine's."""
    grid = BoxGrid()
    for number, box in enumerate(boxes):
        grid.add(box, number)
    slots = BoxGrid()
    for number, (edge, rough) in enumerate(zip(plan.edges, raw.edges, strict=True)):
        if rough.label is not None:
            width, height = edge_room(edge, sideways=plan.sideways)
            slots.add(Box(rough.label.x - width / 2, rough.label.y - height / 2, width, height), number)
    between = _counts(plan)
    loops: dict[int, int] = {}
    ways: list[Way] = []
    for edge, rough in zip(plan.edges, raw.edges, strict=True):
        source, target = boxes[edge.source], boxes[edge.target]
        if edge.source == edge.target:
            loops[edge.source] = loops.get(edge.source, 0) + 1
            ways.append(_loop(source, rough, loops[edge.source]))
        elif rough.path:
            # The engine's ends are off by a rounded point; ours lie in the middles.
            ways.append((source.centre, *rough.path[1:-1], target.centre))
        else:
            ways.append(straight(source.centre, target.centre))
    tangle = Tangle(ways) if len(ways) <= MOST else None
    for number, edge in enumerate(plan.edges):
        alive()
        if edge.source == edge.target or between[_pair(edge)] > 1:
            continue
        for way in _simpler(ways[number], boxes[edge.source], boxes[edge.target], sideways=plan.sideways):
            body = polyline(way)
            clear = is_clear(body, grid, (edge.source, edge.target), _CLEAR) and is_clear(body, slots, (number,), 0.0)
            if clear and (tangle is None or tangle.allows(number, way)):
                ways[number] = way
                break
    if even and tangle is not None:
        chosen = [i for i, edge in enumerate(plan.edges) if edge.source != edge.target and between[_pair(edge)] == 1]
        smooth(plan, ways, chosen, Ground(boxes, grid, slots, groups), tangle, alive)
    free(plan, ways, boxes, grid, tangle, alive)
    return ways


def _simpler(way: Way, source: Box, target: Box, *, sideways: bool) -> Iterator[Way]:
    """Give simpler ways between two boxes, the simplest first, as far as they resemble the engine's."""
    start, end = source.centre, target.centre
    length = hypot(end.x - start.x, end.y - start.y)
    upright = _upright(source, target, sideways=sideways)
    if upright is not None and length < _UPRIGHT_LENGTH:
        yield straight(*upright)
    if length < _STRAIGHT_LENGTH or _is_nearly_straight(way):
        yield straight(start, end)
    bow = _bow(start, end, sideways=sideways)
    if turning(way) > turning(bow) + _KINK:
        yield bow


def _pair(edge: EdgePlan) -> tuple[int, int]:
    return min(edge.source, edge.target), max(edge.source, edge.target)


def _counts(plan: Plan) -> dict[tuple[int, int], int]:
    counts: dict[tuple[int, int], int] = {}
    for edge in plan.edges:
        counts[_pair(edge)] = counts.get(_pair(edge), 0) + 1
    return counts


def _bow(start: Point, end: Point, *, sideways: bool) -> Way:
    """Return a way that leaves and arrives along the flow, in one even swing."""
    if sideways:
        half = (end.x - start.x) * 0.5
        return start, Point(start.x + half, start.y), Point(end.x - half, end.y), end
    half = (end.y - start.y) * 0.5
    return start, Point(start.x, start.y + half), Point(end.x, end.y - half), end


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
    out = LOOP + 16 * (number - 1)
    level = abs(far.x - x) / box.width >= abs(far.y - y) / box.height
    along = box.height if level else box.width
    lift = min(9.0 + 3 * number, along * 0.32)
    spread = lift + 16 + 8 * (number - 1)
    if level:
        sign = 1 if far.x >= x else -1
        inner, outer = x + sign * box.width * 0.3, x + sign * (box.width / 2 + out)
        return Point(inner, y - lift), Point(outer, y - spread), Point(outer, y + spread), Point(inner, y + lift)
    sign = 1 if far.y >= y else -1
    inner, outer = y + sign * box.height * 0.2, y + sign * (box.height / 2 + out)
    return Point(x - lift, inner), Point(x - spread, outer), Point(x + spread, outer), Point(x + lift, inner)
