"""How a document's lines are laid out: room between the lines, headings larger, matched words a little heavier.

Qt's layout for plain text works block by block, and only on blocks that come into sight. This one keeps that, and
spreads a block's lines and dresses its words when Qt has laid it out. The text itself is never touched.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QPlainTextDocumentLayout

from viewer.ui.reader.text.emphasis import emphasis_formats, link_formats, piece_of
from viewer.ui.reader.text.tables import RULE, Tables, spaced
from viewer.ui.typeset.shown_text import units

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from PySide6.QtGui import QTextBlock, QTextDocument

    from viewer.documents.entries import DocumentText
    from viewer.ui.typeset.style import Style
    from viewer.ui.typeset.text_positions import TextPositions

_LEADING = 1.55
_HEADINGS = {1: 1.45, 2: 1.2}  # a heading's size in sizes of the text; deeper ones are as large as the text
_GAP = 0.3  # below each paragraph, in line heights
_ABOVE = 0.5  # above a heading
_APART = 400  # letters of a span that are looked at one by one
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")
_FENCE = re.compile(r"\s{0,3}(?:`{3}|~{3})")
_SLACK = 0.1  # pixels
_EMPTY = 0.35  # an empty line's height, in line heights: it parts two paragraphs, no more


@dataclass(frozen=True)
class Dressing:
    """What is laid over a text, in Qt's positions.

    ``headings`` are the levels of headings by where they start, ``marks`` what matched, and the document's own
    words begin, after its front matter, at ``begins``. ``code`` is where lines of code start, ascending, ``rows``
    are the spans of table rows. ``markup`` tells that signs of emphasis stand in the text.
    """

    headings: Mapping[int, int] = field(default_factory=dict)
    marks: tuple[tuple[int, int], ...] = ()
    begins: int = 0
    code: tuple[int, ...] = ()
    rows: tuple[tuple[int, int], ...] = ()
    markup: bool = False


def front_end(document: DocumentText) -> int:
    """Return where the document's own words begin, after its front matter; 0 where it has none."""
    if not document.text.startswith("---\n") or not document.passages:
        return 0
    first = document.passages[0][0]
    return min((section.start for section in document.sections[:1]), default=first)


def dressing_of(document: DocumentText, positions: TextPositions, marks: tuple[tuple[int, int], ...]) -> Dressing:
    """Return what is laid over a document."""
    to = positions.to_view
    return Dressing(
        {to(section.start): section.level for section in document.sections},
        marks,
        to(front_end(document)),
        tuple(to(start) for start, _ in document.code),
        tuple((to(start), to(end)) for start, end in document.rows),
        document.entry.path.lower().endswith((".md", ".markdown")),
    )


class PageLayout(QPlainTextDocumentLayout):
    """Lays out a page's blocks."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._dressing = Dressing()
        self._style: Style | None = None
        self._font = QFont()
        self.room = 0.0  # pixels that a line has
        self._line = 0.0
        self._fixed = ""
        self._tables = Tables(())

    def set_style(self, style: Style, font: QFont, *, anew: bool) -> None:
        """Take the colours and the font of running text; with ``anew``, what was laid out is laid out again."""
        self._style, self._font = style, font
        self._line = round(QFontMetricsF(font).height() / 1.2 * _LEADING)
        self._fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        self._tables.forget()
        if anew:
            self._lay_out_anew()

    def dress(self, dressing: Dressing) -> None:
        """Take what is laid over the text that comes next."""
        self._dressing = dressing
        self._tables = Tables(dressing.rows)

    def mark(self, marks: tuple[tuple[int, int], ...]) -> None:
        """Lay other matches over the text."""
        self._dressing = replace(self._dressing, marks=marks)
        self._lay_out_anew()

    def _lay_out_anew(self) -> None:
        document = self.document()
        document.markContentsDirty(0, document.characterCount())
        self.requestUpdate()

    def boxes(self, block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
        """Yield where a block's characters stand, one box a line, as high as the line's share of the page."""
        layout = block.layout()
        text = layout.text()
        both_ways = bool(_RIGHT_TO_LEFT.search(text))
        text = text if units(text) is None else ""  # Python counts characters, Qt does not
        step = self._step(block)
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first = line.textStart()
            a, b = max(start, first), min(end, first + line.textLength())
            while a < b <= len(text) and text[b - 1] == " ":
                b -= 1  # where a line ends, its space hangs over the edge
            top = line.y() - (step - line.height()) / 2
            # Where text runs both ways, what is one stretch in the text may stand apart in the line.
            pieces = [(i, i + 1) for i in range(a, b)] if both_ways and b - a < _APART else [(a, b)] if a < b else []
            for left, right in pieces:
                x1, x2 = line.cursorToX(left)[0], line.cursorToX(right)[0]  # type: ignore[index]
                yield QRectF(min(x1, x2), top, abs(x2 - x1), step)

    def is_code(self, block: QTextBlock) -> bool:
        """Whether a block is a line of code."""
        code = self._dressing.code
        index = bisect_left(code, block.position())
        return index < len(code) and code[index] < block.position() + block.length()

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
            formats.append(piece_of(0, length, heading))
            signs = len(block.text()) - len(block.text().lstrip("#"))
            if signs:
                grey = QTextCharFormat()
                grey.setForeground(style.colour("neighbour"))
                formats.append(piece_of(0, signs, grey))
        elif begin < self._dressing.begins or _FENCE.match(block.text()) or RULE.match(block.text()):
            grey = QTextCharFormat()
            grey.setForeground(style.colour("neighbour"))
            formats.append(piece_of(0, length, grey))
        elif self.is_code(block):
            even = QTextCharFormat()
            even.setFontFamilies([self._fixed])
            formats.append(piece_of(0, length, even))
        elif self._dressing.markup:
            formats.extend(emphasis_formats(block.text(), style, self._fixed))
        formats.extend(link_formats(block.text(), style))
        for at, room in self._tables.rooms(block, self._font, self.room):
            formats.append(piece_of(at, at + 1, spaced(room)))
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
                yield piece_of(a, b, heavier)
            index += 1

    # Qt's own names

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:  # noqa: N802
        if self._style is None or not block.isValid():
            return super().blockBoundingRect(block)
        layout = block.layout()
        step = self._step(block)
        above = round(self._line * _ABOVE) if self._is_later_heading(block) else 0
        if layout.lineCount():
            # Qt lays the only line of a document out by itself.
            first = layout.lineAt(0)
            if abs(first.y() - above - (step - first.height()) / 2) > _SLACK:
                block.clearLayout()
        fresh = layout.lineCount() == 0
        if fresh:
            formats = self._formats(block, self._style)
            if formats or layout.formats():
                layout.setFormats(formats)
        box = super().blockBoundingRect(block)
        count = layout.lineCount()
        if fresh:
            leftward = block.textDirection() == Qt.LayoutDirection.RightToLeft
            for number in range(count):
                line = layout.lineAt(number)
                # Qt sets plain text from the left whatever its direction.
                x = line.x() + (max(0.0, line.width() - line.naturalTextWidth()) if leftward else 0.0)
                line.setPosition(QPointF(x, above + number * step + (step - line.height()) / 2))
            box = super().blockBoundingRect(block)
        margin = 0.0 if block.next().isValid() else self.document().documentMargin()
        close = block.position() < self._dressing.begins or self.is_code(block)
        close = close or self._tables.row_of(block) >= 0 or RULE.match(block.text()) is not None
        gap = 0 if close else round(self._line * _GAP)
        tall = above + count * step + gap if block.length() > 1 else round(self._line * _EMPTY)
        return QRectF(box.x(), box.y(), box.width(), tall + margin)
