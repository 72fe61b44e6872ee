"""A definition's bytes, whatever stands at its path: bounded, and never waiting for a pipe."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from viewer.errors import DiagramError, Problem

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 5_000_000
"""The largest definition in bytes."""


def read_bounded(path: Path, file: str) -> bytes:
    """Return the content of a regular file of at most ``LARGEST`` bytes.

    ``file`` is the path as messages show it. Raises DiagramError for anything else: a folder, a pipe, a device, a
    larger file, one that is not there or must not be read.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        descriptor = os.open(path, flags)
    except (OSError, ValueError) as error:
        raise _refusal(file, _reason(path, error)) from None
    try:
        mode = os.fstat(descriptor).st_mode
        if not stat.S_ISREG(mode):
            raise _refusal(file, "This is a folder, not a file." if stat.S_ISDIR(mode) else "This is not a file.")
        with os.fdopen(descriptor, "rb", closefd=False) as stream:
            content = stream.read(LARGEST + 1)
    except OSError as error:
        raise _refusal(file, _reason(path, error)) from None
    finally:
        os.close(descriptor)
    if len(content) > LARGEST:
        raise _refusal(file, f"The file is larger than {LARGEST // 1_000_000} MB.", "Split the diagram.")
    return content


def _reason(path: Path, error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "There is no such file."
    if path.is_dir():
        return "This is a folder, not a file."
    if isinstance(error, PermissionError):
        return "The file must not be read by you."
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return f"The file cannot be read: {reason or error}."


def _refusal(file: str, text: str, hint: str = "") -> DiagramError:
    return DiagramError((Problem(file, 0, 0, text, hint),))
