"""Shift+F10 opens the menu of what has the keyboard: not every desktop, nor every keyboard, has a key for menus."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget


class MenuKey(QShortcut):
    """Belongs to a window, and asks the widget in it that has the keyboard for its menu."""

    def __init__(self, window: QWidget) -> None:
        """Take the window."""
        super().__init__(QKeySequence("Shift+F10"), window)
        self.activated.connect(self._on_self_activated)

    def _on_self_activated(self) -> None:
        widget = QApplication.focusWidget()
        if widget is not None:
            at = widget.rect().center()
            event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, widget.mapToGlobal(at))
            QCoreApplication.sendEvent(widget, event)
