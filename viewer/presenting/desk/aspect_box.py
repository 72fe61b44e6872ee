"""Keeps a widget in the shape of the audience's screen, so that the speaker sees the same frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QResizeEvent


class AspectBox(QWidget):
    """Holds one widget at a ratio, as large as it fits, at the top of its room."""

    def __init__(self, inside: QWidget, parent: QWidget, least: QSize) -> None:
        """Take the widget that is held; it is never smaller than ``least``."""
        super().__init__(parent)
        self._inside = inside
        self._ratio = 16 / 9
        inside.setParent(self)
        self.setMinimumSize(least)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_shape(self, size: QSize) -> None:
        """Take the shape of a screen."""
        ratio = size.width() / size.height() if size.height() > 0 else self._ratio
        if ratio != self._ratio:
            self._ratio = ratio
            self._place()

    def _place(self) -> None:
        width = min(self.width(), round(self.height() * self._ratio))
        self._inside.setGeometry((self.width() - width) // 2, 0, width, round(width / self._ratio))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the shape."""
        super().resizeEvent(event)
        self._place()
