"""Have HTML, PDF and Word files read by a worker process: used for many files, replaced when one ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from viewer.documents.extraction.messages import Garbled, read_document, unpacked
from viewer.documents.extraction.process import MEMORY, NoWorkerError, Stopped, TookTooLong, WorkerProcess
from viewer.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from viewer.documents.formats.structure import Outline, Passage

__all__ = ["MEMORY", "SECONDS", "Extractor", "NoWorkerError", "Stopped", "bound_for", "too_slow"]

SECONDS = 30.0
"""How long reading one file may take; a second more for every megabyte of it."""

_WORKER = "viewer.documents.extraction.worker"
_KINDS = {".pdf": "PDF", ".docx": "Word", ".html": "HTML", ".htm": "HTML"}


def bound_for(size: int, seconds: float = SECONDS) -> float:
    """Return how many seconds reading so many bytes may take."""
    return seconds + size / 1_000_000


def too_slow(seconds: float) -> DocumentError:
    """Say that a file took longer than it may."""
    return DocumentError(f"Reading it took longer than {seconds:.0f} seconds and was stopped.")


def too_heavy(memory: int) -> DocumentError:
    """Say that a file takes more memory than it may."""
    return DocumentError(f"Reading it takes more than {memory >> 20} MB of memory.")


class Extractor:
    """A worker and what to ask it. Used by one thread at a time; ``close`` ends the worker."""

    def __init__(self, seconds: float = SECONDS, memory: int = MEMORY, worker: str = _WORKER) -> None:
        """Take the bounds for each file; nothing is started yet."""
        self._seconds = seconds
        self._memory = memory
        self._worker = WorkerProcess(worker, memory)

    def __enter__(self) -> Self:
        """Return the extractor itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the worker."""
        self.close()

    def extract(
        self, suffix: str, content: bytes, cancelled: Callable[[], bool] | None = None
    ) -> tuple[str, Outline, tuple[Passage, ...], tuple[tuple[int, int], ...]]:
        """Return text, outline, passages and pages of a file with this ending.

        DocumentError with a sentence when the file cannot be read within the bounds; Stopped when ``cancelled``
        says so meanwhile.
        """
        kind = _KINDS.get(suffix, "document")
        seconds = bound_for(len(content), self._seconds)
        while True:
            used = self._worker.used
            try:
                answer = self._ask(suffix, content, seconds, cancelled or (lambda: False))
            except TookTooLong:
                raise too_slow(seconds) from None
            if "refused" in answer:
                raise DocumentError(str(answer["refused"]))
            if "unavailable" in answer:
                raise NoWorkerError(str(answer["unavailable"]))
            failed = str(answer.get("failed", ""))
            if not failed:
                try:
                    return read_document(answer)
                except Garbled:
                    failed = "garbled"
            self.close()
            if used:
                # What came before may have been too much for the worker: this file gets a new one.
                continue
            if failed == "memory":
                raise too_heavy(self._memory)
            raise DocumentError(f"The file is damaged: its content makes the reader of {kind} files fail.")

    def close(self) -> None:
        """End the worker at once. The next file starts a new one."""
        self._worker.close()

    def _ask(self, suffix: str, content: bytes, seconds: float, cancelled: Callable[[], bool]) -> dict[str, Any]:
        """Exchange one request for its answer; "failed" says how it came to nothing."""
        payload = self._worker.ask({"suffix": suffix}, content, seconds, cancelled)
        if payload is None:
            return {"failed": "ended"}
        try:
            return unpacked(payload)
        except Garbled:
            return {"failed": "garbled"}
