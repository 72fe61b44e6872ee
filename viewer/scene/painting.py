"""Puts ink on a device. Everything that can be made beforehand is made once, so that painting is cheap."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QStaticText

from viewer.layout.outlines import Close, CurveTo, LineTo, MoveTo
from viewer.scene.fonts import font_for
from viewer.scene.ink.marks import Shape, Words

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QRegion

    from viewer.layout.geometry import TextRole
    from viewer.layout.outlines import Outline
    from viewer.scene.ink.marks import Ink, Stroke

_HALO = 3.0
_CAPS = {"butt": Qt.PenCapStyle.FlatCap, "round": Qt.PenCapStyle.RoundCap}
_JOINS = {"miter": Qt.PenJoinStyle.MiterJoin, "round": Qt.PenJoinStyle.RoundJoin}
_NO_PEN = QPen(Qt.PenStyle.NoPen)
_NO_BRUSH = QBrush(Qt.BrushStyle.NoBrush)


def paint(painter: QPainter, ink: Ink) -> None:
    """Paint ink once; for ink that is painted again and again, keep a ``Compiled``."""
    Compiled(ink).paint(painter)


class Compiled:
    """Ink as paths, pens, brushes and fonts. Made and painted on the GUI thread, or both on one other thread."""

    __slots__ = ("_steps", "bounds")

    def __init__(self, ink: Ink) -> None:
        """Compile ``ink``; ``bounds`` is what it covers, strokes and letters included."""
        self._steps: list[_PathStep | _WordsStep] = []
        bounds = QRectF()
        for mark in ink:
            match mark:
                case Shape():
                    step: _PathStep | _WordsStep = _PathStep(mark)
                case Words():
                    step = _WordsStep(mark)
                case _:
                    assert_never(mark)
            self._steps.append(step)
            bounds = bounds.united(step.bounds)
        self.bounds = bounds

    def paint(
        self, painter: QPainter, words: bool = True, within: QRectF | None = None, region: QRegion | None = None
    ) -> None:
        """Paint everything in order; without the words where they are too small to be read.

        Marks that lie wholly outside ``region`` are left out, a clipped painter would not show them.
        Words that are not whole ``within`` a part of the page are left out, with all lines of their kind.
        """
        cut = self._cut_by(within) if within is not None and words else ()
        for step in self._steps:
            if region is not None and not region.intersects(step.rect):
                continue
            if isinstance(step, _PathStep) or (words and step.role not in cut):
                step.paint(painter)

    def _cut_by(self, within: QRectF) -> frozenset[TextRole]:
        if within.contains(self.bounds):
            return frozenset()
        return frozenset(
            step.role for step in self._steps if isinstance(step, _WordsStep) and not within.contains(step.bounds)
        )


class _PathStep:
    __slots__ = ("_brush", "_opacity", "_path", "_pen", "bounds", "rect")

    def __init__(self, shape: Shape) -> None:
        self._path = path_of(shape.outline)
        if shape.opacity < 1 and shape.fill is not None and shape.stroke is not None:
            self._path, shape = _grown(self._path, shape.stroke), shape._replace(stroke=None)
        self._pen = _NO_PEN if shape.stroke is None else _pen(shape.stroke)
        self._brush = _NO_BRUSH if shape.fill is None else _brush(shape.fill)
        self._opacity = shape.opacity
        reach = 0.0 if shape.stroke is None else shape.stroke.width * (1.5 if shape.stroke.join == "miter" else 0.5)
        self.bounds = self._path.controlPointRect().adjusted(-reach, -reach, reach, reach)
        self.rect = self.bounds.toAlignedRect()

    def paint(self, painter: QPainter) -> None:
        painter.setPen(self._pen)
        painter.setBrush(self._brush)
        if self._opacity == 1.0:
            painter.drawPath(self._path)
        else:
            before = painter.opacity()
            painter.setOpacity(before * self._opacity)
            painter.drawPath(self._path)
            painter.setOpacity(before)


def _grown(path: QPainterPath, stroke: Stroke) -> QPainterPath:
    """Return a shape together with its border: a veil of one colour is laid once, and to widen it is dear."""
    from PySide6.QtGui import QPainterPathStroker

    return path.united(QPainterPathStroker(_pen(stroke)).createStroke(path))


class _WordsStep:
    __slots__ = ("_at", "_font", "_halo", "_pen", "_text", "bounds", "rect", "role")

    def __init__(self, words: Words) -> None:
        # Laid out once; drawn three times as fast as plain text.
        self._text = QStaticText(words.text)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        self.role = words.role
        self._font: QFont = font_for(words.role)
        metrics = _metrics(words.role)
        width = metrics.horizontalAdvance(words.text)
        shift = {"start": 0.0, "middle": width / 2, "end": width}[words.anchor]
        x, y = words.at.x - shift, words.at.y
        self._at = QPointF(x, y - metrics.ascent())
        self._pen = QPen(_colour(words.colour))
        self._halo = None if words.halo is None else _brush(words.halo)
        self.bounds = QRectF(x - 1, y - metrics.ascent(), width + 2, metrics.height())
        if self._halo is not None:
            self.bounds.adjust(1 - _HALO, 0, _HALO - 1, 0)
        self.rect = self.bounds.toAlignedRect()

    def paint(self, painter: QPainter) -> None:
        if self._halo is not None:
            painter.setPen(_NO_PEN)
            painter.setBrush(self._halo)
            painter.drawRoundedRect(self.bounds, _HALO, _HALO)
        painter.setPen(self._pen)
        painter.setFont(self._font)
        painter.drawStaticText(self._at, self._text)


def path_of(outline: Outline) -> QPainterPath:
    """Return an outline as Qt's path."""
    path = QPainterPath()
    for command in outline:
        match command:
            case LineTo(to):
                path.lineTo(*to)
            case CurveTo(first, second, to):
                path.cubicTo(*first, *second, *to)
            case MoveTo(to):
                path.moveTo(*to)
            case Close():
                path.closeSubpath()
            case _:
                assert_never(command)
    return path


@lru_cache(maxsize=256)
def _pen(stroke: Stroke) -> QPen:
    pen = QPen(_colour(stroke.colour), stroke.width)
    pen.setCapStyle(_CAPS[stroke.cap])
    pen.setJoinStyle(_JOINS[stroke.join])
    pen.setMiterLimit(4.0)
    if stroke.dash:
        # Qt counts dashes in widths of the pen.
        pen.setDashPattern([length / stroke.width for length in stroke.dash])
    return pen


@lru_cache(maxsize=256)
def _colour(colour: str) -> QColor:
    return QColor(colour)


@lru_cache(maxsize=256)
def _brush(colour: str) -> QBrush:
    return QBrush(_colour(colour))


@lru_cache(maxsize=32)
def _metrics(role: TextRole) -> QFontMetricsF:
    return QFontMetricsF(font_for(role))
