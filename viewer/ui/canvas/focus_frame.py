"""The ring round the diagram while Tab has brought the keyboard there: without a selection, nothing else shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from viewer.ui.parts.focus_ring import paint_ring

if TYPE_CHECKING:
    from viewer.scene.theme import Theme

_BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class FocusFrame(QWidget):
    """Lies over a widget, which owns it, and lets the mouse through."""

    def __init__(self, around: QWidget) -> None:
        """Take the widget; its frame is hidden until the keyboard comes."""
        super().__init__(around)
        self._around = around
        self._theme: Theme | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        around.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours."""
        self._theme = theme
        self.update()

    # Qt's own names

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.FocusIn and isinstance(event, QFocusEvent) and event.reason() in _BY_KEYS:
            self._cover()
            self.show()
            self.raise_()
        elif kind in (QEvent.Type.FocusOut, QEvent.Type.MouseButtonPress):
            self.hide()
        elif kind == QEvent.Type.Resize:
            self._cover()
        return False

    def _cover(self) -> None:
        self.setGeometry(self._around.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is not None:
            paint_ring(QPainter(self), QRectF(self.rect()), self._theme)
