"""What all lists of the window have in common: no frame, smooth scrolling, a slim bar, and who has the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from viewer.ui.typeset.scroll_bar import slim

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

    from viewer.ui.typeset.style import Style

_STEP = 32

Index = QModelIndex | QPersistentModelIndex
"""A row's place, as Qt hands it to a model or a delegate."""


class RowList(QListView):
    """Signal: ``row_chosen(QModelIndex)`` on click and on Enter.

    Delegates ask the list what is under the pointer and what has the keyboard: Qt's own answer, in the option's
    state, would load QStyle, which costs more than all else that a list needs.
    """

    row_chosen = Signal(QModelIndex)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Take the name that a screen reader says."""
        super().__init__(parent)
        self._by_keys = False  # only then a row shows its ring
        self._hovered = QPersistentModelIndex()
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # To hand out a viewport that Qt made, PySide would first define every kind of widget there is (8 ms).
        self.setViewport(QWidget(self))
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().setSingleStep(_STEP)
        self.clicked.connect(self.row_chosen)
        self.entered.connect(self._on_self_entered)
        self.viewportEntered.connect(self._on_self_viewport_entered)

    def dress(self, style: Style, ground: str = "panel") -> None:
        """Take the colours of the theme; ``ground`` names the one that the list lies on."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, style.colour(ground))
        self.setPalette(palette)
        slim(self.verticalScrollBar(), style, ground)
        self.scheduleDelayedItemsLayout()

    def hovers(self, index: Index) -> bool:
        """Return whether the pointer is over this row."""
        return self._hovered.isValid() and self._hovered == index

    def rings(self, index: Index) -> bool:
        """Return whether this row shows that it has the keyboard."""
        return self._by_keys and self.hasFocus() and self.currentIndex() == index

    def marks(self, index: Index) -> bool:
        """Return whether this row is selected."""
        return self.currentIndex() == index

    def _hover(self, index: QModelIndex) -> None:
        before, self._hovered = self._hovered, QPersistentModelIndex(index)
        if before.isValid():
            self.update(self.model().index(before.row(), before.column()))
        if index.isValid():
            self.update(index)

    def _on_self_entered(self, index: QModelIndex) -> None:
        self._hover(index)

    def _on_self_viewport_entered(self) -> None:
        self._hover(QModelIndex())

    # Qt's own names

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(QModelIndex())
        super().leaveEvent(event)

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
        if used != self._by_keys:
            self._by_keys = used
            self.viewport().update()
