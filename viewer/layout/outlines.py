"""The outline of each kind of node: how much room its words need, its contour, and where a line meets it.

The layout clips arrows with these contours and the scene draws the same ones, so an arrow ends on what is seen.
Kinds follow SBGN Activity Flow where it has a sign that a class can tell apart, CellDesigner for the receptor.
"""

from __future__ import annotations

from math import ceil, cos, pi, sin
from typing import NamedTuple

from viewer.layout.geometry import Box, Point
from viewer.model.diagram import Kind


class MoveTo(NamedTuple):
    """Begin a contour."""

    to: Point


class LineTo(NamedTuple):
    """A straight piece."""

    to: Point


class CurveTo(NamedTuple):
    """A cubic Bézier piece with its two control points."""

    first: Point
    second: Point
    to: Point


class Close(NamedTuple):
    """Back to the contour's beginning."""


Command = MoveTo | LineTo | CurveTo | Close
Outline = tuple[Command, ...]

_KAPPA = 0.5522847498  # a quarter circle as one cubic piece
_STEPS = 8  # pieces of a flattened quarter curve: off by less than 0.1 px at these sizes

_TAGS = {
    Kind.DRUG: "Rx",
    Kind.PROCEDURE: "Pr",
    Kind.NEUROTRANSMITTER: "NT",
    Kind.ION: "Ion",
    Kind.RECEPTOR: "Rc",
    Kind.PROTEIN: "P",
    Kind.PROCESS: "Ev",
    Kind.PATHWAY: "Pw",
    Kind.CELL: "Cell",
    Kind.REGION: "Reg",
    Kind.EFFECT: "Eff",
    Kind.CONDITION: "Con",
    Kind.RISK: "!",
    Kind.FACTOR: "Fac",
}


def tag_of(kind: Kind) -> str:
    """Return the letters that name the kind outside the outline."""
    return _TAGS[kind]


def size_for(kind: Kind, width: float, height: float) -> tuple[float, float]:
    """Return the outline's size around words of this width and height, in whole multiples of 4 px."""
    tall = height + 18
    if kind is Kind.RECEPTOR:
        # The V at the top and the foot take room of their own.
        wide, tall = width + 44, tall + 8
    elif kind is Kind.DRUG:
        wide = width + 36 + 0.42 * tall
    elif kind is Kind.NEUROTRANSMITTER:
        wide, tall = width * 1.12 + 36, tall + (height - 18) * 0.35
    elif kind is Kind.ION:
        side = max(44.0, (width**2 + height**2) ** 0.5 + 18)
        wide = tall = side
    elif kind is Kind.PATHWAY:
        wide = width + 48
    elif kind is Kind.CONDITION:
        wide, tall = width + 60, tall + 4
    elif kind in (Kind.EFFECT, Kind.PROCEDURE, Kind.REGION, Kind.RISK):
        wide = width + 36 + 0.5 * tall
    elif kind is Kind.FACTOR:
        wide = width + 32 + 0.4 * tall
    elif kind is Kind.CELL:
        wide, tall = width + 44, tall + 4
    else:
        wide = width + 36
    return 4 * ceil(wide / 4), 4 * ceil(tall / 4)


def words_centre(kind: Kind, box: Box) -> Point:
    """Return where the middle of the words stands: beside a capsule's cap, under a receptor's V."""
    x, y = box.centre
    if kind is Kind.DRUG:
        x += 0.21 * box.height
    elif kind is Kind.RISK:
        x += 0.25 * box.height
    elif kind is Kind.FACTOR:
        x -= 0.16 * box.height
    elif kind is Kind.RECEPTOR:
        y += 0.03 * box.height
    return Point(x, y)


def outline_of(kind: Kind, box: Box) -> Outline:
    """Return the closed outer contour of a node of this kind that fills ``box``."""
    if kind in (Kind.NEUROTRANSMITTER, Kind.ION):
        return _ellipse(box)
    if kind is Kind.DRUG:
        return rounded(box, box.height / 2)
    if kind is Kind.PROTEIN:
        return rounded(box, min(10.0, box.height / 2))
    if kind is Kind.CELL:
        return rounded(box, min(16.0, box.height / 2))
    return _polygon(_corners(kind, box))


def _corners(kind: Kind, box: Box) -> tuple[Point, ...]:
    left, top, right, bottom = box.x, box.y, box.right, box.bottom
    middle, centre = box.centre.y, box.centre.x
    slant = min(box.height * 0.30, box.width * 0.2)
    if kind is Kind.RECEPTOR:
        dip, foot = box.height * 0.16, box.height * 0.14
        return (
            Point(left, top),
            Point(centre, top + dip),
            Point(right, top),
            Point(right, bottom - foot),
            Point(centre, bottom),
            Point(left, bottom - foot),
        )
    if kind is Kind.PROCEDURE:
        return (
            Point(left, top),
            Point(right, top),
            Point(right - slant, middle),
            Point(right, bottom),
            Point(left, bottom),
            Point(left + slant, middle),
        )
    if kind in (Kind.EFFECT, Kind.CONDITION):
        return (
            Point(left + slant, top),
            Point(right - slant, top),
            Point(right, middle),
            Point(right - slant, bottom),
            Point(left + slant, bottom),
            Point(left, middle),
        )
    if kind is Kind.REGION:
        return (
            Point(left + slant, top),
            Point(right, top),
            Point(right - slant, bottom),
            Point(left, bottom),
        )
    if kind is Kind.RISK:
        cut = min(box.height * 0.28, box.width * 0.2)
        return (
            Point(left + cut, top),
            Point(right - cut, top),
            Point(right, top + cut),
            Point(right, bottom - cut),
            Point(right - cut, bottom),
            Point(left + cut, bottom),
            Point(left, bottom - cut),
            Point(left, top + cut),
        )
    if kind is Kind.FACTOR:
        return (
            Point(left, top),
            Point(right - slant, top),
            Point(right, middle),
            Point(right - slant, bottom),
            Point(left, bottom),
        )
    return Point(left, top), Point(right, top), Point(right, bottom), Point(left, bottom)


def rounded(box: Box, radius: float) -> Outline:
    """Return a rectangle with round corners; the radius is held within half of the shorter side."""
    r = min(radius, box.width / 2, box.height / 2)
    k = r * (1 - _KAPPA)
    left, top, right, bottom = box.x, box.y, box.right, box.bottom
    return (
        MoveTo(Point(left + r, top)),
        LineTo(Point(right - r, top)),
        CurveTo(Point(right - k, top), Point(right, top + k), Point(right, top + r)),
        LineTo(Point(right, bottom - r)),
        CurveTo(Point(right, bottom - k), Point(right - k, bottom), Point(right - r, bottom)),
        LineTo(Point(left + r, bottom)),
        CurveTo(Point(left + k, bottom), Point(left, bottom - k), Point(left, bottom - r)),
        LineTo(Point(left, top + r)),
        CurveTo(Point(left, top + k), Point(left + k, top), Point(left + r, top)),
        Close(),
    )


def _ellipse(box: Box) -> Outline:
    x, y = box.centre
    a, b = box.width / 2, box.height / 2
    u, v = a * _KAPPA, b * _KAPPA
    return (
        MoveTo(Point(x + a, y)),
        CurveTo(Point(x + a, y + v), Point(x + u, y + b), Point(x, y + b)),
        CurveTo(Point(x - u, y + b), Point(x - a, y + v), Point(x - a, y)),
        CurveTo(Point(x - a, y - v), Point(x - u, y - b), Point(x, y - b)),
        CurveTo(Point(x + u, y - b), Point(x + a, y - v), Point(x + a, y)),
        Close(),
    )


def _polygon(corners: tuple[Point, ...]) -> Outline:
    return (MoveTo(corners[0]), *(LineTo(corner) for corner in corners[1:]), Close())


def corners_of(kind: Kind, box: Box) -> tuple[Point, ...]:
    """Return the contour as the corners of a polygon, curves flattened: for hit tests and for clipping."""
    if kind in (Kind.NEUROTRANSMITTER, Kind.ION):
        x, y = box.centre
        count = 4 * _STEPS
        return tuple(
            Point(x + box.width / 2 * cos(2 * pi * i / count), y + box.height / 2 * sin(2 * pi * i / count))
            for i in range(count)
        )
    if kind in (Kind.DRUG, Kind.PROTEIN, Kind.CELL):
        return flattened(outline_of(kind, box))
    return _corners(kind, box)


def flattened(outline: Outline) -> tuple[Point, ...]:
    """Return the points of an outline's contours with every curve cut into short straight pieces."""
    points: list[Point] = []
    for command in outline:
        if isinstance(command, CurveTo):
            start = points[-1]
            points.extend(
                bezier_point(start, command.first, command.second, command.to, i / _STEPS)
                for i in range(1, _STEPS + 1)
            )
        elif not isinstance(command, Close):
            points.append(command.to)
    return tuple(points)


def bezier_point(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    """Return the point at parameter ``t`` (0 to 1) of a cubic Bézier curve."""
    s = 1 - t
    p, q, r, w = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
    return Point(p * a.x + q * b.x + r * c.x + w * d.x, p * a.y + q * b.y + r * c.y + w * d.y)


def contains(corners: tuple[Point, ...], point: Point) -> bool:
    """Whether a polygon holds a point (even-odd rule)."""
    inside = False
    previous = corners[-1]
    for corner in corners:
        if (corner.y > point.y) != (previous.y > point.y):
            crossing = (previous.x - corner.x) * (point.y - corner.y) / (previous.y - corner.y) + corner.x
            if point.x < crossing:
                inside = not inside
        previous = corner
    return inside
