"""How a document's lines are laid out: room between the lines, headings larger, matched words a little heavier.

Qt's layout for plain text works block by block, and only on blocks that come into sight. This one keeps that, and
spreads a block's lines and dresses its words when Qt has laid it out. The text itself is never touched.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QPlainTextDocumentLayout

from viewer.ui.typeset.shown_text import units

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from PySide6.QtGui import QTextBlock, QTextDocument

    from viewer.ui.typeset.style import Style

_LEADING = 1.55
_HEADINGS = {1: 1.45, 2: 1.2}  # a heading's size in sizes of the text; deeper ones are as large as the text
_GAP = 0.3  # below each paragraph, in line heights
_ABOVE = 0.5  # above a heading
_EMPTY = 0.35  # an empty line's height, in line heights: it parts two paragraphs, no more


@dataclass(frozen=True)
class Dressing:
    """What is laid over a text, in Qt's positions.

    ``headings`` are the levels of headings by where they start, ``marks`` what matched, and the document's own
    words begin, after its front matter, at ``begins``.
    """

    headings: Mapping[int, int] = field(default_factory=dict)
    marks: tuple[tuple[int, int], ...] = ()
    begins: int = 0


class PageLayout(QPlainTextDocumentLayout):
    """Lays out a page's blocks."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._dressing = Dressing()
        self._style: Style | None = None
        self._font = QFont()
        self._line = 0.0

    def set_style(self, style: Style, font: QFont) -> None:
        """Take the colours and the font of running text; what was laid out is laid out again."""
        self._style, self._font = style, font
        self._line = round(QFontMetricsF(font).height() / 1.2 * _LEADING)
        block = self.document().begin()
        while block.isValid():
            block.clearLayout()
            block = block.next()
        self.requestUpdate()

    def dress(self, dressing: Dressing) -> None:
        """Take what is laid over the text that comes next."""
        self._dressing = dressing

    def boxes(self, block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
        """Yield where a block's characters stand, one box a line, as high as the line's share of the page."""
        layout = block.layout()
        text = layout.text()
        text = text if units(text) is None else ""  # Python counts characters, Qt does not
        step = self._step(block)
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first = line.textStart()
            a, b = max(start, first), min(end, first + line.textLength())
            while a < b <= len(text) and text[b - 1] == " ":
                b -= 1  # where a line ends, its space hangs over the edge
            if a < b:
                x1, x2 = line.cursorToX(a)[0], line.cursorToX(b)[0]  # type: ignore[index]
                top = line.y() - (step - line.height()) / 2
                yield QRectF(min(x1, x2), top, abs(x2 - x1), step)

    def _step(self, block: QTextBlock) -> float:
        level = self._dressing.headings.get(block.position())
        return round(self._line * _HEADINGS.get(level, 1.0)) if level else self._line

    def _is_later_heading(self, block: QTextBlock) -> bool:
        return block.position() in self._dressing.headings and block.blockNumber() > 0

    def _formats(self, block: QTextBlock, style: Style) -> list[QTextLayout.FormatRange]:
        begin, length = block.position(), block.length() - 1
        formats: list[QTextLayout.FormatRange] = []
        level = self._dressing.headings.get(begin)
        if level:
            heading = QTextCharFormat()
            font = QFont(self._font)
            font.setPixelSize(round(self._font.pixelSize() * _HEADINGS.get(level, 1.0)))
            font.setWeight(QFont.Weight.DemiBold)
            heading.setFont(font)
            formats.append(_range(0, length, heading))
            signs = len(block.text()) - len(block.text().lstrip("#"))
            if signs:
                grey = QTextCharFormat()
                grey.setForeground(style.colour("neighbour"))
                formats.append(_range(0, signs, grey))
        elif begin < self._dressing.begins:
            grey = QTextCharFormat()
            grey.setForeground(style.colour("neighbour"))
            formats.append(_range(0, length, grey))
        formats.extend(self._mark_formats(begin, length))
        return formats

    def _mark_formats(self, begin: int, length: int) -> Iterator[QTextLayout.FormatRange]:
        marks = self._dressing.marks
        index = max(0, bisect_left(marks, (begin, 0)) - 1)
        while index < len(marks) and marks[index][0] < begin + length:
            a, b = max(marks[index][0] - begin, 0), min(marks[index][1] - begin, length)
            if a < b:
                heavier = QTextCharFormat()
                heavier.setFontWeight(QFont.Weight.Medium)
                yield _range(a, b, heavier)
            index += 1

    # Qt's own names

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:  # noqa: N802
        if self._style is None or not block.isValid():
            return super().blockBoundingRect(block)
        layout = block.layout()
        fresh = layout.lineCount() == 0
        if fresh:
            formats = self._formats(block, self._style)
            if formats or layout.formats():
                layout.setFormats(formats)
        box = super().blockBoundingRect(block)
        step = self._step(block)
        count = layout.lineCount()
        above = round(self._line * _ABOVE) if self._is_later_heading(block) else 0
        if fresh:
            for number in range(count):
                line = layout.lineAt(number)
                line.setPosition(QPointF(line.x(), above + number * step + (step - line.height()) / 2))
            box = super().blockBoundingRect(block)
        margin = 0.0 if block.next().isValid() else self.document().documentMargin()
        tall = above + count * step + round(self._line * _GAP) if block.length() > 1 else round(self._line * _EMPTY)
        return QRectF(box.x(), box.y(), box.width(), tall + margin)


def _range(start: int, end: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    piece = QTextLayout.FormatRange()
    piece.start, piece.length, piece.format = start, end - start, style
    return piece
