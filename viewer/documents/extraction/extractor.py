"""Have files read by a worker process: started when first needed, used for many files, replaced when one ends it."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from typing import TYPE_CHECKING, Any, Self

from viewer.documents.extraction.messages import Garbled, packed, read_document, receive, send, unpacked
from viewer.errors import DocumentError

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from types import TracebackType

    from viewer.documents.formats.structure import Outline, Passage

SECONDS = 30.0
"""How long reading one file may take; a second more for every megabyte of it."""

MEMORY = 1 << 30
"""How much memory a worker may use, in bytes."""

_TICK = 0.05
_WORKER = "viewer.documents.extraction.worker"
_KINDS = {".pdf": "PDF", ".docx": "Word", ".html": "HTML", ".htm": "HTML"}


class Stopped(Exception):  # noqa: N818 - a fact, not a fault
    """The caller asked to stop while a file was being read."""


class NoWorkerError(DocumentError):
    """Nothing is wrong with the file: there is no worker to read it, which another time there may be."""


class Extractor:
    """A worker and what to ask it. Used by one thread at a time; ``close`` ends the worker."""

    def __init__(self, seconds: float = SECONDS, memory: int = MEMORY, worker: str = _WORKER) -> None:
        """Take the bounds for each file; nothing is started yet."""
        self._seconds = seconds
        self._memory = memory
        self._worker = worker
        self._process: subprocess.Popen[bytes] | None = None

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
        while True:
            used = self._process is not None
            answer = self._ask(suffix, content, cancelled or (lambda: False))
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
            if failed == "time":
                raise DocumentError(
                    f"Reading it took longer than {self._bound(content):.0f} seconds and was stopped."
                )
            if used:
                # What came before may have been too much for the worker: this file gets a new one.
                continue
            if failed == "memory":
                raise DocumentError(f"Reading it takes more than {self._memory >> 20} MB of memory.")
            raise DocumentError(f"The file is damaged: its content makes the reader of {kind} files fail.")

    def close(self) -> None:
        """End the worker at once. The next file starts a new one."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        process.wait()

    def _bound(self, content: bytes) -> float:
        return self._seconds + len(content) / 1_000_000

    def _ask(self, suffix: str, content: bytes, cancelled: Callable[[], bool]) -> dict[str, Any]:
        """Exchange one request for its answer; "failed" says how it came to nothing."""
        process = self._process or self._started()
        self._process = process
        bound = self._bound(content)
        answers: list[dict[str, Any]] = []
        head = packed({"suffix": suffix, "seconds": bound})
        # Pipes cannot be waited for with a bound on every system; a thread can.
        exchange = threading.Thread(
            target=_exchange, args=(process, head, content, answers), name="extraction", daemon=True
        )
        until = time.monotonic() + bound
        exchange.start()
        exchange.join(0.005)
        outcome = ""
        while exchange.is_alive():
            if cancelled():
                outcome = "stopped"
                break
            if time.monotonic() > until:
                outcome = "time"
                break
            exchange.join(_TICK)
        if not outcome:
            return answers[0] if answers else {"failed": "ended"}
        process.kill()
        exchange.join()
        self.close()
        if outcome == "stopped":
            raise Stopped
        return {"failed": outcome}

    def _started(self) -> subprocess.Popen[bytes]:
        import subprocess

        import viewer

        # Of all that Python would put on its path, only what the program itself runs from: never the folder that
        # the user happens to stand in.
        places = [os.path.dirname(os.path.abspath(viewer.__path__[0])), *filter(None, sys.path)]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(places), "PYTHONUTF8": "1"}
        flags = int(getattr(subprocess, "CREATE_NO_WINDOW", 0))
        try:
            return subprocess.Popen(
                [sys.executable, "-P", "-m", self._worker, str(self._memory)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment,
                creationflags=flags,
            )
        except OSError as error:
            raise NoWorkerError(f"The process that reads such files cannot be started: {error.strerror}.") from None


def _exchange(process: subprocess.Popen[bytes], head: bytes, content: bytes, answers: list[dict[str, Any]]) -> None:
    """Send a request and take its answer; nothing is added when the worker ends meanwhile."""
    if process.stdin is None or process.stdout is None:
        return
    try:
        send(process.stdin, head)
        send(process.stdin, content)
        payload = receive(process.stdout)
        if payload is not None:
            answers.append(unpacked(payload))
    except (OSError, ValueError, Garbled, MemoryError):
        return
