"""Which character of a document's text stands where on a page: the page's lines laid beside its part of the text.

The text was tidied when it was read: hyphens at line ends are gone, ligatures are written out, signs are levelled,
running heads are left out, and a paragraph that goes on in the next column may stand behind what is between. So
lines are known by their letters and digits, and the longest stretches of lines that follow one another in both are
taken first: lines that repeat keep their order, and what was left out finds nothing.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_LIKES = 1000  # places in a page's text where one of its lines may stand
_BACK = 8  # signs before a line's first letter that may belong to it

Run = tuple[int, str]
"""A stretch of a document's text that stands on one page: where it begins, and its characters."""


class Sign(NamedTuple):
    """A character of a page's line, and its place in PDFium's own count."""

    sign: str
    place: int


class Placed(NamedTuple):
    """A character of the text, and the place of the one that stands for it on the page."""

    offset: int
    place: int


class _Letters(NamedTuple):
    plain: str
    origins: tuple[int, ...]


def placed(lines: Sequence[Sequence[Sign]], runs: Sequence[Run]) -> list[list[Placed]]:
    """Return for every line of a page that stands in the text which of its characters is which, in their order."""
    text = _letters_of_runs(runs)
    named = [_letters_of([one.sign for one in line]) for line in lines]
    lettered = [number for number, line in enumerate(named) if line.plain]
    begins = _stretches([named[number].plain for number in lettered], text.plain)
    signs = {start + index: sign for start, words in runs for index, sign in enumerate(words)}
    found: list[list[Placed]] = []
    for number, begin in zip(lettered, begins, strict=True):
        if begin >= 0:
            line = named[number]
            own = text.origins[begin : begin + len(line.plain)]
            found.append(_with_signs(lines[number], line.origins, own, signs))
    return found


def _letters_of(signs: Sequence[str], first: int = 0) -> _Letters:
    """Return the letters and digits of some characters, levelled, and for each which character it comes from."""
    plain: list[str] = []
    origins: list[int] = []
    for index, sign in enumerate(signs):
        for piece in _levelled(sign):
            plain.append(piece)
            origins.append(first + index)
    return _Letters("".join(plain), tuple(origins))


def _letters_of_runs(runs: Sequence[Run]) -> _Letters:
    """Return the letters of all runs; no line reaches over the break between two of them."""
    parts = [_letters_of(words, start) for start, words in runs]
    origins = tuple(origin for part in parts for origin in (*part.origins, -1))
    return _Letters("\n".join(part.plain for part in parts), origins)


def _stretches(lines: Sequence[str], text: str) -> list[int]:
    """Return where in the text each line begins, or -1: the longest stretches of neighbouring lines first."""
    begins = [-1] * len(lines)
    likes = [_likes(line, text) for line in lines]
    while True:
        length, first, begin = _longest(lines, likes)
        if length == 0:
            return begins
        at, number = begin, first
        while at < begin + length:
            begins[number] = at
            likes[number] = set()
            at += len(lines[number])
            number += 1
        for line, likely in zip(lines, likes, strict=True):
            likely -= {at for at in likely if at < begin + length and at + len(line) > begin}


def _likes(line: str, text: str) -> set[int]:
    found: set[int] = set()
    at = text.find(line)
    while at >= 0 and len(found) < _MOST_LIKES:
        found.add(at)
        at = text.find(line, at + 1)
    return found


def _longest(lines: Sequence[str], likes: Sequence[set[int]]) -> tuple[int, int, int]:
    """Return the longest stretch of lines that the text has as well: its letters, its first line, and where it is."""
    best = (0, 0, 0)
    behind: dict[int, int] = {}
    for number in range(len(lines) - 1, -1, -1):
        long = len(lines[number])
        behind = {at: long + behind.get(at + long, 0) for at in likes[number]}
        if behind:
            length, before = max((length, -at) for at, length in behind.items())
            if length >= best[0]:
                best = (length, number, -before)
    return best


def _with_signs(
    line: Sequence[Sign], of_line: Sequence[int], of_text: Sequence[int], signs: dict[int, str]
) -> list[Placed]:
    """Return a line's letters with their characters of the text, and the signs between them that both have."""
    letters: dict[int, list[int]] = {}
    for index, offset in zip(of_line, of_text, strict=True):
        letters.setdefault(index, []).append(offset)
    found: list[Placed] = []
    at = of_text[0]
    while at - 1 in signs and of_text[0] - at < _BACK and not _levelled(signs[at - 1]):
        at -= 1
    for index, one in enumerate(line):
        offsets = letters.get(index)
        if offsets is not None:
            found += [Placed(offset, one.place) for offset in dict.fromkeys(offsets) if offset >= at]
            at = max(at, offsets[-1] + 1)
            continue
        ahead = at
        while ahead in signs and signs[ahead] != one.sign and not _levelled(signs[ahead]):
            ahead += 1
        if signs.get(ahead) == one.sign:
            found.append(Placed(ahead, one.place))
            at = ahead + 1
    return found


@lru_cache(maxsize=8192)
def _levelled(sign: str) -> str:
    plain = "".join(piece for piece in unicodedata.normalize("NFKD", sign) if piece.isalnum())
    return plain.casefold()
