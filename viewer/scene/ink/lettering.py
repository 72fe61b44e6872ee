"""Where lines of text stand: the measures of the diagram's font that need no font to be loaded.

Lengths are pixels at 100 %; ``y`` of a base line grows downwards.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from viewer.layout.geometry import VERB, TextRole

if TYPE_CHECKING:
    from collections.abc import Iterator

STRONG_VERB = TextRole(VERB.name, VERB.pixels, 600)

# Half of the height of a capital, as a share of the size: words look centred when their capitals are.
_HALF_CAPITAL = 0.345


def line_height(role: TextRole) -> int:
    """Return the distance between two base lines: 18 for a label of 14."""
    return ceil(role.pixels * 9 / 7)


def baselines(middle: float, lines: tuple[str, ...], role: TextRole) -> Iterator[tuple[str, float]]:
    """Yield each line with the y of its base line, the block centred on ``middle``."""
    step = line_height(role)
    first = middle - step * (len(lines) - 1) / 2 + role.pixels * _HALF_CAPITAL
    for index, line in enumerate(lines):
        yield line, first + index * step
