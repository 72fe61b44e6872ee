"""Ask the index: which passages may speak of something, and what stands around a passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.documents.matching.levelling import level
from viewer.documents.ranking.candidate import Row

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

MOST = 400
"""How many passages are looked at closely for one question."""

_RANKABLE = 4000
_WINDOWS = 8
_MOST_NEAR = 20_000
_COLUMNS = "p.id, p.document, p.start, p.end, p.line, p.last_line, p.page, p.kind, p.block, p.section, p.text"
_AT_ONCE = 500


class Lookup:
    """Questions to one connection of the index."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Take a connection, which is used in the thread that calls."""
        self._connection = connection

    def count(self, question: str) -> int:
        """Count the passages that match."""
        row = self._connection.execute("SELECT count(*) FROM words WHERE words MATCH ?", (question,)).fetchone()
        return int(row[0])

    def rows(self, question: str, count: int, most: int = MOST) -> list[Row]:
        """Return the passages that match, ``count`` as counted; of too many the most telling, by BM25.

        Ranking a word that stands everywhere costs too much: then the first ones of equal parts of the library.
        """
        if count <= 0 or most <= 0:
            return []
        select = f"SELECT {_COLUMNS} FROM words w JOIN passages p ON p.id = w.rowid WHERE words MATCH ?"
        if count <= most:
            return [Row(*row) for row in self._connection.execute(select, (question,))]
        if count <= _RANKABLE:
            keys = self._connection.execute(
                "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT ?", (question, most)
            )
            return self.by_id([key for (key,) in keys])
        last = self._connection.execute("SELECT max(id) FROM passages").fetchone()[0] or 0
        found: list[Row] = []
        for part in range(_WINDOWS):
            low, high = last * part // _WINDOWS, last * (part + 1) // _WINDOWS
            found += [
                Row(*row)
                for row in self._connection.execute(
                    f"{select} AND w.rowid > ? AND w.rowid <= ? LIMIT ?", (question, low, high, most // _WINDOWS)
                )
            ]
        return found

    def ids(self, question: str) -> list[int]:
        """Return the ids of the passages that match, ascending, of very many the first."""
        found = self._connection.execute(
            "SELECT rowid FROM words WHERE words MATCH ? LIMIT ?", (question, _MOST_NEAR)
        )
        return [key for (key,) in found]

    def by_id(self, keys: Iterable[int]) -> list[Row]:
        """Return the passages of these ids that there are."""
        wanted = list(keys)
        found: list[Row] = []
        for at in range(0, len(wanted), _AT_ONCE):
            part = wanted[at : at + _AT_ONCE]
            marks = ",".join("?" * len(part))
            found += [
                Row(*row)
                for row in self._connection.execute(
                    f"SELECT {_COLUMNS} FROM passages p WHERE p.id IN ({marks})", part
                )
            ]
        return found

    def documents(self, question: str) -> set[int]:
        """Return the documents with a passage that matches."""
        found = self._connection.execute(
            "SELECT DISTINCT p.document FROM words w JOIN passages p ON p.id = w.rowid WHERE words MATCH ?",
            (question,),
        )
        return {number for (number,) in found}

    def headings(self, documents: Iterable[int]) -> dict[tuple[int, int], str]:
        """Return the headings of these documents by document and number."""
        wanted = sorted(set(documents))
        found: dict[tuple[int, int], str] = {}
        for at in range(0, len(wanted), _AT_ONCE):
            part = wanted[at : at + _AT_ONCE]
            marks = ",".join("?" * len(part))
            for document, number, title in self._connection.execute(
                f"SELECT document, number, title FROM sections WHERE document IN ({marks})", part
            ):
                found[document, number] = title
        return found

    def within(self, document: int, start: int, end: int) -> list[Row]:
        """Return the passages of a document that overlap a stretch of its text, ascending."""
        return [
            Row(*row)
            for row in self._connection.execute(
                f"SELECT {_COLUMNS} FROM passages p WHERE document = ? AND start < ? AND end > ? ORDER BY start",
                (document, end, start),
            )
        ]

    def introduced(self, shorts: Sequence[str], longs: Sequence[str]) -> list[tuple[int, str, str]]:
        """Return (document, short form, long form) for abbreviations with one of these levelled forms."""
        found: dict[tuple[int, str, str], None] = {}
        for column, forms in (("short_level", shorts), ("long_level", longs)):
            part = list(dict.fromkeys(map(level, forms)))[:_AT_ONCE]
            marks = ",".join("?" * len(part))
            for row in self._connection.execute(
                f"SELECT document, short, long FROM introductions WHERE {column} IN ({marks}) LIMIT 2000", part
            ):
                found[row] = None
        return list(found)
