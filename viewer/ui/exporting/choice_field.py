"""A field that offers a few choices by name; each has a key that the program knows it by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QComboBox

from viewer.ui.parts.field_edge import paint_field
from viewer.ui.parts.plain_tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPaintEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from viewer.ui.typeset.style import Style

_TALL = 32
_PAD = 10
_ARM = 4.0
_SHORTEST = 12  # letters that are always seen


class ChoiceField(QComboBox):
    """``key()`` is the key of the choice that stands."""

    def __init__(self, choices: Mapping[str, str], style: Style, parent: QWidget | None = None) -> None:
        """Take the choices by key, in their order."""
        super().__init__(parent)
        self._look = style
        self.setFont(style.text.font)
        for number, (key, words) in enumerate(choices.items()):
            self.addItem(words, key)
            self.setItemData(number, plain_tip(words), Qt.ItemDataRole.ToolTipRole)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_SHORTEST)
        self.setFixedHeight(max(_TALL, style.px(_TALL)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def key(self) -> str:
        """Return the key of the choice."""
        return str(self.currentData())

    def choose(self, key: str) -> None:
        """Choose by key; an unknown one chooses the first."""
        self.setCurrentIndex(max(0, self.findData(key)))

    def set_style(self, style: Style) -> None:
        """Take another look."""
        self._look = style
        self.update()

    # Qt's own names

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # a wheel that passes by must not change a choice

    def paintEvent(self, event: QPaintEvent) -> None:
        style = self._look
        painter = QPainter(self)
        paint_field(painter, QRectF(self.rect()), style, focused=self.hasFocus())
        painter.setPen(style.colour("text"))
        painter.setFont(self.font())
        room = QRect(_PAD, 0, self.width() - 2 * _PAD - 16, self.height())
        words = painter.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.setPen(QPen(style.colour("second"), 1.5))
        tip = QPointF(self.width() - _PAD - _ARM, self.height() / 2 + _ARM / 2)
        for side in (-_ARM, _ARM):
            painter.drawLine(tip, tip + QPointF(side, -_ARM))
