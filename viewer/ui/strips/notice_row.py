"""One notice: its words, a button that closes it, and a sign where it is an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSizePolicy, QWidget

from viewer.errors import Severity
from viewer.ui.parts.flat_button import FlatButton

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QKeyEvent

    from viewer.errors import Notice
    from viewer.ui.icons import Icons
    from viewer.ui.typeset.style import Style

STAYS = 8000
"""How long a notice stays that is no error, in milliseconds."""

_ICON = 16


class NoticeRow(QWidget):
    """Signals: ``closed()`` when it was read, by its button, by Escape or after a while; ``acted()`` by its verb.

    An error stays until it is closed; nothing goes away under the pointer or while it has the keyboard.
    """

    closed = Signal()
    acted = Signal()

    def __init__(self, notice: Notice, icons: Icons, parent: QWidget | None = None, *, verb: str = "") -> None:
        """Show a notice, with a verb that can be chosen; its time begins now."""
        super().__init__(parent)
        self.notice = notice
        self._icons = icons
        self._hovered = False
        self._sign = QLabel(self)
        self._sign.setFixedSize(_ICON, _ICON)
        self._words = QLabel(notice.text, self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._close = FlatButton(icons, "close", parent=self)
        self._close.setToolTip("Close this notice")
        self._close.setAccessibleName("Close this notice")
        self._close.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        self._act: FlatButton | None = None
        if verb:
            self._act = FlatButton(icons, "", verb, parent=self)
            self._act.clicked.connect(self.acted)
            row.addWidget(self._act)
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(notice.text)
        if notice.severity is not Severity.ERROR:
            self._timer.start()

    def set_style(self, style: Style) -> None:
        """Take faces and colours."""
        icon = self._icons.icon("error", style.theme.danger)
        self._sign.setPixmap(icon.pixmap(QSize(_ICON, _ICON), self.devicePixelRatioF()))
        self._sign.setVisible(self.notice.severity is Severity.ERROR)
        self._words.setFont(style.text.font)
        self._close.set_theme(style.theme)
        if self._act is not None:
            self._act.set_theme(style.theme)

    def _on_timer_timeout(self) -> None:
        if self._hovered or self._has_keyboard():
            self._timer.start()
        else:
            self.closed.emit()

    def _has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    # Qt's own names

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        if self._timer.isActive():
            self._timer.start()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
