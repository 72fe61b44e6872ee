"""Runs the engine: a process with a time limit that can be stopped at any moment. No threads, no pipes to block."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from typing import IO, TYPE_CHECKING

from viewer.errors import LayoutCancelled

if TYPE_CHECKING:
    from collections.abc import Sequence
    from threading import Event

_MOST_OUTPUT = 256 * 1024 * 1024
_MOST_WORDS = 4000
_MOST_MEMORY = 3 * 1024 * 1024 * 1024
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_OWN_GROUP = 0 if os.name == "posix" else None


class EngineError(Exception):
    """The engine gave no answer; the text says why, as the end of a sentence."""


class EngineMissingError(EngineError):
    """The engine could not be started at all."""


class EngineSlowError(EngineError):
    """The engine took longer than it may."""


def run(command: Sequence[str], source: str, seconds: float, cancelled: Event | None = None) -> bytes:
    """Give ``source`` to the command and return what it writes.

    Raises EngineMissingError, EngineSlowError, EngineError, or LayoutCancelled soon after the event is set; the
    process is gone in every case. An exit status other than 0 is no fault when there is an answer: engines end
    so when they lost a single edge.
    """
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as answer, tempfile.TemporaryFile() as words:
        given.write(source.encode("utf-8"))
        given.seek(0)
        try:
            process = subprocess.Popen(
                list(command), stdin=given, stdout=answer, stderr=words,
                creationflags=_NO_WINDOW, process_group=_OWN_GROUP,
            )  # fmt: skip
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            raise EngineMissingError(f"could not be started: {reason}") from error
        _bound_memory(process.pid)
        try:
            status = _wait(process, seconds, cancelled, answer)
        finally:
            if process.poll() is None:
                _kill(process)
        answer.seek(0)
        written = answer.read()
        if not written:
            raise EngineError(_complaint(status, words))
        return written


def _bound_memory(process: int) -> None:
    """Let a process have so much memory at most, where the system lets one process bound another."""
    if sys.platform == "linux":
        import resource

        # One that has ended meanwhile needs no bound.
        with contextlib.suppress(OSError, ValueError):
            resource.prlimit(process, resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the process with what it started: a program named ``dot`` may be a script around another."""
    if _OWN_GROUP is None:
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _wait(process: subprocess.Popen[bytes], seconds: float, cancelled: Event | None, answer: IO[bytes]) -> int:
    begun = time.monotonic()
    pause = 0.0005
    while (status := process.poll()) is None:
        if cancelled is not None and cancelled.is_set():
            raise LayoutCancelled("The layout was stopped.")
        if time.monotonic() - begun > seconds:
            raise EngineSlowError(f"took longer than {seconds:.0f} s" if seconds >= 1 else "took too long")
        if os.fstat(answer.fileno()).st_size > _MOST_OUTPUT:
            raise EngineError("wrote more than a layout can need")
        time.sleep(pause)
        pause = min(pause * 1.25, 0.02)
    return status


def _complaint(status: int, words: IO[bytes]) -> str:
    words.seek(0)
    told, _, _ = words.read(_MOST_WORDS).decode("utf-8", "replace").partition("stack backtrace:")
    said = " ".join(told.split())
    if said:
        return f"said: {said.removeprefix('Error: ')}"
    return f"crashed (signal {-status})" if status < 0 else f"ended with status {status} and no answer"
