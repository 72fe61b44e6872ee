"""What the user adds to the documents, takes out and switches off, remembered in the settings."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from viewer.session.shelves.switches import Switches

if TYPE_CHECKING:
    from collections.abc import Callable

    from viewer.session.reading import Reading
    from viewer.session.settings import SettingsFile


class Shelving:
    """The verbs of the library of documents."""

    def __init__(self, reading: Reading, settings: SettingsFile) -> None:
        """Take what reads the documents, and where the choices are kept; what is off stays off."""
        self._reading, self._settings = reading, settings

    def restore(self) -> None:
        """Switch off what was off when the window was closed."""
        self._reading.use_switches(self._switches())

    def add(self, paths: tuple[Path, ...]) -> None:
        """Add files and folders to the documents, and remember them."""
        paths = tuple(Path(os.path.abspath(path)) for path in paths)
        kept = (*self._settings.value.documents, *(str(path) for path in paths))
        self._use((*self._reading.shelf.roots, *paths), kept)

    def remove(self, path: Path) -> Callable[[], None]:
        """Take a file or folder out of the documents; the file itself stays. What is returned puts it back."""
        roots, kept = self._reading.shelf.roots, self._settings.value.documents
        gone = tuple(root for root in roots if _same(root, path))
        named = tuple(name for name in kept if _same(Path(name), path))

        def put_back() -> None:
            # At its old place, beside whatever was added since.
            now = self._reading.shelf.roots
            at = roots.index(gone[0]) if gone else len(now)
            self._use((*now[:at], *gone, *now[at:]), (*self._settings.value.documents, *named))

        self._use(
            tuple(root for root in roots if root not in gone), tuple(name for name in kept if name not in named)
        )
        return put_back

    def switch(self, path: str, on: bool) -> None:
        """Switch a document, or all of a folder and what comes into it, on or off."""
        switches = self._switches().turned(path, on)
        self._settings.change(documents_off=tuple(sorted(switches.off)), documents_on=tuple(sorted(switches.on)))
        self._reading.use_switches(switches)

    def _switches(self) -> Switches:
        settings = self._settings.value
        return Switches(frozenset(settings.documents_off), frozenset(settings.documents_on))

    def _use(self, roots: tuple[Path, ...], kept: tuple[str, ...]) -> None:
        self._settings.change(documents=tuple(dict.fromkeys(kept)))
        self._reading.use(tuple(dict.fromkeys(roots)))


def _same(one: Path, other: Path) -> bool:
    return os.path.abspath(one) == os.path.abspath(other)
