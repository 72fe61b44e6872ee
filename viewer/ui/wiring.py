"""Connects the window with the session: one list of what is told to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from viewer.errors import Notice
from viewer.session.page import Failed, Opening, Page, Ready
from viewer.ui.library_wiring import LibraryWiring

if TYPE_CHECKING:
    from pathlib import Path

    from viewer.definitions.catalog import Catalog
    from viewer.errors import Problem
    from viewer.model.diagram import DiagramId, ElementId
    from viewer.model.evidence import Excerpt, Findings
    from viewer.scene.theme import Theme
    from viewer.session.finding import Hit
    from viewer.session.history import History
    from viewer.session.jobs import Progress
    from viewer.session.reading import Shelf
    from viewer.session.searching import Searching
    from viewer.session.session import Session
    from viewer.ui.appearance import Appearance
    from viewer.ui.main_window import MainWindow
    from viewer.ui.picture_verbs import PictureVerbs
    from viewer.ui.reader.reader_wiring import ReaderWiring
    from viewer.ui.window_verbs import WindowVerbs


_COUNTS_MS = 15


class Wiring(QObject):
    """Listens to both sides. Signals of panels are intents, signals of the session are facts."""

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        appearance: Appearance,
        picture: PictureVerbs,
        verbs: WindowVerbs,
        roots: tuple[Path, ...],
        *,
        present: bool,
    ) -> None:
        """Connect everything."""
        super().__init__(window)
        self._window, self._session, self._appearance = window, session, appearance
        self._verbs, self._roots, self._present = verbs, roots, present
        self._read: ReaderWiring | None = None
        self._searching: Searching | None = None
        self._documents_asked = False
        reading = session.reading
        for signal, slot in (
            (session.page_changed, self._on_session_page_changed),
            (session.selection_changed, self._on_session_selection_changed),
            (session.history_changed, self._on_session_history_changed),
            (session.catalog_changed, self._on_session_catalog_changed),
            (session.excerpts_changed, self._on_session_excerpts_changed),
            (session.notice_posted, window.strips.post),
            (session.layout_progressed, self._on_layout_progressed),
            (session.quotes_checked, self._on_session_quotes_checked),
            (reading.shelf_changed, self._on_reading_shelf_changed),
            (reading.progress_changed, self._on_reading_progress_changed),
            (picture.notice_posted, window.strips.post),
            (picture.progress_changed, self._on_picture_progress_changed),
            (appearance.theme_changed, self._on_appearance_theme_changed),
            (window.top.back_requested, session.back),
            (window.top.forward_requested, session.forward),
            (window.top.present_requested, verbs.present_first),
            (window.top.theme_requested, appearance.toggle),
            (window.top.export.clicked, verbs.export),
            (window.top.export.drag_requested, self._on_export_drag_requested),
            (window.library.diagram_requested, self._on_diagram_requested),
            (window.library.documents_add_requested, verbs.add_documents),
            (window.library.document_requested, self.read_document),
            (window.library.problems_requested, self._on_problems_requested),
            (window.excerpts.element_requested, self._on_element_requested),
            (window.excerpts.diagram_requested, self._on_diagram_requested),
            (window.excerpts.document_requested, self._on_excerpt_requested),
            (window.excerpts.documents_requested, verbs.add_documents),
            (window.excerpts.notice_requested, verbs.tell),
            (window.excerpts.width_wanted, window.widen_excerpts),
            (window.strips.problem_requested, verbs.edit_problem),
            (window.strips.cancel_requested, self._on_cancel_requested),
            (window.strips.left, window.take_keyboard),
            (window.search.search_requested, self._on_search_requested),
            (window.search.chosen, self._on_search_chosen),
            (window.canvas.view.picture_seen, self._ask_documents),
            (window.canvas.details_requested, window.excerpts.setFocus),
            (window.canvas.menu_requested, verbs.open_menu),
            (window.shown, self._on_window_shown),
        ):
            signal.connect(slot)
        self._picture = picture
        window.offer_picture(self._lacking(session.page))
        self._library = LibraryWiring(window, session, appearance, verbs, self)

    # What the session tells

    def _on_session_catalog_changed(self, catalog: Catalog) -> None:
        self._window.library.show_catalog(catalog)
        self._window.excerpts.set_titles({entry.id: entry.title for entry in catalog.entries})
        ready = self._session.ready
        if ready is not None:
            self._window.library.show_current(ready.id)
        for problem in catalog.problems:
            self._session.notice_posted.emit(Notice(str(problem), problem.file))

    def _on_session_page_changed(self, page: Page) -> None:
        window = self._window
        if isinstance(page, Ready):
            entry = self._session.catalog.by_id.get(page.id)
            window.top.show_place(entry.section if entry else "", page.diagram.title)
            window.setWindowTitle(f"{page.diagram.title} – Mechanism viewer")
            window.library.show_current(page.id)
            window.search.show_diagram(page.diagram)
            if self._present:
                self._present = False
                QTimer.singleShot(0, self, self._verbs.present_first)
        if self._session.selection is None:
            window.excerpts.show_nothing(_hint_for(page, self._session.ready))
        # Over a last good picture the list waits to be asked for; where there is none, it is all there is to see.
        problems = page.problems if isinstance(page, Failed) else ()
        window.strips.show_problems(problems, unfolded=self._session.ready is None)
        window.offer_picture(self._lacking(page))

    def _lacking(self, page: Page) -> str:
        """Say why there is no picture, empty where there is one."""
        if self._session.ready is not None:
            return ""
        if isinstance(page, Failed):
            return "There is no picture yet: the definition has problems."
        return "There is no picture yet. Open a diagram first."

    def _on_session_quotes_checked(self, problems: tuple[Problem, ...]) -> None:
        self._verbs.quotes = problems
        if problems:
            count = "1 quote" if len(problems) == 1 else f"{len(problems)} quotes"
            text = f"{count} of this diagram cannot be found in the documents."
            self._window.strips.post(Notice(text, "quotes"), "Show", self._verbs.show_problems)

    def _on_session_selection_changed(self, selection: ElementId | None) -> None:
        ready = self._session.ready
        if selection is None or ready is None:
            self._window.excerpts.show_nothing(_hint_for(self._session.page, ready))
            self._window.library.show_shelf(self._session.reading.shelf, None)
        else:
            self._window.excerpts.show_element(ready.diagram, selection)

    def _on_session_history_changed(self, history: History) -> None:
        self._window.top.show_history(history)

    def _on_session_excerpts_changed(self, findings: Findings | None) -> None:
        if findings is None:
            return
        self._window.excerpts.show_findings(findings, self._session.reading.shelf)
        # The passages first: how many there are in each document is shown once they have been painted.
        QTimer.singleShot(_COUNTS_MS, self, self._count_passages)

    def _count_passages(self) -> None:
        findings, shelf = self._session.excerpts, self._session.reading.shelf
        if findings is None:
            return
        whole = findings.total <= len(findings.excerpts)
        self._window.library.show_shelf(shelf, findings.by_document(), whole=whole)

    def _on_layout_progressed(self, progress: Progress | None) -> None:
        self._window.strips.tell_progress("layout", progress)

    def _on_reading_progress_changed(self, progress: Progress | None) -> None:
        self._window.strips.tell_progress("reading", progress)

    def _on_picture_progress_changed(self, progress: Progress | None) -> None:
        self._window.strips.tell_progress("picture", progress)

    def _on_reading_shelf_changed(self, shelf: Shelf) -> None:
        self._window.library.show_shelf(shelf, None)
        QTimer.singleShot(0, self, self._window.excerpts.prepare)

    def _on_appearance_theme_changed(self, theme: Theme) -> None:
        self._window.set_theme(theme)
        self._window.library.thumbnails.set_theme(theme)
        if self._read is not None:
            self._read.view.set_theme(theme)
        self._verbs.tick()

    def _on_window_shown(self) -> None:
        # Documents are read once the first picture is there, or soon when there is none.
        QTimer.singleShot(1500, self, self._ask_documents)
        self._verbs.tick()

    def _ask_documents(self) -> None:
        if not self._documents_asked:
            self._documents_asked = True
            QTimer.singleShot(0, self, self._read_documents)

    def _read_documents(self) -> None:
        self._session.load_pins()
        self._library.restore()
        self._session.reading.use(self._roots, self._roots[:1])

    # What the panels ask for

    def _on_diagram_requested(self, diagram: str) -> None:
        self._window.show_canvas()
        self._session.open(diagram)  # type: ignore[arg-type]  # a signal carries plain text

    def _on_element_requested(self, element: str) -> None:
        self._window.show_canvas()
        self._session.select(element)  # type: ignore[arg-type]  # a signal carries plain text

    def _on_export_drag_requested(self) -> None:
        self._picture.drag(self._window.top.export)

    def _on_cancel_requested(self) -> None:
        self._session.cancel()
        self._session.reading.cancel()

    def _on_problems_requested(self, title: str, problems: tuple[Problem, ...]) -> None:
        self._window.strips.show_problems(problems, title)
        self._window.strips.open_problems()

    def _on_excerpt_requested(self, excerpt: Excerpt) -> None:
        self.read_document(excerpt.document, excerpt)

    def _on_search_requested(self, words: str, here: DiagramId | None) -> None:
        if self._searching is None:
            from viewer.session.searching import Searching

            self._searching = Searching(self._session.store, self._session.reading, self)
            self._searching.use(self._session.catalog)
            self._searching.found.connect(self._window.search.show_found)
            self._session.catalog_changed.connect(self._searching.use)
        self._searching.search(words, here)

    def _on_search_chosen(self, hit: Hit) -> None:
        if hit.document is not None:
            self.read_document(hit.document, hit.excerpt, hit.start)
        elif hit.diagram is not None:
            self._window.show_canvas()
            self._session.open(hit.diagram, hit.element)

    def close(self) -> None:
        """Stop what was made here."""
        self._library.close()
        if self._searching is not None:
            self._searching.close()
        if self._read is not None:
            self._read.close()

    def read_document(self, document: str, at: Excerpt | None = None, start: int | None = None) -> None:
        """Show a whole document in the middle, at an excerpt or from a character of its text when there is one."""
        if self._read is None:
            from viewer.ui.reader.reader_wiring import ReaderWiring

            self._read = ReaderWiring(self._window, self._session, self._appearance, self)
            self._read.hit_chosen.connect(self._on_search_chosen)
        self._read.read(document, at, start)


def _hint_for(page: Page, ready: Ready | None) -> str:
    """Return what the right panel says while nothing is selected: what to do next, or nothing for the moment."""
    if ready is not None:
        return "Click anything in the diagram, or go to it with the arrow keys."
    if isinstance(page, Opening):
        return ""
    return "What the documents say is shown here, once a diagram is open."
