"""Which way a sentence says that one thing acts on another: with what is asked, against it, or neither.

Words of less and more are multiplied along the way: to block the release of something is to lessen it, and where the
loss of one thing raises another, the thing itself lowers it. Structure alone; no word of any subject.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.documents.matching.mentions import Mention
    from viewer.documents.matching.relations import Cue

# Between two relation words: the second is what the first acts on ("reduces the activation of"), or a deed apart.
_APART = re.compile(
    r"[,;:]|\b(?:by|through|via|thereby|thus|and|n?or|but|which|that|who|while|whereas|although|to|than|when|where|as)\b"
)
_OF = re.compile(
    r"\s*(?:of|in|to|for)?\s*(?:the\s+|an?\s+|its\s+|their\s+)?"
    r"(?:(?!and\b|or\b|by\b|with\b|from\b|which\b|that\b)[^\W\d_]+\s+){0,2}$"
)
_TO = re.compile(r"\s*(?:to|in)?\s*(?:the\s+|an?\s+)?(?:[^\W\d_]+\s+){0,2}")
_BEHIND = re.compile(r"[\s-]{1,2}(?:[^\W\d_]+[\s-]){0,1}$")
_OF_ANOTHER = re.compile(r"\s+(?:of|on|against)\b")
_AWAY = re.compile(
    r"\b(?:lack|loss|absence|removal|deletion|knock-?out|depletion|deficiency|shortage|want|fall|drop|without|against|less"
    r"|fewer|low)\s+(?:of\s+|in\s+)?(?:the\s+|an?\s+)?$"
)
_AWAY_BEHIND = re.compile(
    r"['’]?s?[\s-](?:deficien|shortage|depletion|knock-?out|deletion|loss\b|lack\b|removal|withdrawal)"
)
_BREAK = re.compile(r"[,;:]|\b(?:by|thereby|thus|but|which|that|who)\b")
_NEAR = 24  # characters between a thing and the noun that says what becomes of it
_CONTRAST = re.compile(r";|\b(?:whereas|while|but|although|though|however|yet)\b")
_NO_SUBJECT = re.compile(
    r"(?:\s*(?:,|\b(?:does|do|did|is|are|was|were|has|have|had|can|could|may|might|will|would|should|must|be|been|not"
    r"|cannot|never|also|only|even|still|then|too|it|they|this|these|[a-z]+ly)(?:n't)?\b))*\s*"
)
_AND = re.compile(r"\s+(?:[^\W\d_]+\s+)?and\s+(?:[a-z]+ly\s+)?")
_OBJECT = re.compile(r"\b(?:on|of|in|with|to|for|by|from|at)\s+(?:the\s+|an?\s+)?$")


def turned(text: str, source: Mention, target: Mention, cue: Cue, cues: Sequence[Cue]) -> int:
    """Return which way the source moves the target by this relation word: 1 for more, -1 for less, 0 for unknown."""
    way = cue.pull
    if not way:
        return 0
    first, last = (source, target) if source.start <= target.start else (target, source)
    for other in cues:
        if other is cue or _inside(other, source) or _inside(other, target):
            continue
        between_both = first.end <= other.start and other.end <= last.start
        if not other.pull:
            ahead = between_both and other.end <= cue.start
            if ahead and other.relation == "modulates" and not _BREAK.search(text, other.end, cue.start):
                # "alters the firing of T": nobody says which way.
                return 0
            continue
        if between_both and other.end <= cue.start and _linked(text, other, cue):
            # "prevents S from opening T", "reduces the activation of T"
            way *= other.pull
        elif between_both and cue.end <= other.start and _linked(text, cue, other):
            way *= other.pull
        elif (
            other.noun
            and cue.end <= target.start
            and 0 < other.start - target.end <= _NEAR
            and _BEHIND.fullmatch(text, target.end, other.start)
        ):
            # "blocks T activation"
            way *= other.pull
    return way * _given(text, source, cue, cues)


def _linked(text: str, one: Cue, other: Cue) -> bool:
    """Whether the second relation word is what the first acts on, or brings about: "leads to reduced T"."""
    if one.relation == "leads-to" and _TO.fullmatch(text, one.end, other.start):
        return True
    return not _APART.search(text, one.end, other.start)


def _given(text: str, source: Mention, cue: Cue, cues: Sequence[Cue]) -> int:
    """Return -1 where it is the loss or the blocking of the source that acts, else 1."""
    if _AWAY.search(text, max(0, source.start - 40), source.start) or _AWAY_BEHIND.match(text, source.end):
        return -1
    for other in cues:
        if other is cue or other.pull >= 0 or _inside(other, source):
            continue
        ahead = other.end <= source.start and source.start - other.end <= _NEAR
        if ahead and cue.start >= source.end and _of_source(text, source, other):
            return -1
        behind = other.noun and 0 < other.start - source.end <= _NEAR and other.end <= cue.start
        if (
            behind
            and _BEHIND.fullmatch(text, source.end, other.start)
            and not _OF_ANOTHER.match(text, other.end)  # "S blockade of another" is the deed of S
        ):
            return -1
    return 1


def _of_source(text: str, source: Mention, other: Cue) -> bool:
    """Whether a word of less has the source for its object: "blocking S", "the reduction of S", "reduced S"."""
    between = text[other.end : source.start]
    if not _OF.fullmatch(between):
        return False
    word = text[other.start : other.end]
    return (
        word.endswith("ing")
        or (other.noun and bool(_OBJECT.search(" " + between)))
        or (word.endswith("ed") and not between.strip())
    )


def other_subject(text: str, source: Mention, cue: Cue) -> bool:
    """Whether the relation word belongs to another subject: "Sugar promotes T, whereas S …", "S …, but sugar …"."""
    if cue.end <= source.start:
        return _CONTRAST.search(text, cue.end, source.start) is not None
    if _AND.fullmatch(text, source.end, cue.start) and _OBJECT.search(text, max(0, source.start - 24), source.start):
        # "acts on S and binds T": the doer stands before.
        return True
    last = None
    for match in _CONTRAST.finditer(text, source.end, cue.start):
        last = match
    return last is not None and _NO_SUBJECT.fullmatch(text, last.end(), cue.start) is None


def _inside(cue: Cue, mention: Mention) -> bool:
    return any(cue.start < end and start < cue.end for start, end in mention.spans)
