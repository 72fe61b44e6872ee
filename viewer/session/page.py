"""What is open: four frozen states, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from viewer.definitions.reader import Definition
    from viewer.errors import Problem
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


Page = Empty | Opening | Ready | Failed
