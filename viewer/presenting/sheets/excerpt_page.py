"""The source itself: the document at the place that a step quotes, with the quoted words marked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from viewer.presenting.picture.overlay import fade
from viewer.presenting.picture.words import Paragraph, Words
from viewer.presenting.sheets.sheet_page import SheetPage

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from viewer.presenting.state.speech import Passage
    from viewer.scene.theme import Theme

_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_ABOVE = 0.4  # of the page's height, for what stands before the quote
_AROUND = 900  # characters of the document to each side


def excerpt_paragraphs(passage: Passage) -> tuple[tuple[str, tuple[tuple[int, int], ...]], ...]:
    """Return the lines of the document around a quote, word for word, with the spans of the quote in them."""
    if passage.start < 0:
        return ((passage.text, passage.marks),)
    text = passage.whole
    first = text.rfind("\n", 0, max(0, passage.start - _AROUND)) + 1
    last = text.find("\n", min(len(text), passage.end + _AROUND))
    last = len(text) if last < 0 else last
    found = []
    at = first
    for line in text[first:last].split("\n"):
        end = at + len(line)
        a, b = max(passage.start, at), min(passage.end, end)
        if line.strip():
            found.append((line, ((a - at, b - at),) if a < b else ()))
        at = end + 1
    return tuple(found)


class ExcerptPage(SheetPage):
    """Shows a passage within its document; without one it says that there is none."""

    def __init__(self, passage: Passage | None, theme: Theme, parent: QWidget, which: str = "") -> None:
        """Take the passage, and which of several it is."""
        heading = passage.source if passage is not None else "No passage"
        super().__init__(f"{heading} · {which}" if which else heading, theme, parent)
        self._passage = passage
        self._set: tuple[int, Words] | None = None

    def paint_body(self, painter: QPainter, body: QRectF) -> None:
        """Paint the document's lines so that the marked ones stand in the upper half."""
        width = min(body.width(), 1400 * self.unit)
        words = self._laid(width, body.height())
        painter.save()
        painter.setClipRect(body)
        words.paint(painter, QRectF(body.x() + 4, body.y(), width, words.height(width)), self.theme)
        painter.restore()
        fade(painter, QRectF(0, body.bottom() - 54 * self.unit, self.width(), 54 * self.unit + 1), self.theme.canvas)

    def _laid(self, width: float, height: float) -> Words:
        """Return the lines from one that is whole: the marked ones stand in the upper half."""
        key = round(width)
        if self._set is None or self._set[0] != key:
            if self._passage is None:
                lines: tuple[Paragraph, ...] = (_paragraph("There are no words of a document to show here.", ()),)
            else:
                lines = tuple(_paragraph(text, marks) for text, marks in excerpt_paragraphs(self._passage))
            first = marked = next((index for index, line in enumerate(lines) if line.marks), 0)
            while first > 0 and Words(lines[first - 1 : marked], self.unit).height(width) <= height * _ABOVE:
                first -= 1
            self._set = key, Words(lines[first:], self.unit)
        return self._set[1]


def _paragraph(text: str, marks: tuple[tuple[int, int], ...]) -> Paragraph:
    heading = _HEADING.match(text)
    if heading is not None and not marks:
        # The signs that make a line a heading are for the file; what stands in it is set as one.
        return Paragraph(text[heading.end() :], 34, 48, 600, "neighbour", (), above=30)
    return Paragraph(text, 34, 48, 400, "text" if marks else "neighbour", marks, above=14)
