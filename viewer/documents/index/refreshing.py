"""Bring the index in line with the files: only what is new or changed is read, in stretches that are kept whole."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Any, NamedTuple

from viewer.documents.entries import Progress, Refreshed, Skipped
from viewer.documents.extraction.extractor import NoWorkerError, Stopped
from viewer.documents.files.sources import Source, survey
from viewer.documents.index.readers import Outcome, Readers, Task
from viewer.documents.index.writing import forget, forget_refusal, put, refuse, touch
from viewer.errors import DocumentError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from viewer.documents.index.database import Database

_STRETCH_CHARACTERS = 16_000_000
_STRETCH_SECONDS = 5.0
_IDLE_SECONDS = 0.5
"""A stretch ends sooner where the next file keeps it waiting: another window may want to write."""


class _Known(NamedTuple):
    """What the index knows of the files, by their key: read ones and refused ones."""

    documents: Mapping[str, tuple[Any, ...]]
    refusals: Mapping[str, tuple[Any, ...]]


class Refresh:
    """One refresh of one index; ``run`` does it."""

    def __init__(
        self,
        database: Database,
        roots: Sequence[Path],
        report: Callable[[Progress], None] | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        """Take the index, the roots, whom to tell how far it is, and whom to ask whether to stop."""
        self._database = database
        self._roots = roots
        self._report = report or (lambda progress: None)
        self._cancelled = cancelled or (lambda: False)
        self._stretch: AbstractContextManager[sqlite3.Connection] | None = None
        self._connection: sqlite3.Connection | None = None
        self._characters = 0
        self._began = 0.0
        self._done = self._total = 0
        self._awaited = -1
        self._kept: set[str] = set()
        self._skipped: list[Skipped] = []
        self._added = self._changed = self._unchanged = 0

    def run(self) -> Refreshed:
        """Read what changed and return what was done. What cannot be read is skipped, and leaves the index."""
        try:
            refreshed = self._run()
        except BaseException:
            stretch, self._stretch = self._stretch, None
            if stretch is None or not stretch.__exit__(*sys.exc_info()):
                raise
            return Refreshed()
        return refreshed

    def _run(self) -> Refreshed:
        # 1. What stands on the disk, and what the index knows.
        found = survey(self._roots, self._cancelled)
        self._skipped += found.skipped
        known = self._known()
        stopped = self._cancelled()
        # 2. Read the files whose time or size is new; those whose content is not are only noted.
        tasks = [] if stopped else self._tasks(found.sources, known)
        self._total = len(tasks)
        try:
            with Readers(self._cancelled) as readers:
                for task, outcome in readers.read(tasks, self._await):
                    self._settle(task, outcome, known)
                    self._done += 1
                    if self._cancelled():
                        raise Stopped
        except Stopped:
            stopped = True
        # 3. Forget what is no longer there. A refresh that was stopped has not seen everything.
        gone: list[str] = []
        if not stopped:
            gone = [file for file in known.documents if file not in self._kept]
            seen = {source.key for source in found.sources}
            for file in gone:
                forget(self._writing(), file)
            for file in known.refusals:
                if file in self._kept or file not in seen:
                    forget_refusal(self._writing(), file)
        self._end_stretch()
        if tasks and not stopped:
            self._report(Progress(self._total, self._total, ""))
        return Refreshed(self._added, self._changed, len(gone), self._unchanged, tuple(self._skipped), stopped)

    def _known(self) -> _Known:
        with self._database.reading() as connection:
            documents = connection.execute("SELECT file, id, path, place, modified, size, digest FROM documents")
            refusals = connection.execute("SELECT file, modified, size, reason FROM refusals")
            return _Known({row[0]: row[1:] for row in documents}, {row[0]: row[1:] for row in refusals})

    def _tasks(self, sources: Sequence[Source], known: _Known) -> list[Task]:
        """Return what must be read; the rest is kept, or skipped as before."""
        tasks: list[Task] = []
        for place, source in enumerate(sources):
            old = known.documents.get(source.key)
            no = known.refusals.get(source.key)
            if old is not None and old[3:5] == (source.modified, source.size):
                if old[1:3] != (source.relative, place):
                    touch(self._writing(), source, place)
                self._kept.add(source.key)
                self._unchanged += 1
            elif no is not None and no[:2] == (source.modified, source.size):
                self._skipped.append(Skipped(source.path, no[2]))
            else:
                tasks.append(Task(source, place, None if old is None else old[5]))
        return tasks

    def _settle(self, task: Task, outcome: Outcome, known: _Known) -> None:
        source = task.source
        if isinstance(outcome, DocumentError):
            self._skipped.append(Skipped(source.path, str(outcome)))
            if not isinstance(outcome, NoWorkerError):
                refuse(self._writing(), source, str(outcome))
            return
        self._kept.add(source.key)
        if outcome is None:
            touch(self._writing(), source, task.place)
            self._unchanged += 1
            return
        put(self._writing(), source, outcome, task.place)
        self._characters += len(outcome.text)
        new = source.key not in known.documents
        self._added += new
        self._changed += not new
        if self._characters > _STRETCH_CHARACTERS or time.monotonic() - self._began > _STRETCH_SECONDS:
            self._end_stretch()

    def _await(self, task: Task) -> None:
        if task.place != self._awaited:
            self._awaited = task.place
            self._report(Progress(self._done, self._total, task.source.relative))
        if self._stretch is not None and time.monotonic() - self._began > _IDLE_SECONDS:
            self._end_stretch()

    def _writing(self) -> sqlite3.Connection:
        """Return the connection, inside a transaction: the one that is open, or a new one."""
        if self._stretch is None or self._connection is None:
            self._stretch = self._database.writing()
            self._connection = self._stretch.__enter__()
            self._characters, self._began = 0, time.monotonic()
        return self._connection

    def _end_stretch(self) -> None:
        stretch, self._stretch = self._stretch, None
        if stretch is not None:
            stretch.__exit__(None, None, None)
