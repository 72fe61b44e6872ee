"""What all that can be pressed in a panel has in common: its keys, its height at a width, the keyboard’s ring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractButton

from viewer.ui.typeset.focus import paint_focus

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from viewer.ui.typeset.style import Style

_RADIUS = 6.0


class PanelButton(QAbstractButton):
    """Enter presses like Space; Up and Down are left to the panel. The ring shows once the keyboard is in use."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = style
        self._by_keys = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def by_keys(self) -> bool:
        """Whether the keyboard is in use here."""
        return self._by_keys

    def paint_ground(self, painter: QPainter, token: str = "hover") -> None:
        """Lay the soft ground of what is under the pointer."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.colour(token))
        painter.drawRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)

    def paint_focus(self, painter: QPainter, box: QRectF | None = None, radius: float = _RADIUS) -> None:
        """Paint the ring, inside the widget so that nothing hides it; nothing without the keyboard."""
        if self.hasFocus() and self._by_keys:
            paint_focus(painter, box or QRectF(self.rect()), self.look, radius)

    def act(self) -> None:
        """Do what a press is for. To override it is cheaper than to connect ``clicked``, for buttons by the dozen."""

    # Qt's own names

    def nextCheckState(self) -> None:  # noqa: N802
        super().nextCheckState()
        self.act()

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(max(1, self.width())))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keys = event.reason() not in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._by_keys:
            self._by_keys = True
            self.update()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # the panel walks
        else:
            super().keyPressEvent(event)
