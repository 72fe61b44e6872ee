"""The ways in which a text may say a name, as a pattern over levelled text and as a question to the index."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise, product

from viewer.documents.matching.forms import forms, stem, written
from viewer.documents.matching.levelling import CJK, GREEK, level
from viewer.documents.wordlists import words

_PART = re.compile(rf"[{CJK}]|[α-ω]|\d+|[^\W\d_α-ω{CJK}]+")
_TOKEN = re.compile(r"[^\s/,;:()\[\]{}\"]+")
_GREEK_NAMES = frozenset(GREEK.values())
_ACRONYM_LONGEST = 6
# What an ordinary word can look like: no such word is spelt "bdnf" or "nmda", so those are meant in any case.
_WORDLIKE = re.compile(r"(?:[^aeiouy]{0,2}|s[chkplt]+r?|[cpst]hr?|thr)[aeiouyäöüéè]")
_LEAST_PARTIAL = 4
_MOST_WORDS = 20
EDGE = rf"[^\W_{CJK}]"
"""A letter or digit of a script that writes words apart."""
LEFT = rf"(?<!{EDGE})"
"""What may not stand before a word."""
BEFORE = rf"{LEFT}(?<!\bnon-)(?<!\bnon )"
"""What may not stand before a name: also no "non-", which makes it another thing."""
AFTER = rf"(?!{EDGE})"
_SOFT = r"[-+\s]{0,3}"
# Between words: spaces and hyphens, a bracket that closes, or a whole remark in brackets.
_GAP = r"'?s?(?:\s{0,3}[(\[][^()\[\]]{1,60}[)\]])?[-\s)\]+/]{1,12}"
_TIGHT_GAP = r"'?s?(?:\s{0,3}[(\[][^()\[\]]{1,60}[)\]])?[-\s)\]+/]{0,12}"


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name: its parts, which may be written together, apart or with hyphens."""

    parts: tuple[str, ...]
    acronym: bool
    generic: bool

    @property
    def text(self) -> str:
        """The word written together."""
        return "".join(self.parts)


@dataclass(frozen=True, slots=True)
class Name:
    """A name, taken apart. ``pattern`` finds it whole in levelled text."""

    label: str
    words: tuple[Word, ...]
    pattern: str

    @property
    def content(self) -> tuple[Word, ...]:
        """The words that carry meaning."""
        kept = tuple(word for word in self.words if word.text not in words("articles"))
        return kept or self.words

    @property
    def distinctive(self) -> tuple[Word, ...]:
        """The words that stay when the generic head is left out; empty when that would say too little."""
        kept = tuple(word for word in self.content if not word.generic)
        if not kept or len(kept) == len(self.content):
            return ()
        enough = all(word.acronym or len(word.text) >= _LEAST_PARTIAL for word in kept)
        return kept if enough else ()

    @property
    def acronym(self) -> bool:
        """Whether the whole name is one acronym, which ordinary words must not match."""
        return len(self.words) == 1 and self.words[0].acronym


@lru_cache(maxsize=2048)
def name_of(label: str) -> Name | None:
    """Take a name apart; None when it holds no letter or digit, or is a whole paragraph."""
    taken: list[Word] = []
    levelled = level(label)
    for match in _TOKEN.finditer(levelled):
        token = match[0][:-2] if match[0].endswith("'s") else match[0]
        parts = tuple(_PART.findall(token))
        if parts:
            raw = label[match.start() : match.start() + len(token)]
            if taken and _belongs(taken[-1], parts):
                # "TNF alpha" and "IL 6" are also written together.
                taken[-1] = replace(taken[-1], parts=(*taken[-1].parts, *parts), generic=False)
                continue
            taken.append(Word(parts, _is_acronym(raw), "".join(parts) in words("generic")))
    if not taken or len(taken) > _MOST_WORDS:
        return None
    return Name(label, tuple(taken), _pattern(taken))


def _belongs(before: Word, parts: tuple[str, ...]) -> bool:
    """Whether a Greek letter, a number or what stands behind a Greek letter is part of the word before it."""
    if len(parts) != 1:
        return False
    greek = parts[0] in GREEK or parts[0] in _GREEK_NAMES
    after_greek = len(parts[0]) == 1 and (before.parts[-1] in GREEK or before.parts[-1] in _GREEK_NAMES)
    return before.acronym and (greek or parts[0].isdigit() or after_greek)


def _is_acronym(raw: str) -> bool:
    letters = [sign for sign in raw if sign.isalpha()]
    if not 2 <= len(letters) <= _ACRONYM_LONGEST:
        return False
    return all(sign.isupper() for sign in letters) or any(sign.isupper() for sign in letters[1:])


def fits_case(raw: str) -> bool:
    """Whether a word of a text can be the acronym that it spells: "AMP", not "amp"; "Gaba", not "gaba"; "bdnf"."""
    letters = [sign for sign in raw if sign.isalpha()]
    if not _WORDLIKE.match("".join(letters).lower()):
        return True
    capitals = sum(sign.isupper() for sign in letters)
    return capitals >= max(1, len(letters) - 1) if len(letters) <= 3 else capitals >= 1


def part_pattern(part: str) -> str:
    """Return a pattern for one part in all its forms."""
    ways = sorted({way for form in forms(part) for way in written(form)}, key=lambda way: (-len(way), way))
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(map(re.escape, ways))})"


def word_pattern(word: Word) -> str:
    """Return a pattern for a word whose parts may be together or apart."""
    pattern = part_pattern(word.parts[0])
    for before, part in pairwise(word.parts):
        # "Ca2+" is also written "Ca(2+)".
        charge = r"\(?" if part.isdigit() and not before.isdigit() else ""
        pattern += _SOFT + charge + part_pattern(part)
    return pattern


def _pattern(taken: list[Word]) -> str:
    pattern = word_pattern(taken[0])
    for before, word in pairwise(taken):
        tight = min(len(before.text), len(word.text)) <= 3 and (before.text + word.text).isascii()
        cjk = not tight and re.match(f"[{CJK}]", word.text)
        pattern += (_TIGHT_GAP if tight or cjk else _GAP) + word_pattern(word)
    begin = "" if re.match(f"[{CJK}]", taken[0].text) else BEFORE
    finish = "" if re.search(f"[{CJK}]$", taken[-1].text) else AFTER
    return f"{begin}{pattern}{finish}"


def question(word: Word) -> str:
    """Return the index's question for a word in any of its forms."""
    phrases: list[str] = []
    parts = word.parts
    cuts = list(product((False, True), repeat=len(parts) - 1)) if len(parts) <= 4 else []
    if not cuts:
        cuts = [(True,) * (len(parts) - 1), (False,) * (len(parts) - 1)]
        cuts.append(tuple(len(part) > 1 and len(after) > 1 for part, after in pairwise(parts)))
    for cut in cuts:
        for ending in forms(parts[-1])[:8]:
            names = [forms(part)[0] for part in parts[:-1]] + [ending]
            phrase = names[0]
            for apart, name in zip(cut, names[1:], strict=True):
                phrase += (" " if apart else "") + name
            if phrase not in phrases:
                phrases.append(phrase)
    return f"({' OR '.join(map(quoted, phrases))})"


def opening(word: Word) -> str:
    """Return the index's question for a word at the beginning of a passage."""
    phrases = question(word).strip("()").split(" OR ")
    return f"({' OR '.join(f'^ {phrase}' for phrase in phrases)})"


def family_question(word: Word) -> str:
    """Return the index's question for a word or any of its family (dissociation, dissociative)."""
    root = family(word)
    return f"({question(word)} OR {quoted(root)}*)" if root else question(word)


def family(word: Word) -> str:
    """Return the beginning that a word's family shares, or "" where it has none of its own."""
    return stem(word.parts[0]) if len(word.parts) == 1 and not word.acronym else ""


def quoted(phrase: str) -> str:
    """Return a phrase as the full-text language writes it."""
    return '"' + phrase.replace('"', '""') + '"'
