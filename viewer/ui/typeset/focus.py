"""The ring around what has the keyboard: seen on every ground, inside its own widget so that nothing hides it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

if TYPE_CHECKING:
    from viewer.ui.typeset.style import Style

_WIDTH = 2.0


def paint_focus(painter: QPainter, box: QRectF, style: Style, radius: float = 6.0) -> None:
    """Paint the ring just inside ``box``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(style.colour("accent"), _WIDTH))
    half = _WIDTH / 2
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
