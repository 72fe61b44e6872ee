"""A check box whose square is seen on every ground: the accent when it is on, a plain edge when it is off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox

from viewer.ui.parts.focus_ring import paint_ring

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from viewer.ui.typeset.style import Style

_SIDE = 16
_GAP = 8
_OUT = 4
_LEAST = 26
_TICK = ((0.24, 0.52), (0.43, 0.71), (0.77, 0.30))  # shares of the square


class CheckBox(QCheckBox):
    """The whole row is the target."""

    def __init__(self, text: str, style: Style, parent: QWidget | None = None) -> None:
        """Take the words and the look."""
        super().__init__(text, parent)
        self._look = style
        self.setFont(style.text.font)

    def set_style(self, style: Style) -> None:
        """Take another look."""
        self._look = style
        self.update()

    # Qt's own names

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        side = self._look.px(_SIDE)
        return QSize(_OUT * 2 + side + _GAP + words + 2, max(_LEAST, self._look.px(_LEAST)))

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        style = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = style.px(_SIDE)
        box = QRectF(_OUT, (self.height() - side) / 2, side, side)
        on = self.isChecked()
        painter.setPen(QPen(style.colour("accent" if on else "second"), 1.5))
        painter.setBrush(style.colour("accent" if on else "canvas"))
        painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 4, 4)
        if on:
            pen = QPen(style.colour("on_accent"), 2)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            tick = [QPointF(box.left() + x * side, box.top() + y * side) for x, y in _TICK]
            painter.drawPolyline(QPolygonF(tick))
        left = _OUT + side + _GAP
        painter.setPen(style.colour("text"))
        painter.setFont(self.font())
        room = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), style.theme)
