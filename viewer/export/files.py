"""Files written whole or not at all: beside their place first, then moved in."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from viewer.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import IO

_MODE = 0o666  # what is left of it after the user's umask, as for any new file


def write_whole(destination: Path, write: Callable[[IO[bytes]], None]) -> None:
    """Let ``write`` fill a new file, then put it in the place of ``destination``.

    Whatever goes wrong, the old file stays as it was and nothing else is left behind. ExportError when the file
    cannot be written; what ``write`` raises otherwise is passed on.
    """
    try:
        place = destination.resolve()  # a link stays a link; what it points to is replaced
        if place.is_dir():
            raise ExportError(f"{destination} is a folder. Name a file in it.")
        if place.exists() and not place.is_file():
            raise ExportError(f"{destination} is not an ordinary file. Name another place.")
        beside = place.with_name(f".{os.urandom(6).hex()}.part")
        number = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), _MODE)
    except (OSError, ValueError, RuntimeError) as error:
        raise ExportError(_sentence(destination, error)) from error
    try:
        with os.fdopen(number, "wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        if place.exists():
            beside.chmod(place.stat().st_mode & 0o777)
        beside.replace(place)
    except OSError as error:
        raise ExportError(_sentence(destination, error)) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _sentence(destination: Path, error: Exception) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError) and not destination.parent.is_dir():
        return f"{destination} cannot be written: the folder {destination.parent} does not exist. Make it first."
    if isinstance(error, PermissionError):
        return f"{destination} cannot be written: it is protected, or another program holds it. Choose another place."
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"{destination} cannot be written: {reason[:1].lower()}{reason[1:]}."
