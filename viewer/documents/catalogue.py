"""What the index says about its documents, read once and kept until the index changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from viewer.documents.entries import DocumentEntry
from viewer.model.evidence import DocumentId

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The documents by their number in the index, in the library's order."""

    entries: Mapping[int, DocumentEntry]

    def by_stem(self, stem: str) -> list[int]:
        """Return the numbers of the documents with this id; several only where files share a name."""
        return [number for number, entry in self.entries.items() if entry.id == stem]

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
        "SELECT id, stem, path, title, author, year, url, licence, evidence, passages, characters"
        " FROM documents ORDER BY place, path"
    )
    return Catalogue({number: DocumentEntry(DocumentId(stem), *rest) for number, stem, *rest in rows})
