"""One thing as the library's documents name it: its names, and in some documents what they abbreviate it to."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from viewer.documents.matching.introductions import key
from viewer.documents.matching.levelling import level
from viewer.documents.matching.mentions import Names
from viewer.documents.matching.names import fits_case
from viewer.documents.wordlists import words as listed

if TYPE_CHECKING:
    from viewer.documents.index.lookup import Lookup

_MOST_EXTRA = 12


@lru_cache(maxsize=512)
def names_of(labels: tuple[str, ...], taken: tuple[str, ...] = ()) -> Names:
    """Return names ready to be looked for; kept, because a click asks the same again."""
    return Names(labels, taken)


class End:
    """A node, or one end of an edge."""

    def __init__(self, labels: tuple[str, ...], lookup: Lookup, taken: tuple[str, ...] = ()) -> None:
        """Take the label and aliases; the index tells which documents introduce an abbreviation for them.

        A part of a name is no mention where it is one of ``taken``, the names of other things.
        """
        self._base = names_of(labels, taken)
        extra: dict[int, list[str]] = {}
        forms: dict[tuple[str, str], list[str]] = {}
        for document, short, long in _introduced(labels, lookup):
            if (short, long) not in forms:
                forms[short, long] = _other_forms(labels, short, long)
            for label in forms[short, long]:
                listed = extra.setdefault(document, [])
                if label not in listed and len(listed) < _MOST_EXTRA:
                    listed.append(label)
        self._own = {document: names_of((*labels, *listed), taken) for document, listed in extra.items()}
        everywhere = dict.fromkeys(label for listed in extra.values() for label in listed)
        self._wide = names_of((*labels, *list(everywhere)[:_MOST_EXTRA]), taken) if everywhere else self._base

    def names(self, document: int) -> Names:
        """Return the names that count in this document."""
        return self._own.get(document, self._base)

    @property
    def question(self) -> str:
        """What to ask the index for whole names; empty when there is nothing to ask."""
        return self._wide.question

    @property
    def opening_question(self) -> str:
        """What to ask the index for passages that open with a name."""
        return self._wide.opening_question

    @property
    def wide_question(self) -> str:
        """What to ask the index for weaker mentions; empty when there are none."""
        return self._wide.wide_question


def _introduced(labels: tuple[str, ...], lookup: Lookup) -> list[tuple[int, str, str]]:
    shorts: list[str] = []
    longs: list[str] = []
    for label in labels:
        words = label.split()
        shorts += [label, *words, *_with_head(words)]
        longs += [
            " ".join(words[first:last])
            for first in range(len(words))
            for last in range(first + 1, min(len(words), first + 8) + 1)
        ]
    return lookup.introduced(shorts, longs)


def _with_head(words: list[str]) -> list[str]:
    """Return "NMDAR" for "NMDA receptor": an acronym takes up the head that stands behind it."""
    if len(words) == 2 and len(words[0]) > 2 and words[0].isupper() and level(words[1]) in listed("generic"):
        return [words[0] + words[1][0].upper()]
    return []


def _other_forms(labels: tuple[str, ...], short: str, long: str) -> list[str]:
    """Return the names that an abbreviation adds: "NMDA receptor" is also "N-methyl-D-aspartate receptor"."""
    short_key, long_key = key(short), key(long)
    known = {key(label) for label in labels}
    found: list[str] = []
    for label in labels:
        raw = label.split()
        keys = [key(word) for word in raw]
        if short_key in keys and fits_case(raw[keys.index(short_key)]):
            raw[keys.index(short_key)] = long
            found.append(" ".join(raw))
        elif short_key in map(key, _with_head(raw)):
            found += [short, long]
        elif key(label) == long_key:
            found.append(short)
        else:
            # The head of a long name is kept: "gonadotropin-releasing hormone receptor", "GnRH receptor".
            for count in range(len(raw) - 1, 0, -1):
                if key(" ".join(raw[:count])) == long_key:
                    found.append(" ".join([short, *raw[count:]]))
    return [label for label in dict.fromkeys(found) if key(label) not in known]
