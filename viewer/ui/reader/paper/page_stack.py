"""Where the pages of a document stand under one another. Pure arithmetic, in pixels."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

GAP = 16
"""Pixels between two pages, and above the first."""

_POINTS = 72
_DOTS = 96  # pixels to an inch at 100 %


class Sheet(NamedTuple):
    """A page: its upper edge, and its size."""

    top: int
    width: int
    height: int


class PageStack:
    """Pages of these sizes, in points; at a zoom of 1 the widest one is as wide as the room, or as it is on paper."""

    def __init__(self, sizes: tuple[tuple[float, float], ...]) -> None:
        """Take the sizes; nothing has a place before ``arrange``."""
        self._sizes = sizes
        self.sheets: tuple[Sheet, ...] = ()
        self._tops: list[int] = []
        self.width = self.height = 0

    def arrange(self, room: int, zoom: float) -> None:
        """Give every page its place."""
        widest = max((wide for wide, _ in self._sizes), default=1.0)
        paper = widest * _DOTS / _POINTS
        scale = min(max(room - 2 * GAP, 80), paper) / widest * zoom
        top = GAP
        sheets = []
        for wide, tall in self._sizes:
            sheet = Sheet(top, max(1, round(wide * scale)), max(1, round(tall * scale)))
            sheets.append(sheet)
            top += sheet.height + GAP
        self.sheets = tuple(sheets)
        self._tops = [sheet.top for sheet in sheets]
        self.height = top
        self.width = max((sheet.width for sheet in sheets), default=0) + 2 * GAP

    def at(self, y: float) -> int:
        """Return the page at this height, or the one above the gap there."""
        return max(0, bisect_right(self._tops, y) - 1)

    def between(self, top: float, bottom: float) -> range:
        """Return the pages of which something stands between two heights."""
        if not self.sheets:
            return range(0)
        return range(self.at(top), min(self.at(bottom), len(self.sheets) - 1) + 1)
