"""What the index says about its documents, read once and kept until the index changes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from viewer.documents.entries import DocumentEntry
from viewer.model.evidence import DocumentId

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Mapping, Sequence


class Catalogue:
    """The documents by their number in the index, in the library's order."""

    def __init__(self, entries: Mapping[int, DocumentEntry], last: tuple[tuple[int, int], ...]) -> None:
        """Take the documents, and the id of each one's last passage, ascending, with the document's number."""
        self.entries = entries
        self._last = last
        # Of a large library these are gone through at every question: plain numbers are quicker than pairs.
        self._ends = [end for end, _ in last]
        self._titles = [(number, entry.title) for number, entry in entries.items()]

    def by_stem(self, stem: str) -> list[int]:
        """Return the numbers of the documents with this id; several only where files share a name."""
        return [number for number, entry in self.entries.items() if entry.id == stem]

    def holding(self, passages: Sequence[int]) -> set[int]:
        """Return the documents that hold one of these passages, whose ids ascend."""
        found: set[int] = set()
        last, ends, at, place = self._last, self._ends, 0, 0
        while at < len(passages) and (place := bisect_left(ends, passages[at], place)) < len(ends):
            found.add(last[place][1])
            at = bisect_right(passages, ends[place], at)
        return found

    def silent(self, speaking: Collection[int]) -> tuple[str, ...]:
        """Return the titles of the documents that are none of these."""
        return tuple([title for number, title in self._titles if number not in speaking])

    def without(self, files: Collection[str]) -> Catalogue:
        """Return the catalogue without the documents of these files."""
        if not files:
            return self
        entries = {number: entry for number, entry in self.entries.items() if entry.file not in files}
        return Catalogue(entries, tuple((last, number) for last, number in self._last if number in entries))

    def stretches(self, numbers: Collection[int]) -> tuple[tuple[int, int], ...]:
        """Return the ids of the passages of all documents but these, as (first, last), ascending."""
        found: list[tuple[int, int]] = []
        before = 0
        for last, number in self._last:
            if number not in numbers:
                joins = bool(found) and found[-1][1] == before
                found[-1:] = [(found[-1][0], last)] if joins else [*found[-1:], (before + 1, last)]
            before = last
        return tuple(found)

    def named(self, name: str) -> int | None:
        """Return the document with this relative path or, failing that, this id."""
        path = name.replace("\\", "/")
        for number, entry in self.entries.items():
            if entry.path in (name, path):
                return number
        return next(iter(self.by_stem(name)), None)


def catalogue(connection: sqlite3.Connection) -> Catalogue:
    """Read the index's documents."""
    rows = connection.execute(
        "SELECT id, stem, path, title, author, year, url, licence, evidence, passages, characters, file"
        " FROM documents ORDER BY place, path"
    )
    entries = {number: DocumentEntry(DocumentId(stem), *rest) for number, stem, *rest in rows}
    last = connection.execute("SELECT last, id FROM documents WHERE passages > 0 ORDER BY last")
    return Catalogue(entries, tuple(last))
