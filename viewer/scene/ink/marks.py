"""Ink: what is put on paper, as values that know no device.

A node, an arrow or a compartment becomes a tuple of marks. The window and the PNG and PDF export paint them with
``painting``, the SVG export writes them down: one drawing, so a picture is the same wherever it appears.
Colours are ``#rrggbb``; lengths are pixels at 100 %.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from viewer.layout.geometry import Point, TextRole
    from viewer.layout.outlines import Outline


class Stroke(NamedTuple):
    """A line's colour and width; ``dash`` are lengths of line and gap in pixels, empty for a solid line."""

    colour: str
    width: float
    dash: tuple[float, ...] = ()
    cap: Literal["butt", "round"] = "butt"
    join: Literal["miter", "round"] = "miter"


class Shape(NamedTuple):
    """A filled and stroked outline; either may be None.

    ``opacity`` is below 1 for a shadow alone: what lies under it must stay seen.
    """

    outline: Outline
    fill: str | None = None
    stroke: Stroke | None = None
    opacity: float = 1.0


class Words(NamedTuple):
    """One line of text on a base line; ``at`` is its start, middle or end as ``anchor`` says.

    ``halo`` is the colour of a clear band around the letters, None for none.
    """

    text: str
    at: Point
    role: TextRole
    colour: str
    anchor: Literal["start", "middle", "end"] = "middle"
    halo: str | None = None


Mark = Shape | Words
Ink = tuple[Mark, ...]
