"""The list of documents: one row each, as tall as it needs up to a share of the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy

from viewer.ui.library.document_delegate import DocumentDelegate
from viewer.ui.library.document_rows import DOCUMENT, DocumentRows
from viewer.ui.parts.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from viewer.documents.entries import DocumentEntry
    from viewer.session.reading import Shelf
    from viewer.ui.icons import Icons
    from viewer.ui.typeset.style import Style

_LEAST_ROWS = 3


class DocumentList(RowList):
    """Signals: ``document_requested(str)`` with the document's path on click and Enter,
    ``document_removed(str)`` with the file or folder that the user added and takes out again.
    """  # noqa: D205 - a list of signals is no paragraph

    document_requested = Signal(str)
    document_removed = Signal(str)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        """Take the icons."""
        super().__init__("Documents", parent)
        self._rows = DocumentRows(self)
        self._drawn = DocumentDelegate(icons, self)
        self._shelf: Shelf | None = None
        self.setModel(self._rows)
        self.setItemDelegate(self._drawn)
        self.setUniformItemSizes(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.row_chosen.connect(self._on_row_chosen)
        self.customContextMenuRequested.connect(self._on_self_menu_requested)

    def set_style(self, style: Style) -> None:
        """Take faces and colours."""
        self._drawn.set_style(style)
        self.dress(style)

    def show_shelf(self, shelf: Shelf, counts: Mapping[str, int] | None) -> None:
        """Show the documents; the keyboard's place stays where the documents do."""
        self._shelf = shelf
        self._rows.show_documents(shelf.entries, counts)
        self.viewport().update()

    def fit(self, most: int) -> None:
        """Be as tall as all rows need, but at most ``most`` pixels, and three rows whatever that is."""
        row = self._drawn.row_height()
        count = self._rows.rowCount()
        self.setFixedHeight(min(count * row, max(most // row, _LEAST_ROWS) * row))

    def menu_for(self, index: QModelIndex) -> QMenu:
        """Return the menu of a document: open it, or take out what brought it in."""
        entry: DocumentEntry = index.data(DOCUMENT)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Open").triggered.connect(lambda: self.document_requested.emit(entry.path))
        root, whole = _root_of(entry, self._shelf)
        if root:
            words = f"Remove the folder “{whole}”" if whole else "Remove from the library"
            menu.addAction(words.replace("&", "&&")).triggered.connect(lambda: self.document_removed.emit(root))
        return menu

    def _on_row_chosen(self, index: QModelIndex) -> None:
        self.document_requested.emit(index.data(DOCUMENT).path)

    def _on_self_menu_requested(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if index.isValid():
            self.menu_for(index).popup(self.viewport().mapToGlobal(at))

    # Qt's own names

    def sizeHint(self) -> QSize:
        return QSize(80, self._rows.rowCount() * self._drawn.row_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Delete and index.isValid():
            # Not at once: a folder may go with it, so the menu says what would.
            self.menu_for(index).popup(self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()))
        else:
            super().keyPressEvent(event)


def _root_of(entry: DocumentEntry, shelf: Shelf | None) -> tuple[str, str]:
    """Return the file or folder that was added and holds a document, and the folder's name, empty for a file."""
    for root in shelf.roots if shelf else ():
        if root.name == entry.path and root.is_file():
            return str(root), ""
        if (root / entry.path).exists():
            return str(root), root.name
    return "", ""
