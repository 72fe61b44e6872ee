"""Text into lines: words set evenly over as few lines as fit, whatever characters they hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import category

if TYPE_CHECKING:
    from collections.abc import Iterator

    from viewer.layout.geometry import TextMeasurer, TextRole

# White space at which a line may end; a no-break space is none of it. Control characters have no picture.
_BREAKS = re.compile("[\x00-\x20\x7f-\x9f\u1680\u2000-\u2006\u2008-\u200b\u2028\u2029\u205f\u3000]+")
_UNPAIRED = re.compile("[\ud800-\udfff]")
_JOINER = "\u200d"
_AFTER = "-/\u2010\u2013\u00ad"


def wrapped(text: str, role: TextRole, width: float, measurer: TextMeasurer) -> tuple[str, ...]:
    """Return the lines of ``text``, each at most ``width`` pixels wide and about equally long.

    A word that is wider than a line is broken, after a hyphen or slash where it has one, never before a mark
    that belongs to the character in front. Text without a visible character gives one empty line.
    """
    words = [word for word in _BREAKS.split(_UNPAIRED.sub("\ufffd", text)) if word]
    if not words:
        return ("",)
    whole = " ".join(words)
    if measurer.width(whole, role) <= width:
        return (whole,)
    space = measurer.width("a a", role) - measurer.width("aa", role)
    pieces = [(piece, measurer.width(piece, role), glued) for piece, glued in _pieces(words, role, width, measurer)]
    count = len(_filled(pieces, width, space))
    low, high = width / (count + 1), width
    # The narrowest column that needs no more lines makes them even.
    for _ in range(7):
        middle = (low + high) / 2
        if len(_filled(pieces, middle, space)) <= count:
            high = middle
        else:
            low = middle
    return tuple(_filled(pieces, high, space))


def _filled(pieces: list[tuple[str, float, bool]], width: float, space: float) -> list[str]:
    lines: list[str] = []
    current, used = "", 0.0
    for text, wide, glued in pieces:
        gap = 0.0 if glued else space
        if not lines and not current:
            current, used = text, wide
        elif used + gap + wide <= width:
            current += text if glued else " " + text
            used += gap + wide
        else:
            lines.append(current)
            current, used = text, wide
    lines.append(current)
    return lines


def _pieces(words: list[str], role: TextRole, width: float, measurer: TextMeasurer) -> Iterator[tuple[str, bool]]:
    """Give the words, those too wide in parts; the flag says that a part stands against the one before it."""
    for word in words:
        if measurer.width(word, role) <= width:
            yield word, False
            continue
        glued = False
        for part in _broken(word, role, width, measurer):
            yield part, glued
            glued = True


def _broken(word: str, role: TextRole, width: float, measurer: TextMeasurer) -> Iterator[str]:
    clusters = _clusters(word)
    start = 0
    while start < len(clusters):
        end = start + 1
        while end < len(clusters) and measurer.width("".join(clusters[start : end + 1]), role) <= width:
            end += 1
        if end < len(clusters):
            soft = max((i + 1 for i in range(start, end) if clusters[i][-1] in _AFTER), default=0)
            if soft > start + (end - start) // 3:
                end = soft
        yield "".join(clusters[start:end])
        start = end


def _clusters(word: str) -> list[str]:
    """Cut a word where a line may break it: marks, joiners and what they join stay with the character before."""
    found: list[str] = []
    for character in word:
        belongs = category(character) in ("Mn", "Me", "Mc", "Cf") or "\U0001f3fb" <= character <= "\U0001f3ff"
        if found and (belongs or found[-1].endswith(_JOINER)) and len(found[-1]) < 16:
            found[-1] += character
        else:
            found.append(character)
    return found
