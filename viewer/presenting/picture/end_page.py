"""The screen after the last step: black like a screen at rest, with a word that says that this is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor

from viewer.presenting.picture.words import face

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter

HEADING, WAYS = "The end", "Page Up goes back, Esc leaves the show"


def paint_end(painter: QPainter, screen: QRect, unit: float) -> None:
    """Write the end in the middle of a black screen, and below it what can be done there."""
    painter.setPen(QColor(Qt.GlobalColor.white))
    middle = screen.center().y()
    for words, pixels, weight, below in ((HEADING, 56, 600, -48), (WAYS, 30, 400, 32)):
        painter.setFont(face(pixels * unit, weight))
        row = QRectF(screen.x(), middle + (below - 40) * unit, screen.width(), 80 * unit)
        painter.drawText(row, Qt.AlignmentFlag.AlignCenter, words)
