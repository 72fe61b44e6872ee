"""The order of what is shown: best first, the documents in turn, the same words only once."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from viewer.documents.ranking.judgement import Judgement
from viewer.model.evidence import Rule

if TYPE_CHECKING:
    from viewer.documents.ranking.candidate import Row

_NEXT_OF_SAME = 0.95
_LEAST = 0.78
_ALIKE = 0.85
_NEARLY_SAID = 0.7
_COMPARED = 60
_WORDS = re.compile(r"[^\W_]+")
_UNJUDGED = Judgement(0.0, Rule.MENTIONS)


@dataclass(frozen=True, slots=True)
class Scored:
    """Passages to be shown as one excerpt, first to last, with their score and their levelled words.

    ``copies`` are the other places that say the same, word for word, each as its own passages.
    """

    rows: tuple[Row, ...]
    score: float
    levelled: str
    judgement: Judgement = _UNJUDGED
    copies: tuple[tuple[Row, ...], ...] = ()

    @property
    def document(self) -> int:
        """The document they stand in."""
        return self.rows[0].document


def spread(found: list[Scored]) -> list[Scored]:
    """Return the excerpts in the order they are shown, their scores falling, the same words once for all places."""
    distinct = _distinct(sorted(found, key=lambda one: (-one.score, one.rows[0].id)))
    shown: dict[int, int] = {}
    turns: list[tuple[float, int, Scored]] = []
    for one in distinct:
        # The next passage of the same document counts a little less than the one before it.
        before = shown.get(one.document, 0)
        shown[one.document] = before + 1
        turns.append((-one.score * max(_NEXT_OF_SAME**before, _LEAST), one.rows[0].id, one))
    turns.sort(key=lambda turn: turn[:2])
    return [replace(one, score=round(-score, 4)) for score, _, one in turns]


def same_words(levelled: str) -> str:
    """Return what two passages have in common that say the same, word for word: white space and outer signs aside."""
    return " ".join(levelled.split()).strip(" .,;:!-\"'")


def _distinct(found: list[Scored]) -> list[Scored]:
    """Make one of passages that say the same word for word; what nearly repeats a better one counts less.

    It is kept all the same: "does not" can be the only difference.
    """
    kept: dict[str, Scored] = {}
    copies: dict[str, list[tuple[Row, ...]]] = {}
    sets: list[frozenset[str]] = []
    for one in found:
        key = same_words(one.levelled)
        if key in kept:
            copies.setdefault(key, []).append(one.rows)
            continue
        if len(sets) < _COMPARED:
            mine = frozenset(_WORDS.findall(one.levelled))
            if len(mine) > 5 and _nearly_said(mine, sets):
                kept[key] = replace(one, score=one.score * _NEARLY_SAID)
                continue
            sets.append(mine)
        kept[key] = one
    for key, places in copies.items():
        kept[key] = replace(kept[key], copies=tuple(places))
    return sorted(kept.values(), key=lambda one: (-one.score, one.rows[0].id))


def _nearly_said(mine: frozenset[str], others: list[frozenset[str]]) -> bool:
    """Whether nearly all words are those of one of the others; sets of unlike size, the most, are told at once."""
    size = len(mine)
    least, most = _ALIKE * size, size / _ALIKE
    for other in others:
        if least < len(other) < most:
            common = len(mine & other)
            if common > _ALIKE * (size + len(other) - common):
                return True
    return False
