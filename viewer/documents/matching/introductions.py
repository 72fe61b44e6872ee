"""Abbreviations that a document introduces, "brain-derived neurotrophic factor (BDNF)": both forms count there.

Both orders are known, round, square and full-width brackets, and the words "or", "stands for" and "short for". In
Chinese and Japanese the letters of the short form tell nothing of the long one: there it is what stands before.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from viewer.documents.matching.chinese import named_before, named_in, short_at_end, short_in
from viewer.documents.matching.forms import forms
from viewer.documents.matching.levelling import CJK, GREEK, level

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHORT = r"[^\W_](?:[\w\-+/.α-ω‐‑–]{0,10}[\w+α-ω])"
# Each begins with signs of its own: a text of megabytes is looked through for them at once.
_BRACKETS = tuple(re.compile(rf"{mark}([^()\[\]（）［］]{{2,140}})[)\]）］]") for mark in (r"\(", r"\[", "（", "［"))
_INNER = re.compile(
    rf"(?:(?:or|hereafter|abbreviated(?:\s+as)?|abbr\.?|short|also(?:\s+called)?)[\s:,]+)?[\"'“”‘’]?({_SHORT})[\"'“”‘’]?"
    r"(?:\s+for short)?(?:\s*[;,:].{0,60})?"
)
_ALONE = re.compile(_SHORT)
_PARTS = re.compile("[,;，；]")
_AHEAD = re.compile(rf"({_SHORT})[\"'“”‘’]?\s?$")
_SAID = (re.compile(" stands for "), re.compile(" is short for "), re.compile(", short for "))
_OR = tuple(
    re.compile(rf"{phrase}([^\W\d_a-z][\w\-+/α-ω]{{1,10}})(?:(?: for short)?[,.;]| is | are )")
    for phrase in (", or ", " abbreviated (?:as |to )?")
)
_WORD = re.compile(r"\S+")
_STOPS = re.compile(r"[.!?;:]\s|[()\[\]（）]|\n\s*\n")
_CLAUSE = re.compile(r"[.!?;:,\n()\[\]（）。，；]")
_OUTER = " ,;\"'“”‘’*_"
_ARTICLE = re.compile(r"(?:the|an?|so-called)\s+", re.IGNORECASE)
_INITIAL = re.compile(r"[^\W\d_]+")
_SMALL = frozenset({"of", "the", "and", "for", "in", "to", "a", "an", "on", "by", "with"})
_PART = re.compile(rf"[{CJK}]|[α-ω]|\d+|[^\W\d_α-ω{CJK}]+")
_MOST = 400
_MOST_BRACKETS = 20_000
_BEHIND = 160
_MOST_WORDS = 12


class Introduction(NamedTuple):
    """A short form and the long form that a document says it stands for, as written there, and their keys."""

    short: str
    long: str
    short_key: str
    long_key: str


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """Return what all writings of a name share: its parts in one form each, whatever stands between them."""
    return " ".join(min(forms(part)) for part in _PART.findall(level(name)))


def introductions(text: str) -> list[Introduction]:
    """Return the abbreviations that a text introduces, each pair once, in order."""
    found: dict[tuple[str, str], None] = {}
    for short, long in _pairs(text):
        if short and long:
            found[short, long] = None
            if len(found) >= _MOST:
                break
    return [Introduction(short, long, key(short), key(long)) for short, long in found]


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    brackets = chain.from_iterable(islice(pattern.finditer(text), _MOST_BRACKETS) for pattern in _BRACKETS)
    for match in brackets:
        inner = _INNER.fullmatch(match[1].strip())
        before = text[max(0, match.start() - _BEHIND) : match.start()].rstrip()
        if inner is not None and _is_short(inner[1]):
            yield _pair(inner[1], _since_stop(before))
        parts = [part.strip(_OUTER) for part in _PARTS.split(match[1], maxsplit=1)]
        if len(parts) == 2:
            # "… (brain-derived neurotrophic factor, BDNF)", or the other way round
            for part, other in (parts, parts[::-1]):
                if _ALONE.fullmatch(part) and _is_short(part):
                    yield _reversed(part, other)
        yield from _in_chinese(before, match[1])
        ahead = _AHEAD.search(before, max(0, len(before) - 16))
        if ahead is not None and _is_short(ahead[1]):
            yield _reversed(ahead[1], match[1])
    for said in _SAID:
        for match in islice(said.finditer(text), _MOST):
            ahead = _AHEAD.search(text[max(0, match.start() - 16) : match.start()])
            if ahead is not None and _is_short(ahead[1]):
                long = _CLAUSE.split(text[match.end() : match.end() + _BEHIND], maxsplit=1)[0]
                yield _reversed(ahead[1], long)
    for pattern in _OR:
        for match in islice(pattern.finditer(text), _MOST):
            if _is_short(match[1]):
                yield _pair(match[1], _since_stop(text[max(0, match.start() - _BEHIND) : match.start()]))


def _in_chinese(before: str, inner: str) -> Iterator[tuple[str, str]]:
    """Yield the pairs of a Chinese or Japanese name and a bracket behind it, or of a bracket with such a name."""
    short = short_in(inner)
    if short and _is_short(short):
        yield _singular(short), named_before(before)
    ahead = short_at_end(before)
    if ahead and _is_short(ahead):
        yield _singular(ahead), named_in(inner)


def _is_short(word: str) -> bool:
    """Whether a word looks like an abbreviation: capitals beyond the first letter, or a capital and a sign."""
    bare = _singular(word)
    capitals = sum(sign.isupper() for sign in bare)
    marked = any(sign.isdigit() or sign in GREEK for sign in bare)
    return capitals >= 2 or (len(bare) > 2 and bare[1].isupper()) or (capitals == 1 and marked and len(bare) > 1)


def _singular(short: str) -> str:
    """Return "NMDAR" for "NMDARs"."""
    return short[:-1] if len(short) > 2 and short.endswith("s") and short[-2].isupper() else short


def _since_stop(before: str) -> str:
    stops = list(_STOPS.finditer(before))
    return before[stops[-1].end() :] if stops else before


def _pair(short: str, before: str) -> tuple[str, str]:
    short = _singular(short)
    return short, _long_form(short, before)


def _reversed(short: str, words: str) -> tuple[str, str]:
    """Return the pair when ``words`` begin with the long form of ``short``."""
    short = _singular(short)
    words = re.split(r"[;,:]", words, maxsplit=1)[0].strip(_OUTER)
    article = _ARTICLE.match(words)
    words = words[article.end() :] if article else words
    # The whole must be the long form, perhaps with words behind it that the letters do not stand for.
    parts = words.split()
    for count in range(min(len(parts), _MOST_WORDS), 0, -1):
        whole = " ".join(parts[:count])
        if _long_form(short, whole) == whole:
            return short, whole
    return short, ""


def _long_form(short: str, before: str) -> str:
    """Return the shortest run of words at the end of ``before`` that holds the letters of ``short`` in order.

    The first letter must begin a word (Schwartz and Hearst, 2003). Digits and Greek letters may be left out, or
    stand by name.
    """
    letters = _letters(short)
    words = [match.start() for match in _WORD.finditer(before)]
    most = min(len(letters) + 5, len(letters) * 2)
    if not words or len(letters) < 2:
        return ""
    plain = _by_initials(letters, before)
    if plain:
        return plain
    lower = before.lower()
    if len(lower) != len(before):
        return ""
    at = len(lower) - 1
    for index in range(len(letters) - 1, -1, -1):
        letter = letters[index]
        while at >= 0 and (lower[at] != letter or (index == 0 and at > 0 and lower[at - 1].isalnum())):
            at -= 1
        if at < 0:
            return ""
        at -= 1
    begin = at + 1
    # A word is taken whole: "alpha-amino-…" may begin within "(alpha-…".
    while begin > 0 and not before[begin - 1].isspace():
        begin -= 1
    long = before[begin:].strip(_OUTER)
    count = len(long.split())
    if count > most or len(long) <= len(short) or long.lower() == short.lower():
        return ""
    return " ".join(long.split())


def _by_initials(letters: list[str], before: str) -> str:
    """Return the words at the end whose first letters these are, small words aside; "" where there are none."""
    parts = list(_INITIAL.finditer(before))
    place = len(parts)
    for letter in reversed(letters):
        place -= 1
        while place >= 0 and parts[place][0] in _SMALL and parts[place][0][0] != letter:
            place -= 1
        if place < 0 or parts[place][0][0].lower() != letter:
            return ""
    start = parts[place].start()
    if len(letters) < 2 or (start > 0 and not before[start - 1].isspace()):
        return ""
    return " ".join(before[start:].strip(_OUTER).split())


def _letters(short: str) -> list[str]:
    return [sign.lower() for sign in short if sign.isalpha() and sign not in GREEK]
