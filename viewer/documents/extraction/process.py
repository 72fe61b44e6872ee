"""A process that reads files for the program: started when first asked, ended when it takes too long."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from typing import TYPE_CHECKING, Any

from viewer.documents.extraction.messages import Garbled, packed, receive, send
from viewer.errors import DocumentError

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Mapping

MEMORY = 1 << 30
"""How much memory a worker may use, in bytes."""

_TICK = 0.05


class Stopped(Exception):  # noqa: N818 - a fact, not a fault
    """The caller asked to stop while a file was being read."""


class TookTooLong(Exception):  # noqa: N818 - a fact about a file
    """The answer did not come in time."""


class NoWorkerError(DocumentError):
    """Nothing is wrong with the file: there is no worker to read it, which another time there may be."""


class WorkerProcess:
    """One process and what to ask it. Used by one thread at a time; ``close`` ends it."""

    def __init__(self, module: str, memory: int = MEMORY) -> None:
        """Take the module that runs, and how much memory it may use; nothing is started yet."""
        self._module = module
        self._memory = memory
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def used(self) -> bool:
        """Whether the process has been asked something before."""
        return self._process is not None

    def ask(
        self, request: Mapping[str, Any], content: bytes, seconds: float, cancelled: Callable[[], bool]
    ) -> bytes | None:
        """Return the answer to a request; None when the process ended over it.

        TookTooLong after so many seconds, Stopped when ``cancelled`` says so meanwhile; both end the process.
        """
        process = self._process or self._started()
        self._process = process
        answers: list[bytes] = []
        head = packed({**request, "seconds": seconds})
        # Pipes cannot be waited for with a bound on every system; a thread can.
        exchange = threading.Thread(
            target=_exchange, args=(process, head, content, answers), name="extraction", daemon=True
        )
        until = time.monotonic() + seconds
        exchange.start()
        exchange.join(0.005)
        outcome: type[Exception] | None = None
        while exchange.is_alive():
            if cancelled():
                outcome = Stopped
                break
            if time.monotonic() > until:
                outcome = TookTooLong
                break
            exchange.join(_TICK)
        if outcome is None:
            return answers[0] if answers else None
        process.kill()
        exchange.join()
        self.close()
        raise outcome

    def close(self) -> None:
        """End the process at once. The next question starts a new one."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        process.wait()

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
                [sys.executable, "-P", "-m", self._module, str(self._memory)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment,
                creationflags=flags,
            )
        except OSError as error:
            raise NoWorkerError(f"The process that reads such files cannot be started: {error.strerror}.") from None


def _exchange(process: subprocess.Popen[bytes], head: bytes, content: bytes, answers: list[bytes]) -> None:
    """Send a request and take its answer; nothing is added when the worker ends meanwhile."""
    if process.stdin is None or process.stdout is None:
        return
    try:
        send(process.stdin, head)
        send(process.stdin, content)
        payload = receive(process.stdout)
        if payload is not None:
            answers.append(payload)
    except (OSError, ValueError, Garbled, MemoryError):
        return
