"""From a page's words to its lines: raised and lowered signs joined to their line, columns one after the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from viewer.documents.formats.composing import CELLS_APART

if TYPE_CHECKING:
    from viewer.documents.formats.pdf.words import Page, Word

_SPACE = 0.15  # of the size of the letters: a narrower gap is none
_CELL_GAP = 1.8  # a wider gap than this many letters' size sets cells of a table apart
_NEAR = 1.2
_LEAST_LINES = 4
_DISORDER = 0.25
_MOST_CROSSED = 0.3
_NARROWEST = 0.22  # of the width of the text: how wide the lines of a column are on average


@dataclass(slots=True)
class Line:
    """A line of a page; ``top`` and ``base`` count up from the page's foot, in points."""

    words: list[Word]
    page: int
    column: int = 0
    main_size: float = field(init=False)
    base: float = field(init=False)

    def __post_init__(self) -> None:
        """Take size and base from the largest part of the words."""
        weights: dict[float, int] = {}
        for word in self.words:
            weights[word.size] = weights.get(word.size, 0) + len(word.text)
        self.main_size = max(weights, key=lambda size: (weights[size], size))
        self.base = next(word.base for word in self.words if word.size == self.main_size)

    @property
    def left(self) -> float:
        """Where it begins."""
        return min(word.left for word in self.words)

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(word.right for word in self.words)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(word.bold for word in self.words)

    @property
    def cells(self) -> int:
        """How many stretches of words stand far apart on it."""
        return 1 + sum(after.left - word.right > _CELL_GAP * self.main_size for word, after in pairwise(self.words))

    @property
    def text(self) -> str:
        """Its words, with spaces where there is a gap."""
        return self._joined(" ")

    @property
    def row(self) -> str:
        """Its words, with a bar between cells."""
        return self._joined(CELLS_APART)

    def _joined(self, far: str) -> str:
        parts = [self.words[0].text]
        for word, after in pairwise(self.words):
            gap = after.left - word.right
            if gap > _CELL_GAP * self.main_size:
                parts.append(far)
            elif gap > _SPACE * min(word.size, after.size) or not after.attached:
                parts.append(" ")
            parts.append(after.text)
        return "".join(parts)


def lines_of(page: Page) -> list[Line]:
    """Return a page's lines in reading order."""
    runs = [run for run in _runs(page.words) if not _is_upright(run)]
    gutter = _gutter(runs, page.width)
    if gutter:
        runs = [part for run in runs for part in _split(run, gutter)]
    lines = [Line(run, page.number) for run in _with_signs(runs)]
    if gutter:
        for line in lines:
            line.column = 0 if line.right <= gutter else 1 if line.left >= gutter else -1
    return _ordered(lines)


def _runs(words: list[Word]) -> list[list[Word]]:
    runs: list[list[Word]] = []
    for word in words:
        if word.new_run or not runs or abs(word.base - runs[-1][-1].base) > max(word.size, runs[-1][-1].size):
            runs.append([])
        runs[-1].append(word)
    return runs


def _is_upright(run: list[Word]) -> bool:
    """Whether a run is written from foot to head, as stamps at a page's edge are."""
    letters = sum(len(word.text) for word in run)
    height = max(word.top for word in run) - min(word.bottom for word in run)
    width = max(word.right for word in run) - min(word.left for word in run)
    return letters > 5 and height > 3 * max(width, 1)


def _with_signs(runs: list[list[Word]]) -> list[list[Word]]:
    """Join what PDFium sets on lines of their own though it stands on one: Ca 2+ and what follows it."""
    found: list[list[Word]] = []
    for run in runs:
        if found and _continues(found[-1], run):
            last = found[-1][-1]
            touching = run[0].left - last.right <= _SPACE * min(last.size, run[0].size)
            found[-1] += [run[0]._replace(attached=touching), *run[1:]]
        else:
            found.append(list(run))
    return found


def _continues(before: list[Word], run: list[Word]) -> bool:
    last, first = before[-1], run[0]
    size = max(last.size, first.size, max(word.size for word in before[-6:]))
    if not -0.4 * size <= first.left - last.right <= _NEAR * size:
        return False
    shared = min(last.top, first.top) - max(last.bottom, first.bottom)
    if shared >= 0.35 * min(last.top - last.bottom, first.top - first.bottom):
        return True
    # Behind a raised or lowered sign the line goes on at its own height.
    return any(abs(word.base - first.base) < 0.15 * size for word in before[-6:])


def _gutter(runs: list[list[Word]], width: float) -> float:
    """Return where a page is parted into two columns, 0 where it is not.

    That is a gap near the middle that hardly a run's words reach across, with enough lines on both of its sides.
    """
    if len(runs) < _LEAST_LINES or width <= 0:
        return 0.0
    left = min(word.left for run in runs for word in run)
    right = max(word.right for run in runs for word in run)
    found: list[tuple[int, float, float]] = []
    covered = [0] * 101
    for run in runs:
        for word in run:
            first, last = (int(100 * (edge - left) / max(1.0, right - left)) for edge in (word.left, word.right))
            for step in range(max(0, first + 1), min(100, last) + 1):
                covered[step] += 1
    for step in range(30, 71):
        if covered[step] > _MOST_CROSSED * 2 * len(runs):
            continue
        x = left + (right - left) * step / 100
        crossed = 0
        sides: tuple[list[float], list[float]] = ([], [])
        for run in runs:
            on_left = [word for word in run if word.right <= x]
            on_right = [word for word in run if word.left >= x]
            if len(on_left) + len(on_right) < len(run) or (on_left and on_right and not _gap_at(run, x)):
                crossed += 1
                continue
            for side, words in zip(sides, (on_left, on_right), strict=True):
                if words:
                    side.append(words[-1].right - words[0].left)
        fewest = min(map(len, sides))
        if fewest >= _LEAST_LINES and crossed <= _MOST_CROSSED * sum(map(len, sides)):
            # The cells of a table are narrower than columns of sentences.
            narrowest = min(sum(side) / len(side) for side in sides)
            if narrowest >= _NARROWEST * (right - left):
                found.append((crossed, abs(step - 50), x))
    return min(found)[2] if found else 0.0


def _gap_at(run: list[Word], x: float) -> bool:
    """Whether a gap as wide as one between columns is open at a place."""
    return any(
        word.right < x < after.left and after.left - word.right > 0.8 * max(word.size, after.size)
        for word, after in pairwise(run)
    )


def _split(run: list[Word], x: float) -> list[list[Word]]:
    if not (run[0].left < x < run[-1].right) or not _gap_at(run, x):
        return [run]
    cut = next(index for index, word in enumerate(run) if word.left > x)
    return [run[:cut], run[cut:]] if cut else [run]


def _ordered(lines: list[Line]) -> list[Line]:
    """Return the lines as they are drawn, unless that is no order of reading; then from head to foot."""
    if len(lines) < 3:
        return sorted(lines, key=lambda line: -line.base) if _jumps(lines) else lines
    sides = sum(
        before.column != after.column and min(before.column, after.column) >= 0 for before, after in pairwise(lines)
    )
    if sides <= max(2, _DISORDER * len(lines)) and _jumps(lines) <= _DISORDER * len(lines):
        return lines
    found: list[Line] = []
    band: list[Line] = []
    for line in sorted(lines, key=lambda line: (-round(line.base), line.left)):
        if line.column < 0:
            found += _by_column(band)
            band = []
            found.append(line)
        else:
            band.append(line)
    return found + _by_column(band)


def _jumps(lines: list[Line]) -> int:
    """Count how often a line stands above the one before it in the same column."""
    return sum(
        after.base > before.base + after.main_size and before.column == after.column
        for before, after in pairwise(lines)
    )


def _by_column(band: list[Line]) -> list[Line]:
    return sorted(band, key=lambda line: (line.column, -round(line.base), line.left))
