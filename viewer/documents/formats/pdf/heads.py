"""Find what repeats on the pages of a PDF and is no part of its sentences: running heads and feet, page numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.documents.formats.pdf.lines import Line

_ZONE = 0.15
_NEAREST = 3
_HEIGHT = 4.0
_NUMBER = re.compile(
    r"\W*(?:page|p\.|seite|strana|pagina|página)?\W*(?:\d{1,5}|[ivxlc]{1,7})(?:\s*(?:of|/|von|de|sur)\s*\d{1,5})?\W*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
# Where one sentence ends and the next begins: such a line is text, and twice may be chance.
_SENTENCES = re.compile(r"[^\W\d_]{2}[.!?] [^\W\d_a-z]")


def without_heads(pages: Sequence[list[Line]], heights: Sequence[float]) -> list[list[Line]]:
    """Return the pages' lines without those that stand at the same height at the edge of several pages."""
    edges = [_edge_lines(lines, height) for lines, height in zip(pages, heights, strict=True)]
    repeated: dict[str, list[tuple[int, float]]] = {}
    counted: dict[int, list[tuple[int, float]]] = {}
    for number, lines in enumerate(edges):
        for line in lines:
            repeated.setdefault(_form(line), []).append((number, line.base))
            for step in _steps(line, number):
                counted.setdefault(step, []).append((number, line.base))
    kept: list[list[Line]] = []
    for number, lines in enumerate(pages):
        gone = {
            id(line)
            for line in edges[number]
            if _NUMBER.fullmatch(line.text)
            or _on_others(line, number, repeated[_form(line)], near=_SENTENCES.search(line.text) is None)
            or any(_on_others(line, number, counted[step], near=False) for step in _steps(line, number))
        }
        kept.append([line for line in lines if id(line) not in gone])
    return kept


def _edge_lines(lines: list[Line], height: float) -> list[Line]:
    """Return the few lines nearest to the head and the foot of a page."""
    by_height = sorted(lines, key=lambda line: -line.base)
    found = [line for line in by_height[:_NEAREST] if line.base > (1 - _ZONE) * height]
    return found + [line for line in by_height[-_NEAREST:] if line.base < _ZONE * height and line not in found]


def _on_others(line: Line, number: int, places: Sequence[tuple[int, float]], *, near: bool) -> bool:
    """Whether the same stands at the same height on two other pages, or with ``near`` on one that is not far."""
    others = {page for page, base in places if page != number and abs(base - line.base) <= _HEIGHT}
    return len(others) >= 2 or (near and any(abs(page - number) <= 2 for page in others))


def _steps(line: Line, number: int) -> list[int]:
    """Return by how much a number at the line's beginning or end is ahead of the page's: the same on all pages."""
    text = line.text
    return [int(found) - number for found in (*re.findall(r"^\d{1,4}\b", text), *re.findall(r"\b\d{1,4}$", text))]


def _form(line: Line) -> str:
    return _DIGITS.sub("#", line.text).casefold()
