"""Read a PDF: its text in reading order with headings and pages, and what it says about itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from viewer.documents.files.decoding import refuse_other
from viewer.documents.formats.composing import LONGEST, composed, tidied
from viewer.documents.formats.pdf.heads import without_heads
from viewer.documents.formats.pdf.lines import lines_of
from viewer.documents.formats.pdf.paragraphs import pieces_of
from viewer.documents.formats.pdf.words import pages_of
from viewer.documents.formats.structure import Extracted, FrontMatter
from viewer.errors import DocumentError

if TYPE_CHECKING:
    import pypdfium2

    from viewer.documents.formats.composing import Piece
    from viewer.documents.formats.pdf.lines import Line

_MOST_PAGES = 20_000
_UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
_NO_TITLE = re.compile(
    r"untitled|microsoft word|powerpoint|.*\.(?:docx?|tex|dvi|indd|qxd|pdf|rtf|odt)|\W*", re.IGNORECASE
)


def read_pdf(content: bytes) -> Extracted:
    """Return a PDF's text, outline and pages; DocumentError with a sentence when these bytes hold none."""
    import pypdfium2

    if b"%PDF-" not in content[:1024]:
        if not content.startswith(b"%PDF-"):
            refuse_other(content, "PDF")
        raise DocumentError("The file's ending says PDF, but its content is something else.")
    try:
        # Without a password given, PDFium tries the empty one.
        pdf = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise DocumentError("The PDF is protected with a password.") from None
        raise DocumentError("The PDF is damaged or cut short.") from None
    try:
        return _read(pdf)
    finally:
        pdf.close()


def _read(pdf: pypdfium2.PdfDocument) -> Extracted:
    count = len(pdf)
    if not count:
        raise DocumentError("The PDF has no pages.")
    if count > _MOST_PAGES:
        raise DocumentError(f"The PDF has more than {_MOST_PAGES} pages.")
    pages: list[list[Line]] = []
    heights: list[float] = []
    characters = unreadable = 0
    for page in pages_of(pdf):
        for word in page.words:
            characters += len(word.text)
            unreadable += len(_UNREADABLE.findall(word.text))
        if characters > LONGEST:
            raise DocumentError(f"The file holds more than {LONGEST // 1_000_000} million characters of text.")
        pages.append(lines_of(page))
        heights.append(page.height)
    if not characters:
        raise DocumentError("The PDF has no text layer: it is a scan.")
    if unreadable > 0.3 * characters:
        raise DocumentError("The text of the PDF cannot be read: its fonts do not say which letters they draw.")
    pieces = pieces_of(without_heads(pages, heights)) or pieces_of(pages)
    said = pdf.get_metadata_dict()
    return composed(
        pieces, _title(said.get("Title", ""), pieces), FrontMatter(author=tidied(said.get("Author", ""))[:300])
    )


def _title(said: str, pieces: list[Piece]) -> str:
    """Return what the PDF calls itself, where that is a title; else its first heading of the first rank."""
    words = tidied(said)[:300]
    if words and not _NO_TITLE.fullmatch(words) and not words.lower().startswith("microsoft word"):
        return words
    return next((piece.words for piece in pieces if piece.level == 1), "")
