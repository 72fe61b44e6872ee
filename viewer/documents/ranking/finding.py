"""Find what the documents say about a node or an edge: ask the index, look closely, put it in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from viewer.documents.formats.structure import PassageKind
from viewer.documents.matching.levelling import level
from viewer.documents.matching.relations import asked
from viewer.documents.ranking.candidate import Row, Sentence
from viewer.documents.ranking.edges import apart, context_score, edge_score
from viewer.documents.ranking.ends import End
from viewer.documents.ranking.judgement import Judgement
from viewer.documents.ranking.nodes import node_score
from viewer.documents.ranking.spread import Scored, spread
from viewer.documents.wordlists import words
from viewer.model.evidence import Rule

if TYPE_CHECKING:
    from viewer.documents.index.lookup import Lookup, Matches
    from viewer.documents.matching.mentions import Mention
    from viewer.model.evidence import Target

_MOST_PAIRS = 200
_PAIR = 0.8
_POINTING = 0.5


@dataclass(frozen=True, slots=True)
class Found:
    """The excerpts in their order, how many passages there are in all, and the ends that were looked for.

    ``speaking`` are the documents that say something, also those whose words only repeat another's.
    """

    ordered: list[Scored]
    total: int
    ends: tuple[End, ...]
    speaking: frozenset[int] = frozenset()
    unseen: tuple[int, ...] = ()
    """The ids of all passages that match, where there are too many to look at each."""
    surveyed: bool = True
    """Whether the ids of all that match are known."""


def find(target: Target, lookup: Lookup) -> Found:
    """Return what the documents say about a target."""
    if target.other_names:
        return _Edge(target, lookup).found()
    return _about(End(target.names, lookup, target.taken), lookup)


def _about(end: End, lookup: Lookup) -> Found:
    question = _body(end.question)
    if not question:
        return Found([], 0, (end,))
    matches = lookup.matches(question)
    rows = lookup.rows(question, matches, _body(end.opening_question))
    if matches.total < lookup.enough and end.wide_question:
        wide = f"({_body(end.wide_question)}) NOT ({question})"
        rows += lookup.rows(wide, lookup.matches(wide), most=lookup.most - matches.total)
    headings = lookup.headings(row.document for row in rows)
    named: dict[tuple[int, int], bool] = {}
    scored: list[Scored] = []
    for row in rows:
        names = end.names(row.document)
        sentence = Sentence(row)
        mentions = names.all(sentence.levelled, sentence.raw)
        if not mentions:
            continue
        place = (row.document, row.section)
        if place not in named:
            title = headings.get(place, "")
            named[place] = bool(names.whole(level(title), title))
        judged = _placed(node_score(sentence, mentions, named[place]), headings.get(place, ""))
        scored.append(Scored((row,), judged.score, sentence.levelled, judged))
    return _ordered(scored, matches, len(rows), lookup.most, (end,))


def _ordered(scored: list[Scored], matches: Matches, looked: int, most: int, ends: tuple[End, ...]) -> Found:
    ordered = spread(scored)
    speaking = frozenset(one.document for one in scored)
    if matches.total <= most:
        return Found(ordered, len(ordered), ends, speaking)
    # The index knows no case and no order of words: of those that were not looked at, as many are taken to fit.
    total = max(len(ordered), matches.total * len(scored) // max(1, looked))
    return Found(ordered, total, ends, speaking, tuple(matches.ids) if ordered else (), matches.whole)


class _Edge:
    """One question about an edge."""

    def __init__(self, target: Target, lookup: Lookup) -> None:
        self._lookup = lookup
        self._source = End(target.names, lookup, target.taken)
        self._target = End(target.other_names, lookup, target.taken)
        self._asked = asked(target.relation, target.verb)

    def found(self) -> Found:
        """Both ends in one passage; else one under a heading, or beside a sentence, that names the other."""
        ends = (self._source, self._target)
        questions = [_body(end.question) for end in ends]
        if not all(questions):
            return Found([], 0, ends)
        together = f"({questions[0]}) AND ({questions[1]})"
        matches = self._lookup.matches(together)
        rows = self._lookup.rows(together, matches, f"({_body(self._source.opening_question)}) AND ({questions[1]})")
        if matches.total < self._lookup.enough and any(end.wide_question for end in ends):
            first, second = (_either(_body(end.question), _body(end.wide_question)) for end in ends)
            wide = f"(({first}) AND ({second})) NOT ({together})"
            rows += self._lookup.rows(wide, self._lookup.matches(wide), most=self._lookup.most - matches.total)
        headings = self._lookup.headings(row.document for row in rows)
        scored = [one for row in rows if (one := self._both(row, headings)) is not None]
        taken = {one.rows[0].id for one in scored}
        if matches.total < self._lookup.enough:
            near = [*self._under_heading(), *self._beside(questions)]
            for one in sorted(near, key=lambda one: -one.score):
                keys = {row.id for row in one.rows}
                if not keys & taken:
                    taken |= keys
                    scored.append(one)
        return _ordered(scored, matches, len(rows), self._lookup.most, ends)

    def _both(self, row: Row, headings: dict[tuple[int, int], str]) -> Scored | None:
        sentence = Sentence(row, self._asked)
        sources, targets = apart(
            self._source.names(row.document).all(sentence.levelled, sentence.raw),
            self._target.names(row.document).all(sentence.levelled, sentence.raw),
        )
        if not (sources and targets):
            return None
        judged = edge_score(sentence, sources, targets, self._asked)
        judged = _placed(judged, headings.get((row.document, row.section), ""))
        return Scored((row,), judged.score, sentence.levelled, judged)

    def _under_heading(self) -> list[Scored]:
        found: list[Scored] = []
        for one, other in ((self._source, self._target), (self._target, self._source)):
            question = f"(body : ({one.question})) AND (heading : ({other.question}))"
            rows = self._lookup.rows(question, self._lookup.matches(question))
            headings = self._lookup.headings(row.document for row in rows)
            for row in rows:
                title = headings.get((row.document, row.section), "")
                sentence = Sentence(row, self._asked)
                mentions = one.names(row.document).whole(sentence.levelled, sentence.raw)
                if mentions and other.names(row.document).whole(level(title), title):
                    judged = context_score(sentence, mentions, is_source=one is self._source, rule=Rule.UNDER_HEADING)
                    found.append(Scored((row,), judged.score, sentence.levelled, judged))
        return found

    def _beside(self, questions: list[str]) -> list[Scored]:
        """Return neighbouring sentences of one paragraph or list that name one end each."""
        pairs = self._lookup.beside(*questions)[:_MOST_PAIRS]
        rows = {row.id: row for row in self._lookup.by_id({key + step for key in pairs for step in (0, 1)})}
        found: list[Scored] = []
        for key in pairs:
            first, second = rows.get(key), rows.get(key + 1)
            if first is None or second is None or (first.document, first.block) != (second.document, second.block):
                continue
            one = self._pair(first, second)
            if one is not None:
                found.append(one)
        return found

    def _pair(self, first: Row, second: Row) -> Scored | None:
        sentences = (Sentence(first, self._asked), Sentence(second, self._asked))
        best = Judgement(0.0, Rule.BESIDE)
        for end, other, is_source in (
            (self._source, self._target, True),
            (self._target, self._source, False),
        ):
            for here, there in (sentences, sentences[::-1]):
                mine = _beyond_lead(here, end.names(first.document).whole(here.levelled, here.raw))
                its = _beyond_lead(there, other.names(first.document).whole(there.levelled, there.raw))
                if mine and its:
                    link = 0.9 if sentences[1].backward else _PAIR
                    judged = context_score(here, mine, is_source=is_source, rule=Rule.BESIDE)
                    if link * judged.score > best.score:
                        # Places count from the beginning of the slice that holds both.
                        ahead = here.row.start - first.start
                        cues = tuple(
                            cue._replace(start=cue.start + ahead, end=cue.end + ahead) for cue in judged.cues
                        )
                        best = judged._replace(score=link * judged.score, cues=cues)
        if not best.score:
            return None
        return Scored((first, second), best.score, f"{sentences[0].levelled} {sentences[1].levelled}", best)


def _placed(judged: Judgement, heading: str) -> Judgement:
    """Return a judgement, less of it for what stands in a list of references or of contents."""
    if heading and level(heading).strip(" .:0123456789") in words("apparatus"):
        return judged._replace(score=_POINTING * judged.score, disputes=False)
    return judged


def _beyond_lead(sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions that a neighbour may take up: in a list, the lead of "A: …" is its own item's subject."""
    if sentence.row.kind != PassageKind.ITEM:
        return mentions
    return [mention for mention in mentions if mention.end > sentence.body]


def _body(question: str) -> str:
    return f"body : ({question})" if question else ""


def _either(one: str, other: str) -> str:
    return f"({one}) OR ({other})" if one and other else one or other
