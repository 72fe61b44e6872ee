"""Which diagrams exist: the definitions in folders, by section, broken ones included."""

from __future__ import annotations

import marshal
import re
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from viewer.definitions.compiled import cache_key
from viewer.definitions.files import read_bounded
from viewer.definitions.folders import Found, definitions_in
from viewer.errors import CallError, DiagramError, Problem
from viewer.model.diagram import DiagramId
from viewer.model.naming import Names, quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from viewer.store import Store

_DIGITS = re.compile(r"([0-9]+)")
_SUFFIXES = (".yaml", ".yml")


class Entry(NamedTuple):
    """A diagram of the catalog. A broken one has its problems, its id as title and no counts."""

    id: DiagramId
    title: str
    section: str
    path: Path
    nodes: int
    edges: int
    summary: str
    problems: tuple[Problem, ...] = ()


class _Listing(NamedTuple):
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...] = ()


class Catalog(_Listing):
    """All diagrams, in the order in which they are shown. ``problems`` are those of the folders themselves."""

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        """The entries by their ids."""
        return {entry.id: entry for entry in self.entries}

    def sections(self) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
        """Return the sections with their entries; what stands in no sub-folder comes first, under an empty title."""
        grouped: dict[str, list[Entry]] = {}
        for entry in self.entries:
            grouped.setdefault(entry.section, []).append(entry)
        return tuple((section, tuple(entries)) for section, entries in grouped.items())


def read_catalog(folders: Sequence[Path], store: Store | None = None) -> Catalog:
    """Read what diagrams there are in folders and their sub-folders, which are sections. Never raises.

    Where two files have one stem, the first folder's wins and the other is a problem of the catalog.
    """
    found, problems = definitions_in(folders)
    first: dict[str, Found] = {}
    for item in sorted(found, key=lambda item: (item.root, _natural(item.section), _natural(item.path.name))):
        earlier = first.setdefault(item.path.stem, item)
        if earlier is not item:
            text = f"The id {quoted(item.path.stem)} is taken by {earlier.path} already."
            problems.append(Problem(str(item.path), 0, 0, text, "Rename one of the two files."))
    ordered = sorted(first.values(), key=lambda item: (_natural(item.section), item.root, _natural(item.path.name)))
    return Catalog(tuple(_entry(item.path, item.section, first, store) for item in ordered), tuple(problems))


def find(name_or_path: str, catalog: Catalog) -> Entry:
    """Return the diagram that a word of a command names: an id of the catalog, or the path of a file.

    Raises CallError for one that does not exist, with the close match.
    """
    entry = catalog.by_id.get(name_or_path)
    if entry is not None:
        return entry
    path = Path(name_or_path)
    if path.suffix.lower() in _SUFFIXES or _is_file(path):
        if not _exists(path):
            raise CallError(f"There is no file {quoted(name_or_path)}.{_did_you_mean(path.stem, catalog)}")
        beside, _problems = definitions_in([path.parent], deep=False)
        known = {*catalog.by_id, *(item.path.stem for item in beside)}
        return _entry(path, "", known, None)
    raise CallError(f"There is no diagram {quoted(name_or_path)}.{_did_you_mean(name_or_path, catalog)}")


def _entry(path: Path, section: str, known: Collection[str], store: Store | None) -> Entry:
    name = DiagramId(path.stem)
    try:
        content = read_bounded(path, str(path))
        key = cache_key("entry", name, content)
        kept = None if store is None else store.get(key)
        told = None if kept is None else _told(kept)
        if told is None or not told[-1] <= frozenset(known):
            told = _read(content, name, str(path), known)
            if store is not None:
                store.put(key, marshal.dumps(told))
    except DiagramError as error:
        return Entry(name, name, section, path, 0, 0, "", error.problems)
    title, summary, nodes, edges, _opens = told
    return Entry(name, title, section, path, nodes, edges, summary)


_Told = tuple[str, str, int, int, frozenset[str]]


def _read(content: bytes, name: DiagramId, file: str, known: Collection[str]) -> _Told:
    """Read what the catalog tells of a definition: title, summary, counts, and the diagrams that it opens."""
    from viewer.definitions.reader import parse_definition

    diagram = parse_definition(content, name, file, known).diagram
    opens = frozenset[str](node.opens for node in diagram.nodes if node.opens is not None)
    return diagram.title, diagram.summary, len(diagram.nodes), len(diagram.edges), opens


def _told(kept: bytes) -> _Told | None:
    try:
        title, summary, nodes, edges, opens = marshal.loads(kept)
    except (ValueError, TypeError, EOFError):
        return None
    return title, summary, nodes, edges, opens


def _did_you_mean(name: str, catalog: Catalog) -> str:
    hint = Names(catalog.by_id).hint(name)
    return f" {hint}" if hint else " The command “list” shows all diagrams."


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _natural(name: str) -> tuple[tuple[int, int | str], ...]:
    """Return a key that puts 2 before 10 and ignores case, then falls back on the name itself."""
    parts = _DIGITS.split(name.casefold())
    key: list[tuple[int, int | str]] = [
        (0, int(part[:18])) if position % 2 else (1, part) for position, part in enumerate(parts)
    ]
    return (*key, (2, name))
