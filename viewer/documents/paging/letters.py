"""The letters of a page as they stand there: where characters of the document's text are, and the way back."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

Box = tuple[float, float, float, float]
"""Left, upper, right and lower edge, in shares of the page's sides."""

_FAR = 3.0  # heights of a line within which the next one belongs to the same column


class LetterLine(NamedTuple):
    """Letters that stand side by side; ``offsets`` count characters of the document's text and ascend."""

    top: float
    bottom: float
    offsets: tuple[int, ...]
    lefts: tuple[float, ...]
    rights: tuple[float, ...]

    @property
    def left(self) -> float:
        """Its left edge."""
        return min(self.lefts)

    @property
    def right(self) -> float:
        """Its right edge."""
        return max(self.rights)


class PageLetters(NamedTuple):
    """The lines of one page, in the order in which they are read."""

    lines: tuple[LetterLine, ...] = ()

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """Return where characters of the text stand on the page, a box for each line."""
        found: list[Box] = []
        for line in self.lines:
            first, after = bisect_left(line.offsets, start), bisect_left(line.offsets, end)
            if first < after:
                found.append((min(line.lefts[first:after]), line.top, max(line.rights[first:after]), line.bottom))
        return tuple(found)

    def position(self, x: float, y: float) -> int | None:
        """Return the gap between two characters that is nearest to a point; None on a page without letters."""
        nearest = min(self._far(x, y), default=None)
        if nearest is None:
            return None
        line = self.lines[nearest[2]]
        middles = [(left + right) / 2 for left, right in zip(line.lefts, line.rights, strict=True)]
        at = min(range(len(middles)), key=lambda index: abs(middles[index] - x))
        backward = line.lefts[-1] < line.lefts[0]
        return line.offsets[at] + ((x > middles[at]) != backward)

    def on(self, x: float, y: float) -> bool:
        """Whether a point is on a line's letters."""
        return any(line.top <= y <= line.bottom and line.left <= x <= line.right for line in self.lines)

    def _far(self, x: float, y: float) -> list[tuple[float, float, int]]:
        """Return for each line how far it is: first by height and by its column, then by itself, and its number."""
        found = []
        for number, (line, (left, right)) in enumerate(zip(self.lines, self._columns(), strict=True)):
            aside, beside = (max(low - x, x - high, 0.0) for low, high in ((left, right), (line.left, line.right)))
            found.append((max(line.top - y, y - line.bottom, 0.0) + 2 * aside, beside, number))
        return found

    def _columns(self) -> list[tuple[float, float]]:
        """Return for each line how far to the left and right those go that it is read with."""
        blocks: list[list[LetterLine]] = []
        for line in self.lines:
            last = blocks[-1][-1] if blocks else None
            near = last is not None and abs(line.top - last.top) <= _FAR * (line.bottom - line.top)
            if last is not None and near and line.left < last.right and last.left < line.right:
                blocks[-1].append(line)
            else:
                blocks.append([line])
        edges = [(min(line.left for line in block), max(line.right for line in block)) for block in blocks]
        return [edge for edge, block in zip(edges, blocks, strict=True) for _ in block]
