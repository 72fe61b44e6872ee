"""Read the files that are new or changed: few and small ones here and now, many in worker processes side by side.

Answers come in the order of the questions, so that the same files always make the same index.
"""

from __future__ import annotations

import marshal
import os
import threading
from collections import deque
from typing import TYPE_CHECKING, NamedTuple, Self

from viewer.documents.extraction.extractor import Extractor, NoWorkerError, Stopped, bound_for, too_heavy, too_slow
from viewer.documents.extraction.process import MEMORY, TookTooLong, WorkerProcess
from viewer.documents.files.reading import digest_of, read
from viewer.documents.files.sources import read_bytes
from viewer.documents.formats.passages import EXTRACTED
from viewer.documents.index.prepared import Prepared, prepared, unpacked
from viewer.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future, ThreadPoolExecutor
    from types import TracebackType

    from viewer.documents.files.sources import Source

_FEW_FILES, _FEW_BYTES = 48, 1_500_000
"""So much is read before worker processes have started."""

_BATCH_FILES, _BATCH_BYTES = 32, 400_000
_MOST_BYTES = 16_000_000
_MOST_WORKERS = 4
_TICK = 0.05
_WORKER = "viewer.documents.index.worker"


class Task(NamedTuple):
    """A file to read: its order in the library, and the digest of what the index holds of it, if anything."""

    source: Source
    place: int
    digest: bytes | None


class _Asked(NamedTuple):
    batch: list[Task]
    size: int
    future: Future[list[Outcome]]


Outcome = Prepared | DocumentError | None
"""A document, why there is none, or None where the content is what the index holds."""


class Readers:
    """Whoever reads the files of one refresh; used by one thread, and closed by it."""

    def __init__(self, cancelled: Callable[[], bool]) -> None:
        """Take whom to ask whether to stop; nothing is started yet."""
        self._cancelled = cancelled
        self._closing = threading.Event()
        self._own = threading.local()
        self._workers: list[Extractor | WorkerProcess] = []

    def __enter__(self) -> Self:
        """Return the readers themselves."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End every worker."""
        self._closing.set()
        for worker in self._workers:
            worker.close()

    def read(self, tasks: Sequence[Task], awaiting: Callable[[Task], None]) -> Iterator[tuple[Task, Outcome]]:
        """Yield each task with its outcome, in their order; Stopped when told to stop while a file is read.

        ``awaiting`` is called with the task that comes next, again and again while it takes long.
        """
        if len(tasks) <= _FEW_FILES and sum(task.source.size for task in tasks) <= _FEW_BYTES:
            return self._one_by_one(tasks, awaiting)
        return self._side_by_side(tasks, awaiting)

    def _one_by_one(self, tasks: Sequence[Task], awaiting: Callable[[Task], None]) -> Iterator[tuple[Task, Outcome]]:
        for task in tasks:
            awaiting(task)
            yield task, self._read(task)

    def _side_by_side(
        self, tasks: Sequence[Task], awaiting: Callable[[Task], None]
    ) -> Iterator[tuple[Task, Outcome]]:
        from concurrent.futures import ThreadPoolExecutor  # takes its time to load, and few files need none

        count = max(2, min(_MOST_WORKERS, (os.cpu_count() or 2) - 1))
        pool = ThreadPoolExecutor(count, "reading")
        try:
            yield from self._in_turn(pool, count, tasks, awaiting)
        finally:
            self._closing.set()
            pool.shutdown(cancel_futures=True)

    def _in_turn(
        self, pool: ThreadPoolExecutor, count: int, tasks: Sequence[Task], awaiting: Callable[[Task], None]
    ) -> Iterator[tuple[Task, Outcome]]:
        asked: deque[_Asked] = deque()
        held = 0
        for batch in _batches(tasks):
            size = sum(task.source.size for task in batch)
            while asked and (len(asked) > 2 * count or held + size > _MOST_BYTES):
                held -= asked[0].size
                yield from self._outcomes(asked.popleft(), awaiting)
            asked.append(_Asked(batch, size, pool.submit(self._read_batch, batch)))
            held += size
        while asked:
            yield from self._outcomes(asked.popleft(), awaiting)

    def _outcomes(self, asked: _Asked, awaiting: Callable[[Task], None]) -> Iterator[tuple[Task, Outcome]]:
        from concurrent.futures import wait

        awaiting(asked.batch[0])
        while not wait((asked.future,), _TICK).done:
            awaiting(asked.batch[0])
            if self._cancelled():
                raise Stopped
        return zip(asked.batch, asked.future.result(), strict=True)

    # What follows runs in the threads of the pool, or in the caller's

    def _stopping(self) -> bool:
        return self._closing.is_set() or self._cancelled()

    def _read_batch(self, batch: list[Task]) -> list[Outcome]:
        if batch[0].source.suffix in EXTRACTED:
            return [self._read(task) for task in batch]
        worker = self._worker()
        answers = self._asked(worker, batch)
        if answers is not None:
            return answers
        # One of them ended the worker: each gets a new one.
        outcomes: list[Outcome] = []
        for task in batch:
            worker.close()
            outcomes.append((self._asked(worker, [task]) or [too_heavy(MEMORY)])[0])
        return outcomes

    def _asked(self, worker: WorkerProcess, batch: list[Task]) -> list[Outcome] | None:
        """Return what the worker says of these files; None when it ended over them."""
        content = marshal.dumps([(tuple(task.source), task.digest) for task in batch])
        seconds = bound_for(sum(task.source.size for task in batch))
        try:
            payload = worker.ask({}, content, seconds, self._stopping)
        except TookTooLong:
            return [too_slow(seconds)] if len(batch) == 1 else None
        except NoWorkerError:
            return [self._read(task) for task in batch]
        if payload is None:
            return None
        return [
            DocumentError(answer) if isinstance(answer, str) else None if answer is None else unpacked(answer)
            for answer in marshal.loads(payload)
        ]

    def _read(self, task: Task) -> Outcome:
        try:
            content = read_bytes(task.source)
            if task.digest is not None and task.digest == digest_of(content):
                return None
            return prepared(read(task.source, content, self._extractor(), self._stopping))
        except DocumentError as error:
            return error

    def _extractor(self) -> Extractor:
        if not hasattr(self._own, "extractor"):
            self._own.extractor = Extractor()
            self._workers.append(self._own.extractor)
        extractor: Extractor = self._own.extractor
        return extractor

    def _worker(self) -> WorkerProcess:
        if not hasattr(self._own, "worker"):
            self._own.worker = WorkerProcess(_WORKER)
            self._workers.append(self._own.worker)
        worker: WorkerProcess = self._own.worker
        return worker


def _batches(tasks: Sequence[Task]) -> Iterator[list[Task]]:
    """Yield neighbouring text files together, each other file by itself."""
    batch: list[Task] = []
    size = 0
    for task in tasks:
        alone = task.source.suffix in EXTRACTED
        if batch and (alone or len(batch) >= _BATCH_FILES or size + task.source.size > _BATCH_BYTES):
            yield batch
            batch, size = [], 0
        if alone:
            yield [task]
        else:
            batch.append(task)
            size += task.source.size
    if batch:
        yield batch
