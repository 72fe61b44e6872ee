"""What a library tells about itself: its documents, their text, and what a refresh did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from viewer.documents.formats.structure import Section
    from viewer.model.evidence import DocumentId, Excerpt


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a refresh is: ``done`` of ``total`` files, and the one that is being read."""

    done: int
    total: int
    document: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or folder that could not be read, with the reason as a sentence."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a refresh changed, in documents, and what it could not read."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    skipped: tuple[Skipped, ...] = ()
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document of the library. ``path`` is relative to its root, with ``/``; ``id`` is the file's stem.

    ``passages`` and ``characters`` count what it holds; the other fields are empty where the document says nothing.
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


@dataclass(frozen=True, slots=True)
class DocumentText:
    """A document whole: the text that all offsets refer to, its headings, and its passages as (start, end)."""

    entry: DocumentEntry
    text: str
    sections: tuple[Section, ...]
    passages: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The best passages for a few words, and how many there are in all."""

    words: str
    excerpts: tuple[Excerpt, ...]
    total: int
