"""What is open: four frozen states, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from viewer.errors import DiagramError, Problem

if TYPE_CHECKING:
    from pathlib import Path

    from viewer.definitions.reader import Definition
    from viewer.errors import ViewerError
    from viewer.layout.geometry import Layout
    from viewer.model.diagram import Diagram, DiagramId


class Empty(NamedTuple):
    """Nothing is open."""


class Opening(NamedTuple):
    """A diagram is being read and laid out; the last picture stays on the canvas."""

    id: DiagramId
    path: Path


class Ready(NamedTuple):
    """A diagram and where everything in it stands."""

    definition: Definition
    layout: Layout
    path: Path

    @property
    def diagram(self) -> Diagram:
        """The diagram itself."""
        return self.definition.diagram

    @property
    def id(self) -> DiagramId:
        """The diagram's id."""
        return self.definition.diagram.id


class Failed(NamedTuple):
    """A definition that cannot be drawn, with every problem found."""

    id: DiagramId
    path: Path
    problems: tuple[Problem, ...]


_GONE = "The file is gone."
_STAYS = "The last picture stays until it is back."


def failed(diagram: DiagramId, path: Path, error: ViewerError, drawn: DiagramId | None) -> Failed:
    """Return the page for a definition that could not be read; ``drawn`` is the diagram whose picture stays."""
    if drawn == diagram and not path.exists():
        return Failed(diagram, path, (Problem(str(path), 0, 0, _GONE, _STAYS),))
    problems = error.problems if isinstance(error, DiagramError) else (Problem(str(path), 0, 0, str(error)),)
    return Failed(diagram, path, problems)


Page = Empty | Opening | Ready | Failed
