"""Everything that a show can do as large buttons on the picture itself: for fingers, and for a mouse alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPen

from viewer.presenting.desk.buttons import BUTTONS
from viewer.presenting.picture.words import face
from viewer.presenting.sheets.sheet_page import SheetPage

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from viewer.presenting.desk.buttons import Button
    from viewer.presenting.state.keyboard import Keyboard
    from viewer.scene.theme import Theme

_COLUMNS = 5
_LAST = "leave"


class ToolPage(SheetPage):
    """A grid of buttons. Signals: ``verb_requested(str)``, ``end_requested()`` of the show."""

    verb_requested = Signal(str)
    end_requested = Signal()

    def __init__(self, keyboard: Keyboard, theme: Theme, parent: QWidget) -> None:
        """Take the keys, which stand small on the buttons."""
        super().__init__("Tools", theme, parent)
        self._keyboard = keyboard
        self._held: frozenset[str] = frozenset()
        self.setAccessibleDescription("\n".join(button.text for button in BUTTONS))

    def set_held(self, held: frozenset[str]) -> None:
        """Show which buttons are down."""
        if held != self._held:
            self._held = held
            self.update()

    def paint_body(self, painter: QPainter, body: QRectF) -> None:
        """Draw the buttons."""
        unit = self.unit
        for button, cell in self._cells():
            down = button.verb in self._held
            line = QPen(
                QColor(self.theme.accent if down else self.theme.hairline), max(1.0, (5 if down else 2) * unit)
            )
            painter.setPen(line)
            painter.setBrush(QColor(self.theme.accent_tint if down else self.theme.field))
            painter.drawRoundedRect(cell, 12 * unit, 12 * unit)
            painter.setPen(QColor(self.theme.text))
            painter.setFont(face(34 * unit, 500))
            above = cell.adjusted(0, 0, 0, -cell.height() * 0.28)
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, button.text)
            painter.setPen(QColor(self.theme.second))
            painter.setFont(face(22 * unit, 400))
            below = cell.adjusted(0, cell.height() * 0.52, 0, 0)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._keyboard.key_of(button.verb))

    def tap(self, at: QPointF) -> None:
        """Do what a button says; beside the buttons the sheet goes away."""
        for button, cell in self._cells():
            if not cell.contains(at):
                continue
            if button.verb == _LAST:
                self.end_requested.emit()
            else:
                self.verb_requested.emit(button.verb)
            return
        super().tap(at)

    def _cells(self) -> list[tuple[Button, QRectF]]:
        body, gap = self.body, 20 * self.unit
        rows = -(-len(BUTTONS) // _COLUMNS)
        width = (body.width() - gap * (_COLUMNS - 1)) / _COLUMNS
        height = (body.height() - gap * (rows - 1)) / rows
        return [
            (
                button,
                QRectF(
                    body.x() + index % _COLUMNS * (width + gap),
                    body.y() + index // _COLUMNS * (height + gap),
                    width,
                    height,
                ),
            )
            for index, button in enumerate(BUTTONS)
        ]
