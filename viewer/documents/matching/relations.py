"""Words that state a relation: their class, which way they pull, and how they fit the relation asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from viewer.documents.matching.levelling import level
from viewer.documents.wordlists import sections, words

if TYPE_CHECKING:
    from collections.abc import Iterator

_NEGATED = re.compile(r"\b(?:not|no|never|neither|nor|without|cannot|n't|fails? to|failed to|lacks?)\b[^.;:]{0,24}$")
_WORD = re.compile(r"[^\W_]+")
_ADJECTIVE = ("ory", "ories")
_NOUN_ENDINGS = (
    *("ion", "ions", "ade", "ades", "ist", "ists", "ism", "or", "ors", "er", "ers"),
    *("ment", "ments", "ance", "ity", "release"),
)
_NO_NOUNS = frozenset({"lower", "higher", "greater", "trigger"})


class Cue(NamedTuple):
    """A relation word in a levelled text. ``fit`` is how well it states what was asked, negative for the opposite."""

    start: int
    end: int
    relation: str
    fit: float
    noun: bool
    """Whether it is a noun made of a verb ("blockade", "activation") or of a doer ("antagonist")."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A relation and the words on the arrow, ready to be looked for."""

    relation: str
    own: re.Pattern[str] | None


@lru_cache(maxsize=512)
def asked(relation: str, verb: str) -> Asked:
    """Prepare a relation and the verb that its arrow shows; both may be empty."""
    roots = []
    for word in re.findall(r"[^\W\d_]+", level(verb)):
        if len(word) > 3 and word not in _plain():
            roots.append(re.escape(_root(word)))
    own = re.compile(rf"(?<![^\W_])(?:{'|'.join(roots)})[a-z]*") if roots else None
    return Asked(relation, own)


def cues(levelled: str, question: Asked | None = None) -> list[Cue]:
    """Return the relation words of a levelled text, ascending."""
    found: list[Cue] = []
    for match in _places(levelled):
        name = (match.lastgroup or "").replace("_", "-")
        word = match[0]
        if word.endswith(_ADJECTIVE):
            continue
        fit = 0.0
        if question is not None:
            own = question.own is not None and question.own.match(word)
            fit = 1.0 if own else _fit(question.relation, name)
            if fit and _NEGATED.search(levelled, max(0, match.start() - 40), match.start()):
                fit = -abs(fit)
        found.append(Cue(match.start(), match.end(), name, fit, _noun(word)))
    if question is not None and question.own is not None:
        taken = {cue.start for cue in found}
        for match in question.own.finditer(levelled):
            if match.start() not in taken and not match[0].endswith(_ADJECTIVE):
                found.append(Cue(match.start(), match.end(), question.relation, 1.0, _noun(match[0])))
        found.sort()
    return found


def _fit(relation: str, found: str) -> float:
    if relation == found:
        return 1.0
    if "part-of" in (relation, found):
        return 0.25
    pulls = _pulls()
    mine, its = pulls.get(relation, "none"), pulls.get(found, "none")
    if "none" in (mine, its):
        return 0.55
    return 0.75 if mine == its else -0.7


def _noun(word: str) -> bool:
    return word.endswith(_NOUN_ENDINGS) and word not in _NO_NOUNS


def _root(word: str) -> str:
    for ending in ("ations", "ation", "ates", "ating", "ated", "ings", "ing", "ies", "es", "ed", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@cache
def _plain() -> frozenset[str]:
    return words("articles") | words("passive") | {"into", "onto", "over", "them", "more"}


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    return {name: listed for name, listed in sections("viewer.documents.matching", "relations.txt").items() if name}


@cache
def _pulls() -> dict[str, str]:
    return {name: listed[1] for name, listed in _lists().items()}


def _places(levelled: str) -> Iterator[re.Match[str]]:
    """Yield where the pattern matches, ascending and apart: it is tried where a word begins as one of its ways does.

    To try two hundred ways at every word takes five times as long.
    """
    pattern, at = _pattern(), 0
    for word in _WORD.finditer(levelled):
        if word.start() >= at and _may_begin(word[0]):
            match = pattern.match(levelled, word.start())
            if match is not None:
                at = match.end()
                yield match


@lru_cache(maxsize=16_384)
def _may_begin(word: str) -> bool:
    return _beginnings().match(word) is not None


@cache
def _beginnings() -> re.Pattern[str]:
    ways = {re.split(r"[^a-z]", word)[0] for listed in _lists().values() for word in listed[2:]}
    return re.compile("|".join(sorted(ways)))


@cache
def _pattern() -> re.Pattern[str]:
    groups = []
    for name, listed in _lists().items():
        ways = sorted(map(_way, listed[2:]), key=len, reverse=True)
        groups.append(f"(?P<{name.replace('-', '_')}>{'|'.join(ways)})")
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(groups)})(?![^\W_])")


def _way(word: str) -> str:
    if word.endswith("*"):
        return re.escape(word[:-1]) + "[a-z]*"
    first, star, last = word.partition("*")
    return rf"{first}[a-z]*\s(?:[a-z]+\s)?{last}" if star else re.escape(word)
