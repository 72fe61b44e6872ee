"""Cut a paragraph into sentences with our own rules, which hold for scientific prose; offsets, no copies.

A stop ends a sentence unless the word before it is an abbreviation (``abbreviations.txt``), an initial or a number
that goes on, or the word behind it goes on in lower case.
"""

from __future__ import annotations

import re
from functools import cache

from viewer.documents.wordlists import sections

# A sentence longer than this is cut between words: no excerpt fills a screen, no row of the index a page.
_LONGEST = 1500

_CLOSERS = "\"'’”»)\\]}*_`"
_BOUNDARY = re.compile(
    # A stop, what closes behind it, perhaps a number of a reference, then white space …
    rf"(?<![.!?…])(?P<stop>[.!?…]++)[{_CLOSERS}]*+(?:\[[\d,;\s–-]{{1,24}}\]|[¹²³⁰⁴-⁹,–-]{{1,12}}|(?<=[^\W\d_]{{3}}\.)\d{{1,3}})?(?P<gap>\s+)"
    # … or a stop of a script that puts no space behind it.
    r"|(?P<full>[。！？｡।۔؟]+)[」』”’）)\]]*\s*"
)
_OPENERS = re.compile(r"[\s\"'‘“«(\[{*_`>¿¡~-]*")
_LAST_WORD = re.compile(r"[^\s(\[{\"“‘,;:/—–]*$")


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {
        name: frozenset(listed) for name, listed in sections("viewer.documents.formats", "abbreviations.txt").items()
    }


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the sentences within ``text[start:end]`` as ascending (start, end), without white space around them."""
    found: list[tuple[int, int]] = []
    begin = start
    for match in _BOUNDARY.finditer(text, start, end):
        behind = match.end()
        if match["full"] is None:
            if not _ends(text, begin, match.start("stop"), match["stop"], behind, end):
                continue
            behind = match.start("gap")
        _add(found, text, begin, behind)
        begin = behind
    _add(found, text, begin, end)
    return found


def _ends(text: str, begin: int, stop: int, mark: str, behind: int, end: int) -> bool:
    """Whether the stop at ``stop`` ends a sentence; ``behind`` is where the next word begins."""
    opened = _OPENERS.match(text, behind, end)
    at = opened.end() if opened else behind
    if at >= end:
        return True
    follows = text[at]
    word_end = at
    while word_end < end and word_end - at < 24 and (text[word_end].isalnum() or text[word_end] in "-+"):
        word_end += 1
    word = text[at:word_end]
    lower = follows.islower() and not _mixed(word)
    if mark[0] in "!?":
        return not lower
    if lower:
        return False
    if len(mark) > 1 or not (follows.isalnum() or (opened and opened.end() > behind)):
        return not lower
    if len(word) == 1 and text[word_end : word_end + 1] == ".":
        # An initial follows: "R. A. Fisher".
        word = ""
    before = _LAST_WORD.search(text, max(begin, stop - 40), stop)
    last = before[0] if before else ""
    return _stands_alone(last, follows, word)


def _stands_alone(last: str, follows: str, word: str) -> bool:
    """Whether ``last`` and its stop can end a sentence when ``word`` comes next."""
    if not last:
        return True
    folded = last.casefold().strip("*_`'’")
    kinds = _lists()
    opens = word.casefold() in kinds["starters"] and not follows.isdigit()
    if len(last) == 1 and last.isalpha() and last.isupper():
        return opens
    if folded in kinds["number"] and follows.isdigit() and not (len(last) > 1 and last.isupper()):
        return False
    if folded in kinds["seldom"]:
        return follows.isupper() or not follows.isalnum()
    if last.isupper() and len(last) > 1 and "." not in last:
        return True
    if folded in kinds["never"]:
        return opens and folded not in {"e.g", "eg", "i.e", "ie", "cf", "vs", "dr", "fig", "figs"}
    if re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", last):
        return opens
    return True


def _mixed(word: str) -> bool:
    """Whether a word that opens in lower case is a name all the same: mTOR, p53, pH, mRNA."""
    return any(letter.isupper() or letter.isdigit() for letter in word[1:])


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        if cut < 0:
            cut = start + _LONGEST
        _add(found, text, start, cut)
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if end > start:
        found.append((start, end))
