"""What is seen after so many steps of a diagram's story, and what a step is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from viewer.model.diagram import Diagram, ElementId


def revealed(diagram: Diagram, count: int) -> frozenset[ElementId]:
    """Return the ids that are seen after ``count`` steps.

    Compartments are always seen. An edge is seen when both its ends are, unless a step took it away. ``count``
    is held within 0 and the number of steps; a diagram without steps is seen whole.
    """
    if not diagram.steps:
        return frozenset(diagram.elements)
    shown: set[ElementId] = {compartment.id for compartment in diagram.compartments}
    hidden: set[ElementId] = set()
    for step in diagram.steps[: max(count, 0)]:
        shown.update(step.show)
        hidden.difference_update(step.show)
        shown.difference_update(step.hide)
        hidden.update(step.hide)
    for edge in diagram.edges:
        if edge.source in shown and edge.target in shown and edge.id not in hidden:
            shown.add(edge.id)
        else:
            shown.discard(edge.id)
    return frozenset(shown)


def focus_of(diagram: Diagram, index: int) -> frozenset[ElementId]:
    """Return what step ``index`` (from 0) is about: its ``focus``, else what its ``show`` adds, with new edges."""
    step = diagram.steps[index]
    if step.focus:
        return frozenset(step.focus)
    fresh = revealed(diagram, index + 1) - revealed(diagram, index)
    return fresh or frozenset(step.show)
