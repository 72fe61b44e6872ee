"""Words that a plain text breaks at the ends of its lines, or may break at soft hyphens: as if they were whole.

What is shown is the text itself; only the search for names looks at the mended words too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from viewer.documents.matching.mentions import Mention

# "hor-" and on the next line "mone"; a soft hyphen, perhaps at the end of a line too.
_BREAK = re.compile("(?<=[^\\W\\d_])(?:-[ \t]?\n[ \t]*|\u00ad(?:[ \t]?\n[ \t]*)?)(?=[^\\W\\d_])")
_WORD = re.compile(r"[^\W_]+")


class Mended(NamedTuple):
    """A text without the breaks in its words; ``places`` says where each was and how much is gone there."""

    levelled: str
    raw: str
    places: tuple[tuple[int, int], ...]

    def begins(self, at: int) -> int:
        """Return where in the broken text a character stands."""
        return at + self._gone(at + 1)

    def ends(self, at: int) -> int:
        """Return where in the broken text what ends here ends."""
        return at + self._gone(at)

    def moved(self, mention: Mention) -> Mention:
        """Return a mention in the mended text as it stands in the broken one."""
        spans = tuple((self.begins(start), self.ends(end)) for start, end in mention.spans)
        return mention._replace(start=self.begins(mention.start), end=self.ends(mention.end), spans=spans)

    def _gone(self, at: int) -> int:
        index = bisect_left(self.places, (at, 0))
        return self.places[index - 1][1] if index else 0


def is_broken(raw: str) -> bool:
    """Whether a text may have broken words at all."""
    return "-\n" in raw or "\u00ad" in raw or "- \n" in raw


def mended(levelled: str, raw: str) -> Mended | None:
    """Return a text with its broken words made whole; None where none is broken."""
    if not is_broken(raw):
        return None
    pieces: list[tuple[int, int]] = []
    places: list[tuple[int, int]] = []
    at = gone = 0
    for match in _BREAK.finditer(raw):
        if match[0][0] == "-" and not raw[match.end()].islower():
            continue
        pieces.append((at, match.start()))
        at = match.end()
        places.append((match.start() - gone, gone + len(match[0])))
        gone += len(match[0])
    if not places:
        return None
    pieces.append((at, len(raw)))
    return Mended(
        "".join(levelled[start:end] for start, end in pieces),
        "".join(raw[start:end] for start, end in pieces),
        tuple(places),
    )


def mended_words(text: str) -> str:
    """Return the words of a text that are broken in it, made whole, with spaces between them."""
    whole = mended(text, text)
    if whole is None:
        return ""
    return " ".join(
        match[0]
        for match in _WORD.finditer(whole.raw)
        if whole.ends(match.end()) - whole.begins(match.start()) > len(match[0])
    )
