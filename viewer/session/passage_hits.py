"""Headings and passages among what a search finds: a passage as one line around its first match."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.session.finding import Found, Group, Hit, HitKind

if TYPE_CHECKING:
    from viewer.documents.entries import FoundHeading, SearchResult
    from viewer.model.evidence import Excerpt

_WINDOW = 96  # characters of a passage that a hit shows
_LEAD = 32


def with_passages(found: Found, result: SearchResult) -> Found:
    """Return what was found with the documents' headings and passages behind it."""
    groups = [group for group in found.groups if group.kind not in (HitKind.HEADING, HitKind.PASSAGE)]
    for kind, hits, total in (
        (HitKind.HEADING, tuple(map(_heading_hit, result.headings)), result.headings_total),
        (HitKind.PASSAGE, tuple(map(_passage_hit, result.excerpts)), result.total),
    ):
        if hits:
            groups.append(Group(kind, hits, max(total, len(hits))))
    if not (result.headings or result.excerpts):
        return Found(found.words, tuple(groups), found.suggestion, found.best)
    return Found(found.words, tuple(groups), best=found.best, unknown=result.unknown)


def _heading_hit(heading: FoundHeading) -> Hit:
    # Letter for letter, so that the spans stay true.
    title = "".join(letter if letter.isprintable() else " " for letter in heading.heading)
    place = f"page {heading.page}" if heading.page else ""
    subtitle = " · ".join(" ".join(part.split()) for part in (heading.title, place) if part)
    return Hit(HitKind.HEADING, title, subtitle, document=heading.document, start=heading.start, marks=heading.marks)


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
