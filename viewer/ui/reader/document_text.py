"""The text of a whole document, exactly as it is: read-only, its headings larger, its passages marked.

Style is laid over the text block by block as blocks come into sight, so a document of any length opens at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractSlider, QFrame, QPlainTextEdit

from viewer.ui.reader.document_layout import Dressing, PageLayout
from viewer.ui.typeset.scroll_bar import slim
from viewer.ui.typeset.text_positions import TextPositions

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock
    from PySide6.QtWidgets import QWidget

    from viewer.documents.entries import DocumentText
    from viewer.model.evidence import Excerpt
    from viewer.ui.typeset.style import Style

READING = 72
"""A line holds this many letters at most."""

GUTTER = 24
"""Pixels beside the text, inside the page, where the bar of a marked passage stands."""

_BAR, _BAR_AT, _ROUND = 3, 8, 3.0
_SAMPLE = "the quick brown fox jumps over the lazy dog "

_SCROLLS = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Space: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}
_SELECTS = (*_SCROLLS, Qt.Key.Key_Left, Qt.Key.Key_Right)
_BY_MOUSE = Qt.TextInteractionFlag.TextSelectableByMouse

Span = tuple[int, int]


class TextPage(QPlainTextEdit):
    """Signals: ``next_requested()``, ``previous_requested()`` (the keys N and P, while the text has the keyboard)."""

    next_requested = Signal()
    previous_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty page."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        # Nobody writes here, so no caret stands in the text until the first key that selects.
        self.setTextInteractionFlags(_BY_MOUSE)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Text of the document")
        self._style: Style | None = None
        self._positions = TextPositions("")
        self._passages: tuple[Span, ...] = ()
        self._marks: tuple[Span, ...] = ()
        self._current: Span | None = None
        document = self.document()
        document.setDocumentMargin(GUTTER)
        self._layout = PageLayout(document)
        document.setDocumentLayout(self._layout)

    def set_style(self, style: Style, font: QFont) -> None:
        """Draw in these colours, the text in this font."""
        self._style = style
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, style.colour("canvas"))
        palette.setColor(QPalette.ColorRole.Text, style.colour("text"))
        palette.setColor(QPalette.ColorRole.Highlight, style.colour("accent"))
        palette.setColor(QPalette.ColorRole.HighlightedText, style.colour("on_accent"))
        self.setPalette(palette)
        slim(self.verticalScrollBar(), style, "canvas")
        self.setFont(font)
        self._dress()
        self._set_margins()

    def reading_width(self) -> int:
        """Return how wide the text may become in pixels, its gutters included."""
        letters = QFontMetricsF(self.font()).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        return round(letters * READING) + 2 * GUTTER

    def show_text(self, document: DocumentText, excerpts: tuple[Excerpt, ...]) -> None:
        """Show a document with these excerpts marked; those without a place in it are left out."""
        positions = TextPositions(document.text)
        self._positions = positions
        to = positions.to_view
        placed = [(e, e.start, e.end) for e in excerpts if e.start is not None and e.end is not None]
        self._passages = tuple((to(start), to(end)) for _, start, end in placed)
        self._marks = tuple(sorted((to(start + a), to(start + b)) for e, start, _ in placed for a, b in e.marks))
        self._current = None
        first = document.passages[0][0] if document.passages else 0
        self._layout.dress(
            Dressing(
                {to(section.start): section.level for section in document.sections},
                self._marks,
                to(first) if document.text.startswith("---\n") else 0,
            )
        )
        self.setPlainText(positions.shown)

    def clear_text(self) -> None:
        """Show nothing."""
        self._passages, self._marks, self._current = (), (), None
        self._layout.dress(Dressing())
        self.setPlainText("")

    def show_passage(self, start: int, end: int) -> None:
        """Bring the document's characters from ``start`` to ``end`` to a third of the page's height."""
        view = self._positions.to_view(start)
        self._current = (view, self._positions.to_view(end))
        cursor = self.textCursor()
        cursor.setPosition(min(view, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        block = cursor.block()
        self.blockBoundingRect(block)
        line = block.layout().lineForTextPosition(cursor.positionInBlock())
        above = line.y() if line.isValid() else 0.0
        wanted = self.viewport().height() / 3
        while above < wanted and block.previous().isValid():
            block = block.previous()
            above += self.blockBoundingRect(block).height()
        layout = block.layout()
        lines = [layout.lineAt(number).y() for number in range(layout.lineCount())]
        skipped = max((number for number, y in enumerate(lines) if y <= above - wanted), default=0)
        self.verticalScrollBar().setValue(block.firstLineNumber() + skipped)
        self.viewport().update()

    def _dress(self) -> None:
        if self._style is not None:
            self._layout.set_style(self._style, self.font())

    def _set_margins(self) -> None:
        spare = max(0, self.width() - self.verticalScrollBar().sizeHint().width() - self.reading_width())
        self.setViewportMargins(spare // 2, 0, spare - spare // 2, 0)

    def _paint_passages(self, painter: QPainter, block: QTextBlock, left: float, top: float, style: Style) -> None:
        begin, end = block.position(), block.position() + block.length() - 1
        for passage in self._passages:
            a, b = max(passage[0], begin), min(passage[1], end)
            if a >= b:
                continue
            current = passage == self._current
            boxes = list(self._layout.boxes(block, a - begin, b - begin))
            painter.setBrush(style.colour("accent_tint"))
            for box in boxes if current else ():
                painter.drawRoundedRect(box.adjusted(-2, 0, 2, 0).translated(left, top), _ROUND, _ROUND)
            painter.setBrush(style.colour("accent" if current else "mark"))
            tall = boxes[-1].bottom() - boxes[0].top()
            painter.drawRoundedRect(QRectF(_BAR_AT, top + boxes[0].top(), _BAR, tall), 1.5, 1.5)
        painter.setBrush(style.colour("mark"))
        for mark in self._marks:
            a, b = max(mark[0], begin), min(mark[1], end)
            if a < b:
                for box in self._layout.boxes(block, a - begin, b - begin):
                    painter.drawRoundedRect(box.adjusted(-2, 1, 2, -1).translated(left, top), _ROUND, _ROUND)

    # Qt's own names

    def createMimeDataFromSelection(self) -> QMimeData:
        cursor = self.textCursor()
        start, end = (self._positions.from_view(at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        mime = QMimeData()
        mime.setText(self._positions.text[start:end])
        return mime

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_margins()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and event.key() == Qt.Key.Key_N:
            self.next_requested.emit()
        elif plain and event.key() == Qt.Key.Key_P:
            self.previous_requested.emit()
        elif plain and event.key() in _SCROLLS:
            self.verticalScrollBar().triggerAction(_SCROLLS[Qt.Key(event.key())])
        else:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and event.key() in _SELECTS:
                self.setTextInteractionFlags(_BY_MOUSE | Qt.TextInteractionFlag.TextSelectableByKeyboard)
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._style is not None and self._passages:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            offset = self.contentOffset()
            block = self.firstVisibleBlock()
            while block.isValid():
                box = self.blockBoundingGeometry(block).translated(offset)
                if box.top() > event.rect().bottom():
                    break
                self._paint_passages(painter, block, box.left(), box.top(), self._style)
                block = block.next()
            painter.end()
        super().paintEvent(event)
