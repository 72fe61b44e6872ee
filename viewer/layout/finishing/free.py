"""The last resort for words: the nearest place where nothing stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from viewer.layout.geometry import Box
    from viewer.layout.ways.grid import BoxGrid

_STEP = 10.0


def free_place(box: Box, taken: BoxGrid) -> Box:
    """Return ``box`` moved as little as may be, in rings of 10 px, until it shares no area with what is taken."""
    ring = 0
    while True:
        for column, row in _ring(ring):
            moved = box._replace(x=box.x + column * _STEP, y=box.y + row * _STEP)
            if taken.is_free(moved.grown(1)):
                return moved
        ring += 1 + ring // 8


def _ring(ring: int) -> list[tuple[int, int]]:
    if ring == 0:
        return [(0, 0)]
    side = range(-ring, ring + 1)
    around = [(i, j) for i in side for j in (-ring, ring)] + [(i, j) for i in (-ring, ring) for j in side[1:-1]]
    return sorted(around, key=lambda at: (at[0] ** 2 + at[1] ** 2, at))
