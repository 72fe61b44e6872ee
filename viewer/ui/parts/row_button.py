"""A row of a list that does something: an icon and words, the whole row is the target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolTip, QWidget

from viewer.ui.parts.focus_ring import paint_ring
from viewer.ui.parts.plain_tips import plain_tip
from viewer.ui.parts.section_heading import SIDE

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from viewer.ui.icons import Icons
    from viewer.ui.typeset.style import Style

ICON = 16
"""The side of an icon in a row, in pixels at 100 %."""

_GAP = 8
_OUT = 8  # how far the ground under the pointer reaches beyond the words


class RowButton(QAbstractButton):
    """Words in one colour of the theme (``token``) behind a small icon."""

    def __init__(self, icons: Icons, icon: str, text: str, token: str, parent: QWidget | None = None) -> None:
        """Take the icon's name, the words and the name of their colour."""
        super().__init__(parent)
        self._icons, self._icon, self._token = icons, icon, token
        self._style: Style | None = None
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_style(self, style: Style) -> None:
        """Take faces and colours."""
        self._style = style
        self.updateGeometry()
        self.update()

    def _words_room(self, style: Style) -> QRect:
        left = SIDE + style.px(ICON) + style.px(_GAP)
        return QRect(left, 0, self.width() - left - SIDE, self.height())

    def _is_cut(self) -> bool:
        """Whether the row is too narrow for its words, so that its tip shall say them."""
        style = self._style
        if style is None:
            return False
        return QFontMetrics(style.text.font).horizontalAdvance(self.text()) > self._words_room(style).width()

    # Qt's own names

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        return QSize(80, max(26, self._style.px(26)) if self._style else 26)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            # Not set for good: a screen reader would read the tip's markup as the row's description.
            QToolTip.showText(event.globalPos(), plain_tip(self.text()) if self._is_cut() else "", self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        style = self._style
        if style is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(SIDE - _OUT, 0, -(SIDE - _OUT), 0)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.colour("hover"))
            painter.drawRoundedRect(ground, 6, 6)
        side = style.px(ICON)
        colour = style.colour(self._token)
        icon = self._icons.icon(self._icon, colour.name())
        icon.paint(painter, QRect(SIDE, (self.height() - side) // 2, side, side))
        painter.setPen(colour)
        painter.setFont(style.text.font)
        room = self._words_room(style)
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        if self.hasFocus():
            paint_ring(painter, ground, style.theme)
