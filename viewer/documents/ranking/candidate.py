"""A passage that may be shown, with what the index knows of it, and what its words look like apart from any name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from viewer.documents.formats.structure import PassageKind
from viewer.documents.matching.levelling import CJK, level
from viewer.documents.matching.relations import cues
from viewer.documents.wordlists import words

if TYPE_CHECKING:
    from viewer.documents.matching.relations import Asked, Cue


class Row(NamedTuple):
    """A passage as the index keeps it; ``section`` is the number of its heading in the document, -1 before any."""

    id: int
    document: int
    start: int
    end: int
    line: int
    last_line: int
    page: int | None
    kind: int
    block: int
    section: int
    text: str


_LEAD = re.compile(r"(?:[*_]{0,3})([^\W\d_][^.:!?\n]{1,70}?)(?:[*_]{0,3})[:：]\s*(?:[*_]{0,3})(?=[^\W\d_])")
_ADDRESS = re.compile(r"https?://|www\.|\]\(")
_TOKEN = re.compile(r"\S+")
_MOST_CUES = 20  # far more than a sentence has; each is held against every two mentions
_FIRST = re.compile(r"[\W_]*([^\W_]+)")
_SHORTEST = 5
_MOST_LISTED = 3
_WORDS_LISTED = 3
_SIGNS = re.compile(f"[{CJK}]")
_REPORTED = 0.85
_SPEAKER = 3  # so many words outside of quotation marks speak about what stands within
_WHETHER = re.compile(r"\bwhether\b[^.;:]*$")
_OF_ITSELF = re.compile(
    r"\b(?:this|the present) (?:text|article|chapter|section|review|page|paper|guide|lecture|figure)\b"
)


class Sentence:
    """A row's words, levelled once and looked at from all sides."""

    __slots__ = ("_cues", "_question", "_starts", "_unspaced", "body", "levelled", "raw", "row", "words")

    def __init__(self, row: Row, question: Asked | None = None) -> None:
        """Take a row and, for an edge, what is asked: the relation words are looked for once.

        ``body`` is where the words begin behind a lead such as "Calcium permeability:".
        """
        self.row = row
        self.raw = row.text
        self.levelled = level(row.text)
        lead = _LEAD.match(row.text)
        self.body = lead.end() if lead and len(row.text) - lead.end() > 12 and len(lead[1].split()) <= 9 else 0
        self._question = question
        self._cues: list[Cue] | None = None
        self._starts: list[int] | None = None
        self.words = len(row.text.split())
        self._unspaced = 0 if row.text.isascii() else len(_SIGNS.findall(row.text))
        if self._unspaced:
            # Two signs are about a word.
            self.words += self._unspaced // 2

    @property
    def cues(self) -> list[Cue]:
        """The relation words, ascending: of a passage without end the first."""
        if self._cues is None:
            self._cues = cues(self.levelled, self._question)[:_MOST_CUES]
        return self._cues

    @property
    def first_word(self) -> str:
        """The first word behind the lead, levelled."""
        match = _FIRST.match(self.levelled, self.body)
        return match[1] if match else ""

    @property
    def backward(self) -> bool:
        """Whether the passage opens by speaking of what stood before it."""
        return self.first_word in words("backward")

    def distance(self, start: int, end: int) -> int:
        """Count the words between two places."""
        if end <= start:
            return 0
        if self._starts is None:
            self._starts = [match.start() for match in _TOKEN.finditer(self.levelled)]
        whole = bisect_left(self._starts, end) - bisect_right(self._starts, start)
        return whole + (not self.levelled[start].isspace())

    def asserted(self, start: int, end: int) -> float:
        """Return how far the passage itself says what stands there: less what it only quotes, or asks."""
        text = self.levelled
        if '"' not in text and "whether" not in text:
            return 1.0
        if text.count('"', 0, start) % 2 and text.count('"', end) % 2:
            said = self.distance(text.rindex('"', 0, start), text.index('"', end))
            if self.words - said >= _SPEAKER:
                return _REPORTED
        return _REPORTED if _WHETHER.search(text, 0, start) else 1.0

    def worth(self) -> float:
        """Return how much of a statement the passage can be at all: 1 for a plain sentence, less for scraps."""
        worth = 1.0
        stripped = self.raw.rstrip("\"'”’)]*_ ")
        if stripped.endswith("?"):
            worth *= 0.4
        elif stripped.endswith((":", " -", "–")):
            worth *= 0.6
        spoken = set(re.findall(r"[^\W\d_]+", self.levelled))
        says = bool(spoken & _VERBLIKE) or bool(_VERB_ENDING.search(self.levelled)) or bool(self.cues)
        says = says or self._unspaced > _SHORTEST
        if self.words < _SHORTEST:
            worth *= 0.96 if says and stripped.endswith(_FULL_STOPS) else 0.5
        elif self.words < 8:
            worth *= 0.97 if stripped.endswith(_FULL_STOPS) else 0.9
        elif self.words > 70:
            worth *= 0.8
        elif self.words > 45:
            worth *= 0.94
        links = len(_ADDRESS.findall(self.raw))
        if links:
            worth *= 0.85 if links == 1 and self.words > 12 else 0.5
        if self.row.kind == PassageKind.CODE:
            worth *= 0.3
        elif self.row.kind == PassageKind.ROW:
            worth *= 0.8
        pieces = self.levelled.count(",") + self.levelled.count(";") + 1
        if self._unspaced:
            pieces += self.levelled.count("、")
        if pieces > _MOST_LISTED and self.words <= _WORDS_LISTED * pieces:
            # An enumeration names things, and says nothing about them.
            worth *= 0.6
        if _OF_ITSELF.search(self.levelled):
            worth *= 0.7
        if spoken & words("chrome"):
            worth *= 0.6
        if spoken & _SECOND_PERSON:
            worth *= 0.75
        if not says:
            worth *= 0.7
        return worth


_FULL_STOPS = (".", "。", "!")
_SECOND_PERSON = frozenset({"you", "your", "we", "us"})
_VERBLIKE = words("copula") | words("auxiliary") | words("elsewhere")
_VERB_ENDING = re.compile(r"[a-z]{3}(?:es|ed|s|ing)\b")
