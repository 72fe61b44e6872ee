"""The documents of the session: which are read, what they say about the selection, what a search finds.

All work on the index happens on two lanes: one reads files, one looks things up, so a look-up never waits for files.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from viewer.errors import Notice, Severity, ViewerError
from viewer.session.answers import Answers
from viewer.session.jobs import Lane, Progress, Token
from viewer.session.shelves.shelf import Away, Read, Shelf
from viewer.session.watcher import Watcher, stamp_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from viewer.definitions.definition import Definition
    from viewer.documents.entries import Progress as Step
    from viewer.documents.library import DocumentEntry, DocumentText, Library, SearchResult
    from viewer.errors import Problem
    from viewer.model.evidence import Excerpt, Findings, Target
    from viewer.session.shelves.switches import Switches

Made = TypeVar("Made")

__all__ = ["Reading", "Shelf"]

_FIRST_GLIMPSE = 2.0  # seconds of reading before what is there is shown
_STOPPED = "Reading was stopped. To read the rest, choose Documents → Read changed files again."


class _Glimpses:
    """Tells what the index holds while it is filled: often at first, then ever more seldom."""

    def __init__(self, library: Library, tell: Callable[[object], None]) -> None:
        self._library, self._tell = library, tell
        self._pause = _FIRST_GLIMPSE
        self._next = time.monotonic() + self._pause

    def tell(self) -> None:
        entries = self._library.held()
        if entries:
            self._tell((self._library, entries))

    def tell_now_and_then(self) -> None:
        if time.monotonic() > self._next:
            self.tell()
            self._pause *= 2
            self._next = time.monotonic() + self._pause


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
        self._made_anew = 0
        self._answers = Answers(self)
        self._answers.found.connect(self._on_found)
        self._answers.failed.connect(self._on_lookup_failed)
        self._searches = Lane(self)
        self._texts = Lane(self)
        self._checks = Lane(self)
        self._watcher = Watcher(self)
        self._watcher.files_changed.connect(self._on_watcher_told)
        self._watcher.folders_changed.connect(self._on_watcher_told)
        self._files.told.connect(self._on_files_told)
        self._files.progressed.connect(self.progress_changed)
        self._files.busy_changed.connect(self._on_files_busy_changed)

    @property
    def busy(self) -> bool:
        """Whether a look-up is under way, asked for or ahead."""
        return self._answers.busy

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
        if self._library is not None:
            self._library.leave_out(left_out)
            self._answers.use(self._library)

    def refresh(self, again: tuple[str, ...] = ()) -> None:
        """Read what has changed on disk, and files that were skipped, ``again``, though they did not change."""
        roots = self.shelf.roots
        before, known = self._library, None if self._stale else self._library
        make = self._make_library

        def read(token: Token) -> tuple[Library, Read]:
            from viewer.documents.entries import Refreshed
            from viewer.session.shelves.folders import watched  # looks at files as the index does

            library = known if known is not None else make(roots)
            if known is None and before is not None:
                library.begin_with(before)
            if again:
                library.retry(again)
            glimpses = _Glimpses(library, token.tell)
            if before is None:
                glimpses.tell()

            def report(step: Step) -> None:
                token.report(Progress(f"Reading {step.document}", step.done, step.total))
                if before is None:
                    glimpses.tell_now_and_then()

            # What changes while it is read, or before it is watched, is read once more.
            since = {path: stamp_of(path) for paths in watched(roots) for path in paths}
            try:
                refreshed, trouble = library.refresh(report, token.cancelled.is_set), ""
            except ViewerError as error:
                # What was read before the disk was full, say, is there all the same.
                if not library.entries():
                    raise
                refreshed, trouble = Refreshed(), str(error)
            return library, Read(library.entries(), refreshed, *watched(roots), since, trouble)

        self._files.submit(read, self._on_read, self._on_read_failed)

    def look_up(self, target: Target | None) -> None:
        """Find what the documents say about a target; the answer comes as ``found``. None drops the question."""
        self._answers.look_up(target)

    def glance(self, target: Callable[[], Target | None] | None) -> None:
        """Look up what the pointer rests on; see ``Answers``."""
        self._answers.glance(target)

    def expect(self, targets: Callable[[], tuple[Target, ...]]) -> None:
        """Look these up while nobody asks for anything; see ``Answers``."""
        self._answers.expect(targets)

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
        self._answers.close()
        for lane in (self._files, self._searches, self._texts, self._checks):
            lane.close()
        if self._library is not None:
            self._library.close()
            self._library = None

    def _on_read(self, outcome: tuple[Library, Read]) -> None:
        old, (self._library, read) = self._library, outcome
        self._stale = False
        self.shelf = self.shelf._replace(entries=read.entries, skipped=read.refreshed.skipped, read=True)
        self._leave_out()
        if old is not None and old is not self._library:
            self._made_anew = 0
            self._searches.cancel()
            self._texts.cancel()
            self._checks.cancel()
            old.close()
        self._watcher.watch(read.files, read.folders, self.shelf.roots, read.since)
        self.shelf_changed.emit(self.shelf)
        if read.refreshed.cancelled:
            self.notice_posted.emit(Notice(_STOPPED, "documents"))
        if read.trouble:
            self.notice_posted.emit(Notice(read.trouble, "documents", Severity.ERROR))
        self._tell_of_damage()

    def _on_files_told(self, glimpse: tuple[Library, tuple[DocumentEntry, ...]]) -> None:
        """Serve what the index holds while the first reading goes on: it may take minutes."""
        library, entries = glimpse
        if self._library is None or self._library is library:
            self._library = library
            self.shelf = self.shelf._replace(entries=entries)
            self._leave_out()
            self.shelf_changed.emit(self.shelf)

    def _tell_of_damage(self) -> None:
        if self._library is not None and self._library.made_anew > self._made_anew:
            self._made_anew = self._library.made_anew
            self.notice_posted.emit(Notice("The index of the documents was damaged. It was built again.", "index"))

    def _on_found(self, findings: Findings) -> None:
        self.found.emit(findings)
        self._tell_of_damage()

    def _on_watcher_told(self, _files: object = None) -> None:
        self.refresh()

    def _on_read_failed(self, error: ViewerError) -> None:
        self.shelf = self.shelf._replace(read=True)
        self.shelf_changed.emit(self.shelf)
        self.notice_posted.emit(Notice(str(error), "documents", Severity.ERROR))

    def _on_lookup_failed(self, error: ViewerError) -> None:
        self.notice_posted.emit(Notice(str(error), "lookup", Severity.ERROR))

    def _on_files_busy_changed(self, busy: bool) -> None:
        if not busy:
            self.progress_changed.emit(None)
