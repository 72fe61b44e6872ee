"""How an element stands out at the moment. A state changes weight and tokens, never opacity."""

from __future__ import annotations

from enum import StrEnum


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
