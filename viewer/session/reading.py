"""The documents of the session: which are read, what they say about the selection, what a search finds.

All work on the index happens on two lanes: one reads files, one looks things up, so a look-up never waits for files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.errors import Notice, Severity, ViewerError
from viewer.model.evidence import Excerpt, Findings, Target
from viewer.session.jobs import Lane, Progress, Token
from viewer.session.shelves.shelf import Away, Read, Shelf
from viewer.session.watcher import Watcher

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from viewer.definitions.definition import Definition
    from viewer.documents.library import (
        DocumentText,
        Library,
        SearchResult,
    )
    from viewer.errors import Problem
    from viewer.session.shelves.switches import Switches

Made = TypeVar("Made")

__all__ = ["Reading", "Shelf"]

_MOST_EXCERPTS = 60
_MOST_EXPECTED = 300  # elements of a diagram that are looked up before anyone asks
_REST_MS = 600  # without a question before that goes on
_STOPPED = "Reading was stopped. Documents → Read changed files again reads the rest."
_NOTHING = Target("", "node", "", ("nothing",))


class Reading(QObject):
    """Signals: ``shelf_changed(Shelf)``, ``found(Findings)``, ``searched(str, SearchResult)``,
    ``progress_changed(Progress | None)``, ``notice_posted(Notice)``.
    """  # noqa: D205 - a list of signals is no paragraph

    shelf_changed = Signal(object)
    found = Signal(object)
    searched = Signal(str, object)
    progress_changed = Signal(object)
    notice_posted = Signal(object)

    def __init__(self, make_library: Callable[[tuple[Path, ...]], Library], parent: QObject | None = None) -> None:
        """Take the function that makes a library of these roots; it is called on a lane's thread."""
        super().__init__(parent)
        self.shelf = Shelf()
        self._away = Away()
        self._make_library = make_library
        self._library: Library | None = None
        self._stale = False
        self._files = Lane(self)
        self._lookups = Lane(self)
        self._searches = Lane(self)
        self._texts = Lane(self)
        self._checks = Lane(self)
        self._known: dict[Target, Findings] = {}
        self._expected: Callable[[], tuple[Target, ...]] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._on_rest_timeout)
        self._watcher = Watcher(self)
        self._watcher.files_changed.connect(self._on_watcher_told)
        self._watcher.folders_changed.connect(self._on_watcher_told)
        self._files.progressed.connect(self.progress_changed)
        self._files.busy_changed.connect(self._on_files_busy_changed)

    @property
    def busy(self) -> bool:
        """Whether a look-up is under way, asked for or ahead."""
        return self._lookups.busy

    @property
    def library(self) -> Library | None:
        """What answers, for jobs of others; None before documents have been read."""
        return self._library

    def use(self, roots: tuple[Path, ...], bundled: tuple[Path, ...] | None = None) -> None:
        """Read these files and folders from now on; what is in the index already is served at once.

        ``bundled`` are those that come with the program, as before where none are named.
        """
        self.shelf = self.shelf._replace(roots=roots, bundled=self.shelf.bundled if bundled is None else bundled)
        self._stale = True  # the old library answers until the new one is read
        self.refresh()

    def use_switches(self, switches: Switches) -> None:
        """Let the documents that are off answer nothing from now on; no file is read for it."""
        self._away.switches, before = switches, self.shelf.off
        self._leave_out()
        if self.shelf.off != before:
            self.shelf_changed.emit(self.shelf)

    def hide(self, passages: frozenset[tuple[str, str]]) -> None:
        """Tell these passages apart, as (document's id, words); whoever shows an answer asks again."""
        if passages != self._away.passages:
            self._away.passages = passages
            self._leave_out()

    def _leave_out(self) -> None:
        left_out = self._away.of(self.shelf.entries)
        self.shelf = self.shelf._replace(off=left_out.files)
        self._known = {}  # what was found before may have changed
        self._rest.start()
        if self._library is not None:
            self._library.leave_out(left_out)

    def refresh(self, again: tuple[str, ...] = ()) -> None:
        """Read what has changed on disk, and files that were skipped, ``again``, though they did not change."""
        roots = self.shelf.roots
        before, known = self._library, None if self._stale else self._library
        make = self._make_library

        def read(token: Token) -> tuple[Library, Read]:
            from viewer.session.shelves.folders import watched  # looks at files as the index does

            library = known if known is not None else make(roots)
            if known is None and before is not None:
                library.begin_with(before)
            if again:
                library.retry(again)
            refreshed = library.refresh(
                lambda step: token.report(Progress(f"Reading {step.document}", step.done, step.total)),
                token.cancelled.is_set,
            )
            return library, Read(library.entries(), refreshed, *watched(roots))

        self._files.submit(read, self._on_read, self._on_read_failed)

    def look_up(self, target: Target | None) -> None:
        """Find what the documents say about a target; the answer comes as ``found``. None drops the question."""
        library, known = self._library, self._known
        self._rest.start()
        if target is None or library is None:
            self._lookups.cancel()
            return
        if target in known:
            self._lookups.cancel()
            self.found.emit(known[target])
            return

        def work(_token: Token) -> Findings:
            known[target] = library.excerpts(target, _MOST_EXCERPTS)
            return known[target]

        self._lookups.submit(work, self.found.emit, self._on_lookup_failed)

    def expect(self, targets: Callable[[], tuple[Target, ...]]) -> None:
        """Look these up while nobody asks for anything, so that a click finds its answer ready.

        ``targets`` is called on a lane's thread: naming all that a large diagram holds takes a while.
        """
        self._expected = targets
        self._rest.start()

    def _on_rest_timeout(self) -> None:
        library, known, expected = self._library, self._known, self._expected
        if library is None or expected is None or self._lookups.busy:
            return

        def work(token: Token) -> None:
            for target in expected()[:_MOST_EXPECTED]:
                if token.cancelled.is_set():
                    return
                if target not in known:
                    known[target] = library.excerpts(target, _MOST_EXCERPTS)

        self._lookups.submit(work, lambda _nothing: None, self._on_lookup_failed)

    def search(self, words: str, limit: int = 50) -> None:
        """Find passages with these words; the answer comes as ``searched``."""
        library = self._library
        if library is None or not words.strip():
            self._searches.cancel()
            return

        def done(result: SearchResult) -> None:
            self.searched.emit(words, result)

        self._searches.submit(lambda _token: library.search(words, limit), done, self._on_lookup_failed)

    def fetch_text(self, document: str, done: Callable[[DocumentText], None], lost: Callable[[], None]) -> None:
        """Read a whole document; ``lost`` is called, and a notice says why, when it fails."""
        self.fetch(document, lambda text: text, done, lost)

    def fetch(
        self,
        document: str,
        make: Callable[[DocumentText], Made],
        done: Callable[[Made], None],
        lost: Callable[[], None],
    ) -> None:
        """Read a whole document, and ``make`` something of it on the lane's thread before ``done`` is called."""
        library = self._library
        if library is None:
            lost()
            return

        def failed(error: ViewerError) -> None:
            lost()
            self._on_lookup_failed(error)

        self._texts.submit(lambda _token: make(library.text(document)), done, failed)

    def look_within(self, target: Target, document: str, done: Callable[[tuple[Excerpt, ...]], None]) -> None:
        """Find all that one document says about a target; a search meanwhile drops the question."""
        library = self._library
        if library is not None:
            self._searches.submit(
                lambda _token: library.excerpts_within(target, document), done, self._on_lookup_failed
            )

    def verify(self, definition: Definition, file: str, done: Callable[[tuple[Problem, ...]], None]) -> None:
        """Look every quote of a definition up in the documents; nothing happens before documents have been read."""
        library = self._library
        if library is None:
            return

        def work(_token: Token) -> tuple[Problem, ...]:
            from viewer.session.verification import quote_problems

            return quote_problems(definition, file, library)

        self._checks.submit(work, done, self._on_lookup_failed)

    def cancel(self) -> None:
        """Stop reading files; what was read stays, and is shown."""
        self._files.stop()

    def close(self) -> None:
        """Stop all lanes and close the index."""
        self._rest.stop()
        for lane in (self._files, self._lookups, self._searches, self._texts, self._checks):
            lane.close()
        if self._library is not None:
            self._library.close()
            self._library = None

    def _on_read(self, outcome: tuple[Library, Read]) -> None:
        old, (self._library, read) = self._library, outcome
        self._stale = False
        self.shelf = self.shelf._replace(entries=read.entries, skipped=read.refreshed.skipped)
        self._leave_out()
        if old is not None and old is not self._library:
            self._lookups.cancel()
            self._searches.cancel()
            self._texts.cancel()
            self._checks.cancel()
            old.close()
        self._watcher.watch(read.files, read.folders, self.shelf.roots)
        self.shelf_changed.emit(self.shelf)
        if read.refreshed.cancelled:
            self.notice_posted.emit(Notice(_STOPPED, "documents"))
        if old is None and not self._lookups.busy:
            self._practise(self._library)

    def _practise(self, library: Library) -> None:
        """Look nothing up: the first look-up loads what ranks passages, 20 ms better spent while nobody waits."""
        self._lookups.submit(lambda _token: library.excerpts(_NOTHING, 1), lambda _found: None, lambda _error: None)

    def _on_watcher_told(self, _files: object = None) -> None:
        self.refresh()

    def _on_read_failed(self, error: ViewerError) -> None:
        self.notice_posted.emit(Notice(str(error), "documents", Severity.ERROR))

    def _on_lookup_failed(self, error: ViewerError) -> None:
        self.notice_posted.emit(Notice(str(error), "lookup", Severity.ERROR))

    def _on_files_busy_changed(self, busy: bool) -> None:
        if not busy:
            self.progress_changed.emit(None)
