"""A quotation with its source, ready to be pasted: as plain text and as rich text that says the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from viewer.model.evidence import Status
from viewer.ui.typeset.shown_text import one_line

if TYPE_CHECKING:
    from viewer.documents.entries import DocumentEntry
    from viewer.model.evidence import Excerpt


_PARAGRAPHS = re.compile(r"\n[^\S\n]*\n")
_ADDRESS = re.compile(r"https?://\S+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Citation:
    """The same words twice."""

    plain: str
    rich: str

    def copy(self) -> None:
        """Put both on the clipboard; who pastes takes what fits."""
        mime = QMimeData()
        mime.setText(self.plain)
        mime.setHtml(self.rich)
        QGuiApplication.clipboard().setMimeData(mime)


def cite(excerpt: Excerpt, entry: DocumentEntry | None) -> Citation:
    """Return “quotation” — Author, Title (year), section, line N; a quote that was not found says so."""
    title = (entry.title if entry else "") or excerpt.title or excerpt.document
    return quotation(excerpt.text, entry, title, (excerpt.section, place_of(excerpt)))


def quotation(words: str, entry: DocumentEntry | None, title: str, places: tuple[str, ...]) -> Citation:
    """Return words of a document with their source and where in it they stand; what is not known is left out.

    White space inside the quotation is levelled, nothing else; paragraphs stay apart. An address on the web is said,
    and is a link in the rich form.
    """
    paragraphs = [one_line(part) for part in _PARAGRAPHS.split(words) if part.strip()]
    name = one_line(title)
    author = one_line(entry.author) if entry else ""
    year = f" ({one_line(entry.year)})" if entry and entry.year else ""
    url = one_line(entry.url) if entry else ""
    before = f"{author}, " if author else ""
    after = "".join(f", {part}" for part in map(one_line, places) if part)
    source = f"<cite>{escape(name)}</cite>"
    if _ADDRESS.match(url):
        source = f'<a href="{escape(url)}">{source}</a>'
    told = f"— {escape(before)}{source}{escape(year)}{escape(after)}{escape(f', {url}' if url else '')}"
    if len(paragraphs) > 1:
        body = "".join(f"<p>{escape(part)}</p>" for part in paragraphs)
        rich = f"<blockquote>{body}</blockquote><p>{told}</p>"
    else:
        rich = f"<p>“{escape(''.join(paragraphs))}” {told}</p>"
    quoted = "\n\n".join(paragraphs)
    apart = "\n\n" if len(paragraphs) > 1 else " "
    return Citation(f"“{quoted}”{apart}— {before}{name}{year}{after}{f', {url}' if url else ''}", rich)


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
