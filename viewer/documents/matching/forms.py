"""The forms one word is written in: singular and plural, British and American, Greek letters and their names."""

from __future__ import annotations

from functools import cache, lru_cache

from viewer.documents.matching.levelling import GREEK
from viewer.documents.wordlists import sections, words

_LETTERS = {name: letter for letter, name in GREEK.items() if letter != "ς"}
_MOST_FORMS = 24
_SHORTEST_STEM = 6
_SHORTEST_LATIN = 4
# The longer endings first. What is no word in the end stands in no text.
_LATIN = (
    *(("ices", "ex"), ("ices", "ix"), ("ex", "ices"), ("ix", "ices"), ("ae", "a"), ("ves", "f"), ("ves", "fe")),
    *(
        ("ium", "ia"),
        ("ia", "ium"),
        ("ion", "ia"),
        ("ia", "ion"),
        ("um", "a"),
        ("us", "i"),
        ("es", "is"),
        ("is", "es"),
    ),
    *(("i", "us"), ("a", "um"), ("a", "ae"), ("af", "aves"), ("lf", "lves"), ("fe", "ves")),
)


@cache
def _spellings() -> tuple[tuple[str, str], ...]:
    pairs = sections("viewer.documents.matching", "spellings.txt")[""]
    return tuple(zip(pairs[::2], pairs[1::2], strict=True))


@lru_cache(maxsize=4096)
def forms(word: str) -> tuple[str, ...]:
    """Return the forms of a levelled word, itself first: plurals and spellings. Greek letters are given by name."""
    word = GREEK.get(word, word)
    found = [word]
    if word.isalpha() and word.isascii() and len(word) > 2:
        for form in _numbers(word):
            for spelt in (form, *_respelt(form)):
                if spelt not in found:
                    found.append(spelt)
    return tuple(found[:_MOST_FORMS])


def written(form: str) -> tuple[str, ...]:
    """Return how a form may stand in a levelled text: a Greek letter's name also as the letter."""
    letter = _LETTERS.get(form)
    return (form, letter) if letter else (form,)


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """Return the beginning that a word shares with its family, or "" where a word is too short to tell."""
    best = ""
    for ending in words("endings"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            short = word[: -len(ending)]
            if not best or len(short) < len(best):
                best = short
    return best


def _numbers(word: str) -> list[str]:
    """Return the word, its singular where it looks like a plural, the plural of that, and the Latin ones."""
    single = word
    if word.endswith("ies") and len(word) > 4:
        single = word[:-3] + "y"
    elif word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        single = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        single = word[:-1]
    if single.endswith("y") and single[-2:-1] not in "aeiou":
        plural = single[:-1] + "ies"
    elif single.endswith("is") and len(single) > 3:
        plural = single[:-2] + "es"
    elif single.endswith(("s", "x", "z", "ch", "sh")):
        plural = single + "es"
    else:
        plural = single + "s"
    return [word, single, plural, *_latin(word)]


def _latin(word: str) -> list[str]:
    """Return the plural or singular of a word that keeps those of Latin or Greek, or has none of a rule."""
    if word in _irregular():
        return [_irregular()[word]]
    if len(word) < _SHORTEST_LATIN:
        return []
    return [word[: -len(old)] + new for old, new in _LATIN if word.endswith(old)][:3]


@cache
def _irregular() -> dict[str, str]:
    pairs = sections("viewer.documents.matching", "words.txt")["irregular"]
    one_way = dict(zip(pairs[::2], pairs[1::2], strict=True))
    return one_way | {plural: single for single, plural in one_way.items()}


def _respelt(word: str) -> list[str]:
    found: list[str] = []
    for british, american in _spellings():
        for old, new in ((british, american), (american, british)):
            # "hem" within "haem" is the same place: nothing to put there.
            if old in word and not (old in new and new in word):
                other = word.replace(old, new)
                if other not in found:
                    found.append(other)
    return found[:8]
