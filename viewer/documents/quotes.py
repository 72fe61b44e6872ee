"""Whether the words that a definition quotes stand in a document's text, and where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from viewer.documents.matching.mending import mended
from viewer.model.evidence import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

_HYPHENS = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad\ufe63\uff0d"
_SINGLE = "'‘’‛′ʼ`´＇"
_DOUBLE = '"“”„‟″«»＂'
_IGNORED = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_TABLE = (
    dict.fromkeys(map(ord, _HYPHENS), "-")
    | dict.fromkeys(map(ord, _SINGLE), "'")
    | dict.fromkeys(map(ord, _DOUBLE), "'")
    # The one letter whose small form takes two places.
    | {ord("İ"): "i"}
)
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Located:
    """Where a quote stands: ``text[start:end]`` are its words. Both are -1 when it is missing."""

    status: Status
    start: int = -1
    end: int = -1


def locate_quote(text: str, quote: str, near: int = -1) -> Located:
    """Find a quote: as it is, else with white space, case, hyphens and quotation marks levelled, else not at all.

    Of several places the first that does not begin or end inside a word is taken, or the one closest to ``near``
    where that is a place of the text.
    """
    words = quote.strip()
    if not words or len(words) > _LONGEST:
        return Located(Status.MISSING)
    at = _whole(text, words) if near < 0 else _closest(text, words, near)
    if at >= 0:
        return Located(Status.VERIFIED, at, at + len(words))
    match = _nearest(_moved(words).finditer(_levelled(text)), near)
    if match is not None:
        return Located(Status.MOVED, match.start(), match.end())
    whole = mended(text, text)
    match = _nearest(_moved(words).finditer(_levelled(whole.raw)), near) if whole is not None else None
    if whole is None or match is None:
        return Located(Status.MISSING)
    # A word of the quote is broken at the end of a line.
    return Located(Status.MOVED, whole.begins(match.start()), whole.ends(match.end()))


def _nearest(places: Iterator[re.Match[str]], near: int) -> re.Match[str] | None:
    return next(places, None) if near < 0 else min(places, key=lambda one: abs(one.start() - near), default=None)


def _whole(text: str, words: str) -> int:
    first = at = text.find(words)
    while at >= 0:
        if not (_inside(text, at) or _inside(text, at + len(words))):
            return at
        at = text.find(words, at + 1)
    return first


def _closest(text: str, words: str, near: int) -> int:
    before, after = text.rfind(words, 0, near + len(words)), text.find(words, near)
    return min((at for at in (before, after) if at >= 0), key=lambda at: abs(at - near), default=-1)


def _inside(text: str, at: int) -> bool:
    """Whether a place is in the middle of a word."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum() and text[at].isascii()


@lru_cache(maxsize=512)
def _moved(words: str) -> re.Pattern[str]:
    """Return the pattern of a quote over levelled text; the pattern is linear, whatever the quote holds."""
    pieces: list[str] = []
    for part in re.findall(r"\s+|-|[^\s-]+", _levelled("".join(sign for sign in words if sign not in _IGNORED))):
        if part.isspace():
            pieces.append(r"\s+")
        elif part == "-":
            # A hyphen may stand at the end of a line.
            pieces.append(r"-\s*")
        else:
            pieces.append(re.escape(part))
    return re.compile("".join(pieces))


def _levelled(text: str) -> str:
    return text.lower() if text.isascii() and "-" not in text and '"' not in text else text.translate(_TABLE).lower()


_ORDER = (Status.VERIFIED, Status.MOVED, Status.MISSING)


def best_of(located: list[Located]) -> Located:
    """Return the best of several answers; at least one must be given."""
    return min(located, key=lambda one: _ORDER.index(one.status))
