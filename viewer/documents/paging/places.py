"""Where words of a document's text stand on a page: found by their letters alone, told as boxes.

The text was tidied when it was read: hyphens at line ends are gone, ligatures are written out, signs are levelled.
Letters and digits are what both still share.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

_LEAST_PART = 12
"""So many letters must stand on each of two pages for a passage to go over from one to the other."""

Span = tuple[int, int]


class Letters(NamedTuple):
    """The letters and digits of a text, levelled, and for each the place in the text it comes from."""

    plain: str
    places: tuple[int, ...]


def letters_of(text: str, places: list[int] | None = None) -> Letters:
    """Return a text's letters; ``places`` says where its characters stand, when that is not their count."""
    plain: list[str] = []
    origins: list[int] = []
    for index, sign in enumerate(text):
        for piece in _levelled(sign):
            plain.append(piece)
            origins.append(index if places is None else places[index])
    return Letters("".join(plain), tuple(origins))


def found(words: str, span: Span, page: Letters, before: Letters | None, after: Letters | None) -> tuple[int, ...]:
    """Return the places on a page of the characters ``span`` of some words; empty where they do not stand there.

    What is left of the words may stand on the page before, or on the one after, if that is given.
    """
    wanted = letters_of(words)
    low = _first_at(wanted.places, span[0])
    high = _first_at(wanted.places, span[1])
    if low >= high:
        return ()
    at = page.plain.find(wanted.plain)
    if at >= 0:
        return page.places[at + low : at + high]
    own = wanted.plain[low:high]
    if len(own) != len(wanted.plain):
        at = page.plain.find(own)
        if at >= 0:
            return page.places[at : at + len(own)]
    count = _share(own, page.plain, after.plain) if after is not None else 0
    if count:
        at = page.plain.rfind(own[:count])
        return page.places[at : at + count]
    count = _share(own, before.plain, page.plain) if before is not None else 0
    if count:
        at = page.plain.find(own[count:])
        return page.places[at : at + len(own) - count]
    return ()


def _share(words: str, first: str, second: str) -> int:
    """Return how many of the words' letters stand on a first page when the others stand on the second; else 0."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if words[:middle] in first:
            low = middle
        else:
            high = middle - 1
    rest = words[low:]
    return low if low >= _LEAST_PART and len(rest) >= _LEAST_PART and rest in second else 0


def _first_at(places: tuple[int, ...], index: int) -> int:
    from bisect import bisect_left

    return bisect_left(places, index)


@lru_cache(maxsize=8192)
def _levelled(sign: str) -> str:
    plain = "".join(piece for piece in unicodedata.normalize("NFKD", sign) if piece.isalnum())
    return plain.casefold()
