"""From a slice of a document to what one card shows: white space levelled, long text shortened around what matched.

Pure: text and spans in, text and spans out. Document text is never read as markup anywhere.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_SPACE = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
_ELLIPSIS = "…"
_LEAD = 120  # characters kept before the first match of a shortened text

MOST = 420
"""A passage longer than this many characters is shortened until all of it is asked for."""

NEIGHBOUR = 110
"""A neighbouring passage shows this many characters at most."""


class Shown(NamedTuple):
    """Text with the spans of it that matched, in characters; ``whole`` is False when something was left out."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()
    whole: bool = True


def shown(text: str, marks: tuple[tuple[int, int], ...], most: int | None = MOST) -> Shown:
    """Level white space and shorten to about ``most`` characters around the first match; None keeps everything."""
    start, end = 0, len(text)
    if most is not None and end > most:
        start, end = _window(text, marks, most)
    levelled, kept = _levelled(text[start:end], tuple((a - start, b - start) for a, b in marks))
    front = _ELLIPSIS + " " if start > 0 else ""
    back = " " + _ELLIPSIS if end < len(text) else ""
    moved = tuple((a + len(front), b + len(front)) for a, b in kept)
    return Shown(front + levelled + back, moved, not front and not back)


def last_words(text: str, most: int = NEIGHBOUR) -> str:
    """Return the end of the passage before, with an ellipsis where it was cut."""
    tail = _SPACE.sub(" ", text[-4 * most :]).strip()
    if len(tail) <= most and len(text) <= 4 * most:
        return tail
    tail = tail[-most:]
    return f"{_ELLIPSIS} {tail[tail.find(' ') + 1 :]}"


def first_words(text: str, most: int = NEIGHBOUR) -> str:
    """Return the beginning of the passage after, with an ellipsis where it was cut."""
    head = _SPACE.sub(" ", text[: 4 * most]).strip()
    if len(head) <= most and len(text) <= 4 * most:
        return head
    head = head[:most]
    cut = head.rfind(" ")
    return f"{head[:cut] if cut > 0 else head} {_ELLIPSIS}"


def one_line(text: str) -> str:
    """Return text with every run of white space and control characters as one space."""
    return _SPACE.sub(" ", text).strip()


def units(text: str) -> tuple[int, ...] | None:
    """Return the UTF-16 position of every character and of the end, as Qt counts; None when both counts agree."""
    if text.isascii() or max(text) <= "\uffff":
        return None
    positions = [0]
    for character in text:
        positions.append(positions[-1] + (2 if character > "\uffff" else 1))
    return tuple(positions)


def _window(text: str, marks: tuple[tuple[int, int], ...], most: int) -> tuple[int, int]:
    first = marks[0][0] if marks else 0
    start = 0 if first <= most - 2 * _LEAD else first - _LEAD
    end = min(len(text), start + most)
    start = max(0, min(start, end - most))
    if start > 0:
        start = _word_boundary(text, start, min(first, start + _LEAD // 2))
    if end < len(text):
        space = text.rfind(" ", start + most // 2, end)
        inside = any(a < space < b for a, b in marks)
        end = space if space > 0 and not inside else end
    return start, end


def _word_boundary(text: str, start: int, latest: int) -> int:
    space = text.find(" ", start, latest)
    return start if space < 0 else space + 1


def _levelled(text: str, marks: tuple[tuple[int, int], ...]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Level white space; marks are clipped to the text, and empty ones dropped."""
    bounds = sorted({min(max(edge, 0), len(text)) for mark in marks for edge in mark})
    moved: dict[int, int] = {}
    parts: list[str] = []
    length = 0
    position = 0
    ends_in_space = True  # nothing begins with a space
    for bound in (*bounds, len(text)):
        piece = _SPACE.sub(" ", text[position:bound])
        if ends_in_space and piece.startswith(" "):
            piece = piece[1:]
        if piece:
            ends_in_space = piece.endswith(" ")
        parts.append(piece)
        length += len(piece)
        position = bound
        moved[bound] = length
    levelled = "".join(parts)
    trimmed = levelled.rstrip(" ")
    kept = []
    for a, b in marks:
        start = moved[min(max(a, 0), len(text))]
        end = min(moved[min(max(b, 0), len(text))], len(trimmed))
        if start < end:
            kept.append((start, end))
    return trimmed, tuple(kept)
