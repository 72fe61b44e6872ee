"""Bring the index in line with the files: only what is new or changed is read, in batches that are kept whole."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from viewer.documents.entries import Progress, Refreshed, Skipped
from viewer.documents.extraction.extractor import Extractor, NoWorkerError, Stopped
from viewer.documents.files.reading import ReadDocument, digest_of, read
from viewer.documents.files.sources import Source, read_bytes, survey
from viewer.documents.index.writing import forget, forget_refusal, put, refuse, touch
from viewer.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from viewer.documents.index.database import Database

_BATCH_DOCUMENTS = 256
_BATCH_CHARACTERS = 4_000_000
_BATCH_SECONDS = 5.0


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
        self._batch: list[tuple[ReadDocument, int]] = []
        self._touched: list[tuple[Source, int]] = []
        self._gone: list[str] = []
        self._refused: list[tuple[Source, str]] = []
        self._accepted: list[str] = []
        self._characters = 0
        self._written = time.monotonic()
        self._added = self._changed = self._unchanged = 0

    def run(self) -> Refreshed:
        """Read what changed and return what was done. What cannot be read is skipped, and leaves the index."""
        with Extractor() as extractor:
            return self._run(extractor)

    def _run(self, extractor: Extractor) -> Refreshed:
        # 1. What stands on the disk, and what the index knows.
        found = survey(self._roots, self._cancelled)
        skipped = list(found.skipped)
        with self._database.reading() as connection:
            known = {
                row[0]: row[1:]
                for row in connection.execute("SELECT file, id, path, place, modified, size, digest FROM documents")
            }
            refused = {
                row[0]: row[1:] for row in connection.execute("SELECT file, modified, size, reason FROM refusals")
            }
        stopped = self._cancelled()
        kept: set[str] = set()
        # 2. Read the files whose time or size is new; those whose content is not are only noted.
        for place, source in enumerate(found.sources):
            if stopped or self._cancelled():
                stopped = True
                break
            self._report(Progress(place, len(found.sources), source.relative))
            old = known.get(source.key)
            if old is not None and old[1:5] == (source.relative, place, source.modified, source.size):
                kept.add(source.key)
                self._unchanged += 1
                continue
            no = refused.get(source.key)
            if no is not None and no[:2] == (source.modified, source.size):
                skipped.append(Skipped(source.path, no[2]))
                continue
            try:
                self._take(source, place, old, extractor)
                kept.add(source.key)
            except DocumentError as error:
                skipped.append(Skipped(source.path, str(error)))
            except Stopped:
                stopped = True
        # 3. Forget what is no longer there. A refresh that was stopped has not seen everything.
        if not stopped:
            self._gone = [file for file in known if file not in kept]
            seen = {source.key for source in found.sources}
            self._accepted += [file for file in refused if file in kept or file not in seen]
        removed = len(self._gone)
        self._write()
        if not stopped:
            self._report(Progress(len(found.sources), len(found.sources), ""))
        return Refreshed(self._added, self._changed, removed, self._unchanged, tuple(skipped), stopped)

    def _take(self, source: Source, place: int, old: tuple[Any, ...] | None, extractor: Extractor) -> None:
        """Read a file that is new or was written to; DocumentError when it cannot be read."""
        if old is not None and old[3:5] == (source.modified, source.size):
            self._touched.append((source, place))
            self._unchanged += 1
            return
        content = read_bytes(source)
        if old is not None and old[5] == digest_of(content):
            self._touched.append((source, place))
            self._unchanged += 1
            return
        try:
            document = read(source, content, extractor, self._cancelled)
        except NoWorkerError:
            raise
        except DocumentError as error:
            self._refused.append((source, str(error)))
            raise
        self._add(document, place)
        self._added += old is None
        self._changed += old is not None

    def _add(self, document: ReadDocument, place: int) -> None:
        self._batch.append((document, place))
        self._characters += len(document.text)
        full = len(self._batch) >= _BATCH_DOCUMENTS or self._characters >= _BATCH_CHARACTERS
        if full or time.monotonic() - self._written > _BATCH_SECONDS:
            self._write()

    def _write(self) -> None:
        self._written = time.monotonic()
        if not (self._batch or self._touched or self._gone or self._refused or self._accepted):
            return
        with self._database.writing() as connection:
            for file in self._gone:
                forget(connection, file)
            for source, place in self._touched:
                touch(connection, source.key, source.relative, place, source.modified, source.size)
            for document, place in self._batch:
                put(connection, document, place)
            for source, reason in self._refused:
                refuse(connection, source.key, source.modified, source.size, reason)
            for file in self._accepted:
                forget_refusal(connection, file)
        self._batch.clear()
        self._touched.clear()
        self._gone.clear()
        self._refused.clear()
        self._accepted.clear()
        self._characters = 0
