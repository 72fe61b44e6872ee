"""The rows of the search's answer: groups with their counts, the first hits of each, and how many more there are.

A Qt model over a frozen answer. Nothing is left out without a row that says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from viewer.session.finding import Found, Hit, HitKind

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from viewer.ui.parts.row_list import Index

ROW = Qt.ItemDataRole.UserRole
"""The row itself: a Heading, a Hit, a More or a Suggestion."""

_FIRST = {
    HitKind.DIAGRAM: 4,
    HitKind.ELEMENT: 7,
    HitKind.ARROW: 5,
    HitKind.DOCUMENT: 4,
    HitKind.HEADING: 4,
    HitKind.PASSAGE: 5,
}
_NAMES = {
    HitKind.DIAGRAM: "Diagrams",
    HitKind.ELEMENT: "Elements",
    HitKind.ARROW: "Arrows",
    HitKind.DOCUMENT: "Documents",
    HitKind.HEADING: "Headings",
    HitKind.PASSAGE: "Passages",
}

_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Heading:
    """A group's title and how much was found."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class More:
    """How many hits of a group are not shown; ``held`` of them can be."""

    kind: HitKind
    count: int
    held: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What is said when nothing was found; ``name`` is what was perhaps meant, or empty."""

    words: str
    name: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """Words that occur nowhere: what stands below was found for the others."""

    words: tuple[str, ...]


Row = Heading | Hit | More | Suggestion | Unknown
_FROM_DOCUMENTS = (HitKind.HEADING, HitKind.PASSAGE)


class SearchRows(QAbstractListModel):
    """Headings, and what only counts, are disabled: keys pass over them."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self._found = Found("")
        self._whole: set[HitKind] = set()
        self._rows: list[Row] = []

    def show_found(self, found: Found) -> None:
        """Show an answer; the groups that were opened stay open while the words are the same."""
        if found.words != self._found.words:
            self._whole.clear()
        self._found = found
        self._build()

    def show_whole(self, kind: HitKind) -> None:
        """Show all hits of a group that are held."""
        self._whole.add(kind)
        self._build()

    def row_of(self, row: Row) -> int:
        """Return where a row stands, -1 where it is not shown."""
        return self._rows.index(row) if row in self._rows else -1

    def _build(self) -> None:
        self.beginResetModel()
        self._rows = []
        told = not self._found.unknown
        for group in self._found.groups:
            if not told and group.kind in _FROM_DOCUMENTS:
                told = True
                self._rows.append(Unknown(self._found.unknown))
            self._rows.append(Heading(_NAMES[group.kind], group.total))
            first = len(group.hits) if group.kind in self._whole else _FIRST[group.kind]
            if len(group.hits) == first + 1:
                first += 1  # "1 more" takes the room of the one
            shown = group.hits[:first]
            self._rows += shown
            if group.total > len(shown):
                self._rows.append(More(group.kind, group.total - len(shown), len(group.hits) - len(shown)))
        if not self._found.groups and self._found.words.strip():
            self._rows.append(Suggestion(" ".join(self._found.words.split()), self._found.suggestion))
        self.endResetModel()

    # Qt's own names

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self._rows[index.row()]
        dead = isinstance(row, Heading | Unknown) or (isinstance(row, More) and not row.held)
        if dead or (isinstance(row, Suggestion) and not row.name):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return said(row)
        return None


def said(row: Row) -> str:
    """Say a row in words, as a screen reader hears it."""
    match row:
        case Heading(text=text, count=count):
            return f"{text}, {count:,}"
        case More(count=count, held=held):
            return f"… {count:,} more" if held else f"… {count:,} more; another word narrows them down"
        case Suggestion(words=words, name=name):
            nothing = f"Nothing found for “{words}”."
            return f"{nothing} Did you mean “{name}”?" if name else nothing
        case Unknown(words=words):
            return f"Nothing contains {_listed(words)}; shown for the rest."
        case Hit(title=title, subtitle=subtitle):
            return f"{title}, {subtitle}" if subtitle else title


def _listed(words: tuple[str, ...]) -> str:
    quoted = [f"“{word}”" for word in words]
    return " or ".join((", ".join(quoted[:-1]), quoted[-1])) if len(quoted) > 1 else quoted[0]
