"""What was drawn on the pictures by hand: strokes in page pixels, which stay where they were put, with undo."""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from viewer.layout.geometry import Point

_MOST_BACK = 100


class Stroke(NamedTuple):
    """One line of the pen on the page of a scene (from 0); a single point is a dot."""

    scene: int
    points: tuple[Point, ...]


class Slate(NamedTuple):
    """All strokes, what they were before each change, and what was taken back; the newest last."""

    strokes: tuple[Stroke, ...] = ()
    past: tuple[tuple[Stroke, ...], ...] = ()
    future: tuple[tuple[Stroke, ...], ...] = ()

    def on(self, scene: int) -> tuple[Stroke, ...]:
        """Return the strokes on the page of a scene."""
        return tuple(stroke for stroke in self.strokes if stroke.scene == scene)

    def drawn(self, stroke: Stroke) -> Slate:
        """Add a stroke; one without a point changes nothing."""
        return self._become((*self.strokes, stroke)) if stroke.points else self

    def rubbed(self, scene: int, at: Point, reach: float) -> Slate:
        """Take away the strokes of a scene that come nearer to a point than ``reach`` page pixels."""
        left = tuple(one for one in self.strokes if one.scene != scene or _distance(one.points, at) > reach)
        return self if left == self.strokes else self._become(left)

    def cleared(self, scene: int) -> Slate:
        """Take away all strokes of a scene."""
        left = tuple(one for one in self.strokes if one.scene != scene)
        return self if left == self.strokes else self._become(left)

    def undone(self) -> Slate:
        """Take the last change back."""
        if not self.past:
            return self
        return Slate(self.past[-1], self.past[:-1], (*self.future, self.strokes))

    def redone(self) -> Slate:
        """Make the change again that was taken back last."""
        if not self.future:
            return self
        return Slate(self.future[-1], (*self.past, self.strokes), self.future[:-1])

    def _become(self, strokes: tuple[Stroke, ...]) -> Slate:
        return Slate(strokes, (*self.past, self.strokes)[-_MOST_BACK:])


def _distance(points: tuple[Point, ...], at: Point) -> float:
    """Return how far a point is from a line through points."""
    nearest = min(hypot(point.x - at.x, point.y - at.y) for point in points)
    for a, b in pairwise(points):
        along = (b.x - a.x) ** 2 + (b.y - a.y) ** 2
        if along > 0:
            share = min(max(((at.x - a.x) * (b.x - a.x) + (at.y - a.y) * (b.y - a.y)) / along, 0.0), 1.0)
            nearest = min(nearest, hypot(a.x + share * (b.x - a.x) - at.x, a.y + share * (b.y - a.y) - at.y))
    return nearest
