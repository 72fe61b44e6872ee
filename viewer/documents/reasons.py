"""Why an excerpt is shown, put together from what was matched and what its passage was taken to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.model.evidence import Why

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.documents.ranking.judgement import Judgement

_MOST = 6


def why_of(text: str, marks: Sequence[tuple[int, int]], judgement: Judgement, *, whole: bool) -> Why:
    """Return the reason: the rule, the names that matched and the relation words, as they stand in the text."""
    words = _once([text[start:end] for start, end in marks])
    return Why(judgement.rule, words, _once([text[cue.start : cue.end] for cue in judgement.cues]), whole)


def _once(words: list[str]) -> tuple[str, ...]:
    if len(words) < 2 and "\n" not in "".join(words):
        return tuple(words)
    seen: dict[str, str] = {}
    for word in words:
        spaced = " ".join(word.split())
        seen.setdefault(spaced.casefold(), spaced)
    return tuple(seen.values())[:_MOST]
