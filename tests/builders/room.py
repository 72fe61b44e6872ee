"""What stands around the canvas, for tests of the window: the real themes and icons, catalogs and documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from viewer.definitions.catalog import Catalog, Entry
from viewer.documents.entries import DocumentEntry, Skipped
from viewer.model.diagram import DiagramId
from viewer.model.evidence import DocumentId
from viewer.places import bundled
from viewer.session.reading import Shelf
from viewer.ui.icons import Icons

if TYPE_CHECKING:
    from viewer.errors import Problem


def some_icons() -> Icons:
    """The window's own icons."""
    return Icons(bundled().icons)


def an_entry(name: str, title: str | None = None, section: str = "", **others: object) -> Entry:
    """A diagram of the catalog whose title is its id, unless said otherwise."""
    values: dict[str, object] = {
        "nodes": 14,
        "edges": 16,
        "summary": "",
        "problems": (),
        "path": Path(f"{name}.yaml"),
    }
    values.update(others)
    return Entry(DiagramId(name), name if title is None else title, section, **values)  # type: ignore[arg-type]


def a_catalog(*names: str, section: str = "", problems: tuple[Problem, ...] = ()) -> Catalog:
    """Diagrams of these ids in one section."""
    return Catalog(tuple(an_entry(name, section=section) for name in names), problems)


def a_document(name: str, title: str = "", folder: Path | str = "/library") -> DocumentEntry:
    """A document at ``name``.md in a folder."""
    file = str(Path(folder) / f"{name}.md")
    return DocumentEntry(DocumentId(name), f"{name}.md", title or name, "", "", "", "", "", 7, 900, file)


def a_shelf(*names: str, skipped: tuple[str, ...] = (), off: tuple[str, ...] = ()) -> Shelf:
    """Documents of these ids that come with the program; ``skipped`` are paths of files that could not be read."""
    entries = tuple(a_document(name) for name in names)
    return Shelf(
        entries,
        tuple(Skipped(path, "It is empty.") for path in skipped),
        (Path("/library"),),
        frozenset(entry.file for entry in entries if entry.id in off),
        (Path("/library"),),
    )
