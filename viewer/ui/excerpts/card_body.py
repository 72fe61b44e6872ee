"""The passage on a card, its match marked and its neighbours in grey."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from viewer.model.evidence import Status
from viewer.ui.typeset.prose import Prose, Run
from viewer.ui.typeset.shown_text import MOST, NEIGHBOUR, first_words, last_words, shown

if TYPE_CHECKING:
    from viewer.model.evidence import Excerpt
    from viewer.ui.typeset.style import Style

READABLE = 20_000
"""Characters that a card shows whole; for more, the document itself is the place."""


class Tops(NamedTuple):
    """Where the parts of a card begin, in pixels from its upper edge."""

    body: int
    guess: int
    meta: int
    note: int
    details: int


def body_of(excerpt: Excerpt, style: Style, most: int | None) -> tuple[Prose, bool]:
    """Return the passage with at most so many characters, and whether that is all of it.

    Words that are not in the document stand in quotation marks, without neighbours.
    """
    piece = shown(excerpt.text, excerpt.marks, most)
    if excerpt.status is Status.MISSING:
        runs = [Run(f"“{piece.text}”", style.colour("second"))]
    else:
        runs = [Run(piece.text, style.colour("text"), piece.marks)]
        beside = NEIGHBOUR if most == MOST else READABLE
        if before := last_words(excerpt.before, beside):
            runs.insert(0, Run(before + " ", style.colour("neighbour")))
        if after := first_words(excerpt.after, beside):
            runs.append(Run(" " + after, style.colour("neighbour")))
    return Prose(tuple(runs), style.text, style.colour("mark")), piece.whole
