"""A small field that narrows a list down while one types; Escape empties it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from viewer.ui.typeset.style import Style

_HEIGHT = 28


class FilterField(QLineEdit):
    """Signals: ``left()`` when the keyboard shall go on to the list, by Escape, Enter or Down."""

    left = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        """Take what the empty field says."""
        super().__init__(parent)
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setClearButtonEnabled(False)
        self.setMaxLength(200)

    def set_style(self, style: Style) -> None:
        """Take faces and colours."""
        self.setFont(style.text.font)
        self.setFixedHeight(max(_HEIGHT, style.px(_HEIGHT)))
        self.setStyleSheet(field_sheet(style))

    # Qt's own names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


def field_sheet(style: Style, *, left: int = 8, right: int = 8) -> str:
    """Return the style sheet of a quiet text field with this padding; the focus ring is the accent."""
    theme = style.theme
    # Where the ground is the field's own colour, as in high contrast, an edge shows where the field is.
    edge = theme.hairline if theme.field == theme.panel else theme.field
    return (
        f"QLineEdit {{ background: {theme.field}; color: {theme.text}; border: 2px solid {edge};"
        f" border-radius: 6px; padding: 0 {right}px 0 {left}px; selection-background-color: {theme.accent};"
        f" selection-color: {theme.on_accent}; placeholder-text-color: {theme.second}; }}"
        f"QLineEdit:focus {{ border-color: {theme.accent}; }}"
    )
