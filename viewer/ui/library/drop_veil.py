"""What lies over the panel while files are dragged across it: where they may fall, and what happens then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from viewer.ui.typeset.style import Style

_INSET = 8
_RADIUS = 12


class DropVeil(QWidget):
    """Hidden until something is dragged; never takes the pointer itself."""

    def __init__(self, words: str, parent: QWidget) -> None:
        """Take what is said on the veil."""
        super().__init__(parent)
        self._words = words
        self._style: Style | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def set_style(self, style: Style) -> None:
        """Take faces and colours."""
        self._style = style
        self.update()

    # Qt's own names

    def paintEvent(self, event: QPaintEvent) -> None:
        style = self._style
        if style is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        painter.setPen(QPen(style.colour("accent"), 2))
        painter.setBrush(style.colour("accent_tint"))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        painter.setPen(style.colour("text"))
        painter.setFont(style.text.font)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(box.adjusted(16, 16, -16, -16), flags, self._words)
