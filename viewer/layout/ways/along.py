"""Which arrows run along a straight border instead of across it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from viewer.layout.geometry import Box
from viewer.layout.ways.grid import length_inside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.layout.geometry import Point
    from viewer.layout.ways.grid import LineGrid

_NEAR = 7.0
_ACROSS = 34.0  # px: what merely crosses the strip, even slanted, is shorter


def sides(box: Box) -> tuple[Box, Box, Box, Box]:
    """Return the strips along a box's top, right, bottom and left side in which an arrow is too near."""
    return (
        Box(box.x, box.y - _NEAR, box.width, 2 * _NEAR),
        Box(box.right - _NEAR, box.y, 2 * _NEAR, box.height),
        Box(box.x, box.bottom - _NEAR, box.width, 2 * _NEAR),
        Box(box.x - _NEAR, box.y, 2 * _NEAR, box.height),
    )


def running_along(strip: Box, lines: LineGrid) -> float:
    """Return how many px of arrows run along a strip, those left out that merely cross it."""
    return sum(max(0.0, length - _ACROSS) for length in lines.inside(strip).values())


def body_along(body: Sequence[Point], strips: Sequence[Box]) -> float:
    """Return how many px of one polyline run along any of the strips."""
    xs, ys = [point.x for point in body], [point.y for point in body]
    around = Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)).grown(1)
    total = 0.0
    for strip in strips:
        if strip.overlaps(around):
            inside = sum(length_inside(a, b, strip) for a, b in pairwise(body))
            total += max(0.0, inside - _ACROSS)
    return total
