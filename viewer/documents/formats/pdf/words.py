"""The words of a PDF's pages with their places, from PDFium. Links, forms, notes and scripts are not looked at."""

from __future__ import annotations

import ctypes
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdfium2

_WORD = re.compile(r"[^\s\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
_BROKEN = "\x02\ufffe"
_LEAST_SIZE = 2.5
_BOX_OF_SIZE = 1.2
_BOLD_WEIGHT = 600
_BOLD_NAME = re.compile(r"bold|black|heavy|demi|^cmbx|cmbx\d", re.IGNORECASE)
_LONGEST_NAME = 100


class Word(NamedTuple):
    """A word and its place on the page, in points from the lower left corner. ``base`` is its writing line.

    ``new_run`` tells that PDFium begins a new line with it.
    """

    text: str
    left: float
    right: float
    base: float
    bottom: float
    top: float
    size: float
    bold: bool
    new_run: bool
    attached: bool = False
    """Whether it belongs to the word before it: a raised sign, or what follows one."""
    at: int = -1
    """The place of its first character in PDFium's own count."""


class Page(NamedTuple):
    """A page's words in the order in which they are drawn, and its size in points."""

    number: int
    width: float
    height: float
    words: list[Word]


def pages_of(pdf: pypdfium2.PdfDocument) -> Iterator[Page]:
    """Yield the pages one after the other; a page that is damaged has no words."""
    import pypdfium2

    for number in range(len(pdf)):
        try:
            page = pdf[number]
        except pypdfium2.PdfiumError:
            yield Page(number + 1, 0, 0, [])
            continue
        try:
            width, height = page.get_size()
            text = page.get_textpage()
            try:
                words = words_of(text.raw)
            finally:
                text.close()
        except pypdfium2.PdfiumError:
            width, height, words = 0, 0, []
        finally:
            page.close()
        yield Page(number + 1, width, height, words)


def words_of(page: object) -> list[Word]:
    """Return the words of a page of text, PDFium's own."""
    import pypdfium2.raw as pdfium

    text = _text(page)
    found: list[Word] = []
    box = pdfium.FS_RECTF()
    last = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    new_run = True
    at = 0
    for match in _WORD.finditer(text):
        begin, finish = match.span()
        new_run = new_run or "\n" in text[at:begin] or "\r" in text[at:begin]
        at = finish
        if not pdfium.FPDFText_GetLooseCharBox(page, begin, box):
            continue
        word = match[0]
        broken = word[-1] in _BROKEN
        end = finish - 1 - (broken and finish - begin > 1)
        if end == begin or not pdfium.FPDFText_GetLooseCharBox(page, end, last):
            last.left, last.right = box.left, box.right
        pdfium.FPDFText_GetCharOrigin(page, begin, x, y)
        size = pdfium.FPDFText_GetFontSize(page, begin)
        if size < _LEAST_SIZE:
            size = (box.top - box.bottom) / _BOX_OF_SIZE
        left, right = min(box.left, last.left), max(box.right, last.right)
        bold = _is_bold(page, begin)
        if broken:
            word = word[:-1] + "-"
        found.append(Word(word, left, right, y.value, box.bottom, box.top, size, bold, new_run, at=begin))
        # PDFium joins a word that was broken over two lines: what follows stands on the next one.
        new_run = broken
    return found


def _text(page: object) -> str:
    """Return the page's characters, one for each of PDFium's own count."""
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFText_CountChars(page)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(page, 0, count, buffer)
    text = bytes(buffer)[: max(0, written - 1) * 2].decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    # Characters that have no place in the text, or take two: ask for each.
    codes = (pdfium.FPDFText_GetUnicode(page, index) for index in range(count))
    return "".join(chr(code) if 0 < code < 0xD800 or 0xE000 <= code <= 0x10FFFF else "\ufffd" for code in codes)


def _is_bold(page: object, index: int) -> bool:
    import pypdfium2.raw as pdfium

    name = ctypes.create_string_buffer(_LONGEST_NAME)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(page, index, name, _LONGEST_NAME, flags)
    return (
        _BOLD_NAME.search(name.value.decode("ascii", "replace")) is not None
        or pdfium.FPDFText_GetFontWeight(page, index) >= _BOLD_WEIGHT
    )
