"""How an element stands out at the moment. A state changes weight and tokens, never opacity."""

from __future__ import annotations

from enum import StrEnum

_DASH_DOT = (8.0, 3.5, 1.8, 3.5)
# Two round dots between the dashes keep a disputed "releases" apart from a disputed "leads to".
_DASH_DOT_DOT = (8.0, 4.5, 0.01, 4.5, 0.01, 4.5)


class State(StrEnum):
    """What an element is to the person who looks.

    ``NEIGHBOUR``: one arrow away from the selected one. ``CURRENT``: what the step of a story is about.
    ``CONTEXT``: there, but not spoken of.
    """

    NORMAL = "normal"
    HOVERED = "hovered"
    SELECTED = "selected"
    NEIGHBOUR = "neighbour"
    CURRENT = "current"
    CONTEXT = "context"


def line_width(width: float, state: State) -> float:
    """Return how wide a line of ``width`` pixels is drawn in this state."""
    if state is State.HOVERED:
        return width + 1
    if state in (State.SELECTED, State.NEIGHBOUR):
        return width + 0.6
    if state is State.CURRENT:
        # Weight alone says "current": enough to be seen from the last row.
        return width * 2
    return width


def disputed_dash(width: float, *, dots: bool = False) -> tuple[float, ...]:
    """Return the dashes and dots of a disputed line of this width; ``dots`` for a line that is dotted anyway.

    A line twice as wide has dashes less than twice as long, or a short one would hold a single dash.
    """
    scale = (width / 2) ** 0.5
    return tuple(length * scale for length in (_DASH_DOT_DOT if dots else _DASH_DOT))
