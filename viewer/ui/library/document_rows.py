"""The rows of the list of documents, in groups that fold, filtered by words. A Qt model over frozen values."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from viewer.session.reading import Shelf

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QObject

    from viewer.documents.entries import DocumentEntry
    from viewer.ui.library.document_groups import Group
    from viewer.ui.parts.row_list import Index

DOCUMENT = Qt.ItemDataRole.UserRole
"""The row's DocumentEntry, None for the title of a group."""

COUNT = Qt.ItemDataRole.UserRole + 1
"""How many passages the document has on the selection, None where nobody knows."""

GROUP = Qt.ItemDataRole.UserRole + 2
"""The row's Group: the one that it belongs to, or whose title it is."""

_MANY = 30  # documents of a group beyond which its title is what helps to find the next group
_ROOT = QModelIndex()


class _Row(NamedTuple):
    group: Group
    entry: DocumentEntry | None


class DocumentRows(QAbstractListModel):
    """Documents in the order of their groups; a title over each, where there is more than one group."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self._shelf = Shelf()
        self._groups: tuple[Group, ...] = ()
        self._rows: tuple[_Row, ...] = ()
        self._counts: Mapping[str, int] | None = None
        self._whole = True
        self._folded: dict[str, bool] = {}  # by the groups' paths, where the user said so
        self._words = ""
        self._names: dict[str, str] = {}  # what a filter looks through, by the documents' files
        self.shown = 0  # documents that answer the filter

    def show_shelf(self, shelf: Shelf, counts: Mapping[str, int] | None, *, whole: bool) -> None:
        """Show these documents; ``counts`` are by path or by id, None where nothing is selected.

        Without ``whole`` there are more passages than were counted, in any of the documents.
        Other counts alone are no change of data that a list is told of: it would lay out all its rows anew.
        """
        same = self.holds(shelf)
        self._shelf, self._counts, self._whole = shelf, counts, whole
        if not same:
            from viewer.ui.library.document_groups import groups_of  # documents come after the first picture

            self._groups = groups_of(shelf)
            self._names.clear()
            self._arrange()

    def holds(self, shelf: Shelf) -> bool:
        """Whether these documents are shown already, whatever is counted of them or switched."""
        entries, roots = self._shelf.entries, self._shelf.roots
        return (shelf.entries is entries or shelf.entries == entries) and shelf.roots == roots

    def show_words(self, words: str) -> None:
        """Show only documents whose title, author or path holds all these words."""
        if words != self._words:
            self._words = words
            self._arrange()

    def fold(self, group: Group, folded: bool) -> None:
        """Fold a group away under its title, or open it."""
        self._folded[group.path] = folded
        self._arrange()

    def is_folded(self, group: Group) -> bool:
        """Whether a group is folded, as large ones are at first; a filter looks into all of them."""
        return self._folded.get(group.path, len(group.entries) > _MANY) and not self._words

    def row_of(self, path: str) -> int:
        """Return the row of a document by its file, or of a group by its folder; -1 where it is not shown."""
        for number, row in enumerate(self._rows):
            if (row.entry.file if row.entry is not None else f"\0{row.group.path}") == path:
                return number
        return -1

    def key_of(self, index: Index) -> str:
        """Return what finds a row again by ``row_of``."""
        row = self._rows[index.row()]
        return row.entry.file if row.entry is not None else f"\0{row.group.path}"

    def _arrange(self) -> None:
        words = _levelled(self._words)
        titled = len(self._groups) > 1 or any(not group.entries for group in self._groups)
        rows: list[_Row] = []
        self.shown = 0
        for group in self._groups:
            kept = [entry for entry in group.entries if not words or self._answers(entry, words)]
            self.shown += len(kept)
            if titled and (kept or not (words or group.entries)):
                rows.append(_Row(group, None))
            if not (titled and self.is_folded(group)):
                rows += [_Row(group, entry) for entry in kept]
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def _answers(self, entry: DocumentEntry, words: list[str]) -> bool:
        names = self._names.get(entry.file)
        if names is None:  # levelling thousands of titles takes longer than a key press may
            names = self._names[entry.file] = _names(entry)
        return all(word in names for word in words)

    def _count(self, entry: DocumentEntry) -> int | None:
        if self._counts is None or entry.file in self._shelf.off:
            return None
        count = self._counts.get(entry.path, self._counts.get(entry.id, 0))
        return count if count or self._whole else None

    def _state(self, row: _Row) -> Qt.CheckState:
        if row.entry is not None:
            off = row.entry.file in self._shelf.off
            return Qt.CheckState.Unchecked if off else Qt.CheckState.Checked
        off_here = row.group.off(self._shelf.off)
        if not off_here:
            return Qt.CheckState.Checked
        return Qt.CheckState.Unchecked if off_here == len(row.group.entries) else Qt.CheckState.PartiallyChecked

    def _spoken(self, row: _Row) -> str:
        if row.entry is None:
            number, off = len(row.group.entries), row.group.off(self._shelf.off)
            on = "" if not off else ", off" if off == number else f", {number - off} on"
            folded = ", folded" if self.is_folded(row.group) else ""
            return f"{row.group.name}, {number} document{'' if number == 1 else 's'}{on}{folded}"
        off_word = ", off" if row.entry.file in self._shelf.off else ""
        return f"{row.entry.title or row.entry.path}{off_word}{_spoken(self._count(row.entry), whole=self._whole)}"

    # Qt's own names

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.group.name if row.entry is None else row.entry.title or row.entry.path
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row)
            case Qt.ItemDataRole.CheckStateRole:
                return self._state(row)
            case _ if role == DOCUMENT:
                return row.entry
            case _ if role == GROUP:
                return row.group
            case _ if role == COUNT:
                return None if row.entry is None else self._count(row.entry)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        # A screen reader says of what can be switched whether it is on.
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable


def _levelled(words: str) -> list[str]:
    if not words:
        return []
    from viewer.session.levelling import levelled  # nobody filters at the start

    return levelled(words).split()


def _names(entry: DocumentEntry) -> str:
    from viewer.session.levelling import forms, levelled

    return "\n".join((*forms(entry.title), levelled(entry.author), levelled(entry.path)))


def _spoken(count: int | None, *, whole: bool) -> str:
    if count is None:
        return ""
    more = "" if whole else " or more"
    return f", {count} passage{'' if count == 1 else 's'}{more}" if count else ", nothing on this"
