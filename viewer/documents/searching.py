"""Search the passages for a reader's own words: all must be there; those in quotation marks as they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from viewer.documents.matching.levelling import level
from viewer.documents.matching.names import AFTER, LEFT, family, name_of, question, quoted, word_pattern
from viewer.documents.ranking.candidate import Sentence
from viewer.documents.ranking.spread import Scored

if TYPE_CHECKING:
    from viewer.documents.index.lookup import Lookup
    from viewer.documents.matching.names import Word

_PHRASE = re.compile(r'"([^"]+)"|(\S+)')
_MOST_WORDS = 16


class Wanted:
    """The words of a search: what to ask the index, and what to mark in a passage."""

    def __init__(self, words: str) -> None:
        """Take what the reader typed."""
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
                continue
            for word in name.words:
                unfinished = place == len(parts) - 1 and match[1] is None
                asked.append(self._question(word, unfinished=unfinished))
                patterns.append(self._pattern(word, unfinished=unfinished))
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


def search(wanted: Wanted, lookup: Lookup) -> tuple[list[Scored], int]:
    """Return the passages that hold what is wanted, best first, and how many there are in all.

    Where no passage holds all of the words, those that hold most of them.
    """
    if not wanted.question:
        return [], 0
    found, total = _asked(wanted.question, wanted, lookup, wanted.words)
    if not found and wanted.loose_question:
        found, _ = _asked(wanted.loose_question, wanted, lookup, 1)
        most = max((count for count, _ in found), default=0)
        found = [(count, one) for count, one in found if count == most]
        total = len(found)
    ordered = sorted((one for _, one in found), key=lambda one: (-one.score, one.rows[0].id))
    return ordered, total


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
