"""Search the headings of the documents: those that hold all the words, where they stand, the most telling first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.documents.entries import FoundHeading
from viewer.documents.excerpting import merged
from viewer.documents.index.schema import HEAD_BITS

if TYPE_CHECKING:
    import sqlite3

    from viewer.documents.catalogue import Catalogue
    from viewer.documents.searching import Wanted

_AMONG = f"(rowid >> {HEAD_BITS}) IN (SELECT value FROM json_each(?))"


class Headings:
    """Questions about the headings of some documents, to one connection of the index."""

    def __init__(self, connection: sqlite3.Connection, whole: Catalogue, known: Catalogue) -> None:
        """Take all documents of the index, and those that answer."""
        self._connection = connection
        self._known = known
        some = len(known.entries) < len(whole.entries)
        self._condition = f"AND {_AMONG}" if some else ""
        self._others = (f"[{','.join(map(str, known.entries))}]",) if some else ()

    def hold(self, question: str) -> bool:
        """Whether any heading matches."""
        return self._count(question) > 0

    def found(self, wanted: Wanted, limit: int) -> tuple[tuple[FoundHeading, ...], int]:
        """Return the headings that hold what is wanted, best first, and how many there are in all."""
        total = self._count(wanted.question) if wanted.question else 0
        if not total:
            return (), 0
        rows = self._connection.execute(
            f"SELECT rowid FROM heads WHERE heads MATCH ? {self._condition} ORDER BY rank LIMIT ?",
            (wanted.question, *self._others, limit),
        ).fetchall()
        found = [self._heading(key, wanted) for (key,) in rows]
        return tuple(found), total

    def _count(self, question: str) -> int:
        (count,) = self._connection.execute(
            f"SELECT count(*) FROM heads WHERE heads MATCH ? {self._condition}", (question, *self._others)
        ).fetchone()
        return int(count)

    def _heading(self, key: int, wanted: Wanted) -> FoundHeading:
        document, number = divmod(key, 1 << HEAD_BITS)
        title, start = self._connection.execute(
            "SELECT title, start FROM sections WHERE document = ? AND number = ?", (document, number)
        ).fetchone()
        page = self._connection.execute(
            "SELECT page FROM pages WHERE document = ? AND start <= ? ORDER BY start DESC LIMIT 1", (document, start)
        ).fetchone()
        entry = self._known.entries[document]
        marks = merged(wanted.found(title)[1])
        return FoundHeading(entry.path, entry.title, title, start, page[0] if page is not None else None, marks)
