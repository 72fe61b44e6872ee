"""Bring the index in line with the files: only what is new or changed is read, in batches that are kept whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.documents.entries import Progress, Refreshed, Skipped
from viewer.documents.files.reading import ReadDocument, digest_of, read
from viewer.documents.files.sources import Source, read_bytes, survey
from viewer.documents.index.writing import forget, put, touch
from viewer.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from viewer.documents.index.database import Database

_BATCH_DOCUMENTS = 256
_BATCH_CHARACTERS = 4_000_000


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
        self._characters = 0

    def run(self) -> Refreshed:
        """Read what changed and return what was done. What cannot be read is skipped, and leaves the index."""
        # 1. What stands on the disk, and what the index knows.
        found = survey(self._roots, self._cancelled)
        skipped = list(found.skipped)
        with self._database.reading() as connection:
            known = {
                row[0]: row[1:]
                for row in connection.execute("SELECT file, id, path, place, modified, size, digest FROM documents")
            }
        added = changed = unchanged = 0
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
                unchanged += 1
                continue
            try:
                if old is not None and old[3:5] == (source.modified, source.size):
                    self._touched.append((source, place))
                    unchanged += 1
                else:
                    content = read_bytes(source)
                    if old is not None and old[5] == digest_of(content):
                        self._touched.append((source, place))
                        unchanged += 1
                    else:
                        self._add(read(source, content), place)
                        added += old is None
                        changed += old is not None
                kept.add(source.key)
            except DocumentError as error:
                skipped.append(Skipped(source.path, str(error)))
        # 3. Forget what is no longer there. A refresh that was stopped has not seen everything.
        removed = 0
        if not stopped:
            self._gone = [file for file in known if file not in kept]
            removed = len(self._gone)
        self._write()
        if not stopped:
            self._report(Progress(len(found.sources), len(found.sources), ""))
        return Refreshed(added, changed, removed, unchanged, tuple(skipped), stopped)

    def _add(self, document: ReadDocument, place: int) -> None:
        self._batch.append((document, place))
        self._characters += len(document.text)
        if len(self._batch) >= _BATCH_DOCUMENTS or self._characters >= _BATCH_CHARACTERS:
            self._write()

    def _write(self) -> None:
        if not (self._batch or self._touched or self._gone):
            return
        with self._database.writing() as connection:
            for file in self._gone:
                forget(connection, file)
            for source, place in self._touched:
                touch(connection, source.key, source.relative, place, source.modified, source.size)
            for document, place in self._batch:
                put(connection, document, place)
        self._batch.clear()
        self._touched.clear()
        self._gone.clear()
        self._characters = 0
