"""The list of documents: one row each, with its switch, as tall as it needs up to a share of the panel."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QSizePolicy

from viewer.ui.library.document_delegate import DocumentDelegate
from viewer.ui.library.document_rows import DOCUMENT, GROUP, DocumentRows
from viewer.ui.parts.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QMenu, QWidget

    from viewer.documents.entries import DocumentEntry
    from viewer.session.reading import Shelf
    from viewer.ui.library.document_groups import Group
    from viewer.ui.typeset.style import Style

_LEAST_ROWS = 3

KEYS = (
    ("Enter", "Open the document, fold or open its group"),
    ("Space", "Switch the document, or all of a group, off or on"),
    ("Delete", "Remove it from the library"),
    ("Letters", "Filter"),
    ("Menu, Shift+F10", "Open the menu of the document"),
)
"""The keys on a document and what they do, for the key sheet."""


class DocumentList(RowList):
    """Signals: ``document_requested(str)`` with the document's path on click and Enter, ``switched(str, bool)`` with
    a file or a folder, ``document_removed(str)`` with the file or folder that the user added and takes out again,
    ``folder_requested(str)`` to show a file where it lies, ``refused(str)`` with what cannot be done,
    ``typed(str)`` with a letter for the filter, ``folded()`` when there are more or fewer rows.
    """  # noqa: D205 - a list of signals is no paragraph

    document_requested = Signal(str)
    switched = Signal(str, bool)
    document_removed = Signal(str)
    folder_requested = Signal(str)
    refused = Signal(str)
    typed = Signal(str)
    folded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__("Documents", parent)
        self.rows = DocumentRows(self)
        self._drawn = DocumentDelegate(self)
        self._shelf: Shelf | None = None
        self._pressed = QModelIndex()
        self.setModel(self.rows)
        self.setItemDelegate(self._drawn)
        self.setUniformItemSizes(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.row_chosen.connect(self._on_row_chosen)

    def set_style(self, style: Style) -> None:
        """Take faces and colours."""
        self._drawn.set_style(style)
        self.dress(style)

    def show_shelf(self, shelf: Shelf, counts: Mapping[str, int] | None, *, whole: bool = True) -> None:
        """Show the documents; the keyboard's place stays where the documents do."""
        self._shelf = shelf
        if self.rows.holds(shelf):
            self.rows.show_shelf(shelf, counts, whole=whole)
            self.viewport().update()
        else:
            self._keeping_place(lambda: self.rows.show_shelf(shelf, counts, whole=whole))

    def show_words(self, words: str) -> None:
        """Show only documents that answer these words."""
        self._keeping_place(lambda: self.rows.show_words(words))

    def fit(self, most: int) -> None:
        """Be as tall as all rows need, but at most ``most`` pixels, and three rows whatever that is."""
        row = self._drawn.row_height()
        count = self.rows.rowCount()
        self.setFixedHeight(min(count * row, max(most // row, _LEAST_ROWS) * row))

    def menu_for(self, index: QModelIndex) -> QMenu:
        """Return the menu of a document or a group: open it, switch it, or take out what brought it in."""
        from PySide6.QtWidgets import QMenu

        entry: DocumentEntry | None = index.data(DOCUMENT)
        group: Group = index.data(GROUP)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if entry is not None:
            menu.addAction("&Open").triggered.connect(lambda: self.document_requested.emit(entry.path))
        path = _switch_of(entry, group)
        if path:
            on = self._is_on(index)
            menu.addAction("Switch o&ff" if on else "Switch o&n").triggered.connect(
                lambda: self.switched.emit(path, not on)
            )
            menu.addAction("Show in &folder").triggered.connect(lambda: self.folder_requested.emit(path))
        root, words = self._removable(entry, group)
        if root:
            menu.addSeparator()
            menu.addAction(words.replace("&", "&&")).triggered.connect(lambda: self.document_removed.emit(root))
        return menu

    def _is_on(self, index: QModelIndex) -> bool:
        """Whether all is on: of a group of which some are off, the rest comes on."""
        return Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked

    def _switch(self, index: QModelIndex) -> None:
        entry, group = index.data(DOCUMENT), index.data(GROUP)
        on = self._is_on(index)
        if entry is None and not group.path:
            for one in group.entries:
                self.switched.emit(one.file, not on)
        elif path := _switch_of(entry, group):
            self.switched.emit(path, not on)

    def _removable(self, entry: DocumentEntry | None, group: Group) -> tuple[str, str]:
        """Return the file or folder that was added and holds a row, and how taking it out is said."""
        if group.root:
            return group.root, f"Remove the folder “{os.path.basename(group.root) or group.root}”"
        if not group.path and entry is not None:
            for root in self._shelf.roots if self._shelf else ():
                if os.path.abspath(root) == entry.file:
                    return str(root), "Remove from the library"
        return "", ""

    def _remove(self, index: QModelIndex) -> None:
        entry, group = index.data(DOCUMENT), index.data(GROUP)
        root, _ = self._removable(entry, group)
        if not root:
            self.refused.emit("What comes with the program cannot be removed. Space switches it off.")
        elif entry is not None and group.root:
            # Not at once: a whole folder would go with one document, so the menu says what would.
            self.menu_for(index).popup(self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()))
        else:
            self.document_removed.emit(root)

    def _fold(self, index: QModelIndex, folded: bool) -> None:
        group: Group = index.data(GROUP)
        if self.rows.is_folded(group) is not folded:
            self._keeping_place(lambda: self.rows.fold(group, folded))
            self.folded.emit()

    def _keeping_place(self, change: Callable[[], None]) -> None:
        """Change the rows; the keyboard stays with its document, else near its row."""
        current, scrolled = self.currentIndex(), self.verticalScrollBar().value()
        key, row = (self.rows.key_of(current), current.row()) if current.isValid() else ("", -1)
        change()
        if row >= 0 and self.rows.rowCount():
            found = self.rows.row_of(key)
            self.setCurrentIndex(self.rows.index(found if found >= 0 else min(row, self.rows.rowCount() - 1)))
        self.verticalScrollBar().setValue(scrolled)

    def _on_row_chosen(self, index: QModelIndex) -> None:
        entry = index.data(DOCUMENT)
        if entry is None:
            self._fold(index, not self.rows.is_folded(index.data(GROUP)))
        else:
            self.document_requested.emit(entry.path)

    # Qt's own names

    def sizeHint(self) -> QSize:
        return QSize(80, self.rows.rowCount() * self._drawn.row_height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = QModelIndex()
        if event.button() == Qt.MouseButton.LeftButton and event.position().x() < self._drawn.switch_reaches():
            self._pressed = self.indexAt(event.position().toPoint())
        if not self._pressed.isValid():
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, QModelIndex()
        if not pressed.isValid():
            super().mouseReleaseEvent(event)
        elif self.indexAt(event.position().toPoint()) == pressed:
            self._switch(pressed)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keys else self.indexAt(event.pos())
        if index.isValid():
            place = self.visualRect(index).bottomLeft()
            self.menu_for(index).popup(self.viewport().mapToGlobal(place) if by_keys else event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, text = self.currentIndex(), event.text()
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if index.isValid() and event.key() == Qt.Key.Key_Delete:
            self._remove(index)
        elif index.isValid() and event.key() == Qt.Key.Key_Space and plain:
            self._switch(index)
        elif index.isValid() and index.data(DOCUMENT) is None and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._fold(index, event.key() == Qt.Key.Key_Left)
        elif plain and text.strip() and text.isprintable():
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)


def _switch_of(entry: DocumentEntry | None, group: Group) -> str:
    return group.path if entry is None else entry.file
