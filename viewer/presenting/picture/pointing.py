"""Pointing at the picture: a light point, a spotlight, a band to zoom into, at page points that screens share."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPen, QRadialGradient

from viewer.layout.geometry import Box, Point
from viewer.presenting.state.show import Tool

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from viewer.scene.theme import Theme
    from viewer.scene.view.camera import Camera

_LASER = 15.0
_PEN, _RUBBER = 7.0, 22.0
_SPOT = 230.0


class Pointing(NamedTuple):
    """What is pointed at: a page point with a tool, the band that is being dragged, what a pen is drawing."""

    tool: Tool = Tool.NONE
    at: Point | None = None
    band: Box | None = None
    trail: tuple[Point, ...] = ()


def paint_pointing(
    painter: QPainter, pointing: Pointing, camera: Camera, screen: QRectF, theme: Theme, unit: float
) -> None:
    """Draw it; the painter is in screen pixels."""
    if pointing.band is not None:
        corner = camera.to_view(Point(pointing.band.x, pointing.band.y))
        band = QRectF(corner.x, corner.y, pointing.band.width * camera.scale, pointing.band.height * camera.scale)
        painter.setPen(QPen(QColor(theme.accent), 3 * unit))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(band)
        return
    if pointing.at is None:
        return
    at = QPointF(*camera.to_view(pointing.at))
    if pointing.tool is Tool.LASER:
        _laser(painter, at, theme, unit)
    elif pointing.tool is Tool.SPOTLIGHT:
        _spotlight(painter, at, screen, theme, unit)
    elif pointing.tool is Tool.PEN:
        paint_strokes(painter, (pointing.trail,) if pointing.trail else (), camera, theme, unit)
        painter.setPen(QPen(QColor(theme.canvas), 3 * unit))
        painter.setBrush(QColor(theme.danger))
        painter.drawEllipse(at, _PEN * unit, _PEN * unit)
    elif pointing.tool is Tool.RUBBER:
        painter.setPen(QPen(QColor(theme.text), 3 * unit))
        painter.setBrush(QColor(theme.canvas))
        painter.drawEllipse(at, _RUBBER * unit, _RUBBER * unit)


def paint_strokes(
    painter: QPainter, strokes: tuple[tuple[Point, ...], ...], camera: Camera, theme: Theme, unit: float
) -> None:
    """Draw what a pen drew: lines through page points with a clear edge, so that they stand out on any ground."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    paths = [_line([QPointF(*camera.to_view(point)) for point in points]) for points in strokes if points]
    for colour, width in ((theme.canvas, 10.0), (theme.danger, 6.0)):
        pen = QPen(QColor(colour), width * unit)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for path in paths:
            painter.drawPath(path)


def _line(points: list[QPointF]) -> QPainterPath:
    """Return a smooth line: through the middles of its pieces, bent at its points. A single point is a dot."""
    path = QPainterPath(points[0])
    if len(points) == 1:
        path.lineTo(points[0] + QPointF(0.01, 0))
    for a, b in pairwise(points[1:]):
        path.quadTo(a, (a + b) / 2)
    if len(points) > 1:
        path.lineTo(points[-1])
    return path


def _laser(painter: QPainter, at: QPointF, theme: Theme, unit: float) -> None:
    painter.setPen(QPen(QColor(theme.canvas), 4 * unit))
    painter.setBrush(QColor(theme.danger))
    painter.drawEllipse(at, _LASER * unit, _LASER * unit)


def _spotlight(painter: QPainter, at: QPointF, screen: QRectF, theme: Theme, unit: float) -> None:
    shade = QColor(theme.shadow)
    shade.setAlpha(150)
    clear = QColor(theme.shadow)
    clear.setAlpha(0)
    light = QRadialGradient(at, _SPOT * unit)
    light.setColorAt(0.0, clear)
    light.setColorAt(0.9, clear)
    light.setColorAt(1.0, shade)
    whole = QPainterPath()
    whole.addRect(screen)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillPath(whole, QBrush(light))
