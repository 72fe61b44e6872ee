"""Where the layout engines are: the embedded one of this installation, and a ``dot`` of the system."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

_PACKAGE = "graphviz-pure"


def system_dot() -> Path | None:
    """Return the ``dot`` that ``$MECHANISM_VIEWER_DOT`` names, else the one on the search path, else None."""
    import shutil

    named = os.environ.get("MECHANISM_VIEWER_DOT")
    found = shutil.which(named or "dot")
    return Path(found) if found else None


@cache
def embedded_command() -> Path | None:
    """Return the embedded engine's program, or None where its package is not installed."""
    from importlib.metadata import PackageNotFoundError, files

    try:
        listed = files(_PACKAGE) or ()
    except PackageNotFoundError:
        return None
    for entry in listed:
        if entry.stem == _PACKAGE and entry.suffix in ("", ".exe"):
            path = Path(os.fspath(entry.locate())).resolve()
            if path.is_file():
                return path
    return None


@cache
def embedded_name() -> str:
    """Return the embedded engine's name and version, from the name of its folder: a fast look, no import."""
    wanted = _PACKAGE.replace("-", "_") + "-"
    for folder in sys.path:
        try:
            with os.scandir(folder or ".") as entries:
                for entry in entries:
                    if entry.name.startswith(wanted) and entry.name.endswith(".dist-info"):
                        return f"{_PACKAGE} {entry.name.removeprefix(wanted).removesuffix('.dist-info')}"
        except OSError:
            continue
    return _PACKAGE


def program_mark(command: Path) -> str:
    """Return a mark that changes when the program does, for cache keys, without running it."""
    try:
        found = command.resolve()
        status = found.stat()
    except OSError:
        return str(command)
    return f"{found} {status.st_size} {status.st_mtime_ns}"
