"""The text of a whole document, exactly as it is: read-only, its headings larger, its passages marked.

Style is laid over the text block by block as blocks come into sight, so a document of any length opens at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from viewer.ui.reader.mark_strip import WIDTH as STRIP
from viewer.ui.reader.mark_strip import MarkStrip, Tick
from viewer.ui.reader.reading_keys import BY_MOUSE, SELECTS, scroll, verb_of
from viewer.ui.reader.text.document_layout import Dressing, PageLayout, dressing_of, front_end
from viewer.ui.reader.text.document_marks import DocumentMarks, Span, page_palette
from viewer.ui.reader.text.filling import Filling
from viewer.ui.reader.text.placing import GUTTER, LETTERS, reading_width, scrolled_to
from viewer.ui.typeset.scroll_bar import WIDTH as BAR
from viewer.ui.typeset.scroll_bar import slim
from viewer.ui.typeset.text_positions import TextPositions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock
    from PySide6.QtWidgets import QWidget

    from viewer.documents.entries import DocumentText
    from viewer.model.evidence import Excerpt
    from viewer.ui.typeset.style import Style


class TextPage(QPlainTextEdit):
    """Positions that are asked for and told are characters of the document's text.

    Signals: ``copied()`` when the selection shall be copied with its source, ``filled()`` when a long text is whole,
    ``scrolled()`` when another part is in sight.
    """

    copied = Signal()
    filled = Signal()
    scrolled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty page."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        # Nobody writes here, so no caret stands in the text until the first key that selects.
        self.setTextInteractionFlags(BY_MOUSE)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Text of the document")
        self._style: Style | None = None
        self._letters = LETTERS["medium"]
        self._positions = TextPositions("")
        self._marks = DocumentMarks()
        self._awaited: Span | None = None
        document = self.document()
        document.setDocumentMargin(GUTTER)
        self._layout = PageLayout(document)
        document.setDocumentLayout(self._layout)
        self._filling = Filling(document, self)
        self._filling.grew.connect(self._on_filling_grew)
        self.strip = MarkStrip(self._ticks, self)
        self.verticalScrollBar().valueChanged.connect(self.scrolled)

    # How it looks

    def set_style(self, style: Style, font: QFont, letters: int) -> None:
        """Draw in these colours, the text in this font, so many letters in a line; the place stays."""
        kept = self.first_in_sight
        self._style, self._letters = style, letters
        self.setPalette(page_palette(self.palette(), style))
        slim(self.verticalScrollBar(), style, "canvas")
        self.strip.set_style(style)
        self._layout.set_style(style, font, anew=font == self.font())
        self.setFont(font)  # another font lays everything out anew
        self._set_margins()
        self._show_hit_words()
        if kept > 0:
            self.scroll_to(kept)

    # What it shows

    @property
    def whole(self) -> bool:
        """Whether all of a long text is there by now."""
        return self._filling.done

    @property
    def source(self) -> str:
        """The document's text."""
        return self._positions.text

    def show_text(
        self, document: DocumentText, excerpts: tuple[Excerpt, ...], positions: TextPositions | None = None
    ) -> None:
        """Show a document with these excerpts marked; those without a place in it are left out."""
        self._positions = positions or TextPositions(document.text)
        self._marks = DocumentMarks()
        self._marks.take(excerpts, self._positions.to_view)
        self._awaited = None
        self.setExtraSelections([])
        self._layout.dress(dressing_of(document, self._positions, self._marks.marks))
        self.setPlainText(self._filling.begin(self._positions.shown))
        if begin := front_end(document):
            # The head says what the front matter says, and the first heading where it is the title.
            top = document.sections[0].title if document.sections else ""
            self.scroll_to(document.passages[0][0] if top == document.entry.title else begin)

    def mark_excerpts(self, excerpts: tuple[Excerpt, ...]) -> None:
        """Mark these in place of those that were marked; nothing moves."""
        self._marks.take(excerpts, self._positions.to_view)
        self._layout.mark(self._marks.marks)
        self._repaint()

    def clear_text(self) -> None:
        """Show nothing."""
        self._filling.stop()
        self._forget_marks()
        self._positions = TextPositions("")
        self._layout.dress(Dressing())
        self.setPlainText("")

    def _forget_marks(self) -> None:
        self._marks, self._awaited = DocumentMarks(), None
        self.setExtraSelections([])

    def set_hits(self, hits: tuple[Span, ...], current: int) -> None:
        """Outline what find has found; ``current`` is the index of the one that is full, or -1."""
        to = self._positions.to_view
        self._marks.hits = tuple((to(start), to(end)) for start, end in hits)
        self.set_hit(current)

    def set_hit(self, current: int) -> None:
        """Make another one of the hits the full one."""
        self._marks.hit = current
        self._show_hit_words()
        self._repaint()

    def _show_hit_words(self) -> None:
        self.setExtraSelections(self._marks.full_words(self.document(), self._style))

    # Where it is

    @property
    def first_in_sight(self) -> int:
        """The first character of the uppermost line that is in sight."""
        return self.character_at(QPoint(GUTTER, 2))

    top_in_sight = first_in_sight

    @property
    def last_in_sight(self) -> int:
        """The first character of the lowest line that is in sight."""
        return self.character_at(QPoint(GUTTER, self.viewport().height() - 2))

    def text_left(self, width: int) -> int:
        """Return where the letters begin in a page of this width, in pixels from its left edge."""
        return self._spare(width) // 2 + GUTTER

    def show_passage(self, start: int, end: int) -> None:
        """Bring the document's characters from ``start`` to ``end`` to a third of the page's height, tinted."""
        self.mark_current(start, end)
        self._bring((self._positions.to_view(start), self._positions.to_view(end)))

    def mark_current(self, start: int, end: int) -> None:
        """Tint a passage; nothing moves."""
        self._marks.current = (self._positions.to_view(start), self._positions.to_view(end))

    def show_place(self, start: int, end: int) -> None:
        """Bring a place into sight; nothing moves where it is well in sight already."""
        span = (self._positions.to_view(start), self._positions.to_view(end))
        if span[0] < self.document().characterCount():
            cursor = QTextCursor(self.document())
            cursor.setPosition(span[0])
            box = self.cursorRect(cursor)
            spare = box.height() // 2
            if self._awaited is None and spare <= box.top() and box.bottom() <= self.viewport().height() - spare:
                self.viewport().update()
                return
        self._bring(span)

    def scroll_to(self, start: int) -> None:
        """Bring a character's line to the top."""
        self._bring((self._positions.to_view(start),) * 2, above=0.0, select=False)

    def _bring(self, span: Span, above: float = 1 / 3, *, select: bool = True) -> None:
        if span[1] > self.document().characterCount() - 1 and not self._filling.done:
            self._awaited = span
            return
        self._awaited = None
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(span[0], self.document().characterCount() - 1))
        if select:
            self.setTextCursor(cursor)
        wanted = self.viewport().height() * above
        self.verticalScrollBar().setValue(scrolled_to(cursor, wanted, self.blockBoundingRect))
        self._repaint()

    def _on_filling_grew(self) -> None:
        if self._awaited is not None:
            self._bring(self._awaited)
        self.strip.update()
        if self._filling.done:
            self._show_hit_words()
            self.filled.emit()

    # The selection

    @property
    def selected(self) -> Span:
        """The characters that are selected; empty where none are."""
        cursor = self.textCursor()
        return self._positions.from_view(cursor.selectionStart()), self._positions.from_view(cursor.selectionEnd())

    def character_at(self, spot: QPoint) -> int:
        """Return the character at a point of the viewport."""
        return self._positions.from_view(self.cursorForPosition(spot).position())

    def boxes(self, block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
        """Yield where characters of a block stand in the viewport; ``start`` and ``end`` are Qt's, in the block."""
        corner = self.blockBoundingGeometry(block).translated(self.contentOffset()).topLeft()
        return (box.translated(corner) for box in self._layout.boxes(block, start, end))

    def copy(self) -> None:
        """Copy the selection with its source."""
        self.copied.emit()

    # Its margin

    def _repaint(self) -> None:
        self.viewport().update()
        self.strip.update()

    def _ticks(self) -> list[Tick]:
        # By characters: Qt knows how many lines a paragraph has only once it was in sight.
        return self._marks.ticks(max(1, self._positions.to_view(len(self.source))))

    def _set_margins(self) -> None:
        strip = self._style.px(STRIP) if self._style else STRIP
        spare = self._spare(self.width())
        right = max(strip, spare - spare // 2)
        self._layout.room = self.width() - BAR - spare // 2 - right - 2 * GUTTER
        self.setViewportMargins(spare // 2, 0, right, 0)
        self.strip.setGeometry(self.width() - BAR - strip, 0, strip, self.height())
        self.strip.raise_()

    def _spare(self, width: int) -> int:
        return max(0, width - BAR - reading_width(self.font(), self._letters))

    # Qt's own names

    def createMimeDataFromSelection(self) -> QMimeData:
        mime = QMimeData()
        mime.setText(self._positions.text[slice(*self.selected)])
        return mime

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_margins()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if verb_of(event) == "copy":
            self.copy()
        elif event.modifiers() == Qt.KeyboardModifier.NoModifier and scroll(self.verticalScrollBar(), event.key()):
            event.accept()
        else:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and event.key() in SELECTS:
                self.setTextInteractionFlags(BY_MOUSE | Qt.TextInteractionFlag.TextSelectableByKeyboard)
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._style is not None and (self._marks.passages or self._marks.hits):
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            offset = self.contentOffset()
            block = self.firstVisibleBlock()
            while block.isValid():
                box = self.blockBoundingGeometry(block).translated(offset)
                if box.top() > event.rect().bottom():
                    break
                self._marks.paint(painter, block, box.left(), box.top(), self._layout, self._style)
                block = block.next()
            painter.end()
        super().paintEvent(event)
