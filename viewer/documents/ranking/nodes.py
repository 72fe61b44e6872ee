"""How much a passage says about one thing: what it is, what it does and what acts on it, above passing mentions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from viewer.documents.matching.relations import is_denied
from viewer.documents.ranking.judgement import Judgement
from viewer.documents.wordlists import words
from viewer.model.evidence import Rule

if TYPE_CHECKING:
    from viewer.documents.matching.mentions import Mention
    from viewer.documents.matching.relations import Cue
    from viewer.documents.ranking.candidate import Sentence

DEFINES = 0.95
IS_DESCRIBED = 0.86
DOES = 0.82
IS_UNDERGONE = 0.77
IS_ACTED_ON = 0.76
MENTIONED = 0.52
DENIED = 0.08
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
# Elsewhere: "ist ein", "est une", "es un", "是一种", accents left out as in levelled text.
_IS_A_ELSEWHERE = re.compile(
    rf"{_ASIDE}\s+(?:ist|sind|war|waren|est|sont|es|son|sono|e|sao|zijn)\s+"
    r"(?:ein|eine|einer|eines|der|die|das|un|une|una|uno|des|les|la|le|el|los|las|um|uma|il|lo|een|het)\b"
    r"|\s*(?:[(（][^()（）]{1,60}[)）])?\s*(?:是指|是|指|即|为一)"
)
_IS_ELSEWHERE = re.compile(
    rf"{_ASIDE}\s+(?:ist|sind|hat|haben|wird|werden|est|sont|es|son|sono)\s+|\s*(?:具有|有|可以|可|能够|能)"
)
_IS = re.compile(
    rf"{_ASIDE}(?:\s+(?:{_HEADS}))?\s+"
    r"(?:is|are|was|were|has|have|plays?|acts?|serves?|works?|functions?|allows?|requires?|needs?)\b"
)
# "was first used in 1922", "are measured with a balloon": what is done with it, not what it is.
_UNDERGOES = re.compile(
    rf"{_ASIDE}(?:\s+(?:{_HEADS}))?\s+(?:is|are|was|were)(?:\s+(?:not|also|now|then|first|often|always|never|[a-z]+ly))?"
    r"\s+(?!located|composed|made|involved|found|known|called|defined)[a-z]{2,}ed\b"
)
# "Unter X versteht man …", "Als X bezeichnet man …"
_UNDER = re.compile(r"\W*(?:unter|als|mit)\s+(?:(?:de[rmn]|das|die|eine[rmn]?)\s+)?")
_ONE_MEANS = re.compile(r"\s+(?:versteht|bezeichnet|meint)\s+man\b")
_BESIDE = re.compile(r"\s*[)\]]?\s*(?:,|\(|-|:)\s*(?:which\s+(?:is|are)\s+)?(?:an?|the|one|any)\s+[^\W\d_]")
_BY = re.compile(r"\s+by\s+(?:[^\W\d_]+\s+){0,2}")
_LISTED = re.compile(r",\s+(?:the\s+|an?\s+)?$")
_WORDS = re.compile(r"[^\W_]+")
_IS_A_THING = re.compile(r"\W*(?:an?|the|one|any)\s")
_VERB = re.compile(
    rf"{_ASIDE}"
    r"\s+(?:(?:also|then|often|usually|[a-z]+ly)\s+)?([a-z]{2,}(?:[^suia]s|ies|ed))\s+"
    r"(?:[a-z]+ly\s+)?(?!(?:is|are|was|were|has|have|had|can|may|will|of|and|or)\b)[^\W_]"
)
# Behind a plural the verb has no ending; that an article follows tells it from a noun: "vents cool the room".
_PLURAL_VERB = re.compile(
    rf"{_ASIDE}"
    r"\s+(?:(?:also|then|often|usually|[a-z]+ly)\s+)?([a-z]{3,})\s+(?:the|an?|its|their|this|these|all|each|every|both)\s"
)
_CALLED = re.compile(r"\b(?:called|named|termed|known\s+as|such\s+as|or)\s+(?:the\s+)?$|(?:称为|叫做|称作|叫作)$")
# What adjectives and adverbs end in.
_LEADING = ("ly", "al", "ic", "ed", "ive", "ous", "ory", "ing", "ant", "ent", "ar", "ary")


def node_score(sentence: Sentence, mentions: list[Mention], heading: bool) -> Judgement:
    """Judge a passage; ``heading`` says whether its heading names the thing."""
    best, role = 0.0, _Role(0.0, Rule.MENTIONS)
    for mention in mentions[:_MOST]:
        played = _role(sentence, mention, mentions)
        value = played.worth * _surety(mention.strength) * sentence.asserted(mention.start, mention.end)
        if value > best:
            best, role = value, played
    covered = sum(end - start for mention in mentions for start, end in mention.spans)
    density = min(0.04, 0.12 * covered / max(40, len(sentence.raw)))
    score = (best + density + (0.03 if heading else 0.0)) * sentence.worth()
    first = min(mention.start for mention in mentions)
    if sentence.backward and first > sentence.body + 4:
        score *= 0.92
    return Judgement(min(score, 0.98), role.rule, role.cues)


class _Role(NamedTuple):
    """What part a mention plays in its sentence, from 0 to 1, and the relation words that say so."""

    worth: float
    rule: Rule
    cues: tuple[Cue, ...] = ()


def _surety(strength: float) -> float:
    return 0.35 + 0.65 * strength


def _role(sentence: Sentence, mention: Mention, mentions: list[Mention]) -> _Role:
    text, body = sentence.levelled, sentence.body
    if mention.end <= body:
        if _alone(text, body, mentions):
            if _IS_A_THING.match(text, body):
                # A glossary's entry: "Agonist: a molecule that …".
                return _Role(DEFINES, Rule.DEFINES)
            if sentence.raw[body : body + 1].islower():
                return _Role(IS_DESCRIBED, Rule.DESCRIBES)
        # Named by the lead alone: the words behind it speak of it when they say "they" or "it".
        if sentence.backward or _IS.match(" " + text[body:]):
            return _Role(0.74, Rule.DESCRIBES)
        return _Role(0.62, Rule.MENTIONS)
    before = text[body : mention.start] if mention.start > body else ""
    opening = _opening(before)
    modifier = _is_modifier(text, mention.end)
    if opening and not modifier:
        if _IS_A.match(text, mention.end) or _IS_A_ELSEWHERE.match(text, mention.end):
            return _Role(DEFINES, Rule.DEFINES)
        if _BESIDE.match(text, mention.end):
            return _Role(0.9, Rule.DEFINES)
    elif _BESIDE.match(text, mention.end) and not modifier and not _LISTED.search(before):
        return _Role(0.8, Rule.DEFINES)
    if not modifier and _CALLED.search(before):
        return _Role(0.78, Rule.DEFINES)
    if _UNDER.fullmatch(before) and _ONE_MEANS.match(text, mention.end):
        return _Role(DEFINES, Rule.DEFINES)
    near = _among_cues(sentence, mention, opening=opening)
    if opening and not modifier and near.worth < DOES - 0.04 and _deed(text, mention.end):
        near = _Role(DOES - 0.04, Rule.ACTS)
    if opening:
        described = (_IS.match(text, mention.end) or _IS_ELSEWHERE.match(text, mention.end)) is not None
        worth = (0.7 if modifier else IS_DESCRIBED) if described else 0.68
        if described and _UNDERGOES.match(text, mention.end):
            worth = min(worth, IS_UNDERGONE)
        if worth > near.worth:
            near = _Role(worth, Rule.DESCRIBES if described else Rule.MENTIONS)
    return near._replace(worth=near.worth * (0.9 if modifier else 1.0))


def _alone(text: str, body: int, mentions: list[Mention]) -> bool:
    """Whether a lead holds nothing but names of the thing, perhaps in brackets."""
    at = 0
    for mention in mentions:
        if mention.end > body:
            break
        if _WORDS.search(text, at, mention.start):
            return False
        at = mention.end
    return _WORDS.search(text, at, body) is None


def _among_cues(sentence: Sentence, mention: Mention, *, opening: bool) -> _Role:
    """Return the part that the nearest relation words give to a mention."""
    best = _Role(MENTIONED, Rule.MENTIONS)
    for cue in sentence.cues:
        worth, rule = 0.0, Rule.MENTIONS
        if cue.start >= mention.end:
            gap = sentence.distance(mention.end, cue.start)
            if opening and gap <= 4:
                worth, rule = DOES - 0.02 * gap, Rule.ACTS
            elif gap <= 1 and cue.noun:
                worth, rule = IS_ACTED_ON - 0.02, Rule.ACTED_ON
            elif gap <= 3:
                worth, rule = 0.66, Rule.ACTS
        elif cue.end <= mention.start:
            gap = sentence.distance(cue.end, mention.start)
            if gap <= 3 and _BY.fullmatch(sentence.levelled, cue.end, mention.start):
                # "is inhibited by it": the thing is the doer.
                worth, rule = DOES - 0.02 * gap, Rule.ACTS
            elif gap <= 3 and cue.relation != "part-of":
                worth, rule = IS_ACTED_ON - 0.02 * gap, Rule.ACTED_ON
            elif gap <= 6:
                worth = 0.64
        if worth > best.worth and is_denied(sentence.levelled, cue.start, cue.end):
            worth -= DENIED
        if worth > best.worth:
            best = _Role(worth, rule, (cue,))
    return best


def _opening(before: str) -> bool:
    """Whether nothing but an article, an adjective or an adverb stands before the mention: it is the subject."""
    parts = re.findall(r"[^\W_]+", before)
    if before.rstrip().endswith(",") and (len(parts) <= 4 or (len(parts) <= 9 and parts[0] in words("ahead"))):
        return True
    if not parts:
        return True
    if len(parts) > 2:
        return False
    return all(part in words("articles") or part.endswith(_LEADING) for part in parts)


def _deed(text: str, end: int) -> bool:
    """Whether what follows the subject looks like its verb, whatever the verb: "heats water", "stuck to the wall"."""
    after = _VERB.match(text, end)
    if after is None and text[end - 1] == "s":
        after = _PLURAL_VERB.match(text, end)
        if after is not None and after[1] in words("between"):
            return False
    return after is not None and after[1] not in words("generic") and after[1] not in words("compound")


def _is_modifier(text: str, end: int) -> bool:
    """Whether the mention only says what kind the next word is: "glutamate receptor", "ketamine treatment"."""
    after = re.match(r"['’]?s?[\s-]([^\W\d_]+)", text[end : end + 32])
    return after is not None and after[1] in words("compound")
