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

OPEN, COPY, MORE, LESS, MENU = "Open", "Copy", "More", "Less", "…"

_HOLD = "\u00a0"  # no line ends between "line" and its number
_TITLE = 60
_PINNED = "Pinned"


def line_of(text: str, style: Style, *, strong: bool = False) -> Prose:
    """Return a line of small words."""
    return Prose((Run(text, style.colour("second")),), style.small_strong if strong else style.small)


def guess_of(excerpt: Excerpt, style: Style) -> Prose | None:
    """Return the line that says what the machine guesses, if it does."""
    return line_of(GUESSED[excerpt.guess], style, strong=True) if excerpt.guess is not None else None


def place_line(excerpt: Excerpt, style: Style, *, said_above: bool = False) -> Prose:
    """Return the line under a passage; a column of quotes says "quoted" by being there."""
    words = place_of_card(excerpt, said_above=said_above).replace(" · ", "\u00a0· ")  # no line begins with a dot
    if excerpt.pin is None:
        return line_of(words, style)
    rest = words.removeprefix(_PINNED)
    return Prose((Run(_PINNED, style.colour("accent")), Run(rest, style.colour("second"))), style.small)


def place_of_card(excerpt: Excerpt, *, said_above: bool = False) -> str:
    """Return what the line under a passage says."""
    parts = [_PINNED, excerpt.pin.stance.value] if excerpt.pin is not None else []
    if excerpt.status is Status.MISSING:
        return " · ".join([*parts, _loss(excerpt)])
    if excerpt.origin is Origin.QUOTED and not said_above:
        parts.append("quoted" if parts else "Quoted")
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


def _loss(excerpt: Excerpt) -> str:
    if excerpt.pin is None:
        return "Not found in the document"
    if not excerpt.title:
        return f"the library has no document “{one_line(excerpt.document_id)}”"
    stood = f"; they stood at {excerpt.pin.place}" if excerpt.pin.place else ""
    return f"these words are not in the document any more{stood}"


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
        place_of_card(excerpt),
        one_line(excerpt.note),
        reason,
    )
    return ". ".join(part.rstrip(".") for part in parts if part)
