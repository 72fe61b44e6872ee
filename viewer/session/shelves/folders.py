"""Which files and folders to watch, so that a document is read anew by itself, comes, and goes."""

from __future__ import annotations

from pathlib import Path

from viewer.documents.files.sources import survey

_MOST_WATCHED = 1000  # files; a changed one beyond is read again with the next start or on demand


def watched(roots: tuple[Path, ...]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Return the files and the folders: not all of a vast library, the system has its limits.

    Folders come with all below them, those without a document too: one may come.
    """
    found = survey(roots)
    # What was passed over may be mended where it lies, which its folder does not tell.
    passed_over = [Path(one.path) for one in found.skipped if Path(one.path).is_file()]
    files = (*(Path(source.path) for source in found.sources), *passed_over)[:_MOST_WATCHED]
    return files, tuple(dict.fromkeys([*map(Path, found.folders), *(file.parent for file in files)]))
