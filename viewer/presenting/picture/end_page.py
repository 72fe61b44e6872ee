"""The screen after the last step: black like a screen at rest, with a word that says that this is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor

from viewer.presenting.picture.words import face

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter

    from viewer.presenting.state.keyboard import Keyboard

HEADING = "The end"
_SPELLED = {"PgUp": "Page Up", "PgDown": "Page Down", "Return": "Enter"}


def ways(keyboard: Keyboard) -> str:
    """Return what can be done at the end, by the keys that are in use."""
    back, leave = (keyboard.key_of(name) for name in ("previous", "leave"))
    return f"{_SPELLED.get(back, back)} goes back, {_SPELLED.get(leave, leave)} leaves the show"


def paint_end(painter: QPainter, screen: QRect, unit: float, ways: str) -> None:
    """Write the end in the middle of a black screen, and below it what can be done there."""
    painter.setPen(QColor(Qt.GlobalColor.white))
    middle = screen.center().y()
    for words, pixels, weight, below in ((HEADING, 56, 600, -48), (ways, 30, 400, 32)):
        painter.setFont(face(pixels * unit, weight))
        row = QRectF(screen.x(), middle + (below - 40) * unit, screen.width(), 80 * unit)
        painter.drawText(row, Qt.AlignmentFlag.AlignCenter, words)
