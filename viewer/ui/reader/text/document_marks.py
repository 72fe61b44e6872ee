"""What is laid under a document's words: the ground of matches, the passage that is read, and what find has found.

Kinds never differ by colour alone: a match has a soft ground and heavier words, a place of find an outline, the
current one a full ground; the current passage has a tint and a bar beside it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPalette, QPen, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from viewer.scene.theme import mixed
from viewer.ui.reader.mark_strip import Tick, TickKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtGui import QPainter, QTextBlock, QTextDocument

    from viewer.model.evidence import Excerpt
    from viewer.ui.reader.text.document_layout import PageLayout
    from viewer.ui.typeset.style import Style

Span = tuple[int, int]

_OVER = 16
_MOST_TICKS = 2000  # more than there are pixels
_QUIET = 0.45  # how much of the accent the bar of a passage has that is not the current one
_BAR, _BAR_AT, _ROUND = 3, 8, 3.0


class DocumentMarks:
    """Spans in Qt's positions, ascending; ``current`` is one of the passages, ``hit`` the index of a hit, or -1."""

    def __init__(self) -> None:
        """Mark nothing."""
        self.passages: tuple[Span, ...] = ()
        self.marks: tuple[Span, ...] = ()
        self.hits: tuple[Span, ...] = ()
        self.current: Span | None = None
        self.hit = -1

    def take(self, excerpts: Sequence[Excerpt], to_view: Callable[[int], int]) -> None:
        """Mark excerpts; those without a place in the document are left out."""
        placed = [(one, one.start, one.end) for one in excerpts if one.start is not None and one.end is not None]
        self.passages = tuple(sorted({(to_view(start), to_view(end)) for _, start, end in placed}))
        marks = {(to_view(start + a), to_view(start + b)) for one, start, _ in placed for a, b in one.marks}
        self.marks = tuple(sorted(marks))

    def ticks(self, length: int) -> list[Tick]:
        """Return what stands where in the margin of a text of this length; of thousands of hits some are enough."""
        every = max(1, len(self.hits) // _MOST_TICKS)
        return [
            Tick(span[0] / length, TickKind.PASSAGE, number, span == self.current)
            for number, span in enumerate(self.passages)
        ] + [
            Tick(span[0] / length, TickKind.HIT, number, number == self.hit)
            for number, span in enumerate(self.hits)
            if number % every == 0 or number == self.hit
        ]

    def full_words(self, document: QTextDocument, style: Style | None) -> list[QTextEdit.ExtraSelection]:
        """Return the words of the full hit in the colour that is read on its ground."""
        if style is None or not 0 <= self.hit < len(self.hits) or self.hits[self.hit][1] >= document.characterCount():
            return []
        start, end = self.hits[self.hit]
        cursor = QTextCursor(document)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        words = QTextCharFormat()
        words.setForeground(style.colour("on_accent"))
        chosen = QTextEdit.ExtraSelection()
        chosen.cursor, chosen.format = cursor, words
        return [chosen]

    def paint(
        self, painter: QPainter, block: QTextBlock, left: float, top: float, layout: PageLayout, style: Style
    ) -> None:
        """Paint what belongs under a block whose upper left corner is at ``left``, ``top``."""
        begin, end = block.position(), block.position() + block.length() - 1
        painter.setPen(Qt.PenStyle.NoPen)
        # A long passage may reach over those that begin after it, but not over many.
        first = max(0, bisect_left(self.passages, (begin, 0)) - _OVER)
        for passage in self.passages[first : bisect_right(self.passages, (end, end))]:
            a, b = max(passage[0], begin), min(passage[1], end)
            if a >= b:
                continue
            current = passage == self.current
            boxes = list(layout.boxes(block, a - begin, b - begin))
            if not boxes:
                continue
            painter.setBrush(style.colour("accent_tint"))
            for box in boxes if current else ():
                painter.drawRoundedRect(box.adjusted(-2, 0, 2, 0).translated(left, top), _ROUND, _ROUND)
            theme = style.theme
            painter.setBrush(QColor(theme.accent if current else mixed(theme.canvas, theme.accent, _QUIET)))
            upper, lower = min(box.top() for box in boxes), max(box.bottom() for box in boxes)
            painter.drawRoundedRect(QRectF(_BAR_AT, top + upper, _BAR, lower - upper), 1.5, 1.5)
        painter.setBrush(style.colour("mark"))
        for mark in _within(self.marks, begin, end):
            for box in layout.boxes(block, mark[0] - begin, mark[1] - begin):
                painter.drawRoundedRect(box.adjusted(-2, 1, 2, -1).translated(left, top), _ROUND, _ROUND)
        self._paint_hits(painter, block, left, top, layout, style)

    def _paint_hits(
        self, painter: QPainter, block: QTextBlock, left: float, top: float, layout: PageLayout, style: Style
    ) -> None:
        begin, end = block.position(), block.position() + block.length() - 1
        chosen = self.hits[self.hit] if 0 <= self.hit < len(self.hits) else None
        for hit in _within(self.hits, begin, end):
            full = chosen is not None and chosen[0] <= hit[0] and hit[1] <= chosen[1]
            painter.setPen(Qt.PenStyle.NoPen if full else QPen(style.colour("second"), 1))
            painter.setBrush(style.colour("accent") if full else Qt.BrushStyle.NoBrush)
            for box in layout.boxes(block, hit[0] - begin, hit[1] - begin):
                painter.drawRoundedRect(box.adjusted(-1.5, 2.5, 1.5, -2.5).translated(left, top), _ROUND, _ROUND)


def page_palette(palette: QPalette, style: Style) -> QPalette:
    """Return a palette in the colours of a page."""
    for role, token in (
        (QPalette.ColorRole.Base, "canvas"),
        (QPalette.ColorRole.Text, "text"),
        (QPalette.ColorRole.Highlight, "accent"),
        (QPalette.ColorRole.HighlightedText, "on_accent"),
    ):
        palette.setColor(role, style.colour(token))
    return palette


def _within(spans: Sequence[Span], begin: int, end: int) -> Iterator[Span]:
    """Yield what of these spans, ascending and apart, stands between two positions."""
    index = max(0, bisect_left(spans, (begin, 0)) - 1)
    stop = bisect_right(spans, (end, end))
    for start, finish in spans[index:stop]:
        a, b = max(start, begin), min(finish, end)
        if a < b:
            yield a, b
