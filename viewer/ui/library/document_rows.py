"""The rows of the list of documents, with how many passages each has on what is selected. A Qt model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QObject

    from viewer.documents.entries import DocumentEntry
    from viewer.ui.parts.row_list import Index

DOCUMENT = Qt.ItemDataRole.UserRole
"""The row's DocumentEntry."""

COUNT = Qt.ItemDataRole.UserRole + 1
"""How many passages the document has on the selection, None where nothing is selected."""

_ROOT = QModelIndex()


class DocumentRows(QAbstractListModel):
    """Documents in the order of the shelf."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self._entries: tuple[DocumentEntry, ...] = ()
        self._counts: Mapping[str, int] | None = None

    def show_documents(self, entries: tuple[DocumentEntry, ...], counts: Mapping[str, int] | None) -> None:
        """Show these documents; ``counts`` are by path or by id, None where nothing is selected.

        Other counts alone are no change of data that a list is told of: it would lay out all its rows anew.
        """
        self._counts = counts
        if entries is self._entries or entries == self._entries:
            return
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def _count(self, entry: DocumentEntry) -> int | None:
        if self._counts is None:
            return None
        return self._counts.get(entry.path, self._counts.get(entry.id, 0))

    # Qt's own names

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.title or entry.path
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{entry.title or entry.path}{_spoken(self._count(entry))}"
            case _ if role == DOCUMENT:
                return entry
            case _ if role == COUNT:
                return self._count(entry)
        return None


def _spoken(count: int | None) -> str:
    if count is None:
        return ""
    return f", {count} passage{'' if count == 1 else 's'}" if count else ", nothing on this"
