"""Sets the cells of a table under one another, by room behind each cell: the text itself is never touched."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat

from viewer.ui.typeset.shown_text import units

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock

_BAR = re.compile(r"(?<!\\)\|")
_MOST_ROWS = 300
_MOST_FIXED = 0.7  # of the width, for all columns but the last
_LEAST = 0.5
_LONGEST = 2000  # characters of a row

RULE = re.compile(r"\s*\|?[\s:-]*-[\s:|-]*\|[\s:|-]*$")
"""The line of dashes below the head of a table in Markdown."""

Room = tuple[int, float]


class Tables:
    """The tables of one document, by the spans of their rows in Qt's positions."""

    def __init__(self, rows: tuple[tuple[int, int], ...]) -> None:
        """Take the rows; nothing is measured before a row comes into sight."""
        self._starts = [start for start, _ in rows]
        self._rows = rows
        self._known: dict[int, tuple[float, dict[int, list[Room]]]] = {}

    def row_of(self, block: QTextBlock) -> int:
        """Return the number of the row that stands in a block, or -1."""
        number = bisect_right(self._starts, block.position() + block.length() - 1) - 1
        return number if number >= 0 and self._starts[number] >= block.position() else -1

    def rooms(self, block: QTextBlock, font: QFont, width: float) -> list[Room]:
        """Return behind which characters of a row, in Qt's positions, how many pixels are left free."""
        number = self.row_of(block)
        if number < 0:
            return []
        first = self._first(number, block)
        key = self._rows[first][0]
        kept = self._known.get(key)
        if kept is None or kept[0] != width:
            kept = self._known[key] = (width, self._measured(first, block, font, width))
        return kept[1].get(block.position(), [])

    def forget(self) -> None:
        """Measure anew: the font is another one."""
        self._known.clear()

    def _first(self, number: int, block: QTextBlock) -> int:
        """Return the first row of the table that a row belongs to."""
        document = block.document()
        while number > 0:
            before = document.findBlock(self._starts[number - 1])
            if not _of_one_table(before, block):
                break
            number, block = number - 1, before
        return number

    def _measured(self, first: int, block: QTextBlock, font: QFont, width: float) -> dict[int, list[Room]]:
        document = block.document()
        metrics = QFontMetricsF(font)
        rows: list[tuple[int, list[tuple[int, float]]]] = []
        before = document.findBlock(self._starts[first])
        for start in self._starts[first : first + _MOST_ROWS]:
            row = document.findBlock(start)
            if not _of_one_table(before, row) or row.length() > _LONGEST:
                break
            before = row
            rows.append((row.position(), _cells(row.text(), metrics)))
        wide: list[float] = []
        for _, cells in rows:
            for column, (_, cell) in enumerate(cells):
                if column == len(wide):
                    wide.append(0.0)
                wide[column] = max(wide[column], cell)
        last = len(wide)
        if sum(wide) > width:
            last = max(0, len(wide) - 2)  # the last column wraps; the others may still stand under one another
            if sum(wide[:last]) > _MOST_FIXED * width:
                return {}
        return {
            position: [
                (at, wide[column] - cell)
                for column, (at, cell) in enumerate(cells[:last])
                if at >= 0 and wide[column] - cell > _LEAST
            ]
            for position, cells in rows
        }


def _of_one_table(before: QTextBlock, row: QTextBlock) -> bool:
    """Whether two rows are neighbours, or only a line of dashes stands between them."""
    apart = row.blockNumber() - before.blockNumber()
    return apart <= 1 or (apart == 2 and bool(RULE.match(before.next().text())))


def spaced(room: float) -> QTextCharFormat:
    """Return what leaves room behind a character."""
    style = QTextCharFormat()
    style.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    style.setFontLetterSpacing(room)
    return style


def _cells(text: str, metrics: QFontMetricsF) -> list[tuple[int, float]]:
    """Return for each cell its last character, in Qt's positions, and its width with the bar before it.

    What follows the last bar is a cell too; it needs no room behind it, which -1 says.
    """
    at = units(text)
    found: list[tuple[int, float]] = []
    begin = 0
    for match in _BAR.finditer(text):
        if match.start() == 0:
            continue
        last = match.start() - 1
        found.append((last if at is None else at[last], metrics.horizontalAdvance(text[begin : match.start()])))
        begin = match.start()
    found.append((-1, metrics.horizontalAdvance(text[begin:])))
    return found
