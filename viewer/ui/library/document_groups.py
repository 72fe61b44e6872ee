"""The documents of the library in groups: by the folder that they lie in, what came one by one together. Pure."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from viewer.documents.entries import DocumentEntry
    from viewer.session.reading import Shelf

SINGLE = ""
"""The ``path`` of the group of documents that were added one by one."""


class Group(NamedTuple):
    """Documents that belong together.

    ``path`` is their folder and ``name`` what it is called; ``root`` is what was added and can be taken out again,
    empty for what comes with the program.
    """

    path: str
    name: str
    root: str
    entries: tuple[DocumentEntry, ...]

    def off(self, off: frozenset[str]) -> int:
        """Return how many of the documents are switched off."""
        return sum(entry.file in off for entry in self.entries) if off else 0


def groups_of(shelf: Shelf) -> tuple[Group, ...]:
    """Return the groups: the user's own first, in the order they were added, then what comes with the program."""
    roots = [(os.path.abspath(root), root) for root in shelf.roots]
    bundled = {os.path.abspath(root) for root in shelf.bundled}
    found: dict[tuple[str, str], list[DocumentEntry]] = {}
    for entry in shelf.entries:
        root = root_of(entry, roots)
        folder = os.path.dirname(entry.file)
        found.setdefault((root, SINGLE if root in ("", entry.file) else folder), []).append(entry)
    own: dict[str, list[DocumentEntry]] = {}
    groups: list[Group] = []
    last: list[Group] = []
    order = list(dict.fromkeys(root for root, _ in found))
    for (root, folder), entries in sorted(
        found.items(), key=lambda one: (order.index(one[0][0]), one[0][1].split(os.sep))
    ):
        if folder == SINGLE:
            own.setdefault(SINGLE, []).extend(entries)
        elif root in bundled:
            last.append(Group(folder, _named("With the program", root, folder), "", tuple(entries)))
        else:
            groups.append(Group(folder, _named(os.path.basename(root) or root, root, folder), root, tuple(entries)))
    # What was added and holds nothing, or is gone from the disk, has a title all the same: it can be taken out again.
    spoken_for = {root for root, _ in found}
    groups += [
        Group(path, os.path.basename(path) or path, path, ())
        for path, _ in roots
        if path not in spoken_for and path not in bundled
    ]
    single = tuple(Group(SINGLE, "Single documents", "", tuple(entries)) for entries in own.values())
    return (*single, *groups, *last)


def root_of(entry: DocumentEntry, roots: Sequence[tuple[str, Path]]) -> str:
    """Return the whole path of the root that a document came by, empty where there is none."""
    return next((path for path, _ in roots if entry.file == path or entry.file.startswith(path + os.sep)), "")


def _named(name: str, root: str, folder: str) -> str:
    below = os.path.relpath(folder, root) if folder != root else ""
    return " › ".join([name, *below.split(os.sep)]) if below else name
