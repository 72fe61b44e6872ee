"""A button without a box: an icon, a word or both, with a ground under the pointer and a ring in focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from viewer.ui.style import RADIUS, TEXT_PIXELS

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from viewer.scene.theme import Theme
    from viewer.ui.icons import Icons

_ICON = 20
_GAP = 6
_SIDE = 10
_HEIGHT = 32


class FlatButton(QAbstractButton):
    """``primary`` fills it with the accent. A button without a word needs a tool tip, which is its name too."""

    def __init__(
        self, icons: Icons, icon: str = "", text: str = "", *, primary: bool = False, parent: QWidget | None = None
    ) -> None:
        """Take an icon's name, a word, or both."""
        super().__init__(parent)
        self._icons, self._icon, self._primary = icons, icon, primary
        self._theme: Theme | None = None
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours."""
        self._theme = theme
        self.update()

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def _face(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self._primary else QFont.Weight.Normal)
        return font

    def _icon_side(self) -> int:
        """Return the side of the icon in pixels: it is as large beside large letters as beside the usual ones."""
        return max(_ICON, round(_ICON * QFontInfo(self.font()).pixelSize() / TEXT_PIXELS))

    def sizeHint(self) -> QSize:
        """Return room for the icon and the word."""
        words = QFontMetrics(self._face()).horizontalAdvance(self.text()) if self.text() else 0
        icon = self._icon_side() if self._icon else 0
        sides = 2 * _SIDE if self.text() else 2 * _GAP
        height = max(_HEIGHT, self.fontMetrics().height() + 12)
        return QSize(words + icon + (_GAP if words and icon else 0) + sides, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the icon and the word."""
        theme = self._theme
        if theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        enabled = self.isEnabled()
        if self._primary and enabled:
            painter.setBrush(QColor(theme.accent))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        elif enabled and (self.isDown() or self.isChecked() or self.underMouse()):
            painter.setBrush(QColor(theme.field if not self.isChecked() else theme.accent_tint))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent if not self._primary else theme.text), 2))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        colour = theme.on_accent if self._primary else theme.text
        if not enabled:
            colour = theme.dim_line
        side = self._icon_side()
        x = float(_SIDE if self.text() else (self.width() - side) / 2)
        if self._icon:
            top = (self.height() - side) / 2
            pixmap = self._icons.icon(self._icon, colour).pixmap(QSize(side, side), self.devicePixelRatioF())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(QRectF(x, top, side, side), pixmap, QRectF(pixmap.rect()))
            x += side + _GAP
        if self.text():
            painter.setPen(QColor(colour))
            painter.setFont(self._face())
            room = QRectF(x, 0, self.width() - x, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
