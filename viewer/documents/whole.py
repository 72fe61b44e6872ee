"""One document whole, as the index holds it: its text, and what stands where in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.documents.entries import DocumentText
from viewer.documents.formats.structure import PassageKind, Section

if TYPE_CHECKING:
    import sqlite3

    from viewer.documents.entries import DocumentEntry


def whole(connection: sqlite3.Connection, number: int, entry: DocumentEntry) -> DocumentText:
    """Read the document of this number from the index."""
    text, file = connection.execute(
        "SELECT text, file FROM texts JOIN documents ON documents.id = texts.document WHERE document = ?", (number,)
    ).fetchone()
    sections = connection.execute(
        "SELECT title, level, start FROM sections WHERE document = ? ORDER BY number", (number,)
    )
    passages: list[tuple[int, int]] = []
    kinds: dict[int, list[tuple[int, int]]] = {PassageKind.ROW: [], PassageKind.CODE: []}
    for start, end, kind in connection.execute(
        "SELECT p.start, p.end, p.kind FROM documents d"
        " JOIN passages p ON p.id BETWEEN d.last - d.passages + 1 AND d.last WHERE d.id = ? ORDER BY p.id",
        (number,),
    ):
        passages.append((start, end))
        if kind in kinds:
            kinds[kind].append((start, end))
    pages = connection.execute("SELECT start, page FROM pages WHERE document = ? ORDER BY start", (number,))
    return DocumentText(
        entry,
        text,
        tuple(Section(*row) for row in sections),
        tuple(passages),
        tuple(kinds[PassageKind.ROW]),
        tuple(kinds[PassageKind.CODE]),
        tuple(pages),
        file,
    )
