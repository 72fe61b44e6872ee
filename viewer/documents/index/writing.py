"""Put documents into the index and take them out, inside a transaction that the caller holds."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

from viewer.documents.index.schema import HEAD_BITS
from viewer.documents.matching.levelling import index_form

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from viewer.documents.files.sources import Source
    from viewer.documents.index.prepared import Prepared

_FORGET_WORDS = "INSERT INTO words (words, rowid, body, heading) VALUES ('delete', ?, ?, ?)"
_FORGET_HEAD = "INSERT INTO heads (heads, rowid, title) VALUES ('delete', ?, ?)"


def put(connection: sqlite3.Connection, source: Source, document: Prepared, place: int) -> None:
    """Put a document in, in place of what the same file held before; ``place`` is its order in the library."""
    known = connection.execute("SELECT id, digest FROM documents WHERE file = ?", (source.key,)).fetchone()
    if known is not None:
        if known[1] == document.digest:
            # Another process was here first.
            touch(connection, source, place)
            return
        _remove(connection, known[0])
    text, count = document.text, len(document.columns.starts)
    # One id is left free before every document: neighbouring ids are neighbouring passages.
    first = (connection.execute("SELECT max(last) FROM documents").fetchone()[0] or 0) + 2
    number = connection.execute(
        "INSERT INTO documents (file, path, stem, place, modified, size, digest, title, author, year, url, licence,"
        " evidence, characters, passages, title_section, last)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            source.key, source.relative, source.stem, place, source.modified, source.size, document.digest,
            document.title, *document.front, len(text), count, document.title_section, first + count - 1,
        ),
    ).lastrowid or 0  # fmt: skip
    connection.execute("INSERT INTO texts VALUES (?, ?)", (number, text))
    connection.executemany(
        "INSERT INTO sections VALUES (?, ?, ?, ?, ?)",
        [(number, index, *section) for index, section in enumerate(document.sections)],
    )
    connection.executemany("INSERT INTO pages VALUES (?, ?, ?)", [(number, *page) for page in document.pages])
    connection.executemany(
        "INSERT INTO heads (rowid, title) VALUES (?, ?)",
        _heads(number, document.title, [section[0] for section in document.sections]),
    )
    _put_passages(connection, document, number, first)
    connection.executemany(
        "INSERT INTO introductions VALUES (?, ?, ?, ?, ?)", [(number, *pair) for pair in document.pairs]
    )


def _put_passages(connection: sqlite3.Connection, document: Prepared, number: int, first: int) -> None:
    text, columns = document.text, document.columns
    keys = range(first, first + len(columns.starts))
    said = [text[start:end] for start, end in zip(columns.starts, columns.ends, strict=True)]
    connection.executemany(
        "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        zip(
            keys, repeat(number), columns.starts, columns.ends, columns.lines, columns.last_lines,
            columns.pages or repeat(None), columns.kinds, columns.groups, columns.sections, said,
        ),
    )  # fmt: skip
    headings = [*document.headings, ""]  # the last is that of section -1: none
    connection.executemany(
        "INSERT INTO words (rowid, body, heading) VALUES (?, ?, ?)",
        zip(keys, columns.forms, [headings[section] for section in columns.sections], strict=True),
    )


def touch(connection: sqlite3.Connection, source: Source, place: int) -> None:
    """Note that a file was written again with the same content, or stands elsewhere in the library."""
    connection.execute(
        "UPDATE documents SET path = ?, place = ?, modified = ?, size = ? WHERE file = ?",
        (source.relative, place, source.modified, source.size, source.key),
    )


def refuse(connection: sqlite3.Connection, source: Source, reason: str) -> None:
    """Note why a file cannot be read, so that it is not tried again before it changes."""
    connection.execute(
        "INSERT OR REPLACE INTO refusals VALUES (?, ?, ?, ?)", (source.key, source.modified, source.size, reason)
    )


def forget_refusal(connection: sqlite3.Connection, file: str) -> None:
    """Forget why a file could not be read."""
    connection.execute("DELETE FROM refusals WHERE file = ?", (file,))


def forget(connection: sqlite3.Connection, file: str) -> None:
    """Take the document of a file out, with all that belongs to it."""
    known = connection.execute("SELECT id FROM documents WHERE file = ?", (file,)).fetchone()
    if known is not None:
        _remove(connection, known[0])


def _remove(connection: sqlite3.Connection, number: int) -> None:
    titles = [
        title
        for (title,) in connection.execute("SELECT title FROM sections WHERE document = ? ORDER BY number", (number,))
    ]
    headings = dict(enumerate(map(index_form, titles)))
    named, title_section, last, count = connection.execute(
        "SELECT title, title_section, last, passages FROM documents WHERE id = ?", (number,)
    ).fetchone()
    if title_section >= 0:
        headings[title_section] = ""
    # The full-text index holds no text of its own: it forgets what it is told word for word.
    connection.executemany(
        _FORGET_WORDS,
        [
            (key, index_form(text), headings.get(section, ""))
            for key, text, section in connection.execute(
                "SELECT id, text, section FROM passages WHERE id BETWEEN ? AND ?", (last - count + 1, last)
            ).fetchall()
        ],
    )
    connection.executemany(_FORGET_HEAD, _heads(number, named, titles))
    connection.execute("DELETE FROM passages WHERE id BETWEEN ? AND ?", (last - count + 1, last))
    for table in ("sections", "texts", "pages", "introductions"):
        connection.execute(f"DELETE FROM {table} WHERE document = ?", (number,))
    connection.execute("DELETE FROM documents WHERE id = ?", (number,))


def _heads(document: int, named: str, titles: Sequence[str]) -> list[tuple[int, str]]:
    """Return the headings of a document by their keys; one that says what the document is called is none."""
    return [
        ((document << HEAD_BITS) + number, form)
        for number, title in enumerate(titles)
        if title != named and (form := index_form(title).strip())
    ]
