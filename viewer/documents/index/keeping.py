"""How many indexes are kept: one of a few hundred megabytes for every set of documents would fill a disk unseen."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_MOST = 4


def note_use(index: Path) -> None:
    """Note that an index is in use."""
    with contextlib.suppress(OSError):
        os.utime(index)


def keep_latest(folder: Path, most: int = _MOST) -> None:
    """Remove all indexes but those that were used last: whoever needs one of the others again has it made anew."""
    used: list[tuple[float, Path]] = []
    for index in folder.glob("*.sqlite"):
        with contextlib.suppress(OSError):
            used.append((index.stat().st_mtime, index))
    for _, index in sorted(used, reverse=True)[most:]:
        for ending in ("", "-wal", "-shm"):
            with contextlib.suppress(OSError):  # another window may hold it, on Windows
                index.with_name(index.name + ending).unlink(missing_ok=True)
