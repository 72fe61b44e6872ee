"""Pointing at the picture: a light point, a spotlight, a band to zoom into, at page points that screens share."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPen, QRadialGradient

from viewer.layout.geometry import Box, Point
from viewer.presenting.show import Tool

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from viewer.scene.theme import Theme
    from viewer.scene.view.camera import Camera

_LASER = 15.0
_SPOT = 230.0


class Pointing(NamedTuple):
    """What is pointed at: a page point with a tool, and the band that is being dragged, if any."""

    tool: Tool = Tool.NONE
    at: Point | None = None
    band: Box | None = None


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
