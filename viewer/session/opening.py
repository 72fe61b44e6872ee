"""Open a diagram: read, check, lay out. Runs on a job's thread; everything that can be kept is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from viewer.definitions.compiled import read_cached

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from viewer.definitions.reader import Definition
    from viewer.layout.engine import Engine
    from viewer.layout.geometry import Layout, TextMeasurer
    from viewer.session.jobs import Token
    from viewer.store import Store


class Opened(NamedTuple):
    """What opening gives: the definition and its layout."""

    definition: Definition
    layout: Layout
    path: Path


class Opener(NamedTuple):
    """Holds what opening needs; raises DiagramError, LayoutError or LayoutCancelled."""

    engine: Engine
    measurer: TextMeasurer
    store: Store

    def kept(self, path: Path, known: Collection[str] | None) -> Opened | None:
        """Read one definition whose layout is on disk already; None when it would have to be laid out."""
        definition = read_cached(path, self.store, known=known)
        layout = self.engine.cached(definition.diagram, self.measurer)
        return None if layout is None else Opened(definition, layout, path)

    def open(self, path: Path, known: Collection[str] | None, token: Token) -> Opened:
        """Read one definition and lay it out; a layout that is on disk already costs no engine run."""
        definition = read_cached(path, self.store, known=known)
        layout = self.engine.cached(definition.diagram, self.measurer)
        if layout is None:
            layout = self.engine.layout(definition.diagram, self.measurer, token.cancelled)
        return Opened(definition, layout, path)
