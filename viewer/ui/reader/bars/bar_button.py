"""A quiet button of the reader's bar: a word in the text's colour; what is chosen stands on the accent's tint."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from viewer.ui.typeset.panel_button import PanelButton
from viewer.ui.typeset.text_button import paint_chevron

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from viewer.ui.typeset.style import Style

_SIDE, _HEIGHT, _CHEVRON = 8, 28, 14


class BarButton(PanelButton):
    """``name`` is what a screen reader says, ``tip`` the tool tip; a checkable one shows what is chosen."""

    def __init__(
        self,
        text: str,
        style: Style,
        *,
        name: str = "",
        tip: str = "",
        checkable: bool = False,
        back: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Take the word; ``back`` sets a chevron before it and the accent's colour."""
        super().__init__(style, parent)
        self.setText(text)
        self.setAccessibleName(name or text)
        self.setToolTip(tip)
        self.setCheckable(checkable)
        self._back = back
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    # Qt's own names

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        style = self.look
        words = ceil(QFontMetricsF(style.text.font).horizontalAdvance(self.text()))
        chevron = style.px(_CHEVRON) if self._back else 0
        return QSize(words + 2 * _SIDE + chevron, max(24, style.px(_HEIGHT)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        style = self.look
        if self.isChecked():
            self.paint_ground(painter, "accent_tint")
        elif self.underMouse() and self.isEnabled():
            self.paint_ground(painter)
        chevron = style.px(_CHEVRON) if self._back else 0
        token = "dim_line" if not self.isEnabled() else "accent" if self._back or self.isChecked() else "text"
        if self._back:
            paint_chevron(painter, QPointF(_SIDE + 4, self.height() / 2), style, "accent", "left")
        painter.setPen(style.colour(token))
        painter.setFont(style.text.font)
        room = QRectF(_SIDE + chevron, 0, self.width() - _SIDE - chevron, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        self.paint_focus(painter)
        painter.end()
