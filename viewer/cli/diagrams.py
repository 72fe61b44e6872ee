"""The diagrams that a command speaks of: those of the folders that were named, else the bundled ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.definitions.catalog import read_catalog
from viewer.errors import CallError
from viewer.places import bundled, cache_folder
from viewer.store import Store

if TYPE_CHECKING:
    import argparse

    from viewer.definitions.catalog import Catalog, Entry
    from viewer.definitions.reader import Definition


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


def definition_of(entry: Entry) -> Definition:
    """Return an entry's definition. DiagramError, with all its problems, for a broken one."""
    from viewer.definitions.compiled import read_cached
    from viewer.errors import DiagramError

    if entry.problems:
        raise DiagramError(entry.problems)
    return read_cached(entry.path, definition_store())
