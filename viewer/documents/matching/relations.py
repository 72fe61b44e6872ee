"""Words that state a relation: their class, which way they pull, whether they are denied, and how they fit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from viewer.documents.matching.levelling import level
from viewer.documents.wordlists import sections, words

if TYPE_CHECKING:
    from collections.abc import Iterator

# "does not block", "cannot", "fails to"; a clause of its own ends the reach ("does not block but opens").
_NEGATED = re.compile(
    r"(?:\b(?:not|no|never|neither|nor|cannot|hardly|fails? to|failed to|failing to|lacks?|unable to)\b|n't\b)"
    r"(?!\s+(?:only|just|merely|simply|alone|least)\b)"
    r"(?:(?!\b(?:but|yet|although|though|while|whereas|and|because|since|so)\b)[^.;:,]){0,26}$"
    r"|\b(?:without|rather than|instead of)\s+(?:[a-z]+ly\s+)?$"
    r"|\b(?:nicht|kein|keine|nie|weder)\b[^.;:,]{0,26}$|(?:不|未|没有|无法|并非|难以)[^，。；、]{0,3}$"
)
_NEGATED_BEHIND = re.compile(r"\s+(?:[^\W\d_]+\s+)?(?:nicht|kein\w*)\b")
# "There is no evidence that S blocks T": what follows is denied as a whole.
_DENYING = re.compile(
    r"\b(?:no (?:evidence|sign|proof|indication|support)|not (?:true|the case|correct|believed|thought|known|shown|"
    r"proven|found|established)|(?:false|wrong|untrue|unlikely|doubtful|myth|contrary to the (?:claim|view|idea)))"
    r"\s+(?:(?:for the (?:claim|view|idea)|so far|yet|to us)\s+)?(?:that|to)\b[^.;:]{0,60}$"
)
_NEGATIVE = re.compile(
    r"n't\b|\b(?:no|not|never|nor|neither|cannot|without|hardly|fail|lack|unable|rather|instead|false|wrong|untrue"
    r"|unlikely|doubtful|myth|contrary|nicht|kein|nie|weder)|[不未没无非难]"
)
_WORD = re.compile(r"[^\W_]+")
_ADJECTIVE = ("ory", "ories")
_NOUN_ENDINGS = (
    *("ion", "ions", "ade", "ades", "ist", "ists", "ism", "or", "ors", "er", "ers"),
    *("ment", "ments", "ance", "ity", "release"),
)
_NO_NOUNS = frozenset({"lower", "higher", "greater", "trigger"})
_WAYS = {"up": 1, "down": -1}


class Cue(NamedTuple):
    """A relation word in a levelled text. ``fit`` is how well it states what was asked, negative for the opposite."""

    start: int
    end: int
    relation: str
    fit: float
    noun: bool
    """Whether it is a noun made of a verb ("blockade", "activation") or of a doer ("antagonist")."""
    pull: int = 0
    """1 for more, -1 for less, 0 for neither."""
    denied: bool = False
    """Whether a word before it says that it is not so."""
    soft: bool = False
    """Whether it has other senses too, so that it cannot be held against a relation."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A relation and the words on the arrow, ready to be looked for. ``pull`` is that of a cue."""

    relation: str
    own: re.Pattern[str] | None
    pull: int = 0
    head: str = ""
    """What the first of those words begins with: the verb itself, which pulls as the relation does."""


@lru_cache(maxsize=512)
def asked(relation: str, verb: str) -> Asked:
    """Prepare a relation and the verb that its arrow shows; both may be empty."""
    roots = []
    for word in re.findall(r"[^\W\d_]+", level(verb)):
        if len(word) > 3 and word not in _plain():
            roots.append(_root(word))
    own = re.compile(rf"(?<![^\W_])(?:{'|'.join(roots)})[a-z]*") if roots else None
    return Asked(relation, own, _pull(relation), roots[0] if roots else "")


def cues(levelled: str, question: Asked | None = None) -> list[Cue]:
    """Return the relation words of a levelled text, ascending."""
    found: list[Cue] = []
    negative = question is not None and _NEGATIVE.search(levelled) is not None
    for match in _places(levelled):
        word = match[0]
        if word.endswith(_ADJECTIVE):
            continue
        name = _form(word)[0]
        own = question is not None and question.own is not None and question.own.match(word) is not None
        found.append(_cue(levelled, match, name, question, own=own, negative=negative))
    if question is not None and question.own is not None:
        taken = {cue.start for cue in found}
        for match in question.own.finditer(levelled):
            if match.start() not in taken and not match[0].endswith(_ADJECTIVE):
                found.append(_cue(levelled, match, question.relation, question, own=True, negative=negative))
        found.sort()
    return found


def _cue(levelled: str, match: re.Match[str], name: str, question: Asked | None, *, own: bool, negative: bool) -> Cue:
    start, end = match.span()
    _, noun, soft = _form(match[0])
    if question is None:
        return Cue(start, end, name, 0.0, noun, _pull(name))
    denied = negative and _denies(levelled, start, end)
    fit = 1.0 if own else _fit(question.relation, name)
    pull = _pull(name)
    if own:
        # "blocks uptake of": the first word is the verb, whatever else it is; the others say what is done to what.
        pull = question.pull if match[0].startswith(question.head) else 0
    return Cue(start, end, name, fit, noun, pull, denied, soft)


def is_denied(levelled: str, start: int, end: int) -> bool:
    """Whether a levelled text says of the relation word at this place that it is not so."""
    return _NEGATIVE.search(levelled) is not None and _denies(levelled, start, end)


def _denies(levelled: str, start: int, end: int) -> bool:
    return (
        _NEGATED.search(levelled, max(0, start - 48), start) is not None
        or _DENYING.search(levelled, max(0, start - 120), start) is not None
        or _NEGATED_BEHIND.match(levelled, end) is not None
    )


@lru_cache(maxsize=8192)
def _form(word: str) -> tuple[str, bool, bool]:
    """Return the class of a relation word, whether it is a noun, and whether it has other senses too."""
    name = next((name for name, pattern in _classes() if pattern.fullmatch(word)), "")
    noun = word.endswith(_NOUN_ENDINGS) and word not in _NO_NOUNS
    return name, noun, _soft().fullmatch(word) is not None


@cache
def _fit(relation: str, found: str) -> float:
    if relation == found:
        return 1.0
    if "part-of" in (relation, found):
        return 0.25
    mine, its = _pull(relation), _pull(found)
    if not (mine and its):
        return 0.55
    return 0.75 if mine == its else -0.7


@cache
def _pull(relation: str) -> int:
    listed = _lists().get(relation)
    return _WAYS.get(listed[1], 0) if listed else 0


@cache
def _soft() -> re.Pattern[str]:
    ways = [way for listed in _lists().values() if "soft" in listed for way in listed[listed.index("soft") + 1 :]]
    return re.compile("|".join(map(_way, ways)))


def _root(word: str) -> str:
    for ending in ("ations", "ation", "ates", "ating", "ated", "ings", "ing", "ies", "es", "ed", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@cache
def _plain() -> frozenset[str]:
    return (
        words("articles")
        | words("passive")
        | {
            *("into", "onto", "over", "them", "more", "against", "through", "toward", "towards", "that", "which"),
        }
    )


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    return {name: listed for name, listed in sections("viewer.documents.matching", "relations.txt").items() if name}


@cache
def _pattern() -> re.Pattern[str]:
    """All relation words, by their first letter: at each word of a text few are tried."""
    ways: dict[str, set[str]] = {}
    for listed in _lists().values():
        for word in listed[2:]:
            if word != "soft" and word.isascii():
                ways.setdefault(word[0], set()).add(_way(word)[1:])
    letters = [f"{first}(?:{'|'.join(sorted(rest, key=len, reverse=True))})" for first, rest in sorted(ways.items())]
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(letters)})(?![^\W_])")


def _places(levelled: str) -> Iterator[re.Match[str]]:
    """Yield where the pattern matches, ascending and apart: it is tried where a word begins as one of its ways does.

    To try two hundred ways at every word takes five times as long.
    """
    if not levelled.isascii():
        yield from _unspaced().finditer(levelled)
    pattern, at = _pattern(), 0
    for word in _WORD.finditer(levelled):
        if word.start() >= at and _may_begin(word[0]):
            match = pattern.match(levelled, word.start())
            if match is not None:
                at = match.end()
                yield match


@cache
def _unspaced() -> re.Pattern[str]:
    """Return the relation words of scripts that put no space between words."""
    ways = (word for listed in _lists().values() for word in listed[2:] if not word.isascii())
    return re.compile("|".join(sorted(ways, key=len, reverse=True)))


@lru_cache(maxsize=16_384)
def _may_begin(word: str) -> bool:
    return _beginnings().match(word) is not None


@cache
def _beginnings() -> re.Pattern[str]:
    ways = {re.split(r"[^a-z]", word)[0] for listed in _lists().values() for word in listed[2:] if word.isascii()}
    return re.compile("|".join(sorted(ways)))


@cache
def _classes() -> list[tuple[str, re.Pattern[str]]]:
    return [
        (name, re.compile("|".join(_way(word) for word in listed[2:] if word != "soft")))
        for name, listed in _lists().items()
    ]


def _way(word: str) -> str:
    if word.endswith("*"):
        return re.escape(word[:-1]) + "[a-z]*"
    first, star, last = word.partition("*")
    return rf"{first}[a-z]*\s(?:[a-z]+\s)?{last}" if star else re.escape(word)
