"""The story for a class: steps that reveal one fixed picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from viewer.model.diagram import Diagram, ElementId
    from viewer.model.evidence import DocumentId


class StepQuote(NamedTuple):
    """The words that a step puts beside the picture."""

    document: DocumentId
    quote: str


class Ask(NamedTuple):
    """A question to a class. ``answer`` counts the choices from 1; ``hides`` is an element whose sign waits.

    ``seconds`` are how long the class may think; None means without a clock.
    """

    question: str
    choices: tuple[str, ...] = ()
    answer: int | None = None
    hides: ElementId | None = None
    seconds: int | None = None


class Step(NamedTuple):
    """One step: the ids it reveals and takes away, what it is about, and what is said."""

    title: str
    show: tuple[ElementId, ...] = ()
    hide: tuple[ElementId, ...] = ()
    focus: tuple[ElementId, ...] = ()
    caption: str = ""
    notes: str = ""
    quote: StepQuote | None = None
    ask: Ask | None = None


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
