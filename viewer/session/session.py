"""The session: the one owner of what the user is looking at.

Verbs change it, past-tense signals tell of it. Nothing here waits: files and layouts are jobs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from viewer.definitions.catalog import Catalog, read_catalog
from viewer.errors import LayoutCancelled, Notice, Severity, ViewerError
from viewer.model.diagram import DiagramId
from viewer.session.asking import all_asked_of, asked_of
from viewer.session.history import History, Place
from viewer.session.jobs import Lane, Progress, Token
from viewer.session.page import Empty, Failed, Opening, Page, Ready, failed
from viewer.session.starting import First, Started, first_of, started
from viewer.session.watcher import Watcher

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from viewer.model.diagram import ElementId
    from viewer.model.evidence import Findings
    from viewer.session.opening import Opened, Opener
    from viewer.session.pins.board import Board
    from viewer.session.pins.pinning import Pinning
    from viewer.session.reading import Reading
    from viewer.session.settings import SettingsFile
    from viewer.store import Store


_START_MS = 40  # what is on disk is read in half of it; whatever takes longer comes into the open window


class Session(QObject):
    """Signals, each with the new value: ``page_changed(Page)``, ``selection_changed(ElementId | None)``,
    ``history_changed(History)``, ``catalog_changed(Catalog)``, ``excerpts_changed(Findings | None)``,
    ``notice_posted(Notice)``, ``layout_progressed(Progress | None)``, ``quotes_checked(tuple[Problem, ...])`` with
    the quotes of the open diagram that no document holds.
    """  # noqa: D205 - a list of signals is no paragraph

    page_changed = Signal(object)
    selection_changed = Signal(object)
    history_changed = Signal(object)
    catalog_changed = Signal(object)
    excerpts_changed = Signal(object)
    notice_posted = Signal(object)
    layout_progressed = Signal(object)
    quotes_checked = Signal(object)

    def __init__(
        self,
        folders: tuple[Path, ...],
        opener: Opener,
        reading: Reading,
        settings: SettingsFile,
        store: Store,
        make_pinning: Callable[[QObject], Pinning],
        parent: QObject | None = None,
    ) -> None:
        """Take the folders with definitions and everything that the session works with; nothing is read yet."""
        super().__init__(parent)
        self.page: Page = Empty()
        self.ready: Ready | None = None  # the last good picture: it stays while another opens or fails
        self.selection: ElementId | None = None
        self.history = History()
        self.catalog = Catalog(())
        self.excerpts: Findings | None = None
        self.reading, self.settings, self.store = reading, settings, store
        self.pinning: Pinning | None = None  # once documents are read
        self._folders, self._opener, self._make_pinning = folders, opener, make_pinning
        self._pages = Lane(self)
        self._catalogs = Lane(self)
        self._watcher = Watcher(self)
        self._wanted: ElementId | None = None
        self._opened: dict[DiagramId, Path] = {}
        self._pages.busy_changed.connect(self._on_pages_busy_changed)
        self._watcher.files_changed.connect(self._on_watcher_files_changed)
        self._watcher.folders_changed.connect(self._on_watcher_folders_changed)
        reading.setParent(self)
        reading.found.connect(self._on_reading_found)
        reading.shelf_changed.connect(self._on_reading_shelf_changed)
        reading.notice_posted.connect(self.notice_posted)

    # Verbs

    def start(self, diagram: str | None) -> None:
        """Read the catalog and open a diagram: the one named, else the last one, else the overview or the first."""
        folders, store, opener = self._folders, self.store, self._opener
        asked, last = diagram or "", self.settings.value.last_diagram
        self._catalogs.submit(
            lambda _token: started(folders, store, opener, asked, last), self._on_started, self._on_failed_catalog
        )

    def await_start(self, longest: int = _START_MS) -> None:
        """Wait a few ms for what ``start`` reads: a window shown with its diagram is painted once, not twice."""
        self._catalogs.wait(longest)

    def open(self, diagram: DiagramId, element: ElementId | None = None) -> None:
        """Open a diagram of the catalog, or one that its file opened before; ``element`` is selected in it."""
        entry = self.catalog.by_id.get(diagram)
        path = self._opened.get(diagram) if entry is None else entry.path
        if path is None:
            self.notice_posted.emit(Notice(f"There is no diagram “{diagram}” in the library.", "open"))
        elif self.ready is not None and self.ready.id == diagram and isinstance(self.page, Ready):
            self.select(element)
        else:
            self._read(diagram, path, element)

    def open_path(self, path: Path) -> None:
        """Open a definition by its file, whether it lies in the library or not."""
        self._read(DiagramId(path.stem), path, None)

    def select(self, element: ElementId | None) -> None:
        """Select an element of the open diagram, or nothing; unknown ids select nothing."""
        if self.ready is None or (element is not None and element not in self.ready.diagram.elements):
            element = None
        if element == self.selection:
            return
        self.selection = element
        if self.ready is not None:
            self.history = self.history.visit(Place(self.ready.id, element))
        self.selection_changed.emit(element)
        self._look_up()

    def glance(self, element: ElementId | None) -> None:
        """Take note that the pointer is on an element: what the documents say about it is looked up ahead."""
        ready, pinning = self.ready, self.pinning
        near = element is not None and element != self.selection
        self.reading.glance((lambda: asked_of(ready, element, pinning)) if near else None)

    def back(self) -> None:
        """Go to the place before."""
        self._travel(self.history.back())

    def forward(self) -> None:
        """Go to the place after."""
        self._travel(self.history.forward())

    def reload(self) -> None:
        """Read the open definition again."""
        if isinstance(self.page, Ready | Failed):
            self._read(self.page.id, self.page.path, self.selection)

    def rescan(self) -> None:
        """Read the folders again."""
        folders, store = self._folders, self.store
        self._catalogs.submit(lambda _token: read_catalog(folders, store), self._on_catalog, self._on_failed_catalog)

    def cancel(self) -> None:
        """Stop opening; what was open before stays."""
        if isinstance(self.page, Opening):
            self._pages.cancel()
            self._set_page(self.ready or Empty())

    def load_pins(self) -> None:
        """Read what the user pinned and hid."""
        self.pinning = self._make_pinning(self)
        self.pinning.changed.connect(self._on_pinning_changed)
        self.pinning.notice_posted.connect(self.notice_posted)
        self.pinning.load()

    def use(self, opener: Opener) -> None:
        """Open with other means from now on (another layout engine), and draw the open diagram anew with them."""
        self._opener = opener
        self.reload()

    def close(self) -> None:
        """Stop every job and wait for it."""
        self._pages.close()
        self._catalogs.close()
        self.reading.close()
        if self.pinning is not None:
            self.pinning.close()

    # Opening

    def _read(self, diagram: DiagramId, path: Path, element: ElementId | None) -> None:
        self._wanted = element
        if not (isinstance(self.page, Ready | Failed) and self.page.id == diagram):
            self._set_page(Opening(diagram, path))
        known = tuple(self.catalog.by_id)
        opener = self._opener

        def work(token: Token) -> Opened:
            return opener.open(path, known, token)

        def refused(error: ViewerError) -> None:
            self._on_failed(diagram, path, error)

        self._pages.submit(work, self._on_opened, refused)

    def _on_opened(self, opened: Opened) -> None:
        ready = Ready(opened.definition, opened.layout, opened.path)
        self.ready = ready
        wanted = self._wanted if self._wanted in ready.diagram.elements else None
        self.selection = wanted  # before anybody hears of the page: the old one may not be in it
        self.history = self.history.visit(Place(ready.id, wanted))
        self._set_page(ready)
        self.history_changed.emit(self.history)
        self.selection_changed.emit(wanted)
        pinning = self.pinning  # not self: what waits must not keep the session alive
        self.reading.expect(lambda: all_asked_of(ready, pinning))
        self._look_up()
        self._verify()
        self.settings.change(last_diagram=ready.id)
        for text in opened.layout.warnings:
            self.notice_posted.emit(Notice(text, "layout"))

    def _on_failed(self, diagram: DiagramId, path: Path, error: ViewerError) -> None:
        if isinstance(error, LayoutCancelled):
            self._set_page(self.ready or Empty())
            return
        self._set_page(failed(diagram, path, error, self.ready.id if self.ready is not None else None))

    def _set_page(self, page: Page) -> None:
        self.page = page
        if not isinstance(page, Empty):
            self._opened[page.id] = page.path
            self._watcher.watch((page.path,), self._watched_folders())
        self.page_changed.emit(page)

    def _watched_folders(self) -> tuple[Path, ...]:
        return tuple(dict.fromkeys([*self._folders, *(entry.path.parent for entry in self.catalog.entries)]))

    def _travel(self, history: History) -> None:
        if history is self.history or history.current is None:
            return
        self.history = history
        place = history.current
        if self.ready is not None and self.ready.id == place.diagram:
            self.select(place.element)
        else:
            self.open(place.diagram, place.element)
        self.history_changed.emit(history)

    # What comes back

    def _on_catalog(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.catalog_changed.emit(catalog)
        if isinstance(self.page, Empty):
            self._open_first(first_of(catalog, "", self.settings.value.last_diagram), None)

    def _on_started(self, start: Started) -> None:
        self.catalog = start.catalog
        self.catalog_changed.emit(start.catalog)
        if start.first.notice is not None:
            self.notice_posted.emit(start.first.notice)
        if isinstance(self.page, Empty):
            self._open_first(start.first, start.opened)

    def _open_first(self, first: First, opened: Opened | None) -> None:
        if opened is not None:
            self._on_opened(opened)
        elif first.diagram is not None:
            self._read(first.diagram, first.path, None)

    def _on_failed_catalog(self, error: ViewerError) -> None:
        self.notice_posted.emit(Notice(str(error), "catalog", Severity.ERROR))

    def _look_up(self) -> None:
        self.excerpts = None
        self.excerpts_changed.emit(None)
        self.reading.look_up(asked_of(self.ready, self.selection, self.pinning))

    def _on_reading_found(self, findings: Findings) -> None:
        if findings.target.id == self.selection:
            self.excerpts = findings
            self.excerpts_changed.emit(findings)

    def _on_reading_shelf_changed(self, _shelf: object) -> None:
        self._look_up()
        self._verify()

    def _on_pinning_changed(self, board: Board) -> None:
        self.reading.hide(frozenset((one.document, one.words) for one in board.hidden))
        self._look_up()

    def _verify(self) -> None:
        if self.ready is not None:
            self.reading.verify(self.ready.definition, str(self.ready.path), self.quotes_checked.emit)

    def _on_pages_busy_changed(self, busy: bool) -> None:
        self.layout_progressed.emit(Progress("Laying out the diagram") if busy else None)

    def _on_watcher_files_changed(self, paths: tuple[Path, ...]) -> None:
        if isinstance(self.page, Ready | Failed) and self.page.path in paths:
            self.reload()

    def _on_watcher_folders_changed(self) -> None:
        self.rescan()
