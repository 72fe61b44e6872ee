"""Abbreviations that a document introduces, "brain-derived neurotrophic factor (BDNF)": both forms count there."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

_BRACKET = re.compile(r"\(([^\W\d_][\w\-+/α-ω]{1,11}?)(?:s)?(?:[;,][^()]{0,40})?\)")
_WORD = re.compile(r"\S+")
_STOPS = re.compile(r"[.!?;:]\s|[()\[\]]")
_MOST = 400
_MOST_BRACKETS = 20_000


class Introduction(NamedTuple):
    """A short form and the long form that a document says it stands for, as written there."""

    short: str
    long: str


def introductions(text: str) -> list[Introduction]:
    """Return the abbreviations that a text introduces in brackets, each pair once, in order."""
    found: dict[Introduction, None] = {}
    for match in islice(_BRACKET.finditer(text), _MOST_BRACKETS):
        short = match[1]
        if sum(sign.isupper() for sign in short) < 2 and not (len(short) > 2 and short[1:2].isupper()):
            continue
        before = text[max(0, match.start() - 160) : match.start()].rstrip()
        stops = list(_STOPS.finditer(before))
        if stops:
            before = before[stops[-1].end() :]
        long = _long_form(short, before)
        if long:
            found[Introduction(short, long)] = None
            if len(found) >= _MOST:
                break
    return list(found)


def _long_form(short: str, before: str) -> str:
    """Return the shortest run of words at the end of ``before`` that holds the letters of ``short`` in order.

    The first letter must begin a word (Schwartz and Hearst, 2003).
    """
    letters = [sign.lower() for sign in short if sign.isalnum()]
    words = [match.start() for match in _WORD.finditer(before)]
    most = min(len(letters) + 5, len(letters) * 2)
    if not words or not letters:
        return ""
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
    long = before[begin:].strip(" ,;\"'“”‘’")
    count = len(long.split())
    if count > most or len(long) <= len(short) or long.lower() == short.lower():
        return ""
    return " ".join(long.split())
