"""A large button of the speaker's window: Space and Enter press it, every other key belongs to the show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

LEAST = 44


class DeskButton(QPushButton):
    """At least 44 px wide and high, for fingers."""

    def __init__(self, text: str, key: str, tip: str, parent: QWidget, *, checkable: bool = False) -> None:
        """Take the word, the key that does the same, and what it does."""
        super().__init__(text, parent)
        self.setToolTip(f"{tip} ({key})" if key else tip)
        self.setAccessibleDescription(tip)
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for the word and a finger."""
        return super().sizeHint().expandedTo(QSize(LEAST + 12, LEAST + 4))

    def minimumSizeHint(self) -> QSize:
        """Return room for a finger."""
        return super().minimumSizeHint().expandedTo(QSize(LEAST, LEAST))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Space and Enter; leave the rest to the window."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        else:
            event.ignore()
