"""How a node looks: its contour, the lines inside that tell its kind, its words and its tag."""

from __future__ import annotations

from math import acos, cos, sin, tan
from typing import TYPE_CHECKING

from viewer.layout.geometry import LABEL, TAG, Box, Point
from viewer.layout.outlines import (
    Close,
    CurveTo,
    LineTo,
    MoveTo,
    corners_of,
    outline_of,
    rounded,
    words_centre,
)
from viewer.model.diagram import Kind
from viewer.scene.ink.lettering import baselines
from viewer.scene.ink.marks import Shape, Stroke, Words
from viewer.scene.ink.tags import tag_of
from viewer.scene.states import State, disputed_dash, line_width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from viewer.layout.geometry import NodePlace
    from viewer.layout.outlines import Outline
    from viewer.model.diagram import Node
    from viewer.scene.ink.marks import Ink, Mark
    from viewer.scene.theme import Theme

BORDER = 2.0
RING_CLEAR = 3.5
RING = 2.5
RING_ROOM = 4.0
"""How much an arrow is shortened at a selected node, so that its head stays clear of the ring."""

_INNER = 1.25
_SHADOW_REACH = 10.0
_SHADOW_DROP = 3.0
_SHADOW_STEPS = 5


def node_ink(
    node: Node,
    place: NodePlace,
    theme: Theme,
    state: State = State.NORMAL,
    ground: str | None = None,
    *,
    weight: float = 1.0,
) -> Ink:
    """Draw a node.

    ``ground`` is the colour it stands on (the canvas where None). ``weight`` scales the widths of lines alone: a
    magnified picture whose lines shall stay thin passes less than 1. A tag whose box has no width is left out.
    """
    ground = theme.canvas if ground is None else ground
    tone = theme.tone(node.kind)
    quiet = state is State.CONTEXT
    border = theme.dim_line if quiet else tone.border
    fill = theme.canvas if quiet else tone.fill
    width = line_width(BORDER, state) * weight
    outline = outline_of(node.kind, place.box)
    stroke = Stroke(border, width, disputed_dash(width) if node.disputed else ())
    marks: list[Mark] = []
    if state is State.SELECTED:
        marks.extend(_ring(outline, theme.accent, ground, width, weight))
    elif state is State.NEIGHBOUR:
        marks.extend(_shadow(node.kind, place.box, theme))
    if node.kind is Kind.PROCESS:
        marks.append(Shape(outline, fill=fill))
        marks.extend(Shape(line, stroke=stroke) for line in _top_and_bottom(place.box, width))
    else:
        marks.append(Shape(outline, fill=fill, stroke=stroke))
    inner = Stroke(border, _INNER * weight)
    marks.extend(_inside(node.kind, place.box, border, inner, width))
    if node.opens is not None:
        marks.append(_way_in(node.kind, place.box, theme.dim_text if quiet else tone.border, weight))
    marks.extend(_label(node, place, theme.dim_text if quiet else theme.ink))
    marks.extend(_tag(node, place, theme.dim_text if quiet else theme.tag, ringed=state is State.SELECTED))
    return tuple(marks)


def _ring(outline: Outline, accent: str, ground: str, width: float, weight: float) -> tuple[Mark, ...]:
    clear = width + 2 * RING_CLEAR
    return (
        Shape(outline, stroke=Stroke(accent, clear + 2 * RING * max(weight, 0.6), join="round")),
        Shape(outline, stroke=Stroke(ground, clear, join="round")),
    )


def _shadow(kind: Kind, box: Box, theme: Theme) -> tuple[Mark, ...]:
    """Lay a soft shadow of a few wide strokes, each adding its share to those that reach less far."""
    if theme.shadow_strength == 0:
        return ()
    outline = outline_of(kind, Box(box.x, box.y + _SHADOW_DROP, box.width, box.height))
    share = theme.shadow_strength / _SHADOW_STEPS
    return tuple(
        Shape(
            outline,
            fill=theme.shadow,
            stroke=Stroke(theme.shadow, 2 * _SHADOW_REACH * step / _SHADOW_STEPS, join="round"),
            opacity=share,
        )
        for step in range(1, _SHADOW_STEPS + 1)
    )


def _top_and_bottom(box: Box, width: float) -> tuple[Outline, Outline]:
    # As long as the fill and its border would be together, so that the corners stay square.
    left, right = box.x - width / 2, box.right + width / 2
    return (
        (MoveTo(Point(left, box.y)), LineTo(Point(right, box.y))),
        (MoveTo(Point(left, box.bottom)), LineTo(Point(right, box.bottom))),
    )


def _inside(kind: Kind, box: Box, border: str, inner: Stroke, width: float) -> tuple[Mark, ...]:
    """Return what stands inside the contour and tells kinds of one shape apart."""
    match kind:
        case Kind.DRUG:
            return (Shape(_cap(box), fill=border),)
        case Kind.ION:
            return (Shape(outline_of(kind, box.grown(-4)), stroke=inner),)
        case Kind.CELL:
            return (Shape(rounded(box.grown(-4), min(12.0, box.height / 2 - 4)), stroke=inner),)
        case Kind.CONDITION:
            within = Box(box.x + 5.5, box.y + 4, box.width - 11, box.height - 8)
            return (Shape(_inset_hexagon(box, within), stroke=inner),)
        case Kind.PATHWAY:
            side = Stroke(inner.colour, max(inner.width, width * 0.8))
            return tuple(
                Shape((MoveTo(Point(x, box.y)), LineTo(Point(x, box.bottom))), stroke=side)
                for x in (box.x + 7, box.right - 7)
            )
        case Kind.RISK:
            return (Shape(_triangle(box), fill=border),)
        case _:
            return ()


def _cap(box: Box) -> Outline:
    """Return the left end of a capsule, cut off by an upright line."""
    radius = min(box.height, box.width) / 2
    across = 0.76 * radius
    middle = Point(box.x + radius, box.centre.y)
    angle = acos((radius - across) / radius)
    handle = 4 / 3 * tan(angle / 4) * radius
    rise = radius * sin(angle)
    left = Point(middle.x - radius, middle.y)
    top = Point(middle.x - radius * cos(angle), middle.y - rise)
    bottom = Point(top.x, middle.y + rise)
    # The handles stand along the circle's tangents at the two ends.
    dx, dy = handle * sin(angle), handle * cos(angle)
    return (
        MoveTo(top),
        CurveTo(Point(top.x - dx, top.y + dy), Point(left.x, left.y - handle), left),
        CurveTo(Point(left.x, left.y + handle), Point(bottom.x - dx, bottom.y - dy), bottom),
        Close(),
    )


def _inset_hexagon(outer: Box, inner: Box) -> Outline:
    """Return a hexagon whose slants run beside those of the outer one."""
    corners = corners_of(Kind.EFFECT, outer)
    slant = (corners[0].x - outer.x) * inner.height / outer.height
    left, right, top, bottom = inner.x, inner.right, inner.y, inner.bottom
    middle = inner.centre.y
    return (
        MoveTo(Point(left + slant, top)),
        LineTo(Point(right - slant, top)),
        LineTo(Point(right, middle)),
        LineTo(Point(right - slant, bottom)),
        LineTo(Point(left + slant, bottom)),
        LineTo(Point(left, middle)),
        Close(),
    )


def _triangle(box: Box) -> Outline:
    x, y = box.x + 9 + 0.27 * box.height, box.centre.y
    half = min(8.5, 0.19 * box.height)
    return (
        MoveTo(Point(x, y - half)),
        LineTo(Point(x + half, y + 0.8 * half)),
        LineTo(Point(x - half, y + 0.8 * half)),
        Close(),
    )


def _way_in(kind: Kind, box: Box, colour: str, weight: float) -> Shape:
    """Draw the small chevron of a node that opens another diagram: at the right, below the word of an ion."""
    half = 3.5
    if kind is Kind.ION:
        half = 2.75
        x, y = box.centre.x - half / 2, box.bottom - 8.4
    else:
        x, y = _right_side(kind, box) - 11, words_centre(kind, box).y
    return Shape(
        (MoveTo(Point(x, y - half)), LineTo(Point(x + half, y)), LineTo(Point(x, y + half))),
        stroke=Stroke(colour, 1.5 * max(weight, 0.75), cap="round", join="round"),
    )


def _right_side(kind: Kind, box: Box) -> float:
    """Return where the clear inside of a node ends on the right, at the height of its middle."""
    if kind in (Kind.PATHWAY, Kind.CONDITION):
        return box.right - 6
    if kind is Kind.CELL:
        return box.right - 3
    if kind in (Kind.PROCEDURE, Kind.REGION):
        return box.right - min(box.height * 0.30, box.width * 0.2) * (1 if kind is Kind.PROCEDURE else 0.5)
    return box.right


def _label(node: Node, place: NodePlace, colour: str) -> Iterator[Mark]:
    centre = words_centre(node.kind, place.box)
    for line, y in baselines(centre.y, place.lines, LABEL):
        yield Words(line, Point(centre.x, y), LABEL, colour)


def _tag(node: Node, place: NodePlace, colour: str, *, ringed: bool) -> Iterator[Mark]:
    tag, box = place.tag, place.box
    if tag.width <= 0:
        return
    middle = tag.centre.y
    if ringed:
        # Out of the ring's way, which takes the room between the node and its tag.
        middle += -RING_ROOM if middle < box.y else RING_ROOM if middle > box.bottom else 0.0
    (_, y), *_ = baselines(middle, ("",), TAG)
    on_the_right = tag.centre.x > box.centre.x
    at = Point(tag.right if on_the_right else tag.x, y)
    yield Words(tag_of(node), at, TAG, colour, "end" if on_the_right else "start")
