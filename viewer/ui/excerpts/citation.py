"""A quotation with its source, ready to be pasted: as plain text and as rich text that says the same."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from viewer.model.evidence import Status
from viewer.ui.typeset.shown_text import one_line

if TYPE_CHECKING:
    from viewer.documents.entries import DocumentEntry
    from viewer.model.evidence import Excerpt


@dataclass(frozen=True, slots=True)
class Citation:
    """The same words twice."""

    plain: str
    rich: str


def cite(excerpt: Excerpt, entry: DocumentEntry | None) -> Citation:
    """Return “quotation” — Author, Title (year), section, line N; what the document does not say is left out.

    White space inside the quotation is levelled, nothing else. A quote that was not found says so.
    """
    quotation = one_line(excerpt.text)
    title = one_line((entry.title if entry else "") or excerpt.title or excerpt.document)
    author = one_line(entry.author) if entry else ""
    year = f" ({one_line(entry.year)})" if entry and entry.year else ""
    before = f"{author}, " if author else ""
    after = "".join(f", {part}" for part in (one_line(excerpt.section), place_of(excerpt)) if part)
    return Citation(
        f"“{quotation}” — {before}{title}{year}{after}",
        f"<p>“{escape(quotation)}” — {escape(before)}<cite>{escape(title)}</cite>{escape(year)}{escape(after)}</p>",
    )


def place_of(excerpt: Excerpt) -> str:
    """Return where an excerpt stands: its page where the format has pages, else its line or lines."""
    if excerpt.status is Status.MISSING:
        return "not found in the document"
    if excerpt.page is not None:
        return f"page {excerpt.page}"
    if excerpt.line is None:
        return ""
    if excerpt.last_line is not None and excerpt.last_line > excerpt.line:
        return f"lines {excerpt.line}–{excerpt.last_line}"
    return f"line {excerpt.line}"
