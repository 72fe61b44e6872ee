"""The two ways a document is shown: its text, always, and the real pages of a PDF; which one is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from viewer.ui.reader.mark_strip import TickKind

if TYPE_CHECKING:
    from viewer.documents.entries import DocumentText
    from viewer.model.evidence import Excerpt
    from viewer.ui.reader.document_view import DocumentView
    from viewer.ui.reader.paper.page_view import PageView
    from viewer.ui.reader.text.document_text import TextPage
    from viewer.ui.typeset.style import Style


class Papers(QObject):
    """Signals: ``changed()`` when the other one is shown, ``pages_made(PageView)`` when pages are first shown."""

    changed = Signal()
    pages_made = Signal(object)

    def __init__(self, view: DocumentView) -> None:
        """Take the reader; its text is shown at first."""
        super().__init__(view)
        self._view = view
        self._style: Style | None = None
        self._pages: PageView | None = None
        self._document: DocumentText | None = None
        self._excerpts: tuple[Excerpt, ...] = ()
        self.wanted = False
        self._zoom = 100
        self.current: TextPage | PageView = view.page

    @property
    def offered(self) -> bool:
        """Whether the document has pages that can be shown."""
        document = self._document
        return document is not None and bool(document.pages) and document.file.lower().endswith(".pdf")

    @property
    def pages_shown(self) -> bool:
        """Whether pages are shown and not the text."""
        return self.current is not self._view.page

    def set_style(self, style: Style) -> None:
        """Take faces and colours."""
        self._style = style
        if self._pages is not None:
            self._pages.set_style(style)

    def set_choices(self, *, wanted: bool, zoom: int) -> None:
        """Set whether pages are shown where there are any, and how large in per cent."""
        self.wanted, self._zoom = wanted, zoom

    def show(self, document: DocumentText | None, excerpts: tuple[Excerpt, ...]) -> None:
        """Show another document, as pages where these are wanted; None for none."""
        self._document, self._excerpts = document, excerpts
        if self._pages is not None and self._pages.document is not document:
            self._pages.clear_pages()
        self._use(pages=self.wanted and self.offered)

    def mark(self, excerpts: tuple[Excerpt, ...]) -> None:
        """Mark other passages; nothing moves."""
        self._excerpts = excerpts
        self._view.page.mark_excerpts(excerpts)
        if self._pages is not None and self._pages.document is not None:
            self._pages.mark_excerpts(excerpts)

    def show_passage(self, start: int, end: int) -> None:
        """Go to a passage; it is the current one on both papers."""
        if self.pages_shown:
            self._view.page.mark_current(start, end)
        self.current.show_passage(start, end)

    def go_to_tick(self, kind: TickKind, number: int) -> None:
        """Go to what a tick in the margin stands for."""
        (self._view.go if kind is TickKind.PASSAGE else self._view.finding.go)(number)

    def choose(self, *, pages: bool) -> None:
        """Show the pages, or the text, at the same place; it is remembered."""
        if not self.offered or pages == self.pages_shown:
            return
        self.wanted = pages
        place, passage = self.current.first_in_sight, self._view.passage
        self._use(pages=pages)
        if passage is not None and not pages:
            self._view.page.show_passage(*passage)
        elif passage is not None:
            self.current.show_passage(*passage)
        else:
            self.current.scroll_to(place)
        self.current.setFocus()
        self._view.remembered.emit({"reader_pages": pages})

    def zoom(self, step: int) -> None:
        """Show the pages larger by 1, smaller by -1, as large as usual by 0; it is remembered."""
        from viewer.ui.reader.paper.page_area import ZOOMS

        if self._pages is None:
            return
        if step == 0:
            self._zoom = 100
        elif step > 0:
            self._zoom = next((zoom for zoom in ZOOMS if zoom > self._zoom), ZOOMS[-1])
        else:
            self._zoom = next((zoom for zoom in reversed(ZOOMS) if zoom < self._zoom), ZOOMS[0])
        self._pages.set_zoom(self._zoom)
        self._view.remembered.emit({"reader_zoom": self._zoom})

    @property
    def size(self) -> str:
        """How large the pages are, in words."""
        return f"{self._zoom} %"

    def close(self) -> None:
        """Stop what draws pages."""
        if self._pages is not None:
            self._pages.close_jobs()

    def _use(self, *, pages: bool) -> None:
        document = self._document
        if pages and document is not None:
            paper: TextPage | PageView = self._made()
            if self._made().document is not document:
                self._made().show_pages(document, self._excerpts)
        else:
            paper = self._view.page
        if paper is not self.current:
            self.current = paper
            self._view.body.show_paper(paper)
            self._view.finding.use(paper)
            self._view.setFocusProxy(paper)
        self.changed.emit()

    def _made(self) -> PageView:
        if self._pages is None:
            from viewer.ui.reader.paper.page_view import PageView

            self._pages = PageView(self._view.body)
            if self._style is not None:
                self._pages.set_style(self._style)
            self._pages.set_zoom(self._zoom)
            self._pages.failed.connect(self._on_pages_failed)
            self._pages.zoom_requested.connect(self.zoom)
            self._pages.strip.chosen.connect(self.go_to_tick)
            self.pages_made.emit(self._pages)
        return self._pages

    def _on_pages_failed(self, reason: str) -> None:
        self._view.notice_requested.emit(f"The pages cannot be shown, so here is the text. {reason}")
        if self._pages is not None:
            self._pages.clear_pages()
        if self.pages_shown:
            passage = self._view.passage
            self._use(pages=False)
            if passage is not None:
                self._view.page.show_passage(*passage)
            self.current.setFocus()
