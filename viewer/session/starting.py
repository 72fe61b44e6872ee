"""What a start reads, in one job: the catalog, and the first diagram where its layout is on disk already.

Read one after the other, each would wait for the window to be busy with the last: 12 ms of a start.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from viewer.definitions.catalog import find, read_catalog
from viewer.errors import DiagramError, Notice, Severity, ViewerError
from viewer.model.diagram import DiagramId

if TYPE_CHECKING:
    from viewer.definitions.catalog import Catalog
    from viewer.session.opening import Opened, Opener
    from viewer.store import Store


class First(NamedTuple):
    """The diagram to be opened first, None where there is none, and a notice when it is not the one asked for."""

    diagram: DiagramId | None
    path: Path = Path()
    notice: Notice | None = None


class Started(NamedTuple):
    """The catalog, what is to be opened, and that already opened, unless it needs the layout engine."""

    catalog: Catalog
    first: First
    opened: Opened | None


def first_of(catalog: Catalog, asked: str, last: str) -> First:
    """Choose: the diagram asked for by its id or file, else the last one, else the overview, else the first."""
    if asked and asked not in catalog.by_id and Path(asked).is_file():
        return First(DiagramId(Path(asked).stem), Path(asked))
    notice = None
    if asked:
        try:
            entry = find(asked, catalog)
        except ViewerError as error:
            notice = Notice(str(error), "open", Severity.ERROR)
        else:
            return First(entry.id, entry.path)
    for wanted in (last, "overview"):
        if wanted in catalog.by_id:
            return First(DiagramId(wanted), catalog.by_id[wanted].path, notice)
    if catalog.entries:
        return First(catalog.entries[0].id, catalog.entries[0].path, notice)
    return First(None, notice=notice)


def started(folders: tuple[Path, ...], store: Store, opener: Opener, asked: str, last: str) -> Started:
    """Read the catalog of these folders and choose what to open first. Never raises for a faulty definition."""
    catalog = read_catalog(folders, store)
    first = first_of(catalog, asked, last)
    opened = None
    if first.diagram is not None:
        with suppress(DiagramError):  # opening it in the ordinary way tells of its problems
            opened = opener.kept(first.path, tuple(catalog.by_id))
    return Started(catalog, first, opened)
