"""Words levelled for comparison: case, accents, Greek letters, hyphens and punctuation make no difference.

``levelled`` is for millions of names, ``traced`` for the few that are shown: it says where each letter came from.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_JOINERS = frozenset("'’‘`´ʼ\u00ad\u200b\u200c\u200d\u2060\ufeff")
_KEPT = frozenset("+%#")  # Ca2+ is another thing than Ca2
_ASCII = {
    code: (chr(code).lower() if chr(code).isalnum() or chr(code) in _KEPT else "" if chr(code) in "-'`" else " ")
    for code in range(128)
}
_ASCII_SPACED = {**_ASCII, ord("-"): " "}


def levelled(text: str, *, spaced: bool = False) -> str:
    """Return text levelled, its words apart by one space. A hyphen joins, or parts where ``spaced`` is True."""
    if text.isascii():
        return " ".join(text.translate(_ASCII_SPACED if spaced else _ASCII).split())
    return traced(text, spaced=spaced)[0]


def forms(text: str) -> tuple[str, ...]:
    """Return the levelled forms of a name: one, or two where a hyphen may join or part. Empty for no letters."""
    joined = levelled(text)
    parted = levelled(text, spaced=True)
    if joined == parted:
        return (joined,) if joined else ()
    return joined, parted


def traced(text: str, *, spaced: bool = False) -> tuple[str, tuple[int, ...]]:
    """Return text levelled, and for each of its letters the index in ``text`` that it came from."""
    letters: list[str] = []
    origins: list[int] = []
    gap = False
    for index, letter in enumerate(text):
        plain = _plain(letter, spaced)
        if plain == " ":
            gap = bool(letters)
            continue
        if plain and gap:
            letters.append(" ")
            origins.append(index)
            gap = False
        for piece in plain:
            letters.append(piece)
            origins.append(index)
    return "".join(letters), tuple(origins)


@lru_cache(maxsize=4096)
def _plain(letter: str, spaced: bool) -> str:
    """Level one letter: to letters, to a space, or to nothing."""
    if letter in _JOINERS:
        return ""
    if unicodedata.category(letter) == "Pd" or letter == "\u2212":
        return " " if spaced else ""
    plain = ""
    for piece in unicodedata.normalize("NFKD", letter):
        if unicodedata.category(piece).startswith("M"):
            continue
        folded = piece.casefold()
        plain += _latin(folded) if folded.isalnum() or folded in _KEPT else " "
    return " " if plain.isspace() else plain.replace(" ", "")


def _latin(folded: str) -> str:
    """Spell a Greek letter by its name: β and beta are the same word."""
    if len(folded) == 1 and "\u0370" <= folded <= "\u03ff":
        name = unicodedata.name(folded, "")
        if " LETTER " in name:
            spelled = name.rsplit(" ", 1)[-1].lower()
            return "lambda" if spelled == "lamda" else spelled
    return folded
