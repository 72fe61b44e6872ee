"""How much room ink takes: strokes, halos and words included, so that no picture is ever cropped.

Lengths are pixels at 100 %.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from viewer.layout.geometry import Box, Point
from viewer.layout.outlines import Close, CurveTo, bezier_point
from viewer.scene.ink.marks import Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from viewer.layout.geometry import TextMeasurer
    from viewer.layout.outlines import Outline
    from viewer.scene.ink.marks import Mark, Words

HALO = 4.0
"""The clear band around haloed letters."""

_ASCENT, _DESCENT = 1.0, 0.32  # of the type's size: room for accents and for fonts that stand in
_MITRE = 1.5  # a sharp join reaches out further than half of the line


def extent_of(marks: Iterable[Mark], measurer: TextMeasurer) -> Box | None:
    """Return the smallest box that holds all that these marks put on paper, or None where there are none."""
    whole: Box | None = None
    for mark in marks:
        box = _shape_extent(mark) if isinstance(mark, Shape) else words_extent(mark, measurer)
        if box is not None:
            whole = box if whole is None else whole.united(box)
    return whole


def words_extent(words: Words, measurer: TextMeasurer) -> Box:
    """Return the box of a line of text with its halo."""
    width = measurer.width(words.text, words.role)
    left = words.at.x - {"start": 0.0, "middle": width / 2, "end": width}[words.anchor]
    size = words.role.pixels
    box = Box(left, words.at.y - _ASCENT * size, width, (_ASCENT + _DESCENT) * size)
    return box.grown(HALO) if words.halo else box


def _shape_extent(shape: Shape) -> Box | None:
    if shape.fill is None and shape.stroke is None:
        return None
    points = tuple(_extremes(shape.outline))
    if not points:
        return None
    left, right = min(point.x for point in points), max(point.x for point in points)
    top, bottom = min(point.y for point in points), max(point.y for point in points)
    reach = shape.stroke.width / 2 * _MITRE if shape.stroke else 0.0
    return Box(left, top, right - left, bottom - top).grown(reach)


def _extremes(outline: Outline) -> Iterator[Point]:
    """Yield points whose bounds are the outline's: ends of pieces, and where a curve turns back."""
    pen = Point(0.0, 0.0)
    for command in outline:
        if isinstance(command, Close):
            continue
        if isinstance(command, CurveTo):
            curve = (pen, command.first, command.second, command.to)
            for axis in (0, 1):
                for t in _turns(*(point[axis] for point in curve)):
                    yield bezier_point(*curve, t)
        pen = command.to
        yield pen


def _turns(a: float, b: float, c: float, d: float) -> Iterator[float]:
    """Yield the parameters inside a cubic at which one coordinate stops growing or shrinking."""
    square, linear, constant = d - 3 * c + 3 * b - a, 2 * (c - 2 * b + a), b - a
    if abs(square) < 1e-9:
        roots = [-constant / linear] if abs(linear) > 1e-9 else []
    else:
        under = linear * linear - 4 * square * constant
        if under < 0:
            return
        root = sqrt(under)
        roots = [(-linear + root) / (2 * square), (-linear - root) / (2 * square)]
    yield from (t for t in roots if 0 < t < 1)
