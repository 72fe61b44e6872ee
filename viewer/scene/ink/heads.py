"""Arrowheads: the sign at an arrow's end that says what it does there, and how much of the line it takes."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from viewer.layout.geometry import Box, Point
from viewer.layout.outlines import Close, LineTo, MoveTo, outline_of
from viewer.model.diagram import Kind, Relation
from viewer.scene.ink.marks import Shape, Stroke

if TYPE_CHECKING:
    from viewer.layout.outlines import Outline


class Head(StrEnum):
    """The forms of arrowheads."""

    TRIANGLE = "triangle"
    BAR = "bar"
    VEE = "vee"
    BALL = "ball"
    DIAMOND = "diamond"
    SQUARE = "square"


HEADS = {
    Relation.ACTIVATES: Head.TRIANGLE,
    Relation.INHIBITS: Head.BAR,
    Relation.INCREASES: Head.TRIANGLE,
    Relation.DECREASES: Head.BAR,
    Relation.LEADS_TO: Head.VEE,
    Relation.RELEASES: Head.VEE,
    Relation.BINDS: Head.BALL,
    Relation.MODULATES: Head.DIAMOND,
    Relation.PART_OF: Head.SQUARE,
}

_LENGTH = {Head.TRIANGLE: 11.0, Head.BAR: 4.0, Head.VEE: 9.0, Head.BALL: 9.0, Head.DIAMOND: 14.0, Head.SQUARE: 9.0}


def head_length(head: Head, size: float = 1.0) -> float:
    """Return how far the head reaches back from its tip, in pixels at this size."""
    return _LENGTH[head] * size


def line_stop(head: Head, width: float, size: float = 1.0) -> float:
    """Return how far before the tip a line of this width ends: inside a filled head, at the back of a hollow one."""
    if head is Head.VEE:
        # The line runs into the corner, short enough not to blunt the point.
        return width * 0.9
    return _LENGTH[head] * size - 0.75


def head_shape(
    head: Head, tip: Point, way: Point, colour: str, width: float, ground: str, size: float = 1.0
) -> Shape:
    """Draw a head with its point at ``tip``, arriving along the unit vector ``way``.

    ``width`` is the width of the arrow's line, ``ground`` fills a hollow head; ``size`` scales it.
    """
    length = _LENGTH[head] * size

    def at(back: float, aside: float) -> Point:
        return Point(tip.x - way.x * back - way.y * aside, tip.y - way.y * back + way.x * aside)

    match head:
        case Head.TRIANGLE:
            return Shape(_closed(tip, at(length, 5.5 * size), at(length, -5.5 * size)), fill=colour)
        case Head.BAR:
            thick, wide = length + max(0.0, width - 2.75), 8.0 * size
            return Shape(_closed(at(0, wide), at(thick, wide), at(thick, -wide), at(0, -wide)), fill=colour)
        case Head.VEE:
            inset = width * 0.75
            wings = (MoveTo(at(length, 5.5 * size)), LineTo(at(inset, 0)), LineTo(at(length, -5.5 * size)))
            return Shape(wings, stroke=Stroke(colour, width, cap="round"))
        case Head.BALL:
            centre, radius = at(length / 2, 0), length / 2
            ball = Box(centre.x - radius, centre.y - radius, 2 * radius, 2 * radius)
            return Shape(outline_of(Kind.ION, ball), fill=colour)
        case Head.DIAMOND:
            line = min(width, 2.25)
            corners = (at(line, 0), at(length / 2, 4.75 * size), at(length - line, 0), at(length / 2, -4.75 * size))
            return Shape(_closed(*corners), fill=ground, stroke=Stroke(colour, line))
        case Head.SQUARE:
            half, near, far = 3.75 * size, width / 2, length - width / 2
            corners = (at(near, half), at(far, half), at(far, -half), at(near, -half))
            return Shape(_closed(*corners), fill=ground, stroke=Stroke(colour, width))


def _closed(first: Point, *others: Point) -> Outline:
    return (MoveTo(first), *(LineTo(point) for point in others), Close())
