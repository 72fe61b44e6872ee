"""Ways of cubic Bézier pieces: cutting, straightening, and walking along them. A way is ``1 + 3 n`` points."""

from __future__ import annotations

import itertools
from math import atan2, hypot, pi, remainder
from typing import TYPE_CHECKING

from viewer.layout.geometry import Point
from viewer.layout.outlines import bezier_point

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Way = tuple[Point, ...]


def straight(start: Point, end: Point) -> Way:
    """Return a straight way as one cubic piece."""
    dx, dy = (end.x - start.x) / 3, (end.y - start.y) / 3
    return start, Point(start.x + dx, start.y + dy), Point(end.x - dx, end.y - dy), end


def swung(start: Point, end: Point, swing: float) -> Way:
    """Return an even swing between two points, out to one side by about ``swing`` of their distance."""
    dx, dy = end.x - start.x, end.y - start.y
    ox, oy = -dy * swing, dx * swing
    first = Point(start.x + dx * 0.3 + ox, start.y + dy * 0.3 + oy)
    return start, first, Point(end.x - dx * 0.3 + ox, end.y - dy * 0.3 + oy), end


def is_line(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether a cubic piece is straight to the eye."""
    dx, dy = d.x - a.x, d.y - a.y
    length = hypot(dx, dy)
    if length < 1e-9:
        return False
    off_b = abs((b.x - a.x) * dy - (b.y - a.y) * dx) / length
    off_c = abs((c.x - a.x) * dy - (c.y - a.y) * dx) / length
    return off_b < 0.1 and off_c < 0.1


def samples(way: Way) -> Iterator[tuple[Point, int, float]]:
    """Give points along a way, each with its piece and parameter; closer where a piece is long and bent."""
    yield way[0], 0, 0.0
    for piece in range((len(way) - 1) // 3):
        a, b, c, d = way[3 * piece : 3 * piece + 4]
        steps = 4 if is_line(a, b, c, d) else _steps(a, b, c, d)
        for i in range(1, steps + 1):
            yield bezier_point(a, b, c, d, i / steps), piece, i / steps


def _steps(a: Point, b: Point, c: Point, d: Point) -> int:
    around = hypot(b.x - a.x, b.y - a.y) + hypot(c.x - b.x, c.y - b.y) + hypot(d.x - c.x, d.y - c.y)
    return 6 if around < 60 else 12 if around < 240 else 20


def polyline(way: Way) -> list[Point]:
    """Return a way as corners: the two ends of each straight piece, samples of the bent ones."""
    points = [way[0]]
    for piece in range((len(way) - 1) // 3):
        a, b, c, d = way[3 * piece : 3 * piece + 4]
        if not is_line(a, b, c, d):
            steps = _steps(a, b, c, d)
            points.extend(bezier_point(a, b, c, d, i / steps) for i in range(1, steps))
        points.append(d)
    return points


def length_of(points: Sequence[Point]) -> float:
    """Return the length of a polyline."""
    return sum(hypot(b.x - a.x, b.y - a.y) for a, b in itertools.pairwise(points))


def turning(way: Way) -> float:
    """Return by how many radians a way turns in all, to the left and to the right."""
    return turning_along(polyline(way))


def turning_along(points: Sequence[Point]) -> float:
    """Return by how many radians a polyline turns in all."""
    total, last = 0.0, None
    for a, b in itertools.pairwise(points):
        if abs(b.x - a.x) + abs(b.y - a.y) > 0.5:
            angle = atan2(b.y - a.y, b.x - a.x)
            if last is not None:
                total += abs(remainder(angle - last, 2 * pi))
            last = angle
    return total


def at_length(points: Sequence[Point], distance: float) -> tuple[Point, float, float]:
    """Return the point at a distance along a polyline, and the unit direction there; held within its ends."""
    left = max(distance, 0.0)
    a, b, step = points[0], points[-1], 0.0
    for a, b in itertools.pairwise(points):
        step = hypot(b.x - a.x, b.y - a.y)
        if left <= step and step > 0:
            break
        left -= step
    else:
        left = step
    if step == 0:
        return b, 0.0, 1.0
    ux, uy = (b.x - a.x) / step, (b.y - a.y) / step
    return Point(a.x + ux * left, a.y + uy * left), ux, uy


def split(a: Point, b: Point, c: Point, d: Point, t: float) -> tuple[Way, Way]:
    """Cut a cubic piece at a parameter into two."""
    ab, bc, cd = _between(a, b, t), _between(b, c, t), _between(c, d, t)
    abc, bcd = _between(ab, bc, t), _between(bc, cd, t)
    middle = _between(abc, bcd, t)
    return (a, ab, abc, middle), (middle, bcd, cd, d)


def _between(a: Point, b: Point, t: float) -> Point:
    return Point(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t)


def from_parameter(way: Way, piece: int, t: float) -> Way:
    """Return what is left of a way behind a place on it."""
    a, b, c, d = way[3 * piece : 3 * piece + 4]
    if t <= 0:
        return way[3 * piece :]
    if t >= 1:
        return way[3 * piece + 3 :]
    return split(a, b, c, d, t)[1] + way[3 * piece + 4 :]


def turned(way: Way) -> Way:
    """Return a way from its end to its start."""
    return way[::-1]


def without_start(way: Way, distance: float) -> Way:
    """Return a way shortened by a length at its start; the whole way when it is hardly longer than that."""
    for piece in range((len(way) - 1) // 3):
        a, b, c, d = way[3 * piece : 3 * piece + 4]
        last = a
        walked = 0.0
        for i in range(1, 33):
            point = bezier_point(a, b, c, d, i / 32)
            step = hypot(point.x - last.x, point.y - last.y)
            if walked + step >= distance:
                part = (distance - walked) / step if step else 0.0
                return from_parameter(way, piece, (i - 1 + part) / 32)
            walked += step
            last = point
        distance -= walked
    return way
