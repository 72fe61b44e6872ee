"""Whether a word of the opposite relation may be held against a relation: only where the source is plainly the doer.

A guess that is wrong costs more trust than one that is missing, so every doubt speaks for silence. Structure alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.documents.matching.mentions import Mention
    from viewer.documents.matching.relations import Cue

_IF = re.compile(r"\b(?:if|whether|how|why|would|unless|suppose|supposing|question|hypothesis|hypothetical)\b")
_UNLIKE = re.compile(r"\b(?:unlike|except|not|neither|nor)\s+(?:for\s+)?(?:the\s+)?$")
_BREAK = re.compile(r"[,;:]")
_FARTHEST = 4  # words between the relation word and what it is about
_KIND = re.compile(r"\b[^\W\d_]+(?:ory|ic|al|ive|ous|ant|ent)\b")
_OWNER = re.compile(r"[^\W\d_]['’]s\s+(?:[^\W\d_]+\s+)?$")
_RELATIVE = re.compile(r"\b(?:that|which|who|whose)\b")
_STILL_SOURCE = re.compile(r"\s*,?\s*$|.*\b(?:is|are|was|were|as|acts?)\b[^,;:]*$")
_SUBORDINATE = re.compile(
    r"\b(?:while|although|though|when|whereas|as|since|after|before)\s+(?:the\s+)?(?:[^\W\d_]+(?:['’]s)?\s+){0,2}$"
)
_COPULA = re.compile(r"\b(?:is|are|was|were|as|acts?|an?)\b")
_BY_DOER = re.compile(r"[^.;:,]{0,40}\bby\s+(?:the\s+|an?\s+)?(?:[^\W\d_]+\s+){0,2}")
_MEANS = re.compile(r"(?:^|[.;:,]\s*)(?:by|through|via|in)\s+(?:[^\W\d_]+\s+)?$")
_THEN = re.compile(r"[^.;:,]{0,60},\s+(?:the\s+|an?\s+)?(?:(?!and\b|but\b)[^\W\d_]+\s+){0,2}")
_PAIRED = re.compile(r"\s*(?:,\s*)?(?:and|or|und|oder|,|、|和|或)\s*(?:then\s+|dann\s+)?")
_NEAR = 60  # characters


def disputable(text: str, source: Mention, target: Mention) -> bool:
    """Whether the sentence asserts something of both at all: a question, a condition or a contrast does not."""
    end = max(source.end, target.end)
    begin = max(text.rfind(stop, 0, min(source.start, target.start)) for stop in (". ", "; ", ": ")) + 1
    if text.rstrip("\"'”’)*_ ").endswith("?") or _IF.search(text, max(0, begin), end):
        return False
    return not (_UNLIKE.search(text, 0, source.start) or _UNLIKE.search(text, 0, target.start))


def both_ways(text: str, cue: Cue, cues: Sequence[Cue]) -> bool:
    """Whether the relation word is one of a pair that pull both ways: "opens and closes", "raises or lowers"."""
    return any(
        other.pull == -cue.pull
        and not other.denied
        and _PAIRED.fullmatch(text, min(cue.end, other.end), max(cue.start, other.start)) is not None
        for other in cues
    )


def doer(text: str, source: Mention, target: Mention, cue: Cue, cues: Sequence[Cue]) -> bool:
    """Whether the source is who does what the relation word says of the target.

    "S blocks T", "T is blocked by S", "the block of T by S", "by blocking T, S …", "S is a T blocker".
    """
    if _is_object(text, source, cues):
        return False
    if source.end <= cue.start and cue.end <= target.start:
        return _subject(text, source, cue) and _straight(text[cue.end : target.start])
    if source.end <= target.start and target.end <= cue.start:
        behind = text[target.end : cue.start]
        joined = _COPULA.search(text, source.end, target.start) is not None
        return cue.noun and len(behind.split()) <= 1 and joined and not text[cue.end :].startswith(" of ")
    if target.end <= source.start and source.end <= cue.start:
        return not _BREAK.search(text, target.end, cue.start)
    if target.end <= cue.start and cue.end <= source.start:
        return _BY_DOER.fullmatch(text, cue.end, source.start) is not None
    if cue.end <= target.start and target.end <= source.start and _straight(text[cue.end : target.start]):
        behind = text[target.end : source.start]
        means = _MEANS.search(text, max(0, cue.start - 24), cue.start)
        return _BY_DOER.fullmatch(behind) is not None or (means is not None and _THEN.fullmatch(behind) is not None)
    return False


def _subject(text: str, source: Mention, cue: Cue) -> bool:
    between = text[source.end : cue.start]
    if ":" in between or ";" in between or _OWNER.search(between):
        return False
    if "," in between and _SUBORDINATE.search(text, max(0, source.start - 40), source.start):
        # "While S is brief, the habit harms T": another subject stands behind the comma.
        return False
    relative = None
    for match in _RELATIVE.finditer(between):
        relative = match
    return relative is None or _STILL_SOURCE.match(between[: relative.start()]) is not None


def _straight(between: str) -> bool:
    """Whether nothing between the relation word and the target makes another thing of it."""
    return not (_BREAK.search(between) or _KIND.search(between)) and len(between.split()) <= _FARTHEST


def _is_object(text: str, source: Mention, cues: Sequence[Cue]) -> bool:
    """Whether a verb before the source has it for an object: "D acts on S and blocks T"."""
    return any(
        not (cue.noun or cue.soft or text[cue.start : cue.end].endswith("ing"))
        and cue.end <= source.start <= cue.end + _NEAR
        and not _BREAK.search(text, cue.end, source.start)
        and not any(start < cue.end and cue.start < end for start, end in source.spans)
        and " by " not in text[cue.end : source.start]
        for cue in cues
    )
