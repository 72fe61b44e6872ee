"""The documents of the session as a value that is replaced when they change."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from viewer.documents.entries import DocumentEntry, LeftOut, Refreshed, Skipped
    from viewer.session.shelves.switches import Switches
    from viewer.session.watcher import Stamp


class Shelf(NamedTuple):
    """The documents as they stand: what is in the index, what could not be read, and from where.

    ``off`` are the files of those that the user switched off, ``bundled`` the roots that come with the program.
    Before they were ``read`` nobody knows whether there are any.
    """

    entries: tuple[DocumentEntry, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    roots: tuple[Path, ...] = ()
    off: frozenset[str] = frozenset()
    bundled: tuple[Path, ...] = ()
    read: bool = False


class Read(NamedTuple):
    """What one reading of the files brought: the documents, what changed, and what to watch from now on.

    ``since`` are the stamps of what is watched from before it was read. ``trouble`` says why reading came to an early
    end.
    """

    entries: tuple[DocumentEntry, ...]
    refreshed: Refreshed
    files: tuple[Path, ...]
    folders: tuple[Path, ...]
    since: Mapping[Path, Stamp]
    trouble: str = ""


class Away:
    """What shall answer nothing: documents by their switches, and passages as (document's id, words)."""

    def __init__(self) -> None:
        """Let everything answer."""
        self.switches: Switches | None = None
        self.passages: frozenset[tuple[str, str]] = frozenset()

    def of(self, entries: tuple[DocumentEntry, ...]) -> LeftOut:
        """Return what is left out of a library of these documents."""
        from viewer.documents.entries import LeftOut  # nothing is left out before documents were read

        off = self.switches.off_of(entry.file for entry in entries) if self.switches is not None else frozenset()
        return LeftOut(off, self.passages)
