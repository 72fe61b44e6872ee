"""One PDF, open in the worker: its pages' sizes, pictures, and boxes of words. Nothing in it is run or fetched."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING

from viewer.documents.formats.pdf.lines import lines_of
from viewer.documents.formats.pdf.words import Page, words_of
from viewer.documents.paging.places import Letters, found, letters_of
from viewer.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_PIXELS = 16_000_000
"""A page's picture is never larger; a hostile page may say that it is."""

_MOST_PAGES = 20_000
_USUAL = (595.0, 842.0)
_LARGEST = 20_000.0  # points
_FINE = 1_000_000  # parts of a page's side that places are told in
_KEPT = 6  # pages whose letters are kept

Box = tuple[float, float, float, float]


class Drawing:
    """Raises DocumentError with a sentence for what is no PDF that can be shown."""

    def __init__(self, content: bytes) -> None:
        """Open the PDF that these bytes hold."""
        import pypdfium2

        try:
            self._pdf = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError:
            raise DocumentError("The PDF cannot be opened.") from None
        self._letters: dict[int, Letters] = {}

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

    def places(self, number: int, wanted: Sequence[tuple[str, Sequence[tuple[int, int]]]]) -> list[list[list[Box]]]:
        """Return for each of some words, and each of their spans, the boxes on a page, in shares of its sides."""
        here = self._letters_of(number)
        before = self._letters_of(number - 1) if number > 0 else None
        after = self._letters_of(number + 1) if number + 1 < len(self._pdf) else None
        places = [[found(words, span, here, before, after) for span in spans] for words, spans in wanted]
        page = self._pdf[number]
        try:
            text = page.get_textpage()
            try:
                return [[_boxes(page, text, one) for one in spans] for spans in places]
            finally:
                text.close()
        finally:
            page.close()

    def _letters_of(self, number: int) -> Letters:
        """Return a page's letters in reading order, each with its place in PDFium's own count."""
        if number not in self._letters:
            page = self._pdf[number]
            try:
                text = page.get_textpage()
                try:
                    words = words_of(text.raw)
                finally:
                    text.close()
                width, height = page.get_size()
            finally:
                page.close()
            lines = lines_of(Page(number + 1, width, height, words)) if words else []
            signs: list[str] = []
            places: list[int] = []
            for line in lines:
                for word in line.words:
                    signs.append(word.text)
                    places += range(word.at, word.at + len(word.text))
            while len(self._letters) >= _KEPT:
                del self._letters[next(iter(self._letters))]
            self._letters[number] = letters_of("".join(signs), places)
        return self._letters[number]


def _bounded(size: tuple[float, float]) -> tuple[float, float]:
    wide, tall = size
    if not (wide > 0 and tall > 0):
        return _USUAL
    return min(max(wide, 1.0), _LARGEST), min(max(tall, 1.0), _LARGEST)


def _boxes(page: object, text: object, places: tuple[int, ...]) -> list[Box]:
    """Return the boxes of characters, those of a line made one."""
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    made: list[list[float]] = []
    for place in places:
        if not pdfium.FPDFText_GetLooseCharBox(text.raw, place, box):  # type: ignore[attr-defined]  # no stubs
            continue
        ends = [_share(page, x, y) for x, y in ((box.left, box.top), (box.right, box.bottom))]
        left, right = sorted((ends[0][0], ends[1][0]))
        top, bottom = sorted((ends[0][1], ends[1][1]))
        if made and _goes_on(made[-1], left, top, right, bottom):
            last = made[-1]
            made[-1] = [min(last[0], left), min(last[1], top), max(last[2], right), max(last[3], bottom)]
        else:
            made.append([left, top, right, bottom])
    return [(left, top, right, bottom) for left, top, right, bottom in made]


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
