"""How large a diagram's labels must stand in a picture for a class to read them.

A capital is read up to 200 of its heights away. Rooms are measured in heights of the picture: a class sits within 6.
A row of seats stands about half a picture's height behind the one before it, so twelve rows are such a class.
"""

from __future__ import annotations

from viewer.layout.geometry import LABEL

ACUITY = 200.0
ROWS = 2.0
"""How many rows of seats a picture's height is deep."""

CAPITAL = 0.689
"""The height of a capital of the diagrams' font as a share of its size."""

GOOD, LEAST = 0.03, 0.02
"""The share of the picture's height that capitals take for a large class, and for the first eight rows."""

NEARLY = 0.0004
"""What would be told as 2.0 % is 2 %."""

_WIDE = 16 / 9


def share_at(scale: float, height: float) -> float:
    """Return what share of a picture ``height`` pixels high a label's capitals take at a scale."""
    return CAPITAL * LABEL.pixels * scale / height


def least_scale(size: tuple[float, float]) -> float:
    """Return the smallest scale at which labels can still be read on a screen of ``size`` pixels.

    A narrow picture that is as wide on the wall is higher there, so the same capital is a smaller share of it.
    """
    width, height = size
    share = (LEAST - NEARLY) * min(1.0, width / height / _WIDE)
    return share * height / (CAPITAL * LABEL.pixels)
