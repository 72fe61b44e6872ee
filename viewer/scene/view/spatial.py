"""Which things lie in a part of the page: a grid of cells, so that asking does not depend on how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from viewer.layout.geometry import Box

Key = TypeVar("Key")
_CELL = 256.0
_MOST_CELLS = 4096  # a box over more cells than this is kept apart: it is nearly everywhere


class Grid(Generic[Key]):
    """Keys by their boxes, given back in the order they came in."""

    def __init__(self, boxes: Iterable[tuple[Key, Box]]) -> None:
        """Take every key with the box that it covers, in pixels at 100 %."""
        self._boxes: list[tuple[Key, Box]] = list(boxes)
        self._cells: dict[tuple[int, int], list[int]] = {}
        self._everywhere: list[int] = []
        for index, (_key, box) in enumerate(self._boxes):
            left, top, right, bottom = _span(box)
            if (right - left + 1) * (bottom - top + 1) > _MOST_CELLS:
                self._everywhere.append(index)
                continue
            for column in range(left, right + 1):
                for row in range(top, bottom + 1):
                    self._cells.setdefault((column, row), []).append(index)

    def within(self, area: Box) -> list[Key]:
        """Return the keys whose boxes share an area with this one, each once, in their order."""
        left, top, right, bottom = _span(area)
        if (right - left + 1) * (bottom - top + 1) > len(self._cells):
            hits = range(len(self._boxes))
            return [self._boxes[index][0] for index in hits if self._boxes[index][1].overlaps(area)]
        found = set(self._everywhere)
        for column in range(left, right + 1):
            for row in range(top, bottom + 1):
                found.update(self._cells.get((column, row), ()))
        return [self._boxes[index][0] for index in sorted(found) if self._boxes[index][1].overlaps(area)]


def _span(box: Box) -> tuple[int, int, int, int]:
    return (
        int(box.x // _CELL),
        int(box.y // _CELL),
        int(box.right // _CELL),
        int(box.bottom // _CELL),
    )
