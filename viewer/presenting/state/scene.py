"""One diagram of a show: where everything stands, at which steps it halts, and what is said there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from viewer.model.revealing import focus_of, revealed
from viewer.presenting.state.draft import drafted_steps

if TYPE_CHECKING:
    from viewer.layout.geometry import Layout
    from viewer.model.diagram import Diagram, ElementId
    from viewer.model.story import Ask, Step

LEGEND = 0
"""The halt before the first step: how to read the signs."""


class Scene(NamedTuple):
    """A diagram with at least one step.

    ``halts`` are numbers of steps, from 1, ascending; ``LEGEND`` may be the first. ``captions`` stand in for the
    steps' own where they are not empty, one a halt. ``drafted`` says that the steps were made, not written.
    """

    diagram: Diagram
    layout: Layout
    halts: tuple[int, ...]
    captions: tuple[str, ...] = ()
    drafted: bool = False

    def step(self, halt: int) -> Step | None:
        """Return the step told at a halt (an index), None for the legend."""
        number = self.halts[halt]
        return None if number == LEGEND else self.diagram.steps[number - 1]

    def title(self, halt: int) -> str:
        """Return the name of a halt."""
        step = self.step(halt)
        return "How to read this" if step is None else step.title

    def caption(self, halt: int) -> str:
        """Return what stands beside the picture at a halt."""
        own = self.captions[halt] if halt < len(self.captions) else ""
        step = self.step(halt)
        return own or ("" if step is None else step.caption or step.title)

    def shown(self, halt: int, seen: int) -> frozenset[ElementId]:
        """Return the ids that are seen at a halt when ``seen`` was the furthest one: what was shown stays."""
        return revealed(self.diagram, self.halts[halt]) | revealed(self.diagram, self.halts[seen])

    def focus(self, halt: int) -> frozenset[ElementId]:
        """Return what a halt is about; nothing for the legend."""
        number = self.halts[halt]
        return frozenset() if number == LEGEND else focus_of(self.diagram, number - 1)

    def ask(self, halt: int) -> Ask | None:
        """Return the question of a halt, when it has one that can be answered."""
        step = self.step(halt)
        if step is None or step.ask is None or (step.ask.answer is None and step.ask.hides is None):
            return None
        return step.ask


def scene_of(
    diagram: Diagram,
    layout: Layout,
    *,
    legend: bool = False,
    steps: tuple[int, ...] = (),
    captions: tuple[str, ...] = (),
) -> Scene:
    """Make a scene; ``steps`` chooses some of a diagram's (from 1), none means all.

    A diagram without steps gets a story along its arrows. ``legend`` puts the explanation of the signs first.
    """
    drafted = not diagram.steps
    if drafted:
        diagram = replace(diagram, steps=drafted_steps(diagram, layout))
    count = len(diagram.steps)
    halts = tuple(sorted({step for step in steps if 1 <= step <= count})) or tuple(range(1, count + 1))
    if legend and diagram.edges:
        halts, captions = (LEGEND, *halts), ("", *captions)
    return Scene(diagram, layout, halts, captions, drafted)
