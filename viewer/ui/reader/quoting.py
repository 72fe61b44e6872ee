"""A stretch of a document as a quotation with its source."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from viewer.ui.excerpts.citation import Citation, quotation

if TYPE_CHECKING:
    from viewer.documents.entries import DocumentText


def quoted(document: DocumentText, start: int, end: int) -> Citation:
    """Return the characters from ``start`` to ``end``, word for word, with title, section, and page or lines."""
    text = document.text
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end = max(start, end - (len(words) - len(words.rstrip())))
    section = ""
    for candidate in document.sections:
        if candidate.start > start:
            break
        section = candidate.title
    title = document.entry.title or document.entry.path
    if section.casefold() == title.casefold():
        section = ""  # the heading of the whole says nothing more
    return quotation(words, document.entry, title, (section, _place(document, start, end)))


def _place(document: DocumentText, start: int, end: int) -> str:
    if document.pages:
        offsets = [offset for offset, _ in document.pages]
        first, last = (
            document.pages[max(0, bisect_right(offsets, at) - 1)][1] for at in (start, max(start, end - 1))
        )
        return f"page {first}" if first == last else f"pages {first}–{last}"
    line = document.text.count("\n", 0, start) + 1
    last_line = line + document.text.count("\n", start, end)
    return f"line {line}" if line == last_line else f"lines {line}–{last_line}"
