"""The ring around what has the keyboard: inside its own place, so that nothing hides it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

if TYPE_CHECKING:
    from viewer.scene.theme import Theme

_WIDTH = 2.0


def paint_ring(painter: QPainter, box: QRectF, theme: Theme, radius: float = 6.0) -> None:
    """Paint the ring just inside ``box``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.accent), _WIDTH))
    half = _WIDTH / 2
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
