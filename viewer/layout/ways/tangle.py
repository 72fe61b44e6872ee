"""Which arrows cross which: so that a way is made simpler only where it crosses no more than before."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from viewer.layout.geometry import Box
from viewer.layout.ways.curves import polyline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from viewer.layout.geometry import Point
    from viewer.layout.ways.curves import Way

MOST = 200  # more ways are not compared with each other


class Tangle:
    """The ways of a small diagram, some of which may still change."""

    def __init__(self, ways: list[Way]) -> None:
        """Take all ways."""
        self._bodies = [polyline(way) for way in ways]
        self._around = [_around(body) for body in self._bodies]

    def count(self) -> int:
        """Return how many pairs of ways cross."""
        return sum(self._crossed(i, body, box) for i, (body, box) in enumerate(self._all())) // 2

    def allows(self, number: int, way: Way) -> bool:
        """Change a way and return True, unless it would cross more of the others than it does now."""
        before = self._crossed(number, self._bodies[number], self._around[number])
        if self.crossed(number, polyline(way)) > before:
            return False
        self.change(number, way)
        return True

    def crossed(self, number: int, body: list[Point]) -> int:
        """Return how many of the others a way would cross with this body in the place of its own."""
        return self._crossed(number, body, _around(body))

    def change(self, number: int, way: Way) -> None:
        """Put another way in the place of one."""
        self._bodies[number] = polyline(way)
        self._around[number] = _around(self._bodies[number])

    def cross(self, first: int, second: int) -> bool:
        """Whether two ways cross."""
        around, other = self._around[first], self._around[second]
        return around.overlaps(other) and _cross(self._bodies[first], self._bodies[second], _shared(around, other))

    def betters(self, ways: dict[int, Way]) -> bool:
        """Change several ways and return True where there are fewer crossings so, else leave all as it is."""
        before = self._crossed_by(ways)
        held = {number: (self._bodies[number], self._around[number]) for number in ways}
        for number, way in ways.items():
            self._bodies[number] = polyline(way)
            self._around[number] = _around(self._bodies[number])
        if self._crossed_by(ways) < before:
            return True
        for number, (body, around) in held.items():
            self._bodies[number], self._around[number] = body, around
        return False

    def _crossed_by(self, numbers: Iterable[int]) -> int:
        return sum(self._crossed(number, self._bodies[number], self._around[number]) for number in numbers)

    def _all(self) -> zip[tuple[list[Point], Box]]:
        return zip(self._bodies, self._around, strict=True)

    def _crossed(self, number: int, body: list[Point], box: Box) -> int:
        return sum(
            other != number and box.overlaps(around) and _cross(body, corners, _shared(box, around))
            for other, (corners, around) in enumerate(self._all())
        )


def _around(body: list[Point]) -> Box:
    xs, ys = [point.x for point in body], [point.y for point in body]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)).grown(0.1)


def _shared(first: Box, second: Box) -> Box:
    left, top = max(first.x, second.x), max(first.y, second.y)
    return Box(left, top, min(first.right, second.right) - left, min(first.bottom, second.bottom) - top)


def _cross(first: list[Point], second: list[Point], shared: Box) -> bool:
    """Whether two polylines cross, looked for where the boxes around them overlap."""
    theirs = _pieces(second, shared)
    if not theirs:
        return False
    for a, b in _pieces(first, shared):
        low, high = (a.x, b.x) if a.x < b.x else (b.x, a.x)
        dx, dy = b.x - a.x, b.y - a.y
        for c, d in theirs:
            if (c.x < low and d.x < low) or (c.x > high and d.x > high):
                continue
            if (dx * (c.y - a.y) - dy * (c.x - a.x)) * (dx * (d.y - a.y) - dy * (d.x - a.x)) >= 0:
                continue
            ex, ey = d.x - c.x, d.y - c.y
            if (ex * (a.y - c.y) - ey * (a.x - c.x)) * (ex * (b.y - c.y) - ey * (b.x - c.x)) < 0:
                return True
    return False


def _pieces(body: list[Point], box: Box) -> list[tuple[Point, Point]]:
    left, top, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
    return [
        (a, b)
        for a, b in pairwise(body)
        if not (
            (a.x < left and b.x < left)
            or (a.x > right and b.x > right)
            or (a.y < top and b.y < top)
            or (a.y > bottom and b.y > bottom)
        )
    ]
