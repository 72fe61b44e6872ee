"""Where a text speaks of a thing: by one of its names, by the words of a name apart, or by a part of a name."""

from __future__ import annotations

import re
from functools import cache, cached_property
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from viewer.documents.matching import names as naming
from viewer.documents.matching.levelling import CJK
from viewer.documents.matching.mending import mended
from viewer.documents.matching.names import AFTER, BEFORE, EDGE, Name, Word, fits_case, name_of
from viewer.documents.wordlists import words as listed

if TYPE_CHECKING:
    from collections.abc import Iterable

WHOLE = 1.0
BESIDE = 0.6
"""A name that only says what kind of another thing is meant, or that a prefix turns round."""
APART = 0.72
FAMILY = 0.6
PART = 0.45
_WINDOW = 70
_MOST_NAMES = 24
_MOST_TAKEN = 60
_MOST_WORDS = 8
_MOST_PLACES = 30

_NEXT = re.compile(r"[\s-]{1,3}([^\W\d_]+)")
_PREFIX = re.compile(r"(?:^|[^\W_]*[\W_])(?:anti|sub|un|de|pseudo|pre|post)-$")

# A class of all Chinese signs takes half a millisecond to compile, each time it stands in a pattern. Texts without
# such signs, nearly all, are looked through with patterns that leave them out, and mean the same there.
_SIGN = re.compile(f"[{CJK}]")
_PLAIN_EDGE = r"[^\W_]"

Span = tuple[int, int]


class Mention(NamedTuple):
    """One mention: its extent, how surely it means the thing (1 for a whole name), and the words that matched."""

    start: int
    end: int
    strength: float
    spans: tuple[Span, ...]


class Names:
    """All names of one thing, ready to be looked for. ``labels`` are the names as a definition writes them."""

    def __init__(self, labels: tuple[str, ...], taken: tuple[str, ...] = (), *, signs: bool = False) -> None:
        """Take names; those without a letter or digit, and repetitions, are left out.

        ``taken`` are names of other things: no part of a name may stand for one, and a name within one counts less.
        ``signs`` says that the texts hold Chinese signs; without it, those that do are left to other names.
        """
        self._labels, self._off, self._signs = labels, taken, signs
        distinct = {name.pattern: name for label in labels[:_MOST_NAMES] if (name := name_of(label)) is not None}
        self.names: tuple[Name, ...] = tuple(distinct.values())
        others = [name for label in taken[:_MOST_TAKEN] if (name := name_of(label)) is not None]
        self._taken = {_plain(name.words) for name in others}
        self._other_patterns = [name.pattern for name in others if name.pattern not in distinct]

    @cached_property
    def _for_signs(self) -> Names:
        return Names(self._labels, self._off, signs=True)

    @cached_property
    def _others(self) -> re.Pattern[str] | None:
        return self._joined(self._other_patterns)

    @cached_property
    def _exact(self) -> re.Pattern[str] | None:
        return self._joined([name.pattern for name in self.names if not name.acronym])

    @cached_property
    def _acronyms(self) -> re.Pattern[str] | None:
        return self._joined([name.pattern for name in self.names if name.acronym])

    @cached_property
    def _each(self) -> tuple[tuple[re.Pattern[str], bool], ...]:
        """The pattern of every name, and whether it is an acronym."""
        return tuple((self._compiled(name.pattern), name.acronym) for name in self.names)

    @cached_property
    def _weak(self) -> tuple[tuple[float, tuple[re.Pattern[str], ...], tuple[bool, ...]], ...]:
        """For every name: how sure, the patterns of words that must all be there, and which are acronyms."""
        found: dict[str, tuple[float, tuple[re.Pattern[str], ...], tuple[bool, ...]]] = {}
        for name in self.names:
            sets: list[tuple[float, tuple[Word, ...]]] = []
            if len(name.content) > 1:
                sets.append((APART, name.content))
            elif naming.family(name.content[0]):
                sets.append((FAMILY, name.content))
            if self._has_part(name):
                sets.append((PART, name.distinctive))
            for strength, words in sets:
                if len(words) > _MOST_WORDS:
                    continue
                wide = strength in (APART, FAMILY)
                patterns = tuple(self._compiled(_word(word, wide=wide)) for word in words)
                key = "&".join(pattern.pattern for pattern in patterns)
                found.setdefault(key, (strength, patterns, tuple(word.acronym for word in words)))
        return tuple(sorted(found.values(), key=lambda entry: -entry[0]))

    def whole(self, levelled: str, raw: str) -> list[Mention]:
        """Return the mentions by a whole name, ascending and apart; a word may be broken at a line's end."""
        if self._misses(levelled):
            return self._for_signs.whole(levelled, raw)
        found = self._unbroken(levelled, raw)
        mend = mended(levelled, raw)
        if mend is not None:
            found += [mend.moved(mention) for mention in self._unbroken(mend.levelled, mend.raw)]
        return found if len(found) < 2 else _apart(found)

    def _unbroken(self, levelled: str, raw: str) -> list[Mention]:
        found = [] if self._exact is None else _mentions(self._exact, levelled)
        if self._acronyms is not None:
            for mention in _mentions(self._acronyms, levelled):
                if fits_case(raw[mention.start : mention.end]):
                    found.append(mention)
        if self._others is not None and found:
            found = _lessened(found, [match.span() for match in self._others.finditer(levelled)])
        return found

    def all(self, levelled: str, raw: str) -> list[Mention]:
        """Return the mentions by whole names, or, where there is none, the surest kind of weaker ones."""
        return self.whole(levelled, raw) or self.weaker(levelled, raw)

    def weaker(self, levelled: str, raw: str) -> list[Mention]:
        """Return the mentions by the words of a name apart, by its family, or by a part of it."""
        if self._misses(levelled):
            return self._for_signs.weaker(levelled, raw)
        for strength, patterns, acronyms in self._weak:
            found = _together(patterns, acronyms, levelled, raw, strength)
            if found:
                return found
        return []

    def marks(self, levelled: str, raw: str) -> tuple[list[Span], bool]:
        """Return every stretch that matched a name, names inside one another too, and whether one matched whole."""
        if self._misses(levelled):
            return self._for_signs.marks(levelled, raw)
        spans: list[Span] = []
        for pattern, acronym in self._each:
            for match in pattern.finditer(levelled):
                if not acronym or fits_case(raw[match.start() : match.end()]):
                    spans.extend(_pieces(levelled, match.start(), match.end()))
        mend = mended(levelled, raw)
        if mend is not None:
            whole, named = self.marks(mend.levelled, mend.raw)
            spans += [(mend.begins(start), mend.ends(end)) for start, end in whole if named]
        if spans:
            return spans, True
        return [span for mention in self.weaker(levelled, raw) for span in mention.spans], False

    @cached_property
    def question(self) -> str:
        """What to ask the index for passages that have all words of a name; empty when there is no name."""
        return _any(" AND ".join(naming.question(word) for word in name.words) for name in self.names)

    @cached_property
    def opening_question(self) -> str:
        """What to ask the index for passages that open with a name, perhaps behind an article."""
        return _any(
            " AND ".join((naming.opening(name.words[0]), *map(naming.question, name.words[1:])))
            for name in self.names
        )

    @cached_property
    def wide_question(self) -> str:
        """What to ask the index for passages that may speak of the thing in fewer or other words."""
        asked: list[str] = []
        for name in self.names:
            if len(name.content) > 1 or naming.family(name.content[0]):
                asked.append(" AND ".join(naming.family_question(word) for word in name.content))
            if self._has_part(name):
                asked.append(" AND ".join(naming.question(word) for word in name.distinctive))
        return _any(asked)

    def _misses(self, levelled: str) -> bool:
        """Whether the text holds signs that these patterns leave out."""
        return not (self._signs or levelled.isascii()) and _SIGN.search(levelled) is not None

    def _compiled(self, pattern: str) -> re.Pattern[str]:
        return re.compile(pattern if self._signs else pattern.replace(EDGE, _PLAIN_EDGE))

    def _joined(self, patterns: list[str]) -> re.Pattern[str] | None:
        return self._compiled("|".join(sorted(patterns, key=len, reverse=True))) if patterns else None

    def _has_part(self, name: Name) -> bool:
        """Whether a part of the name is enough of a mention."""
        return bool(name.distinctive) and _plain(name.distinctive) not in self._taken


def _plain(words: tuple[Word, ...]) -> str:
    return " ".join(word.text for word in words)


def _any(questions: Iterable[str]) -> str:
    asked = dict.fromkeys(questions)
    return " OR ".join(f"({question})" for question in asked)


def _word(word: Word, *, wide: bool) -> str:
    pattern = naming.word_pattern(word)
    root = naming.family(word) if wide else ""
    if root:
        # Only what ends as families do: "hypothesis" and "hypothalamus" are none.
        return rf"{BEFORE}(?:{pattern}|{re.escape(root)}(?:{_endings()})?){AFTER}"
    return f"{BEFORE}{pattern}{AFTER}"


@cache
def _endings() -> str:
    return "|".join(sorted(listed("endings"), key=len, reverse=True))


def _mentions(pattern: re.Pattern[str], levelled: str) -> list[Mention]:
    found: list[Mention] = []
    for match in islice(pattern.finditer(levelled), _MOST_PLACES):
        start, end = match.span()
        beside = _names_another(levelled, end) or _PREFIX.search(levelled, max(0, start - 8), start)
        found.append(Mention(start, end, BESIDE if beside else WHOLE, tuple(_pieces(levelled, start, end))))
    return found


def _lessened(found: list[Mention], others: list[Span]) -> list[Mention]:
    """Return the mentions, less sure where they are only words in another thing's longer name."""
    return [
        mention._replace(strength=min(mention.strength, BESIDE))
        if any(
            start <= mention.start and mention.end <= end and end - start > mention.end - mention.start
            for start, end in others
        )
        else mention
        for mention in found
    ]


def _names_another(levelled: str, end: int) -> bool:
    """Whether the next word makes another thing of what ends here: "glutamate receptor" is not glutamate."""
    after = _NEXT.match(levelled, end)
    return after is not None and after[1] in listed("things")


def _apart(found: list[Mention]) -> list[Mention]:
    """Return mentions ascending, of those that overlap the first and longest."""
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda mention: (mention.start, -mention.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


_REMARK = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*|\s*[)\]]\s*")


def _pieces(levelled: str, start: int, end: int) -> list[Span]:
    """Return a match without the brackets that it reaches over."""
    if not any(sign in levelled[start:end] for sign in ")]"):
        return [(start, end)]
    pieces: list[Span] = []
    at = start
    for match in _REMARK.finditer(levelled, start, end):
        if match.start() > at:
            pieces.append((at, match.start()))
        at = match.end()
    if end > at:
        pieces.append((at, end))
    return pieces


def _together(
    patterns: tuple[re.Pattern[str], ...], acronyms: tuple[bool, ...], levelled: str, raw: str, strength: float
) -> list[Mention]:
    """Return the places where all patterns match near one another."""
    places: list[list[Span]] = []
    for pattern, acronym in zip(patterns, acronyms, strict=True):
        spans = [match.span() for match in pattern.finditer(levelled)]
        if acronym:
            spans = [span for span in spans if fits_case(raw[span[0] : span[1]])]
        if not spans:
            return []
        places.append(spans[:_MOST_PLACES])
    found: list[Mention] = []
    for anchor in places[0]:
        near = [anchor]
        for spans in places[1:]:
            near.append(min(spans, key=lambda span: abs(span[0] - anchor[0])))
        start, end = min(span[0] for span in near), max(span[1] for span in near)
        if strength == PART and _names_another(levelled, end):
            continue
        if end - start <= _WINDOW and (not found or start >= found[-1].end):
            found.append(Mention(start, end, strength, tuple(sorted(set(near)))))
    return found
