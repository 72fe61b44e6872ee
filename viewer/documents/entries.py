"""What a library tells about itself: its documents, their text, and what a refresh did.

Named tuples, because the window defines them at its start: that takes a seventh of a data class's time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from viewer.documents.formats.structure import Section
    from viewer.model.evidence import DocumentId, Excerpt


class Progress(NamedTuple):
    """How far a refresh is: ``done`` of ``total`` files, and the one that is being read."""

    done: int
    total: int
    document: str


class Skipped(NamedTuple):
    """A file or folder that could not be read, with the reason as a sentence."""

    path: str
    reason: str


class Refreshed(NamedTuple):
    """What a refresh changed, in documents, and what it could not read."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    skipped: tuple[Skipped, ...] = ()
    cancelled: bool = False


class DocumentEntry(NamedTuple):
    """A document of the library. ``path`` is relative to its root, with ``/``; ``id`` is the file's stem.

    ``passages`` and ``characters`` count what it holds; the other fields are empty where the document says nothing.
    ``file`` is the whole path of its file, as text.
    """

    id: DocumentId
    path: str
    title: str
    author: str
    year: str
    url: str
    licence: str
    evidence: str
    passages: int
    characters: int
    file: str = ""


class LeftOut(NamedTuple):
    """What the user takes out of all answers: documents by ``DocumentEntry.file``, and passages as (id, words)."""

    files: frozenset[str] = frozenset()
    passages: frozenset[tuple[str, str]] = frozenset()


class DocumentText(NamedTuple):
    """A document whole: the text that all offsets refer to, its headings, and its passages as (start, end).

    ``rows`` and ``code`` are those passages that are rows of a table and lines of code. ``pages`` are (offset, page)
    of every place where another page begins, empty where the format has no pages; a page may come up again, where
    what stood between was put behind. ``file`` is the path of the file.
    """

    entry: DocumentEntry
    text: str
    sections: tuple[Section, ...]
    passages: tuple[tuple[int, int], ...]
    rows: tuple[tuple[int, int], ...] = ()
    code: tuple[tuple[int, int], ...] = ()
    pages: tuple[tuple[int, int], ...] = ()
    file: str = ""


class FoundHeading(NamedTuple):
    """A heading that holds the words of a search: its document's path and title, and where in the text it stands.

    ``marks`` are spans of the heading that the words matched, ``page`` is None where the format has no pages.
    """

    document: str
    title: str
    heading: str
    start: int
    page: int | None
    marks: tuple[tuple[int, int], ...]


class SearchResult(NamedTuple):
    """The best passages and headings for a few words, and how many there are in all.

    ``unknown`` are words that occur nowhere: what was found is found for the others.
    """

    words: str
    excerpts: tuple[Excerpt, ...]
    total: int
    headings: tuple[FoundHeading, ...] = ()
    headings_total: int = 0
    unknown: tuple[str, ...] = ()
