"""One PDF, open in the worker: its pages' sizes and pictures, and where letters stand. Nothing is run or fetched."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING

from viewer.documents.formats.pdf.lines import lines_of
from viewer.documents.formats.pdf.words import Page, words_of
from viewer.documents.paging.places import Sign, placed
from viewer.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.documents.formats.pdf.lines import Line as TextLine
    from viewer.documents.paging.places import Placed, Run

MOST_PIXELS = 16_000_000
"""A page's picture is never larger; a hostile page may say that it is."""

_MOST_PAGES = 20_000
_USUAL = (595.0, 842.0)
_LARGEST = 20_000.0  # points
_FINE = 1_000_000  # parts of a page's side that places are told in

Line = tuple[float, float, list[int], list[float], list[float]]
"""Upper and lower edge; then of each letter its character of the text, its left and its right edge."""


class Drawing:
    """Raises DocumentError with a sentence for what is no PDF that can be shown."""

    def __init__(self, content: bytes) -> None:
        """Open the PDF that these bytes hold."""
        import pypdfium2

        try:
            self._pdf = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError:
            raise DocumentError("The PDF cannot be opened.") from None

    def sizes(self) -> list[tuple[float, float]]:
        """Return width and height of every page in points; a page that is damaged has a usual size."""
        import pypdfium2

        sizes = []
        for number in range(min(len(self._pdf), _MOST_PAGES)):
            try:
                size = self._pdf.get_page_size(number)
            except pypdfium2.PdfiumError:
                size = _USUAL
            sizes.append(_bounded(size))
        return sizes

    def draw(self, number: int, width: int) -> tuple[int, int, bytes]:
        """Return the picture of a page: its width and height in pixels, and these, four bytes each, blue first."""
        import pypdfium2.raw as pdfium

        page = self._pdf[number]
        try:
            wide, tall = _bounded(page.get_size())
            width = max(1, min(width, int((MOST_PIXELS * wide / tall) ** 0.5), MOST_PIXELS))
            height = max(1, min(round(width * tall / wide), MOST_PIXELS // width))
            stride = width * 4
            pixels = ctypes.create_string_buffer(stride * height)
            bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGRx, pixels, stride)
            try:
                pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
                pdfium.FPDF_RenderPageBitmap(bitmap, page.raw, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
            finally:
                pdfium.FPDFBitmap_Destroy(bitmap)
            return width, height, pixels.raw[: stride * height]
        finally:
            page.close()

    def letters(self, number: int, runs: Sequence[Run]) -> list[Line]:
        """Return the lines of a page whose characters these runs of a document's text are."""
        page = self._pdf[number]
        try:
            text = page.get_textpage()
            try:
                width, height = page.get_size()
                words = words_of(text.raw)
                lines = lines_of(Page(number + 1, width, height, words)) if words else []
                made: list[Line] = []
                for found in placed([_signs_of(line) for line in lines], runs):
                    made += _boxed(page, text, found)
                return made
            finally:
                text.close()
        finally:
            page.close()


def _signs_of(line: TextLine) -> list[Sign]:
    return [Sign(sign, word.at + index) for word in line.words for index, sign in enumerate(word.text)]


def _bounded(size: tuple[float, float]) -> tuple[float, float]:
    wide, tall = size
    if not (wide > 0 and tall > 0):
        return _USUAL
    return min(max(wide, 1.0), _LARGEST), min(max(tall, 1.0), _LARGEST)


def _boxed(page: object, text: object, found: Sequence[Placed]) -> list[Line]:
    """Return where the characters of a line stand; what is set apart or on another height is a line of its own."""
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    made: list[Line] = []
    ends: list[float] = []
    for offset, place in found:
        if not pdfium.FPDFText_GetLooseCharBox(text.raw, place, box):  # type: ignore[attr-defined]  # no stubs
            continue
        corners = [_share(page, x, y) for x, y in ((box.left, box.top), (box.right, box.bottom))]
        left, right = sorted((corners[0][0], corners[1][0]))
        top, bottom = sorted((corners[0][1], corners[1][1]))
        if made and _goes_on(ends, left, top, right, bottom):
            ends = [min(ends[0], left), min(ends[1], top), max(ends[2], right), max(ends[3], bottom)]
            _, _, offsets, lefts, rights = made[-1]
        else:
            ends = [left, top, right, bottom]
            offsets, lefts, rights = [], [], []
            made.append((top, bottom, offsets, lefts, rights))
        offsets.append(offset)
        lefts.append(left)
        rights.append(right)
        made[-1] = (ends[1], ends[3], offsets, lefts, rights)
    return made


def _goes_on(last: list[float], left: float, top: float, right: float, bottom: float) -> bool:
    """Whether a character stands on the line of those before it."""
    middle = (top + bottom) / 2
    tall = max(bottom - top, last[3] - last[1])
    return last[1] <= middle <= last[3] and left - last[2] < 2 * tall and last[0] - right < 2 * tall


def _share(page: object, x: float, y: float) -> tuple[float, float]:
    """Return a point of the page's own space in shares of the page as it is shown, turned and cropped."""
    import pypdfium2.raw as pdfium

    over, down = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page.raw, 0, 0, _FINE, _FINE, 0, x, y, over, down)  # type: ignore[attr-defined]  # no stubs
    return over.value / _FINE, down.value / _FINE
