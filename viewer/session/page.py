"""What is open: four frozen states, one at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from viewer.definitions.reader import Definition
    from viewer.errors import Problem
    from viewer.layout.geometry import Layout
    from viewer.model.diagram import Diagram, DiagramId


@dataclass(frozen=True, slots=True)
class Empty:
    """Nothing is open."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A diagram is being read and laid out; the last picture stays on the canvas."""

    id: DiagramId
    path: Path


@dataclass(frozen=True, slots=True)
class Ready:
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


@dataclass(frozen=True, slots=True)
class Failed:
    """A definition that cannot be drawn, with every problem found."""

    id: DiagramId
    path: Path
    problems: tuple[Problem, ...]


Page = Empty | Opening | Ready | Failed
