"""The ground and the edge of a form's field: seen on every ground, and ringed when it has the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPainter, QPen

from viewer.scene.theme import mixed
from viewer.ui.parts.focus_ring import paint_ring

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

    from viewer.scene.theme import Theme
    from viewer.ui.typeset.style import Style

_RADIUS = 6


def edge_of(theme: Theme) -> str:
    """Return the colour of a field's edge: at least 3:1 against the panel."""
    return mixed(theme.panel, theme.second, 0.75)


def paint_field(painter: QPainter, box: QRectF, style: Style, *, focused: bool) -> None:
    """Paint the field's ground and edge inside ``box``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(style.colour("canvas"))
    painter.setPen(QPen(QColor(edge_of(style.theme)), 1))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    if focused:
        paint_ring(painter, box, style.theme, _RADIUS)
