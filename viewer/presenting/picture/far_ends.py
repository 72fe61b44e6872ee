"""The names of what a step's arrows come from or lead to outside the frame, written where they cross its border.

An arrow that is too long to be read whole is not followed to its other end; its name says where that is.
"""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPen

from viewer.layout.geometry import VERB, Box, Point
from viewer.model.diagram import Edge
from viewer.presenting.picture.focus import node_box
from viewer.presenting.picture.framing import meeting
from viewer.scene.fonts import font_for
from viewer.scene.view.touch import flattened_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QPainter

    from viewer.layout.geometry import EdgePlace, Layout, TextMeasurer
    from viewer.model.diagram import Diagram, ElementId
    from viewer.scene.theme import Theme

_PAD, _HIGH = 8.0, 20.0
_OFF = 10.0  # a name that touches a node would be taken for its own
_HALVINGS, _PARTS = 12, 10
_BESIDE = 3.0  # and one close under a verb for a part of it
_INWARD = 90.0  # so far along its arrow a name may stand from the border
_SIGN = 11.0  # half the width of an arrow's sign


class FarEnd(NamedTuple):
    """Words at the border of a frame, and their box on the page."""

    words: str
    box: Box


def ends_of(diagram: Diagram, focus: frozenset[ElementId], shown: frozenset[ElementId]) -> tuple[ElementId, ...]:
    """Return the arrows whose ends are named: those in focus, then those that touch a node in focus."""
    seen = [edge for edge in diagram.edges if edge.id in shown]
    touching = (edge.id for edge in seen if edge.id not in focus and focus & {edge.source, edge.target})
    return (*(edge.id for edge in seen if edge.id in focus), *touching)


def far_ends(
    diagram: Diagram, layout: Layout, arrows: Iterable[ElementId], room: Box, words: Box, measurer: TextMeasurer
) -> tuple[FarEnd, ...]:
    """Return the names of the ends outside ``room`` of arrows, where there is space beside ``words`` and all else."""
    found: list[FarEnd] = []
    nodes = [box for box in (node_box(layout, name) for name in layout.nodes) if room.holds(box)]
    titles = (group.title for group in layout.groups.values())
    taken = [
        *(box.grown(_OFF) for box in nodes),
        *(box.grown(_BESIDE) for box in _signs(layout.edges.values())),
        *titles,
        words,
    ]
    lines = {
        edge: flattened_path(layout.edges[edge.id].path)
        for edge in (diagram.elements.get(element) for element in arrows)
        if isinstance(edge, Edge) and edge.id in layout.edges
    }
    for edge, line in lines.items():
        for end, said, points in ((edge.source, "from", line), (edge.target, "to", line[::-1])):
            if room.holds(node_box(layout, end)):
                continue
            name = f"{said} {diagram.node(end).label}"
            width = measurer.width(name, VERB) + 2 * _PAD
            # Over the arrow of another element it would be read as the name of both.
            others = [one for other, one in lines.items() if end not in (other.source, other.target)]
            full = [*taken, *(one.box for one in found)]
            places = (_within(room, at, width) for at in _inward(points, room))
            free = (box for box in places if box is not None and not meeting(full, box))
            box = next((box for box in free if not any(_passes(other, box) for other in others)), None)
            if box is not None:
                found.append(FarEnd(name, box))
    return tuple(found)


def paint_far_ends(painter: QPainter, ends: Iterable[FarEnd], theme: Theme) -> None:
    """Write the names over their arrows; the painter is in page pixels."""
    painter.setFont(font_for(VERB))
    for end in ends:
        box = QRectF(*end.box)
        painter.setPen(QPen(QColor(theme.second), 1))
        painter.setBrush(QColor(theme.canvas))
        painter.drawRoundedRect(box, _HIGH / 2, _HIGH / 2)
        painter.setPen(QColor(theme.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, end.words)


def _signs(ways: Iterable[EdgePlace]) -> Iterator[Box]:
    for way in ways:
        if way.lines:
            yield way.label
        if way.badge is not None:
            yield Box(way.badge.x - _SIGN, way.badge.y - _SIGN, 2 * _SIGN, 2 * _SIGN)


def _passes(line: tuple[Point, ...], box: Box) -> bool:
    return any(
        _inside(box, Point(a.x + (b.x - a.x) * part / _PARTS, a.y + (b.y - a.y) * part / _PARTS))
        for a, b in pairwise(line)
        for part in range(_PARTS + 1)
    )


def _entry(points: tuple[Point, ...], room: Box) -> Point | None:
    """Return where a line that begins outside a room first comes into it, None where it never does."""
    for before, point in pairwise(points):
        if _inside(room, point):
            out, into = before, point
            for _ in range(_HALVINGS):
                middle = Point((out.x + into.x) / 2, (out.y + into.y) / 2)
                out, into = (out, middle) if _inside(room, middle) else (middle, into)
            return into
    return None


def _inward(points: tuple[Point, ...], room: Box) -> Iterator[Point]:
    """Yield where a line that begins outside a room first comes into it, and then points of it further in."""
    entry = _entry(points, room)
    if entry is None:
        return
    yield entry
    come = False
    for a, b in pairwise(points):
        come = come or _inside(room, b)
        for part in range(1, _PARTS + 1) if come else ():
            at = Point(a.x + (b.x - a.x) * part / _PARTS, a.y + (b.y - a.y) * part / _PARTS)
            if _inside(room, at) and hypot(at.x - entry.x, at.y - entry.y) <= _INWARD:
                yield at


def _inside(room: Box, point: Point) -> bool:
    return room.x <= point.x <= room.right and room.y <= point.y <= room.bottom


def _within(room: Box, at: Point, width: float) -> Box | None:
    """Return a box of a width round a point, moved into a room; None where it is too wide for it."""
    if width > room.width or room.height < _HIGH:
        return None
    x = min(max(at.x - width / 2, room.x), room.right - width)
    y = min(max(at.y - _HIGH / 2, room.y), room.bottom - _HIGH)
    return Box(x, y, width, _HIGH)
