"""Find words as they are typed in one long text: case, hyphens, line ends and Greek letters make no difference.

Looks at the text piece by piece, so that whoever waits may give up in between.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from viewer.documents.matching.levelling import GREEK, level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PIECE = 1 << 17
_REACH = 1000  # characters that one place may be long, line ends and marks of emphasis included
_LONGEST = 200
_NAMES = {name: letter for letter, name in GREEK.items() if letter != "ς"}
_GREEK = re.compile("|".join(sorted(_NAMES, key=len, reverse=True)) + f"|[{''.join(GREEK)}]")
_TOKEN = re.compile(r"\s+|-|[^\s-]+")

Places = tuple[tuple[int, int], ...]


class LevelledText:
    """A text, levelled once for many questions; offsets into it hold for the text itself."""

    def __init__(self, text: str) -> None:
        """Take the text; nothing is levelled before the first question."""
        self._text = text
        self._levelled: str | None = None

    def places(self, words: str, most: int, cancelled: Callable[[], bool]) -> Places | None:
        """Return where the words stand, ascending and apart, ``most`` at most; None when ``cancelled`` says so."""
        wanted = pattern_of(words, soft="\u00ad" in self._text)
        if wanted is None:
            return ()
        if self._levelled is None:
            pieces: list[str] = []
            for at in range(0, len(self._text), _PIECE):
                if cancelled():
                    return None
                pieces.append(level(self._text[at : at + _PIECE]))
            self._levelled = "".join(pieces)
        found: list[tuple[int, int]] = []
        for piece in _searched(self._levelled, wanted):
            if cancelled():
                return None
            found += piece
            if len(found) >= most:
                break
        return tuple(found[:most])


def pattern_of(words: str, *, soft: bool = False) -> re.Pattern[str] | None:
    """Return what finds these words in a levelled text; None where they hold nothing to look for.

    ``soft`` tells that the text has soft hyphens: then one may stand, as a hyphen, between any two letters.
    """
    tokens = _TOKEN.findall(level(words[:_LONGEST]).strip())
    if not tokens or (all(token == "-" for token in tokens) and len(tokens) > 1):
        return None
    parts = []
    for token in tokens:
        if token.isspace():
            # What parts words may be a space, a line's end, a hyphen, or marks of emphasis, which are levelled.
            parts.append(r"[\s-]+" if len(tokens) > 1 else "")
        elif token == "-":
            parts.append(r"[\s-]*" if len(tokens) > 1 else "-")
        else:
            parts.append(_spelled(token, "-?" if soft else ""))
    return re.compile("".join(parts))


def _spelled(token: str, between: str) -> str:
    """Write a token so that a Greek letter and its name are the same; ``between`` stands between its letters."""
    pieces: list[str] = []
    at = 0
    for match in _GREEK.finditer(token):
        pieces += map(re.escape, token[at : match.start()])
        name = GREEK.get(match[0], match[0])
        letters = "[σς]" if name == "sigma" else _NAMES[name]
        pieces.append(f"(?:{name}|{letters})")
        at = match.end()
    pieces += map(re.escape, token[at:])
    return between.join(pieces)


def _searched(text: str, wanted: re.Pattern[str]) -> Iterator[list[tuple[int, int]]]:
    """Yield what is found in one piece after the other; no place is found twice or in two halves."""
    begin = 0
    while begin < len(text):
        end = begin + _PIECE
        found: list[tuple[int, int]] = []
        for match in wanted.finditer(text, begin, min(len(text), end + _REACH)):
            if match.start() >= end:
                break
            if match.end() > match.start():
                found.append(match.span())
        yield found
        begin = max(end, found[-1][1]) if found else end
