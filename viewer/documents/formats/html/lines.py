"""The lines that a walk over a page found, and which of them lead about the site and are no text of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from viewer.documents.formats.composing import CELLS_APART, Piece
from viewer.documents.formats.structure import PassageKind

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST_CELL = 400
_LINKS_OF_FURNITURE = 0.4
_LINKS_OUTSIDE = 0.8


@dataclass(slots=True)
class Line:
    """A line of a page: its words as a piece, and how many of its characters are links.

    ``region`` counts the header, footer, aside or menu that it stands in, 0 where it stands in none.
    """

    piece: Piece
    linked: int
    region: int
    in_main: bool


def row(cells: list[list[Line]], group: int) -> list[Line]:
    """Return a row of the table ``group`` as one line, or cell by cell where they are more than short texts."""
    filled = [cell for cell in cells if cell]
    if len(filled) < 2 or not all(map(_is_short, filled)):
        return [line for cell in filled for line in cell]
    words = CELLS_APART.join("; ".join(line.piece.words.replace("\n", " ") for line in cell) for cell in filled)
    lines = [line for cell in filled for line in cell]
    first = lines[0]
    piece = Piece(words, PassageKind.ROW, group=group)
    return [Line(piece, sum(line.linked for line in lines), first.region, first.in_main)]


def _is_short(cell: list[Line]) -> bool:
    if any(line.piece.level or line.piece.kind in (PassageKind.ROW, PassageKind.CODE) for line in cell):
        return False
    return sum(len(line.piece.words) for line in cell) <= _LONGEST_CELL


def without_furniture(lines: list[Line], footers: frozenset[int]) -> list[Piece]:
    """Return the pieces of a page's text, without regions that are mostly links and without what stands in footers.

    ``footers`` are the regions at the foot of the page: one with a link or the sign of copyright is left out whole.
    Where the page says which part of it is the main one, links that stand alone outside it are left out too.
    """
    total: dict[int, int] = {}
    linked: dict[int, int] = {}
    dropped: set[int] = set()
    for line in lines:
        if line.piece.level:
            continue
        total[line.region] = total.get(line.region, 0) + len(line.piece.words)
        linked[line.region] = linked.get(line.region, 0) + line.linked
        if line.region in footers and (line.linked or "©" in line.piece.words):
            dropped.add(line.region)
    dropped |= {
        region for region, length in total.items() if region and linked[region] > _LINKS_OF_FURNITURE * length
    }
    has_main = _weight(line for line in lines if line.in_main) > 0
    kept = []
    for line in lines:
        heading = line.piece.level == 1
        if line.region in dropped and not heading:
            continue
        if has_main and not line.in_main and line.linked > _LINKS_OUTSIDE * len(line.piece.words) and not heading:
            continue
        kept.append(line.piece)
    return kept or [line.piece for line in lines]


def _weight(lines: Iterable[Line]) -> int:
    return sum(len(line.piece.words) for line in lines)
