"""The diagrams that a command speaks of: those of the folders that were named, else the bundled ones."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from viewer.definitions.catalog import find, read_catalog
from viewer.errors import CallError
from viewer.places import bundled, cache_folder
from viewer.store import Store

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from viewer.definitions.catalog import Catalog, Entry
    from viewer.definitions.reader import Definition
    from viewer.errors import Problem


def definition_store() -> Store:
    """Return the store of compiled definitions."""
    return Store(cache_folder() / "definitions")


def catalog_of(arguments: argparse.Namespace) -> Catalog:
    """Return the catalog of ``--diagrams``, else of the bundled diagrams.

    Raises CallError for a folder that is not there.
    """
    folders = tuple(arguments.diagrams) or (bundled().diagrams,)
    for folder in arguments.diagrams:
        if not folder.is_dir():
            raise CallError(f"--diagrams: there is no folder “{folder}”.")
    return read_catalog(folders, definition_store())


def entries_named(names: Sequence[str], catalog: Catalog) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Return the diagrams that words name, each once, with the problems of folders among them.

    A word is an id, a file, or a folder that stands for all in it. Raises CallError for one that names nothing.
    """
    entries: dict[Entry, None] = {}
    problems: list[Problem] = []
    for name in names:
        if name not in catalog.by_id and os.path.isdir(name):
            inside = read_catalog([Path(name)], definition_store())
            if not inside.entries:
                raise CallError(f"The folder “{name}” holds no diagram.")
            entries.update(dict.fromkeys(inside.entries))
            problems += inside.problems
        else:
            entries[find(name, catalog)] = None
    return tuple(entries), tuple(problems)


def definition_of(entry: Entry) -> Definition:
    """Return an entry's definition. DiagramError, with all its problems, for a broken one."""
    from viewer.definitions.compiled import read_cached
    from viewer.errors import DiagramError

    if entry.problems:
        raise DiagramError(entry.problems)
    return read_cached(entry.path, definition_store())
