"""How much a passage says about one thing: what it is, what it does and what acts on it, above passing mentions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from viewer.documents.wordlists import words

if TYPE_CHECKING:
    from viewer.documents.matching.mentions import Mention
    from viewer.documents.ranking.candidate import Sentence

DEFINES = 0.95
IS_DESCRIBED = 0.86
DOES = 0.82
IS_ACTED_ON = 0.76
MENTIONED = 0.52
_MOST = 8

_ASIDE = r"(?:\s*[(\[][^()\[\]]{1,80}[)\]])?(?:\s*,[^,.;]{2,80},)?"
_HEADS = "|".join(sorted(words("generic"), key=len, reverse=True))
_SURE = r"(?:\s+(?:also|often|usually|typically|generally|primarily|commonly|essentially|simply))?"
_IS_A = re.compile(
    rf"{_ASIDE}(?:\s+(?:{_HEADS}))?\s+(?:is|are|was|were){_SURE}\s+"
    r"(?:an?|the|one|any|known|called|defined|those|among|part|type|class|members?|subtypes?)\b"
    rf"|{_ASIDE}(?:\s+(?:{_HEADS}))?\s+"
    r"(?:refers?\s+to|consists?\s+of|comprises?|denotes?|means|constitutes?|belongs?\s+to|stands\s+for)\b"
)
_IS = re.compile(
    rf"{_ASIDE}(?:\s+(?:{_HEADS}))?\s+"
    r"(?:is|are|was|were|has|have|plays?|acts?|serves?|works?|functions?|allows?|requires?|needs?)\b"
)
_BESIDE = re.compile(r"\s*[)\]]?\s*(?:,|\(|-|:)\s*(?:which\s+(?:is|are)\s+)?(?:an?|the|one|any)\s+[^\W\d_]")
_WORDS = re.compile(r"[^\W_]+")
_IS_A_THING = re.compile(r"\W*(?:an?|the|one|any)\s")
_CALLED = re.compile(r"\b(?:called|named|termed|known\s+as|such\s+as|or)\s+(?:the\s+)?$")
# What adjectives and adverbs end in.
_LEADING = ("ly", "al", "ic", "ed", "ive", "ous", "ory")


def node_score(sentence: Sentence, mentions: list[Mention], heading: bool) -> float:
    """Return a score within 0 and 1; ``heading`` says whether the passage's heading names the thing."""
    best = max(_role(sentence, mention) * _surety(mention.strength) for mention in mentions[:_MOST])
    covered = sum(end - start for mention in mentions for start, end in mention.spans)
    density = min(0.04, 0.12 * covered / max(40, len(sentence.raw)))
    score = (best + density + (0.03 if heading else 0.0)) * sentence.worth()
    first = min(mention.start for mention in mentions)
    if sentence.backward and first > sentence.body + 4:
        score *= 0.92
    return min(score, 0.98)


def _surety(strength: float) -> float:
    return 0.35 + 0.65 * strength


def _role(sentence: Sentence, mention: Mention) -> float:
    """Return what part the mention plays in its sentence."""
    text, body = sentence.levelled, sentence.body
    if mention.end <= body:
        alone = not (_WORDS.search(text, 0, mention.start) or _WORDS.search(text, mention.end, body))
        if alone and _IS_A_THING.match(text, body):
            # A glossary's entry: "Agonist: a molecule that …".
            return DEFINES
        # Named by the lead alone: the words behind it speak of it when they say "they" or "it".
        return 0.74 if sentence.backward or _IS.match(" " + text[body:]) else 0.62
    before = text[body : mention.start] if mention.start > body else ""
    opening = _opening(before)
    modifier = _is_modifier(text, mention.end)
    if opening and not modifier:
        if _IS_A.match(text, mention.end):
            return DEFINES
        if _BESIDE.match(text, mention.end):
            return 0.9
    elif _BESIDE.match(text, mention.end) and not modifier:
        return 0.8
    if not modifier and _CALLED.search(before):
        return 0.78
    role = MENTIONED
    near = 0.0
    for cue in sentence.cues:
        if cue.start >= mention.end:
            gap = sentence.distance(mention.end, cue.start)
            if opening and gap <= 4:
                near = max(near, DOES - 0.02 * gap)
            elif gap <= 1 and cue.noun:
                near = max(near, IS_ACTED_ON - 0.02)
            elif gap <= 3:
                near = max(near, 0.66)
        elif cue.end <= mention.start:
            gap = sentence.distance(cue.end, mention.start)
            if gap <= 3:
                near = max(near, IS_ACTED_ON - 0.02 * gap)
            elif gap <= 6:
                near = max(near, 0.64)
    if opening and _IS.match(text, mention.end):
        near = max(near, IS_DESCRIBED if not modifier else 0.7)
    elif opening:
        near = max(near, 0.68)
    role = max(role, near)
    return role * (0.9 if modifier else 1.0)


def _opening(before: str) -> bool:
    """Whether nothing but an article, an adjective or an adverb stands before the mention: it is the subject."""
    parts = re.findall(r"[^\W_]+", before)
    if "," in before and len(parts) <= 4 and before.rstrip().endswith(","):
        return True
    if not parts:
        return True
    if len(parts) > 2:
        return False
    return all(part in words("articles") or part.endswith(_LEADING) for part in parts)


def _is_modifier(text: str, end: int) -> bool:
    """Whether the mention only says what kind the next word is: "glutamate receptor", "ketamine treatment"."""
    after = re.match(r"['’]?s?[\s-]([^\W\d_]+)", text[end : end + 32])
    return after is not None and after[1] in words("compound")
