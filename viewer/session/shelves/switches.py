"""Which documents are on: what the user switched, a file or a whole folder with all that comes into it. Pure."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Switches(NamedTuple):
    """Paths that were switched off, and those within them that were switched on again.

    The nearest one counts: of a file itself, else of the folder around it. What nobody switched is on.
    """

    off: frozenset[str] = frozenset()
    on: frozenset[str] = frozenset()

    def is_on(self, path: str) -> bool:
        """Return whether a file, or what comes into a folder, is on."""
        while True:
            if path in self.on:
                return True
            if path in self.off:
                return False
            above = os.path.dirname(path)
            if above == path or not above:
                return True
            path = above

    def off_of(self, files: Iterable[str]) -> frozenset[str]:
        """Return those of these files that are off."""
        if not self.off:
            return frozenset()
        folders: dict[str, bool] = {}
        found = set()
        for file in files:
            folder = os.path.dirname(file)
            if folder not in folders:
                folders[folder] = self.is_on(folder)
            if file in self.off or (not folders[folder] and file not in self.on):
                found.add(file)
        return frozenset(found)

    def turned(self, path: str, on: bool) -> Switches:
        """Return the switches after a file or a folder, with all in it, was switched."""
        rest = Switches(
            frozenset(one for one in self.off if not _within(one, path)),
            frozenset(one for one in self.on if not _within(one, path)),
        )
        if rest.is_on(path) is on:
            return rest
        return rest._replace(on=rest.on | {path}) if on else rest._replace(off=rest.off | {path})


def _within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/\\") + os.sep)
