"""Connects the reader with the session: made when the first document is opened, not before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from viewer.errors import Notice
from viewer.model.evidence import Origin
from viewer.session.speaking import Speaking
from viewer.ui.reader.document_view import DocumentView
from viewer.ui.typeset.text_positions import TextPositions

if TYPE_CHECKING:
    from viewer.documents.entries import DocumentText
    from viewer.model.evidence import Excerpt, Findings
    from viewer.session.finding import Found
    from viewer.session.reading import Shelf
    from viewer.session.session import Session
    from viewer.ui.appearance import Appearance
    from viewer.ui.main_window import MainWindow


class ReaderWiring(QObject):
    """Signal: ``hit_chosen(Hit)``, what of the diagrams shall be shown."""

    hit_chosen = Signal(object)

    def __init__(self, window: MainWindow, session: Session, appearance: Appearance, parent: QObject) -> None:
        """Make the reader and put it beside the canvas."""
        super().__init__(parent)
        self._window, self._session = window, session
        settings = session.settings.value
        self.view = view = DocumentView(window.middle)
        view.set_choices(settings.reader_size, settings.reader_width, contents=settings.reader_outline)
        view.papers.set_choices(wanted=settings.reader_pages, zoom=settings.reader_zoom)
        view.set_theme(appearance.theme)
        window.middle.addWidget(view)
        self._speaking = Speaking(session.store, self)
        self._speaking.use(session.catalog)
        session.catalog_changed.connect(self._speaking.use)
        self._speaking.found.connect(self._on_speaking_found)
        session.excerpts_changed.connect(self._on_session_excerpts_changed)
        session.reading.shelf_changed.connect(self._on_reading_shelf_changed)
        view.closed.connect(window.show_canvas)
        view.remembered.connect(self._on_view_remembered)
        view.notice_requested.connect(self._on_view_notice_requested)
        view.diagrams_asked.connect(self._on_view_diagrams_asked)
        view.hit_chosen.connect(self.hit_chosen)
        view.link_chosen.connect(self._on_view_link_chosen)

    def read(self, document: str, at: Excerpt | None, start: int | None = None) -> None:
        """Show a whole document, at an excerpt or from a character of its text when there is one."""
        shown = self.view.document
        if (at, start) != (None, None) and shown is not None and shown.entry.path == document:
            self._window.middle.setCurrentWidget(self.view)
            if at is not None:
                self.view.go_to(at, self._excerpts)
            else:
                self._begin_at(start)
            return
        self.view.wait_for(at.title if at is not None else document)
        self._window.middle.setCurrentWidget(self.view)
        self.view.setFocus()

        def done(read: tuple[DocumentText, TextPositions]) -> None:
            text, positions = read
            self.view.show_document(text, self._excerpts, at, positions)
            self._begin_at(start)
            if self._session.excerpts is not None:
                self._look_within(self._session.excerpts)

        self._session.reading.fetch(document, _prepared, done, self._window.show_canvas)

    def _begin_at(self, start: int | None) -> None:
        if start is not None:
            self.view.papers.current.scroll_to(start)
            self.view.papers.current.setFocus()

    @property
    def _excerpts(self) -> tuple[Excerpt, ...]:
        found = self._session.excerpts
        return found.places if found is not None else ()

    def close(self) -> None:
        """Stop and wait."""
        self._speaking.close()
        self.view.close_jobs()

    def _on_reading_shelf_changed(self, shelf: Shelf) -> None:
        """Show the text anew, at the same place, where the file has changed; say so where it is gone."""
        shown = self.view.document
        if shown is None:
            return
        there = any(entry.path == shown.entry.path for entry in shelf.entries)
        self.view.gone.say(None if there else shown)
        if not there:
            return

        def done(read: tuple[DocumentText, TextPositions]) -> None:
            text, positions = read
            if self.view.document is shown and text.text != shown.text:
                place = self.view.page.first_in_sight
                self.view.show_document(text, self._excerpts, None, positions)
                self.view.papers.current.scroll_to(min(place, len(text.text)))

        self._session.reading.fetch(shown.entry.path, _prepared, done, lambda: None)

    def _on_session_excerpts_changed(self, findings: Findings | None) -> None:
        if findings is not None and self._window.middle.currentWidget() is self.view:
            self.view.show_excerpts(findings.places)
            self._look_within(findings)

    def _look_within(self, findings: Findings) -> None:
        """Mark all that the document says, not only what is among the best of the library."""
        document = self.view.document
        if document is None:
            return
        path = document.entry.path
        own = tuple(one for one in findings.places if one.document == path)
        kept = tuple(one for one in own if one.pin or one.origin is Origin.QUOTED)
        away = {(one.start, one.end) for one in findings.hidden if one.document == path}

        def done(found: tuple[Excerpt, ...]) -> None:
            current = self.view.document
            if current is not None and current.entry.path == path and self._session.excerpts is findings:
                places = tuple(place for one in found for place in (one, *one.also))
                seen = tuple(place for place in places if (place.start, place.end) not in away)
                self.view.show_excerpts((*kept, *_apart(seen, kept)))

        self._session.reading.look_within(findings.target, path, done)

    def _on_view_remembered(self, changes: dict[str, object]) -> None:
        self._session.settings.change(**changes)

    def _on_view_notice_requested(self, words: str) -> None:
        self._session.notice_posted.emit(Notice(words, "reader"))

    def _on_view_diagrams_asked(self, words: str) -> None:
        ready = self._session.ready
        self._speaking.ask(words, ready.id if ready is not None else None)

    def _on_speaking_found(self, found: Found) -> None:
        if self._window.middle.currentWidget() is self.view:
            self.view.verbs.show_speaking(found)

    def _on_view_link_chosen(self, address: str) -> None:
        if not QDesktopServices.openUrl(QUrl(address)):
            words = f"No browser could be started. The address is {address}"
            self._session.notice_posted.emit(Notice(words, "reader"))


def _prepared(text: DocumentText) -> tuple[DocumentText, TextPositions]:
    """Do on the lane's thread what of showing a long text need not be done here."""
    return text, TextPositions(text.text)


def _apart(found: tuple[Excerpt, ...], kept: tuple[Excerpt, ...]) -> tuple[Excerpt, ...]:
    """Return what was found, without what is part of a quote or a pin, or holds one."""
    spans = [(one.start, one.end) for one in kept if one.start is not None and one.end is not None]
    return tuple(
        one for one in found if not any((one.start or 0) < end and start < (one.end or 0) for start, end in spans)
    )
