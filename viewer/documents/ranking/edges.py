"""How plainly a passage states a relation: both ends, in order, with a word of the relation between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from viewer.documents.ranking.disputes import both_ways, disputable, doer
from viewer.documents.ranking.judgement import Judgement
from viewer.documents.ranking.statements import other_subject, turned
from viewer.model.evidence import Rule

if TYPE_CHECKING:
    from viewer.documents.matching.mentions import Mention
    from viewer.documents.matching.relations import Asked, Cue
    from viewer.documents.ranking.candidate import Sentence

_BY = re.compile(
    r"^\W*(?:(?:and|[a-z]+ly)\s+)?(?:by|through|via|due\s+to|because\s+of|from|upon|after|following|with|under)\b"
)
_VERB_LAST = re.compile(
    r"\s+(?:wird|werden|wurde|wurden|ist|sind)\s+(?:[^\W\d_]+\s+)?(?:durch|von|vom)\s+(?:[^\W\d_]{3}\s+)?|[^，。；]{0,4}(?:被|由|受)"
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|gets?)\s+(?:[a-z]+ly\s+|also\s+|not\s+)?$")
_CLAUSE = re.compile(r"[;:]|,\s+(?:and|but|while|whereas|although|which|who|whose)\b|\b(?:whereas|although|but)\b")
_COORDINATED = re.compile(r"\s*,?\s*(?:and|or|nor|as\s+well\s+as)\s+(?:the\s+)?(?:[^\W\d_]+ed\s+)?")
_MOST = 5
_PLAIN = 0.72
"""A word of the opposite relation speaks against what is asked only where it joins both ends as plainly as this."""

_STATED = 0.6
_UNTOLD = 0.5
_SUREST = 0.9


def apart(sources: list[Mention], targets: list[Mention]) -> tuple[list[Mention], list[Mention]]:
    """Return both ends' mentions without those that lie within a longer mention of the other end."""
    kept_sources = [one for one in sources if not any(_swallows(other, one) for other in targets)]
    kept_targets = [one for one in targets if not any(_swallows(other, one) for other in sources)]
    return kept_sources, kept_targets


def _swallows(other: Mention, one: Mention) -> bool:
    if other.start >= one.end or one.start >= other.end:
        return False
    longer = other.end - other.start > one.end - one.start
    return other.strength > one.strength or (other.strength == one.strength and longer)


def edge_score(sentence: Sentence, sources: list[Mention], targets: list[Mention], asked: Asked) -> Judgement:
    """Judge a passage that names both ends itself."""
    best = Judgement(0.0, Rule.NAMES_BOTH)
    plainest = 0.0
    against: tuple[Cue, ...] = ()
    for source in sources[:_MOST]:
        for target in targets[:_MOST]:
            surety = 0.45 + 0.55 * source.strength * target.strength
            found, opposed = _stated(sentence, source, target, asked)
            told = sentence.asserted(min(source.start, target.start), max(source.end, target.end))
            found = found._replace(score=surety * told * found.score)
            if found.score > best.score:
                best = found
            if min(source.strength, target.strength) >= _SUREST and opposed[0] > plainest:
                plainest, against = opposed
    score = best.score * sentence.worth()
    if sentence.backward:
        score *= 0.97
    if against:
        return Judgement(min(score, 0.98), Rule.NAMES_BOTH, against, disputes=True)
    return best._replace(score=min(score, 0.98))


def context_score(sentence: Sentence, mentions: list[Mention], *, is_source: bool, rule: Rule) -> Judgement:
    """Judge a passage that names one end, under a heading or behind a sentence that names the other."""
    stated = 0.0
    cues: tuple[Cue, ...] = ()
    for cue in sentence.cues:
        if cue.denied:
            continue
        for mention in mentions[:_MOST]:
            before = mention.end <= cue.start
            gap = sentence.distance(mention.end, cue.start) if before else sentence.distance(cue.end, mention.start)
            value = cue.fit * (1.0 if before == is_source else 0.7)
            if gap <= 6 and value > stated:
                stated, cues = value, (cue,)
    strength = max(mention.strength for mention in mentions)
    return Judgement((0.32 + 0.26 * stated) * (0.5 + 0.5 * strength) * sentence.worth(), rule, cues)


def _stated(
    sentence: Sentence, source: Mention, target: Mention, asked: Asked
) -> tuple[Judgement, tuple[float, tuple[Cue, ...]]]:
    """Return how plainly these two mentions are joined as asked, and how plainly by a word of the opposite."""
    text = sentence.levelled
    first, last = (source, target) if source.start <= target.start else (target, source)
    gap = sentence.distance(first.end, last.start)
    best = Judgement(0.46 - 0.006 * min(gap, 15), Rule.NAMES_BOTH)
    coordinated = _COORDINATED.fullmatch(text, first.end, last.start) is not None
    cues = sentence.cues
    opposed = agreed = 0.0
    against: tuple[Cue, ...] = ()
    for cue in cues:
        if _within(cue, source) or _within(cue, target):
            continue
        plain = _plainness(sentence, text, source, target, cue)
        if coordinated and not first.end <= cue.start <= last.start:
            # "S and T are raised" says nothing of S and T.
            plain *= 0.3
        if plain > _STATED and other_subject(text, source, cue):
            plain *= 0.4
        fit = cue.fit
        if plain > 0.5 and asked.pull and cue.pull:
            way = turned(text, source, target, cue, cues)
            # "blocks the release of T" lessens T, whatever "release" says for itself.
            fit = _UNTOLD if not way else abs(fit) if way == asked.pull else -max(abs(fit), 0.7)
        if cue.denied:
            # Who denies the opposite says little; who denies what is asked, speaks against it.
            fit = -abs(fit) if fit > 0 else 0.1
        if fit < 0:
            if (
                plain > opposed
                and not (cue.soft or both_ways(text, cue, cues))
                and doer(text, source, target, cue, cues)
            ):
                opposed, against = plain, (cue,)
        elif fit > 0:
            agreed = max(agreed, plain * fit)
            value = 0.46 + 0.5 * fit * plain
            if value > best.score:
                best = Judgement(value, Rule.STATES if value > _STATED else Rule.NAMES_BOTH, (cue,))
    if opposed <= _PLAIN or opposed <= agreed or not disputable(text, source, target):
        if opposed > _PLAIN:
            best = best._replace(score=min(best.score, 0.6) if best.score > 0.75 else 0.47)
        return best, (0.0, ())
    # A word of the opposite stands just where the relation would.
    return best._replace(score=min(best.score, 0.6) if best.score > 0.75 else 0.47), (opposed, against)


def _within(cue: Cue, mention: Mention) -> bool:
    return any(cue.start < end and start < cue.end for start, end in mention.spans)


def _plainness(sentence: Sentence, text: str, source: Mention, target: Mention, cue: Cue) -> float:
    """Return how plainly a relation word joins source and target in that order, from 0 to 1."""
    to_target = _gap(sentence, cue, target)
    to_source = _gap(sentence, cue, source)
    near = 1.0 - 0.03 * min(to_target, 12) - 0.012 * min(to_source, 20)
    lo, hi = sorted((source, target))
    between = text[lo.end : hi.start]
    if _CLAUSE.search(between):
        near -= 0.08
    if source.end <= cue.start and cue.end <= target.start:
        passive = _PASSIVE.search(text[source.end : cue.start]) and _BY.match(text[cue.end : target.start])
        return 0.3 * near if passive else near
    if target.end <= cue.start and cue.end <= source.start:
        turned_round = _BY.match(text[cue.end : source.start]) or _BY.match(text[target.end : cue.start])
        return near if turned_round else 0.4 * near
    if (
        target.end <= source.start
        and source.end <= cue.start
        and _VERB_LAST.fullmatch(text, target.end, source.start)
    ):
        # The verb stands last: "T wird durch S gehemmt", "T被S抑制".
        return near
    if target.start >= cue.end and to_target <= 3:
        # "By blocking T, S …": the deed on the target is named, the doer stands elsewhere.
        return 0.92 * near
    if cue.start >= target.end and to_target <= 2:
        # "S is a T antagonist", "S leads to T activation".
        return (0.95 if source.end <= target.start else 0.7) * near
    if source.start >= cue.end and to_source <= 3 and target.start > source.start:
        # "Activation of S contributes to T" has its own word; this one only speaks of the source.
        return 0.45 * near
    return 0.35 * near


def _gap(sentence: Sentence, cue: Cue, mention: Mention) -> int:
    if mention.end <= cue.start:
        return sentence.distance(mention.end, cue.start)
    return sentence.distance(cue.end, mention.start)
