"""The export button: a click opens the export, a drag carries the picture to another program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtWidgets import QApplication

from viewer.ui.parts.flat_button import FlatButton

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QWidget

    from viewer.ui.icons import Icons


class ExportButton(FlatButton):
    """Signals: ``drag_requested()`` when the pointer leaves the button's place with the button held."""

    drag_requested = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        """Show the icon and the word."""
        super().__init__(icons, "export", "Export", parent=parent)
        self._from: QPointF | None = None
        self.setToolTip("Export the picture (Ctrl+Shift+E), or drag it from here into another program")
        self.setAccessibleName("Export the picture")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin."""
        self._from = event.position()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin a drag after some way."""
        held = bool(event.buttons() & Qt.MouseButton.LeftButton)
        if held and self._from is not None:
            way = (event.position() - self._from).manhattanLength()
            if way >= QApplication.startDragDistance():
                self._from = None
                self.setDown(False)
                self.drag_requested.emit()
                return
        super().mouseMoveEvent(event)
