"""A field for a number with its unit, and two signs for a little less and a little more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QDoubleSpinBox

from viewer.ui.parts.field_edge import paint_field

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from viewer.ui.typeset.style import Style

_TALL = 32
_PAD = 8
_ARM = 3.5


class NumberField(QDoubleSpinBox):
    """Draws its own edge and signs: the platform's vanish on a dark ground."""

    def __init__(
        self, bounds: tuple[float, float], step: float, unit: str, style: Style, parent: QWidget | None = None
    ) -> None:
        """Take the least and the most, how far one step goes, and what stands behind the number."""
        super().__init__(parent)
        self._look = style
        self.setRange(*bounds)
        self.setSingleStep(step)
        self.setSuffix(unit)
        self.setDecimals(2 if step < 1 else 0)
        self.setFrame(False)
        self.setFont(style.text.font)
        self.setFixedHeight(max(_TALL, style.px(_TALL)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        words = self.lineEdit()
        words.setStyleSheet("background: transparent; border: none;")
        words.setTextMargins(_PAD, 0, 0, 0)

    def set_style(self, style: Style) -> None:
        """Take another look."""
        self._look = style
        self.update()

    # Qt's own names

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # a wheel that passes by must not change a number

    def paintEvent(self, event: QPaintEvent) -> None:
        style = self._look
        painter = QPainter(self)
        paint_field(painter, QRectF(self.rect()), style, focused=self.hasFocus())
        painter.setPen(QPen(style.colour("second"), 1.5))
        middle = QPointF(self.width() - 12, self.height() / 2)
        for way in (-1, 1):
            tip = middle + QPointF(0, way * (_ARM + 4))
            for side in (-_ARM, _ARM):
                painter.drawLine(tip, tip + QPointF(side, -way * _ARM))
