"""Passages among what a search finds: each as one line around its first match."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.session.finding import Found, Group, Hit, HitKind

if TYPE_CHECKING:
    from viewer.documents.entries import SearchResult
    from viewer.model.evidence import Excerpt

_WINDOW = 96  # characters of a passage that a hit shows
_LEAD = 32


def with_passages(found: Found, result: SearchResult) -> Found:
    """Return what was found with the documents' passages behind it."""
    others = tuple(group for group in found.groups if group.kind is not HitKind.PASSAGE)
    if not result.excerpts:
        return Found(found.words, others, found.suggestion, found.best)
    hits = tuple(_passage_hit(excerpt) for excerpt in result.excerpts)
    passages = Group(HitKind.PASSAGE, hits, max(result.total, len(hits)))
    return Found(found.words, (*others, passages), best=found.best)


def _passage_hit(excerpt: Excerpt) -> Hit:
    marks = excerpt.marks
    first = marks[0][0] if marks else 0
    start = max(0, min(first - _LEAD, len(excerpt.text) - _WINDOW))
    if start:
        start = excerpt.text.find(" ", start, first) + 1 or start
    end = min(len(excerpt.text), start + _WINDOW)
    front = "… " if start else ""
    # Letter for letter, so that the spans stay true.
    shown = "".join(letter if letter.isprintable() else " " for letter in excerpt.text[start:end])
    shift = len(front) - start
    moved = tuple((max(a, start) + shift, min(b, end) + shift) for a, b in marks if a < end and b > start)
    place = f"page {excerpt.page}" if excerpt.page else f"line {excerpt.line}" if excerpt.line else ""
    subtitle = " · ".join(" ".join(part.split()) for part in (excerpt.title, excerpt.section, place) if part)
    back = " …" if end < len(excerpt.text) else ""
    title = front + shown + back
    return Hit(HitKind.PASSAGE, title, subtitle, document=excerpt.document, excerpt=excerpt, marks=moved)
