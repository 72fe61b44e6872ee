"""Badges: the disc on an arrow's line whose sign says more, less or unsettled where colour cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.layout.geometry import SIGN, Box, Point
from viewer.layout.outlines import CurveTo, LineTo, MoveTo, outline_of
from viewer.model.diagram import Kind
from viewer.scene.ink.lettering import baselines
from viewer.scene.ink.marks import Shape, Stroke, Words

if TYPE_CHECKING:
    from viewer.layout.outlines import Outline
    from viewer.scene.ink.marks import Mark

BADGE_RADIUS = 8.5
RING_REACH = 4.25
"""How far the ring of a selected badge reaches past its disc."""


def badge_ink(sign: str, centre: Point, colour: str, width: float, ground: str, ring: str | None) -> list[Mark]:
    """Draw a sign in its disc, lines of ``width`` pixels, the disc filled with ``ground``.

    ``ring`` is the colour of the ring round the badge of a selected arrow, None for no ring.
    """
    marks: list[Mark] = []
    if ring is not None:
        marks.append(Shape(_disc(centre, BADGE_RADIUS + RING_REACH), fill=ring))
        marks.append(Shape(_disc(centre, BADGE_RADIUS + 2.5), fill=ground))
    marks.append(Shape(_disc(centre, BADGE_RADIUS), fill=ground, stroke=Stroke(colour, width)))
    strokes = _sign_strokes(sign, centre)
    if strokes:
        pen = Stroke(colour, width, cap="round", join="round")
        marks.extend(Shape(stroke, stroke=pen) for stroke in strokes)
    else:
        (_, y), *_ = baselines(centre.y, (sign,), SIGN)
        marks.append(Words(sign, Point(centre.x, y), SIGN, colour))
    return marks


def _disc(centre: Point, radius: float) -> Outline:
    return outline_of(Kind.ION, Box(centre.x - radius, centre.y - radius, 2 * radius, 2 * radius))


def _sign_strokes(sign: str, centre: Point) -> tuple[Outline, ...]:
    """Return a sign as lines, which stay crisp where a letter would not; none for a sign that is a letter."""
    x, y = centre

    def run(*steps: tuple[float, float]) -> Outline:
        first, *rest = (Point(x + dx, y + dy) for dx, dy in steps)
        return (MoveTo(first), *(LineTo(point) for point in rest))

    match sign:
        case "+":
            return run((-4, 0), (4, 0)), run((0, -4), (0, 4))
        case "−":
            return (run((-4, 0), (4, 0)),)
        case "↑":
            return run((0, 4.2), (0, -4)), run((-3.2, -0.9), (0, -4.2), (3.2, -0.9))
        case "↓":
            return run((0, -4.2), (0, 4)), run((-3.2, 0.9), (0, 4.2), (3.2, 0.9))
        case "~":
            wave = (
                MoveTo(Point(x - 4.4, y + 1.2)),
                CurveTo(Point(x - 2.8, y - 2.6), Point(x - 1.4, y - 1.9), Point(x, y)),
                CurveTo(Point(x + 1.4, y + 1.9), Point(x + 2.8, y + 2.6), Point(x + 4.4, y - 1.2)),
            )
            return (wave,)
        case _:
            return ()
