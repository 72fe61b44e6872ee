"""The pages of a PDF under one another: only those in sight are drawn, and the passages are marked on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent

from viewer.documents.paging.letters import PageLetters
from viewer.session.paging import Paging, Wish
from viewer.ui.reader.paper.page_area import PageArea
from viewer.ui.reader.paper.page_marks import PageMarks, Span
from viewer.ui.reader.paper.page_painting import (
    paint_marks,
    paint_page,
    paint_place,
    paint_selection,
    paint_waiting,
)
from viewer.ui.reader.paper.page_pictures import PagePictures
from viewer.ui.reader.paper.page_selection import PageSelection
from viewer.ui.reader.paper.page_stack import PageStack

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from viewer.documents.entries import DocumentText
    from viewer.documents.paging.pages import Picture
    from viewer.model.evidence import Excerpt
    from viewer.session.paging import Lettering
    from viewer.ui.reader.mark_strip import Tick

_QUIET_MS = 300  # before it says that the file is being opened
_EYES = 6  # one reads a sixth of the height below the upper edge
_REST_MS = 40  # without scrolling before pages are asked for


class PageView(PageArea):
    """Positions that are asked for and told are characters of the document's text.

    Signals: ``scrolled()``, ``failed(str)`` with the reason why the pages cannot be shown.
    """

    scrolled = Signal()
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._document: DocumentText | None = None
        self._excerpts: tuple[Excerpt, ...] = ()
        self._marks: PageMarks | None = None
        self._pictures = PagePictures()
        self._current: Span | None = None
        self._hits: tuple[Span, ...] = ()
        self._hit = -1
        self._awaited: Span | None = None
        self.selection = PageSelection(self)
        self._paging = Paging(self)
        self._paging.opened.connect(self._on_paging_opened)
        self._paging.drawn.connect(self._on_paging_drawn)
        self._paging.not_drawn.connect(self._on_paging_not_drawn)
        self._paging.placed.connect(self._on_paging_placed)
        self._paging.failed.connect(self.failed)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._on_rest_timeout)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self.viewport().update)
        self.verticalScrollBar().valueChanged.connect(self._on_bar_value_changed)

    # What it shows

    @property
    def document(self) -> DocumentText | None:
        """The document whose pages are shown."""
        return self._document

    @property
    def pages(self) -> int:
        """How many pages there are; 0 before the file is open."""
        return len(self._stack.sheets)

    def show_pages(self, document: DocumentText, excerpts: tuple[Excerpt, ...]) -> None:
        """Show the pages of a document's file, these excerpts marked."""
        self.clear_pages()
        self._document, self._excerpts = document, excerpts
        self._paging.open(document.file)
        self._quiet.start()

    def mark_excerpts(self, excerpts: tuple[Excerpt, ...]) -> None:
        """Mark these in place of those that were marked; nothing moves."""
        self._excerpts = excerpts
        if self._marks is not None:
            self._marks.take_passages(excerpts)
        self._look()

    def clear_pages(self) -> None:
        """Show nothing, and let the file go."""
        self._paging.leave()
        self._document = self._marks = self._current = self._awaited = None
        self._hits, self._hit = (), -1
        self.selection.clear()
        self._pictures.clear()
        self._stack = PageStack(())
        self._arrange()

    def close_jobs(self) -> None:
        """Stop drawing."""
        self._rest.stop()
        self._quiet.stop()
        self._paging.close()

    def set_hits(self, hits: tuple[Span, ...], current: int) -> None:
        """Outline what find has found; ``current`` is the index of the one that is full, or -1."""
        self._hits = hits
        if self._marks is not None:
            self._marks.take_hits(hits)
        self.set_hit(current)

    def set_hit(self, current: int) -> None:
        """Make another one of the hits the full one."""
        self._hit = current
        self._look()

    # The selection

    @property
    def selected(self) -> Span:
        """The characters of the text that are selected; empty where none are."""
        return self.selection.span

    def letters(self, page: int) -> PageLetters:
        """Return the letters of a page, counted from 0; none before they are known."""
        return self._marks.letters(page) if self._marks is not None else PageLetters()

    # Where it is

    @property
    def first_in_sight(self) -> int:
        """The first character in sight, or about it while the page's letters are not known."""
        return self._character_down(self.viewport().height() // _EYES)

    @property
    def top_in_sight(self) -> int:
        """The first character at the upper edge."""
        return self._character_down(0)

    def _character_down(self, y: int) -> int:
        if self._marks is None or not self._stack.sheets:
            return 0
        y += self.verticalScrollBar().value()
        page = self._stack.at(y)
        sheet = self._stack.sheets[page]
        return self._marks.at(page, (y - sheet.top) / sheet.height)

    def show_passage(self, start: int, end: int) -> None:
        """Bring a passage to a third of the height, its page at once, itself when its place is known."""
        self._current = (start, end)
        self.show_place(start, end)

    def show_place(self, start: int, end: int) -> None:
        """Bring a place into sight."""
        self._awaited = (start, end)
        self._go_to_awaited()
        self._look()

    def scroll_to(self, start: int) -> None:
        """Bring the place where about a character stands to where the eyes are, its page's upper edge at most."""
        self._awaited = None
        if self._marks is not None and self._stack.sheets:
            sheet = self._stack.sheets[self._marks.page_of(start)]
            y = sheet.top + round(self._marks.down(start) * sheet.height) - self.viewport().height() // _EYES
            self.verticalScrollBar().setValue(max(sheet.top - 8, y))
        else:
            self._awaited = (start, start)

    def _go_to_awaited(self) -> None:
        marks, span = self._marks, self._awaited
        if marks is None or span is None or not self._stack.sheets:
            return
        page = marks.page_of(span[0])
        sheet = self._stack.sheets[page]
        boxes = marks.boxes_of(span, page)
        bar, tall = self.verticalScrollBar(), self.viewport().height()
        if not boxes:
            if marks.knows(page):
                self._awaited = None
            if not sheet.top - tall // 2 <= bar.value() <= sheet.top + sheet.height - tall // 3:
                bar.setValue(sheet.top - 8)
            return
        self._awaited = None
        top = sheet.top + min(box[1] for box in boxes) * sheet.height
        bottom = sheet.top + max(box[3] for box in boxes) * sheet.height
        if top < bar.value() + 8 or bottom > bar.value() + tall - 8:
            bar.setValue(round(top - tall / 3))
        across = self.horizontalScrollBar()
        left = min(box[0] for box in boxes) * sheet.width
        if across.maximum() and not across.value() <= left <= across.value() + self.viewport().width():
            across.setValue(round(left) - self.viewport().width() // 3)

    def _page_in_sight(self) -> int:
        return self._stack.at(self.verticalScrollBar().value() + self.viewport().height() // 3)

    @property
    def _said(self) -> str:
        return f"Page {self._page_in_sight() + 1} of {len(self._stack.sheets)}"

    def _look(self) -> None:
        """Draw again, and ask soon for what is not there."""
        super()._look()
        self._rest.start()

    def _ticks(self) -> list[Tick]:
        return self._marks.ticks(self._stack, self._current, self._hit) if self._marks is not None else []

    # Slots

    def _on_bar_value_changed(self) -> None:
        self._look()
        self.scrolled.emit()

    def _on_rest_timeout(self) -> None:
        sheets, ratio = self._stack.sheets, self.devicePixelRatioF()
        seen = self._in_sight()
        beside = [page for page in (seen.stop, seen.start - 1) if 0 <= page < len(sheets)]
        self._pictures.keep([*seen, *beside])
        wishes, ahead = (
            [
                wish
                for wish in (Wish(page, round(sheets[page].width * ratio)) for page in pages)
                if not self._pictures.has(wish.page, wish.width)
            ]
            for pages in (seen, beside)
        )
        self._paging.want(wishes, self._marks.letterings(seen) if self._marks is not None else (), ahead)
        if self._marks is not None:
            self._go_to_awaited()
            if self.accessibleDescription() != self._said:
                self.setAccessibleDescription(self._said)

    def _on_paging_opened(self, sizes: tuple[tuple[float, float], ...]) -> None:
        if self._document is None:
            return
        self._stack = PageStack(sizes)
        self._marks = PageMarks(self._document, len(sizes))
        self._marks.take_passages(self._excerpts)
        self._marks.take_hits(self._hits)
        self._arrange()
        if self._awaited is not None:
            self._go_to_awaited()
        self.scrolled.emit()

    def _on_paging_drawn(self, picture: Picture, wish: Wish) -> None:
        self._pictures.take(picture, wish.width)
        self.viewport().update()

    def _on_paging_not_drawn(self, wish: Wish, reason: str) -> None:
        self._pictures.refuse(wish.page, wish.width, reason)
        self.viewport().update()

    def _on_paging_placed(self, lettering: Lettering, letters: PageLetters) -> None:
        if self._marks is not None:
            self._marks.take_letters(lettering.page, letters)
            self._go_to_awaited()
            self.viewport().update()

    # Qt's own names

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._look()

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self._style
        if style is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), style.colour("panel"))
        marks = self._marks
        current = marks.passages.index(self._current) if marks is not None and self._current in marks.passages else -1
        for page in self._in_sight():
            box = self.box_of(page)
            paint_page(painter, box, page, self._pictures, style)
            if marks is not None:
                paint_selection(painter, box, marks.boxes_of(self.selected, page), style)
                paint_marks(painter, box, marks.marked(page), current, marks.found(page), self._hit, style)
        view = QRectF(self.viewport().rect())
        if self._stack.sheets:
            paint_place(painter, view, self._said, style)
        elif self._document is not None and not self._quiet.isActive():
            paint_waiting(painter, view, style)
        painter.end()
