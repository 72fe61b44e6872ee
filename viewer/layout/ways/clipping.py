"""Where an arrow begins and ends: at the true outlines, a gap before each, never inside a node."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from viewer.layout.outlines import bezier_point, contains
from viewer.layout.ways.curves import from_parameter, length_of, polyline, samples, turned, without_start

if TYPE_CHECKING:
    from viewer.layout.geometry import Point
    from viewer.layout.ways.curves import Way

START_GAP = 3.0
TIP_GAP = 5.0
_SHORTEST = 6.0


def clipped(way: Way, source: tuple[Point, ...], target: tuple[Point, ...]) -> Way:
    """Return the part of a way between two outlines, the gaps taken off.

    Where hardly anything would be left, the gaps are given up, and at last the cut itself.
    """
    cut = _from_outline(turned(_from_outline(turned(way), target, TIP_GAP)), source, START_GAP)
    if len(cut) >= 4 and length_of(polyline(cut)) >= _SHORTEST:
        return cut
    bare = _from_outline(turned(_from_outline(turned(way), target, 0.0)), source, 0.0)
    return bare if len(bare) >= 4 and length_of(polyline(bare)) > 1 else way


def _from_outline(way: Way, corners: tuple[Point, ...], gap: float) -> Way:
    """Take off what lies inside the outline at a way's start, and a gap behind it, measured square to the side."""
    if len(way) < 4:
        return way
    inside: tuple[Point, int, float] | None = None
    outside: tuple[Point, int, float] | None = None
    for sample in samples(way):
        if contains(corners, sample[0]):
            inside = sample
        elif inside is not None:
            outside = sample
            break
    if inside is None or outside is None:
        return way
    piece = outside[1]
    low, high = (inside[2] if inside[1] == piece else 0.0), outside[2]
    a, b, c, d = way[3 * piece : 3 * piece + 4]
    for _ in range(8):
        middle = (low + high) / 2
        if contains(corners, bezier_point(a, b, c, d, middle)):
            low = middle
        else:
            high = middle
    rest = from_parameter(way, piece, high)
    if gap <= 0 or len(rest) < 4:
        return rest
    return without_start(rest, gap / _steepness(inside[0], outside[0], corners))


def _steepness(inside: Point, outside: Point, corners: tuple[Point, ...]) -> float:
    """Return the sine of the angle between a way and the side that it crosses, at least 0.45."""
    dx, dy = outside.x - inside.x, outside.y - inside.y
    length = hypot(dx, dy) or 1.0
    previous = corners[-1]
    for corner in corners:
        sx, sy = corner.x - previous.x, corner.y - previous.y
        first = sx * (inside.y - previous.y) - sy * (inside.x - previous.x)
        second = sx * (outside.y - previous.y) - sy * (outside.x - previous.x)
        if first * second <= 0:
            third = dx * (previous.y - inside.y) - dy * (previous.x - inside.x)
            fourth = dx * (corner.y - inside.y) - dy * (corner.x - inside.x)
            if third * fourth <= 0 and (side := hypot(sx, sy)) > 0:
                return max(0.45, abs(sx * dy - sy * dx) / (side * length))
        previous = corner
    return 1.0
