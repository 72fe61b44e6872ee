"""The rows of the list of diagrams: section titles and cards, filtered by words. A Qt model over frozen values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from viewer.definitions.catalog import Catalog, Entry
    from viewer.ui.parts.row_list import Index

ENTRY = Qt.ItemDataRole.UserRole
"""The row's Entry, None for a section's title."""

OPENED = Qt.ItemDataRole.UserRole + 1
"""Whether the row's diagram is the open one."""

_ROOT = QModelIndex()


def counts_of(entry: Entry) -> str:
    """Say how large a diagram is, or how many problems its definition has."""
    if entry.problems:
        return _counted(len(entry.problems), "problem")
    return f"{_counted(entry.nodes, 'element')} · {_counted(entry.edges, 'arrow')}"


class DiagramRows(QAbstractListModel):
    """Section titles are rows too, disabled: keys pass over them."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self._catalog: Catalog | None = None
        self._words = ""
        self._opened: str | None = None
        self._rows: list[Entry | str] = []
        self.shown = 0

    def show_catalog(self, catalog: Catalog) -> None:
        """Show these diagrams; what is filtered for stays."""
        self._catalog = catalog
        self._build()

    def show_words(self, words: str) -> None:
        """Show only diagrams whose title, section or summary holds all these words."""
        if words != self._words:
            self._words = words
            self._build()

    def show_opened(self, diagram: str | None) -> None:
        """Mark the open diagram."""
        before, self._opened = self._opened, diagram
        for name in {before, diagram} - {None}:
            index = self.index_of(name)
            if index.isValid():
                self.dataChanged.emit(index, index)

    def index_of(self, diagram: str | None) -> QModelIndex:
        """Return where a diagram stands, an invalid index for one that is not shown."""
        for row, item in enumerate(self._rows):
            if not isinstance(item, str) and item.id == diagram:
                return self.index(row)
        return QModelIndex()

    def _build(self) -> None:
        self.beginResetModel()
        self._rows = []
        self.shown = 0
        words = _levelled(self._words)
        for section, entries in self._catalog.sections() if self._catalog else ():
            kept = [entry for entry in entries if not words or _answers(entry, words)]
            if kept and section:
                self._rows.append(section)
            self._rows += kept
            self.shown += len(kept)
        self.endResetModel()

    # Qt's own names

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self._rows[index.row()]
        if isinstance(item, str):
            return item if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return item.title
            case Qt.ItemDataRole.AccessibleTextRole:
                opened = ", open" if item.id == self._opened else ""
                return f"{item.title}, {counts_of(item).replace(' · ', ', ')}{opened}"
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return item.summary
            case _ if role == ENTRY:
                return item
            case _ if role == OPENED:
                return item.id == self._opened
        return None


def _levelled(words: str) -> list[str]:
    if not words:
        return []
    from viewer.session.levelling import levelled  # nobody filters at the start

    return levelled(words).split()


def _answers(entry: Entry, words: list[str]) -> bool:
    from viewer.session.levelling import forms, levelled

    names = "\n".join((*forms(entry.title), *forms(entry.section), levelled(entry.summary)))
    return all(word in names for word in words)


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
