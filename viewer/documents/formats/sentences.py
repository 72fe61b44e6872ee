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
# Stops alone are looked for, what stands around one only where it is: a search for a set of signs runs through a text
# ten times as fast as one for the whole. The second kind are stops of scripts that put no space behind them.
_STOP = re.compile(r"[.!?…。！？｡।۔؟]")
_SPACED = frozenset(".!?…")
_UNSPACED = frozenset("。！？｡।۔؟")
# What closes behind a stop, perhaps a number of a reference, then white space, and what opens.
_BEHIND = re.compile(
    rf"[{_CLOSERS}]*+(?:\[[\d,;\s–-]{{1,24}}\]|[¹²³⁰⁴-⁹,–-]{{1,12}}|(?<=[^\W\d_]{{3}}\.)\d{{1,3}})?"
    r"(\s+)[\s\"'‘“«(\[{*_`>¿¡~-]*"
)
_CLOSED = re.compile(r"[」』”’）)\]]*\s*")
_WORD = re.compile(r"(?:[^\W_]|[-+]){0,24}")
_TO_LAST_WORD = re.compile(r".*[\s(\[{\"“‘,;:/—–]", re.DOTALL)
_REACH = 40


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {
        name: frozenset(listed) for name, listed in sections("viewer.documents.formats", "abbreviations.txt").items()
    }


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the sentences within ``text[start:end]`` as ascending (start, end), without white space around them."""
    found: list[tuple[int, int]] = []
    begin = start
    while begin < end and text[begin].isspace():
        begin += 1
    behind = start
    for match in _STOP.finditer(text, start, end):
        stop = match.start()
        if stop < behind:
            continue
        kind = _SPACED if text[stop] in _SPACED else _UNSPACED
        behind = stop + 1
        while behind < end and text[behind] in kind:
            behind += 1
        if kind is _SPACED:
            after = _BEHIND.match(text, behind, end)
            if after is None or (stop == start and stop > 0 and text[stop - 1] in _SPACED):
                continue
            if not _ends(text, begin, stop, behind, after, end):
                continue
            finish, behind = after.span(1)
            if finish - begin <= _LONGEST:
                found.append((begin, finish))
            else:
                _add(found, text, begin, finish)
        else:
            closed = _CLOSED.match(text, behind, end)
            behind = closed.end() if closed else behind
            _add(found, text, begin, behind)
        begin = behind
    _add(found, text, begin, end)
    return found


def _ends(text: str, begin: int, stop: int, mark_end: int, after: re.Match[str], end: int) -> bool:
    """Whether the stop at ``stop`` ends a sentence; ``after`` reaches to where the next word begins."""
    at = after.end()
    if at >= end:
        return True
    follows = text[at]
    single = mark_end - stop == 1
    if single and text[stop] == "." and follows.isupper():
        last = _last_word(text, begin, stop)
        if len(last) > 1 and last.isalpha() and last.casefold() not in _lists()["never"]:
            # By far the most stops are such, and need no closer look.
            return True
    word = _word_at(text, at, end)
    lower = follows.islower() and not _mixed(word)
    if text[stop] in "!?":
        return not lower
    if lower:
        return False
    if not single or not (follows.isalnum() or at > after.end(1)):
        return not lower
    if len(word) == 1 and text[at + 1 : at + 2] == ".":
        # An initial follows: "R. A. Fisher".
        word = ""
    return _stands_alone(_last_word(text, begin, stop), follows, word)


def _word_at(text: str, at: int, end: int) -> str:
    match = _WORD.match(text, at, end)
    return match[0] if match else ""


def _last_word(text: str, begin: int, stop: int) -> str:
    """Return what stands before a stop, back to where a word can begin; a stop may come first in its line."""
    begin = max(begin, stop - _REACH)
    if stop > begin and text[stop - 1] == "\n":
        stop -= 1
    before = _TO_LAST_WORD.match(text, begin, stop)
    return text[before.end() if before else begin : stop]


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
