"""A document made ready for the index: its columns are worked out where it is read, in a process of its own too."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from viewer.documents.matching.introductions import introductions
from viewer.documents.matching.levelling import index_form, level
from viewer.documents.matching.mending import is_broken

if TYPE_CHECKING:
    from viewer.documents.files.reading import ReadDocument
    from viewer.documents.formats.structure import Passage


class Columns(NamedTuple):
    """The passages of a document, one list for each column of the index; ``forms`` is what words are found by."""

    starts: list[int]
    ends: list[int]
    lines: list[int]
    last_lines: list[int]
    pages: list[int | None]
    kinds: list[int]
    groups: list[int]
    sections: list[int]
    forms: list[str]


class Prepared(NamedTuple):
    """A document as plain values: ``sections`` as (title, level, start), ``pairs`` as (short, long, both keys).

    ``pages`` are (start, page) wherever another page begins; ``front`` is author, year, address, licence and kind of
    evidence; ``headings`` are the sections' index forms.
    """

    digest: bytes
    text: str
    title: str
    front: tuple[str, ...]
    sections: list[tuple[str, int, int]]
    title_section: int
    headings: list[str]
    columns: Columns
    pairs: list[tuple[str, str, str, str]]
    pages: tuple[tuple[int, int], ...] = ()


def prepared(document: ReadDocument) -> Prepared:
    """Work out what the index holds of a document."""
    outline, front = document.outline, document.outline.front
    headings = [index_form(section.title) for section in outline.sections]
    if outline.title_section >= 0:
        # What a whole document is about is no statement of each of its sentences.
        headings[outline.title_section] = ""
    return Prepared(
        document.digest,
        document.text,
        document.title,
        (front.author, front.year, front.url, front.licence, front.evidence),
        [(section.title, section.level, section.start) for section in outline.sections],
        outline.title_section,
        headings,
        _columns(document.text, document.passages, document.pages),
        [(pair.short, pair.long, pair.short_key, pair.long_key) for pair in introductions(document.text)],
        document.pages,
    )


def packed(document: Prepared) -> tuple[object, ...]:
    """Return a document as ``marshal`` takes it."""
    return (*document[:7], tuple(document.columns), *document[8:])


def unpacked(values: tuple[object, ...]) -> Prepared:
    """Return the document of such values."""
    *first, columns, pairs, pages = values
    return Prepared(*first, Columns(*columns), pairs, pages)  # type: ignore[misc,call-arg,arg-type]


def _columns(text: str, passages: tuple[Passage, ...], pages: tuple[tuple[int, int], ...]) -> Columns:
    if not passages:
        return Columns([], [], [], [], [], [], [], [], [])
    starts, ends, kinds, groups, sections = map(list, zip(*passages, strict=True))
    lines: list[int] = []
    line, at = 1, 0
    for start in starts:
        line += text.count("\n", at, start)
        at = start
        lines.append(line)
    last_lines = [
        line + text.count("\n", start, end - 1) for line, start, end in zip(lines, starts, ends, strict=True)
    ]
    on_pages: list[int | None] = []
    if pages:
        offsets = [offset for offset, _ in pages]
        on_pages = [pages[place - 1][1] if (place := bisect_right(offsets, start)) else None for start in starts]
    spans = zip(starts, ends, strict=True)
    if text.isascii() and not is_broken(text):
        levelled = level(text)
        forms = [levelled[start:end] for start, end in spans]
    else:
        forms = [index_form(text[start:end]) for start, end in spans]
    return Columns(starts, ends, lines, last_lines, on_pages, list(map(int, kinds)), groups, sections, forms)
