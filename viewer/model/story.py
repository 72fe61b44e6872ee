"""The story for a class: the steps that reveal one fixed picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from viewer.model.evidence import DocumentId
    from viewer.model.ids import ElementId


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
