"""Who is near: boxes and lines by the squares of a grid, so that a question costs the same in a large diagram."""

from __future__ import annotations

from itertools import pairwise
from math import ceil, hypot, inf
from typing import TYPE_CHECKING, NamedTuple

from viewer.layout.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from viewer.layout.geometry import Point

_CELL = 64.0
_CROWDED = 60  # a square with more lines is full of them: the next ones would change no choice


class BoxGrid:
    """Boxes, each with an owner's number."""

    def __init__(self, cell: float = _CELL) -> None:
        """Begin without boxes; the squares have ``cell`` px a side, to be near the size of the boxes."""
        self._cell = cell
        self._cells: dict[tuple[int, int], list[tuple[Box, int]]] = {}

    def add(self, box: Box, owner: int) -> None:
        """Put a box in."""
        for cell in _cells(box, self._cell):
            self._cells.setdefault(cell, []).append((box, owner))

    def hits(self, box: Box) -> Iterator[tuple[Box, int]]:
        """Give the boxes that share an area with ``box``; one may come more than once."""
        for cell in _cells(box, self._cell):
            for other, owner in self._cells.get(cell, ()):
                if box.overlaps(other):
                    yield other, owner

    def is_free(self, box: Box, owner: int | None = None) -> bool:
        """Whether no box of another owner shares an area with this one."""
        left, top, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
        for cell in _cells(box, self._cell):
            for (x, y, width, height), other in self._cells.get(cell, ()):
                if other != owner and left < x + width and x < right and top < y + height and y < bottom:
                    return False
        return True

    def along(self, points: Sequence[Point], by: float, own: Collection[int] = ()) -> Iterator[Box]:
        """Give the boxes, but those of ``own``, to which a polyline comes nearer than ``by``; some more than once."""
        for a, b in pairwise(points):
            # Of a long piece the box around it holds half of the diagram.
            parts = max(1, ceil(hypot(b.x - a.x, b.y - a.y) / (3 * self._cell)))
            across, down = (b.x - a.x) / parts, (b.y - a.y) / parts
            for part in range(parts):
                c = a._replace(x=a.x + across * part, y=a.y + down * part)
                d = a._replace(x=c.x + across, y=c.y + down)
                around = Box(min(c.x, d.x), min(c.y, d.y), abs(across), abs(down)).grown(by + 0.1)
                for box, owner in self.hits(around):
                    if owner not in own and length_inside(c, d, box.grown(by)) > 0:
                        yield box


class _Piece(NamedTuple):
    """A straight piece of a line with the box around it."""

    a: Point
    b: Point
    owner: int
    left: float
    top: float
    right: float
    bottom: float


class LineGrid:
    """Straight pieces of lines, each with an owner's number."""

    def __init__(self) -> None:
        """Begin without lines."""
        self._cells: dict[tuple[int, int], list[_Piece]] = {}

    def add(self, points: Sequence[Point], owner: int) -> None:
        """Put a polyline in."""
        for a, b in pairwise(points):
            left, right = (a.x, b.x) if a.x < b.x else (b.x, a.x)
            top, bottom = (a.y, b.y) if a.y < b.y else (b.y, a.y)
            piece = _Piece(a, b, owner, left, top, right, bottom)
            steps = max(1, ceil(hypot(right - left, bottom - top) / (_CELL / 2)))
            across, along = (b.x - a.x) / steps, (b.y - a.y) / steps
            for cell in {
                (int((a.x + across * i) // _CELL), int((a.y + along * i) // _CELL)) for i in range(steps + 1)
            }:
                held = self._cells.setdefault(cell, [])
                if len(held) < _CROWDED:
                    held.append(piece)

    def inside(self, box: Box, most: float = inf) -> dict[int, float]:
        """Return how many pixels of each owner's lines run inside a box; the count may stop beyond ``most``."""
        left, top, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
        found: dict[int, float] = {}
        seen: set[_Piece] = set()
        # A line may clip the corner of a square that its sampled cells leave out: ask a little wider.
        for cell in _cells(box.grown(6), _CELL):
            for piece in self._cells.get(cell, ()):
                if piece.left > right or piece.right < left or piece.top > bottom or piece.bottom < top:
                    continue
                if piece not in seen:
                    seen.add(piece)
                    length = length_inside(piece.a, piece.b, box)
                    if length > 0:
                        found[piece.owner] = found.get(piece.owner, 0.0) + length
                        most -= length
                        if most < 0:
                            return found
        return found


def _cells(box: Box, size: float) -> list[tuple[int, int]]:
    left, right = int(box.x // size), int((box.x + box.width) // size)
    top, bottom = int(box.y // size), int((box.y + box.height) // size)
    if left == right and top == bottom:
        return [(left, top)]
    return [(column, row) for column in range(left, right + 1) for row in range(top, bottom + 1)]


def length_inside(a: Point, b: Point, box: Box) -> float:
    """Return how much of the straight line from ``a`` to ``b`` runs inside a box."""
    first, last = 0.0, 1.0
    for start, delta, low, high in (
        (a.x, b.x - a.x, box.x, box.x + box.width),
        (a.y, b.y - a.y, box.y, box.y + box.height),
    ):
        if abs(delta) < 1e-9:
            if start < low or start > high:
                return 0.0
            continue
        enter, leave = (low - start) / delta, (high - start) / delta
        if enter > leave:
            enter, leave = leave, enter
        first, last = max(first, enter), min(last, leave)
        if first >= last:
            return 0.0
    return (last - first) * hypot(b.x - a.x, b.y - a.y)
