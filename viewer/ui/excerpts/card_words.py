"""The words of a card beside the passage itself: where it stands, what is guessed of it, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.model.evidence import Origin, Status
from viewer.ui.excerpts.citation import place_of
from viewer.ui.excerpts.reasons import GUESSED
from viewer.ui.typeset.prose import Prose, Run
from viewer.ui.typeset.shown_text import MOST, first_words, one_line, shown

if TYPE_CHECKING:
    from viewer.model.evidence import Excerpt
    from viewer.ui.typeset.style import Style

OPEN, COPY, MORE, LESS = "Open", "Copy", "More", "Less"

_HOLD = "\u00a0"  # no line ends between "line" and its number
_TITLE = 60


def line_of(text: str, style: Style, *, strong: bool = False) -> Prose:
    """Return a line of small words."""
    return Prose((Run(text, style.colour("second")),), style.small_strong if strong else style.small)


def guess_of(excerpt: Excerpt, style: Style) -> Prose | None:
    """Return the line that says what the machine guesses, if it does."""
    return line_of(GUESSED[excerpt.guess], style, strong=True) if excerpt.guess is not None else None


def verbs_of(style: Style, *, less: bool = False) -> tuple[tuple[str, Prose], ...]:
    """Return the words that come with the pointer; every card of a style shares them."""
    verbs = []
    for word in (LESS if less else MORE, OPEN, COPY):
        if word not in style.words:
            prose = Prose((Run(word, style.colour("accent")),), style.small_strong)
            prose.height(1000)
            style.words[word] = prose
        verbs.append((word, style.words[word]))
    return tuple(verbs)


def place_line(excerpt: Excerpt, *, said_above: bool = False) -> str:
    """Return the place line; a column of quotes says "quoted" by being there."""
    parts = []
    if excerpt.status is Status.MISSING:
        return "Not found in the document"
    if excerpt.origin is Origin.QUOTED and not said_above:
        parts.append("Quoted")
    if excerpt.section:
        parts.append(one_line(excerpt.section))
    if place := place_of(excerpt):
        parts.append(place.replace(" ", _HOLD))
    if excerpt.status is Status.MOVED:
        parts.append("wording differs slightly")
    if excerpt.also:
        more = f" and {len(excerpt.also) - 1:,} more" if len(excerpt.also) > 1 else ""
        parts.append(f"also in {named(excerpt.also[0])}{more}")
    return " · ".join(parts)


def named(other: Excerpt) -> str:
    """Return another place's document and line or page, short enough for a line or two."""
    title = first_words(one_line(other.title) or other.document, _TITLE)
    return ", ".join(part for part in (title, place_of(other).replace(" ", _HOLD)) if part)


def spoken(excerpt: Excerpt, heading: str, reason: str = "") -> str:
    """Return what a screen reader says of a card."""
    piece = shown(excerpt.text, (), MOST)
    guess = GUESSED[excerpt.guess] if excerpt.guess is not None else ""
    parts = (
        piece.text,
        heading or one_line(excerpt.title),
        guess,
        place_line(excerpt),
        one_line(excerpt.note),
        reason,
    )
    return ". ".join(part.rstrip(".") for part in parts if part)
