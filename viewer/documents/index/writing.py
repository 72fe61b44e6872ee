"""Put documents into the index and take them out, inside a transaction that the caller holds."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from viewer.documents.matching.introductions import introductions
from viewer.documents.matching.levelling import index_form, level

if TYPE_CHECKING:
    import sqlite3

    from viewer.documents.files.reading import ReadDocument

_FORGET_WORDS = "INSERT INTO words (words, rowid, body, heading) VALUES ('delete', ?, ?, ?)"


def put(connection: sqlite3.Connection, document: ReadDocument, place: int) -> None:
    """Put a document in, in place of what the same file held before; ``place`` is its order in the library."""
    source, text, front = document.source, document.text, document.outline.front
    known = connection.execute("SELECT id, digest FROM documents WHERE file = ?", (source.key,)).fetchone()
    if known is not None:
        if known[1] == document.digest:
            # Another process was here first.
            touch(connection, source.key, source.relative, place, source.modified, source.size)
            return
        _remove(connection, known[0])
    cursor = connection.execute(
        "INSERT INTO documents (file, path, stem, place, modified, size, digest, title, author, year, url, licence,"
        " evidence, characters, passages, title_section) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            source.key, source.relative, source.stem, place, source.modified, source.size, document.digest,
            document.title, front.author, front.year, front.url, front.licence, front.evidence,
            len(text), len(document.passages), document.outline.title_section,
        ),
    )  # fmt: skip
    number = cursor.lastrowid
    connection.execute("INSERT INTO texts VALUES (?, ?)", (number, text))
    sections = document.outline.sections
    connection.executemany(
        "INSERT INTO sections VALUES (?, ?, ?, ?, ?)",
        [(number, index, section.title, section.level, section.start) for index, section in enumerate(sections)],
    )
    _put_passages(connection, document, number)
    connection.executemany(
        "INSERT INTO introductions VALUES (?, ?, ?, ?, ?)",
        [(number, pair.short, pair.long, level(pair.short), level(pair.long)) for pair in introductions(text)],
    )


def _put_passages(connection: sqlite3.Connection, document: ReadDocument, number: int | None) -> None:
    text = document.text
    breaks = _line_breaks(text)
    pages = [offset for offset, _ in document.pages]
    # One id is left free before every document: neighbouring ids are neighbouring passages.
    first = (connection.execute("SELECT max(id) FROM passages").fetchone()[0] or 0) + 2
    headings = [index_form(section.title) for section in document.outline.sections]
    if document.outline.title_section >= 0:
        # What a whole document is about is no statement of each of its sentences.
        headings[document.outline.title_section] = ""
    rows = []
    words = []
    for key, passage in enumerate(document.passages, first):
        start, end, kind, group, section = passage
        said = text[start:end]
        line = bisect_left(breaks, start) + 1
        last = line if "\n" not in said else bisect_left(breaks, end - 1) + 1
        at = bisect_right(pages, start)
        page = document.pages[at - 1][1] if at else None
        rows.append((key, number, start, end, line, last, page, int(kind), group, section, said))
        words.append((key, index_form(said), headings[section] if section >= 0 else ""))
    connection.execute("UPDATE documents SET last = ? WHERE id = ?", (first + len(rows) - 1, number))
    connection.executemany("INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    connection.executemany("INSERT INTO words (rowid, body, heading) VALUES (?, ?, ?)", words)


def touch(connection: sqlite3.Connection, file: str, path: str, place: int, modified: int, size: int) -> None:
    """Note that a file was written again with the same content, or stands elsewhere in the library."""
    connection.execute(
        "UPDATE documents SET path = ?, place = ?, modified = ?, size = ? WHERE file = ?",
        (path, place, modified, size, file),
    )


def refuse(connection: sqlite3.Connection, file: str, modified: int, size: int, reason: str) -> None:
    """Note why a file cannot be read, so that it is not tried again before it changes."""
    connection.execute("INSERT OR REPLACE INTO refusals VALUES (?, ?, ?, ?)", (file, modified, size, reason))


def forget_refusal(connection: sqlite3.Connection, file: str) -> None:
    """Forget why a file could not be read."""
    connection.execute("DELETE FROM refusals WHERE file = ?", (file,))


def forget(connection: sqlite3.Connection, file: str) -> None:
    """Take the document of a file out, with all that belongs to it."""
    known = connection.execute("SELECT id FROM documents WHERE file = ?", (file,)).fetchone()
    if known is not None:
        _remove(connection, known[0])


def _remove(connection: sqlite3.Connection, number: int) -> None:
    titles = connection.execute("SELECT number, title FROM sections WHERE document = ?", (number,))
    headings = {section: index_form(words) for section, words in titles}
    title_section = connection.execute("SELECT title_section FROM documents WHERE id = ?", (number,)).fetchone()
    if title_section is not None and title_section[0] >= 0:
        headings[title_section[0]] = ""
    # The full-text index holds no text of its own: it forgets what it is told word for word.
    connection.executemany(
        _FORGET_WORDS,
        [
            (key, index_form(text), headings.get(section, ""))
            for key, text, section in connection.execute(
                "SELECT id, text, section FROM passages WHERE document = ?", (number,)
            ).fetchall()
        ],
    )
    for table in ("passages", "sections", "texts", "introductions"):
        connection.execute(f"DELETE FROM {table} WHERE document = ?", (number,))
    connection.execute("DELETE FROM documents WHERE id = ?", (number,))


def _line_breaks(text: str) -> list[int]:
    breaks: list[int] = []
    at = text.find("\n")
    while at >= 0:
        breaks.append(at)
        at = text.find("\n", at + 1)
    return breaks
