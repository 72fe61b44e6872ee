"""The order of what is shown: best first, the documents in turn, the same words only once."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from viewer.documents.ranking.candidate import Row

_NEXT_OF_SAME = 0.93
_LEAST = 0.62
_ALIKE = 0.85
_COMPARED = 60


@dataclass(frozen=True, slots=True)
class Scored:
    """Passages to be shown as one excerpt, first to last, with their score and their levelled words."""

    rows: tuple[Row, ...]
    score: float
    levelled: str

    @property
    def document(self) -> int:
        """The document they stand in."""
        return self.rows[0].document


def spread(found: list[Scored]) -> list[Scored]:
    """Return the excerpts in the order they are shown, their scores falling, near-copies left out."""
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


def _distinct(found: list[Scored]) -> list[Scored]:
    """Leave out passages that repeat a better one word for word, and among the best those that nearly do."""
    kept: list[Scored] = []
    seen: set[str] = set()
    sets: list[frozenset[str]] = []
    for one in found:
        spoken = re.findall(r"[^\W_]+", one.levelled)
        key = " ".join(spoken)
        if key in seen:
            continue
        seen.add(key)
        if len(sets) < _COMPARED:
            mine = frozenset(spoken)
            if len(mine) > 5 and any(_alike(mine, other) for other in sets):
                continue
            sets.append(mine)
        kept.append(one)
    return kept


def _alike(mine: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two passages have nearly all words in common; sets of unlike size, the most, are told at once."""
    less, more = sorted((len(mine), len(other)))
    if less <= _ALIKE * more:
        return False
    common = len(mine & other)
    return common > _ALIKE * (less + more - common)
