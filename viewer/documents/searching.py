"""Search the passages for a reader's own words: all must be there; those in quotation marks as they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from viewer.documents.matching.levelling import level
from viewer.documents.matching.names import AFTER, LEFT, family, name_of, question, quoted, word_pattern
from viewer.documents.ranking.candidate import Sentence
from viewer.documents.ranking.spread import Scored

if TYPE_CHECKING:
    from viewer.documents.index.headings import Headings
    from viewer.documents.index.lookup import Lookup
    from viewer.documents.matching.names import Word

_PHRASE = re.compile(r'"([^"]+)"|(\S+)')
_MOST_WORDS = 16


class Wanted:
    """The words of a search: what to ask the index, and what to mark in a passage."""

    def __init__(self, words: str) -> None:
        """Take what the reader typed."""
        self.terms: dict[str, str] = {}
        """What was typed, term by term, with the question for each."""
        asked: list[str] = []
        patterns: list[str] = []
        parts = list(_PHRASE.finditer(level(words)))[:_MOST_WORDS]
        for place, match in enumerate(parts):
            name = name_of(match[1] or match[2])
            if name is None:
                continue
            if match[1] is not None and len(name.words) > 1:
                asked.append(" AND ".join(map(question, name.words)))
                patterns.append(name.pattern)
                self.terms[words[match.start() : match.end()]] = asked[-1]
                continue
            for word in name.words:
                unfinished = place == len(parts) - 1 and match[1] is None
                asked.append(self._question(word, unfinished=unfinished))
                patterns.append(self._pattern(word, unfinished=unfinished))
            first = len(asked) - len(name.words)
            self.terms[words[match.start() : match.end()]] = " AND ".join(f"({one})" for one in asked[first:])
        distinct = list(dict.fromkeys(asked))
        self.question = " AND ".join(f"({one})" for one in distinct)
        self.loose_question = " OR ".join(f"({one})" for one in distinct) if len(distinct) > 1 else ""
        self._patterns = [re.compile(pattern) for pattern in dict.fromkeys(patterns)]

    def found(self, text: str) -> tuple[int, list[tuple[int, int]]]:
        """Return how many of the words stand in a passage, and where."""
        levelled = level(text)
        count = 0
        spans: list[tuple[int, int]] = []
        for pattern in self._patterns:
            places = [match.span() for match in pattern.finditer(levelled)]
            count += bool(places)
            spans += places
        return count, spans

    @property
    def words(self) -> int:
        """How many words are looked for."""
        return len(self._patterns)

    def _question(self, word: Word, *, unfinished: bool) -> str:
        root = self._root(word, unfinished=unfinished)
        return f"{question(word)} OR {quoted(root)}*" if root else question(word)

    def _pattern(self, word: Word, *, unfinished: bool) -> str:
        root = self._root(word, unfinished=unfinished)
        if not root:
            return f"{LEFT}{word_pattern(word)}{AFTER}"
        return rf"{LEFT}(?:{word_pattern(word)}{AFTER}|{re.escape(root)}[^\W_]*)"

    def _root(self, word: Word, *, unfinished: bool) -> str:
        """Return the beginning that counts as well: of the word's family, or of a word that is still being typed."""
        if len(word.parts) > 1:
            return ""
        root = family(word)
        return root or (word.text if unfinished and len(word.text) > 1 and word.text.isalpha() else "")


class Searched(NamedTuple):
    """Passages, best first, and how many there are in all; ``wanted`` is what they were found for.

    ``unknown`` are the words that occur nowhere and were left out of it.
    """

    ordered: list[Scored]
    total: int
    wanted: Wanted
    unknown: tuple[str, ...] = ()


def search(wanted: Wanted, lookup: Lookup, headings: Headings) -> Searched:
    """Find the passages that hold what is wanted.

    Where no passage holds all of the words, those that hold all but the words that occur nowhere, else most of them.
    """
    if not wanted.question:
        return Searched([], 0, wanted)
    unknown: tuple[str, ...] = ()
    found, total = _asked(wanted.question, wanted, lookup, wanted.words)
    if not found and len(wanted.terms) > 1:
        absent = [term for term, asked in wanted.terms.items() if not _occurs(asked, lookup, headings)]
        if absent and len(absent) < len(wanted.terms):
            unknown = tuple(absent)
            wanted = Wanted(" ".join(term for term in wanted.terms if term not in absent))
            found, total = _asked(wanted.question, wanted, lookup, wanted.words)
    if not found and wanted.loose_question:
        found, _ = _asked(wanted.loose_question, wanted, lookup, 1)
        most = max((count for count, _ in found), default=0)
        found = [(count, one) for count, one in found if count == most]
        total = len(found)
    ordered = sorted((one for _, one in found), key=lambda one: (-one.score, one.rows[0].id))
    return Searched(ordered, total, wanted, unknown)


def _occurs(asked: str, lookup: Lookup, headings: Headings) -> bool:
    return lookup.matches(f"body : ({asked})").total > 0 or headings.hold(asked)


def _asked(question: str, wanted: Wanted, lookup: Lookup, least: int) -> tuple[list[tuple[int, Scored]], int]:
    """Return the passages with at least so many of the words, each with its count, and how many there are in all."""
    asked = f"body : ({question})"
    matches = lookup.matches(asked)
    found: list[tuple[int, Scored]] = []
    for row in lookup.rows(asked, matches):
        count, spans = wanted.found(row.text)
        if count < least:
            continue
        sentence = Sentence(row)
        covered = sum(end - start for start, end in spans)
        reach = max(end for _, end in spans) - min(start for start, _ in spans)
        density = covered / max(60, len(row.text))
        closeness = covered / max(covered, reach)
        score = (0.4 + 0.3 * min(1.0, 2 * density) + 0.28 * closeness) * sentence.worth()
        found.append((count, Scored((row,), round(score, 4), sentence.levelled)))
    return found, len(found) if matches.total <= lookup.most else matches.total
