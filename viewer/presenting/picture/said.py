"""The words of a place as type: what is said there, and the room for all that can be, before an answer and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.presenting.picture.legible import least_scale
from viewer.presenting.picture.overlay import MOST_WORDS, words_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from viewer.presenting.picture.framing import Frame
    from viewer.presenting.picture.words import Words
    from viewer.presenting.state.speech import Line

SHARES = (1.0, 0.92)
"""How large words are set: smaller only where labels beside them could not be read otherwise."""


def framed_words(
    lines: tuple[Line, ...],
    turns: tuple[tuple[Line, ...], ...],
    unit: float,
    size: tuple[float, float],
    framing: Callable[[Callable[[float], float]], Frame],
) -> tuple[Words | None, Frame]:
    """Return what is said as type, and how its place is framed beside the longest of ``turns``.

    ``framing`` frames it, given how high the words are at a width. Words are set smaller where labels are read so.
    """
    found: list[tuple[Words | None, Frame]] = []
    for share in SHARES:
        words = words_of(lines, unit, size[1] * MOST_WORDS, share)
        others = [words_of(turn, unit, size[1] * MOST_WORDS, share) for turn in turns if turn != lines]
        frame = framing(_highest(words, *others))
        found.append((words, frame))
        if frame.camera.scale >= least_scale(size):
            return found[-1]
    return found[0]


def _highest(*every: Words | None) -> Callable[[float], float]:
    known = [words for words in every if words is not None]
    return lambda width: max((words.height(width) for words in known), default=0.0)
