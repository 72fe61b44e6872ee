"""Smoother ways for a small diagram's arrows, where they are in nobody's way more than the engine's are."""

from __future__ import annotations

from itertools import pairwise
from math import hypot, inf
from typing import TYPE_CHECKING, NamedTuple

from viewer.layout.geometry import Box, Point
from viewer.layout.outlines import bezier_point
from viewer.layout.ways.along import body_along, sides
from viewer.layout.ways.curves import is_line, length_of, polyline, straight, swung, turning_along
from viewer.layout.ways.grid import length_inside

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from viewer.layout.plan import Plan
    from viewer.layout.ways.alive import Alive
    from viewer.layout.ways.curves import Way
    from viewer.layout.ways.grid import BoxGrid
    from viewer.layout.ways.tangle import Tangle

_CLEAR = 12.0
_EVEN = 0.5  # radians of turning that need no remedy
_GAIN = 0.4
_DETOUR = 3.0
_CROSSING = 3.0
_WORD = 0.06  # by px in the room kept for another arrow's words
_STRANGE = 0.04  # by px in a compartment of neither end
_BORDER = 0.03  # by px along a border
OUTSIDE = 0.02  # by px beyond all that stands or ran there before
_SWINGS = (0.1, -0.1, 0.18, -0.18, 0.28, -0.28, 0.4, -0.4, 0.6, -0.6)
_STEPS = 10  # pieces of a candidate: enough to judge it by


class Ground(NamedTuple):
    """What ways run over: nodes, rooms for words by arrow, and compartments."""

    boxes: Sequence[Box]
    nodes: BoxGrid
    slots: BoxGrid
    groups: Sequence[Box]


def smooth(plan: Plan, ways: list[Way], chosen: Sequence[int], ground: Ground, tangle: Tangle, alive: Alive) -> None:
    """Replace the chosen ways that turn needlessly or run along a border."""
    strips = [strip for box in ground.groups for strip in sides(box)]
    page = page_of([*ground.groups, *ground.boxes], ways)
    for number in chosen:
        alive()
        way = ways[number]
        body = polyline(way)
        if turning_along(body) < _EVEN and body_along(body, strips) == 0:
            continue
        edge = plan.edges[number]
        strange = [
            box
            for group, box in enumerate(ground.groups)
            if not _holds(plan, group, edge.source) and not _holds(plan, group, edge.target)
        ]
        scene = _Scene(number, ground, strange, strips, tangle, page)
        least = _turns(body) + _meets(way, body, scene, inf) - _GAIN
        best = None
        for other in _candidates(way, sideways=plan.sideways):
            body = _roughly(other)
            cost = _turns(body)
            if cost >= least or not is_clear(body, ground.nodes, (edge.source, edge.target), _CLEAR):
                continue
            cost += _meets(other, body, scene, least - cost)
            if cost < least:
                best, least = other, cost
        if best is not None:
            ways[number] = best
            tangle.change(number, best)


class _Scene(NamedTuple):
    """What one arrow's ways are judged by: its number, and what it should keep off."""

    number: int
    ground: Ground
    strange: Sequence[Box]
    strips: Sequence[Box]
    tangle: Tangle
    page: Box


def _turns(body: Sequence[Point]) -> float:
    """Return the cost of a way by itself."""
    chord = hypot(body[-1].x - body[0].x, body[-1].y - body[0].y) or 1.0
    return turning_along(body) + _DETOUR * (length_of(body) / chord - 1)


def _meets(way: Way, body: list[Point], scene: _Scene, most: float) -> float:
    """Return the cost of what a way runs over; beyond ``most`` roughly."""
    cost = OUTSIDE * beyond(way, scene.page)
    cost += _BORDER * body_along(body, scene.strips)
    if cost >= most:
        return cost
    for a, b in pairwise(body):
        around = Box(min(a.x, b.x), min(a.y, b.y), abs(b.x - a.x), abs(b.y - a.y)).grown(0.1)
        slots = {box for box, owner in scene.ground.slots.hits(around) if owner != scene.number}
        cost += _WORD * sum(length_inside(a, b, box) for box in slots)
        cost += _STRANGE * sum(length_inside(a, b, box) for box in scene.strange if box.overlaps(around))
        if cost >= most:
            return cost
    return cost + _CROSSING * scene.tangle.crossed(scene.number, body)


def _candidates(way: Way, *, sideways: bool) -> Iterator[Way]:
    """Give even ways between the same ends: straight, fitted to the engine's, swung to one side, leaving squarely."""
    start, end = way[0], way[-1]
    dx, dy = end.x - start.x, end.y - start.y
    yield straight(start, end)
    fit = _fitted(way)
    if fit is not None:
        yield fit
    for swing in _SWINGS:
        yield swung(start, end, swing)
    for out in (0.45, 0.65):
        along = Point(start.x + dx * out, start.y) if sideways else Point(start.x, start.y + dy * out)
        into = Point(end.x - dx * out, end.y) if sideways else Point(end.x, end.y - dy * out)
        yield start, along, Point(end.x - dx * 0.25, end.y - dy * 0.25), end
        yield start, Point(start.x + dx * 0.25, start.y + dy * 0.25), into, end
        yield start, along, into, end


def _roughly(way: Way) -> list[Point]:
    """Return a way of one piece as few straight ones."""
    a, b, c, d = way
    if is_line(a, b, c, d):
        return [a, d]
    return [bezier_point(a, b, c, d, i / _STEPS) for i in range(_STEPS + 1)]


def _fitted(way: Way) -> Way | None:
    """Return the one cubic piece that is nearest to a way, by least squares; None when there is none."""
    body = polyline(way)
    total = length_of(body)
    if total < 1:
        return None
    a, d = way[0], way[-1]
    s11 = s12 = s22 = x1 = x2 = y1 = y2 = 0.0
    walked = 0.0
    for p, q in pairwise(body):
        walked += hypot(q.x - p.x, q.y - p.y)
        t = walked / total
        u = 1 - t
        weight = hypot(q.x - p.x, q.y - p.y)
        first, second = 3 * u * u * t, 3 * u * t * t
        rx, ry = q.x - u**3 * a.x - t**3 * d.x, q.y - u**3 * a.y - t**3 * d.y
        s11, s12, s22 = s11 + weight * first**2, s12 + weight * first * second, s22 + weight * second**2
        x1, x2 = x1 + weight * first * rx, x2 + weight * second * rx
        y1, y2 = y1 + weight * first * ry, y2 + weight * second * ry
    span = s11 * s22 - s12 * s12
    if span < 1e-9 * total * total:
        return None
    return (
        a,
        Point((x1 * s22 - x2 * s12) / span, (y1 * s22 - y2 * s12) / span),
        Point((x2 * s11 - x1 * s12) / span, (y2 * s11 - y1 * s12) / span),
        d,
    )


def is_clear(body: Sequence[Point], grid: BoxGrid, own: tuple[int, ...], by: float) -> bool:
    """Whether a polyline keeps clear of all boxes but its own."""
    return next(grid.along(body, by, own), None) is None


def beyond(way: Way, page: Box) -> float:
    """Return how far, in px, a way may lead out of a page."""
    return max(max(page.x - p.x, p.x - page.right, 0.0) + max(page.y - p.y, p.y - page.bottom, 0.0) for p in way)


def page_of(boxes: Sequence[Box], ways: Sequence[Way]) -> Box:
    """Return the box around all that stands and runs."""
    xs = [x for box in boxes for x in (box.x, box.right)] + [point.x for way in ways for point in way]
    ys = [y for box in boxes for y in (box.y, box.bottom)] + [point.y for way in ways for point in way]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _holds(plan: Plan, group: int, node: int) -> bool:
    home = plan.nodes[node].group
    while home >= 0:
        if home == group:
            return True
        home = plan.groups[home].parent
    return False
