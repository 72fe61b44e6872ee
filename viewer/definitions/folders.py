"""The definition files in folders and their sub-folders, whatever links and rights are met there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from viewer.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_SUFFIXES = (".yaml", ".yml")


class Found(NamedTuple):
    """A definition's file, the section it stands in, and the position of the folder that it was found in."""

    path: Path
    section: str
    root: int


def definitions_in(folders: Sequence[Path], *, deep: bool = True) -> tuple[list[Found], list[Problem]]:
    """Return the definition files in these folders, and what kept from looking into any.

    Hidden files and folders are left out; a folder that is reached twice, by a link or by name, is read once.
    """
    found: list[Found] = []
    problems: list[Problem] = []
    seen: set[tuple[int, int]] = set()
    for root, folder in enumerate(folders):
        waiting: list[tuple[Path, tuple[str, ...]]] = [(folder, ())] if _is_fresh(folder, seen, problems) else []
        while waiting:
            at, parts = waiting.pop()
            try:
                with os.scandir(at) as listing:
                    inside = sorted(listing, key=lambda item: item.name)
            except OSError as error:
                problems.append(_unread(at, error))
                continue
            for item in inside:
                if item.name.startswith("."):
                    continue
                path = at / item.name
                if _is_folder(item):
                    if deep and _is_fresh(path, seen, problems):
                        waiting.append((path, (*parts, item.name)))
                elif path.suffix.lower() in _SUFFIXES:
                    found.append(Found(path, " › ".join(section_title(part) for part in parts), root))
    return found, problems


def section_title(folder: str) -> str:
    """Return a folder's name as a title: ``early_effects`` becomes ``Early effects``."""
    words = folder.replace("_", " ").replace("-", " ").strip() or folder
    return words[:1].upper() + words[1:]


def _is_folder(item: os.DirEntry[str]) -> bool:
    try:
        return item.is_dir()
    except OSError:
        return False


def _is_fresh(folder: Path, seen: set[tuple[int, int]], problems: list[Problem]) -> bool:
    """Whether a folder is met for the first time; one that is not there is a problem."""
    try:
        status = folder.stat()
    except (OSError, ValueError) as error:
        problems.append(_unread(folder, error))
        return False
    if not folder.is_dir():
        problems.append(Problem(str(folder), 0, 0, "This is not a folder."))
        return False
    identity = (status.st_dev, status.st_ino)
    if identity in seen:
        return False
    seen.add(identity)
    return True


def _unread(folder: Path, error: OSError | ValueError) -> Problem:
    if isinstance(error, FileNotFoundError):
        return Problem(str(folder), 0, 0, "There is no such folder.")
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return Problem(str(folder), 0, 0, f"The folder cannot be read: {reason or error}.", severity=Severity.WARNING)
