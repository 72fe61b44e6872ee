"""What all lists of the window have in common: no frame, smooth scrolling, a slim bar, and who has the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from viewer.ui.typeset.scroll_bar import slim

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from viewer.ui.typeset.style import Style

_STEP = 32


class RowList(QListView):
    """Signal: ``row_chosen(QModelIndex)`` on click and on Enter.

    ``by_keys`` says whether the keyboard is in use here: only then a row shows its ring.
    """

    row_chosen = Signal(QModelIndex)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Take the name that a screen reader says."""
        super().__init__(parent)
        self.by_keys = False
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().setSingleStep(_STEP)
        self.clicked.connect(self.row_chosen)

    def dress(self, style: Style, ground: str = "panel") -> None:
        """Take the colours of the theme; ``ground`` names the one that the list lies on."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, style.colour(ground))
        self.setPalette(palette)
        slim(self.verticalScrollBar(), style, ground)
        self.scheduleDelayedItemsLayout()

    # Qt's own names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._use_keys(True)
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.row_chosen.emit(index)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._use_keys(False)
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._use_keys(event.reason() not in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason))
        super().focusInEvent(event)

    def _use_keys(self, used: bool) -> None:
        if used != self.by_keys:
            self.by_keys = used
            self.viewport().update()
