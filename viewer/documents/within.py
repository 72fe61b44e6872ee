"""All that one document says about a target, however long the library's own list is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.documents.excerpting import Excerpts
from viewer.documents.index.lookup import THOROUGH, Lookup, Matches
from viewer.documents.ranking.finding import find

if TYPE_CHECKING:
    import sqlite3

    from viewer.documents.catalogue import Catalogue
    from viewer.documents.ranking.candidate import Row
    from viewer.model.evidence import Excerpt, Target


class LookupWithin(Lookup):
    """Questions to the passages of one document alone."""

    def __init__(self, connection: sqlite3.Connection, document: int) -> None:
        """Take the connection and the document's number."""
        super().__init__(connection, THOROUGH)
        last, count = connection.execute("SELECT last, passages FROM documents WHERE id = ?", (document,)).fetchone()
        self._between = (last - count + 1, last)

    def matches(self, question: str) -> Matches:
        """Return the document's passages that match."""
        first, last = self._between
        ids = self._ids(question, f"AND rowid BETWEEN {first} AND {last}") if question else []
        return Matches(ids, len(ids))

    def rows(self, question: str, matches: Matches, opening: str = "", most: int | None = None) -> list[Row]:
        """Return the passages that match, ``matches`` as found before; of too many the first."""
        return self.by_id(matches.ids[: self.most if most is None else most])


def excerpts_within(
    connection: sqlite3.Connection, catalogue: Catalogue, target: Target, document: int
) -> tuple[Excerpt, ...]:
    """Return what was found in the document of this number for a target, in the order of the text."""
    lookup = LookupWithin(connection, document)
    found = find(target, lookup)
    chosen = [one for one in found.ordered if one.document == document]
    made = Excerpts(connection, lookup, catalogue).found(chosen, found.ends)
    return tuple(sorted(made, key=lambda one: one.start or 0))
