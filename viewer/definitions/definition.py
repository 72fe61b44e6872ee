"""A definition that was read: the diagram, and where its parts stand in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from viewer.model.diagram import Diagram, ElementId


class Definition(NamedTuple):
    """A diagram and where its parts stand in its file, as lines and columns from 1.

    ``lines``: every element. ``evidence_lines``: the quote of each piece of evidence, by element and position.
    ``step_lines``: the quote of each step, or the step itself where it quotes nothing.
    """

    diagram: Diagram
    lines: Mapping[ElementId, tuple[int, int]]
    evidence_lines: Mapping[tuple[ElementId, int], tuple[int, int]]
    step_lines: tuple[tuple[int, int], ...]
