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
_COMPARED = 150


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
    waiting: dict[int, list[Scored]] = {}
    for one in distinct:
        waiting.setdefault(one.document, []).append(one)
    weight = dict.fromkeys(waiting, 1.0)
    ordered: list[Scored] = []
    while waiting:
        document = max(waiting, key=lambda key: (waiting[key][0].score * weight[key], -waiting[key][0].rows[0].id))
        best = waiting[document].pop(0)
        ordered.append(replace(best, score=round(best.score * weight[document], 4)))
        weight[document] = max(weight[document] * _NEXT_OF_SAME, _LEAST)
        if not waiting[document]:
            del waiting[document]
    return ordered


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
            if len(mine) > 5 and any(len(mine & other) > _ALIKE * len(mine | other) for other in sets):
                continue
            sets.append(mine)
        kept.append(one)
    return kept
