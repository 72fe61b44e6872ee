"""How passages look on standard output: as JSON for programs, as text for people."""

from __future__ import annotations

import shutil
import textwrap
from typing import TYPE_CHECKING, Any

from viewer.cli.printing import one_line
from viewer.model.evidence import Guess, Origin, Status

if TYPE_CHECKING:
    from viewer.model.evidence import Excerpt, Why

_WIDEST = 100
_INDENT = "    "


def excerpt_as_json(excerpt: Excerpt) -> dict[str, Any]:
    """Return an excerpt as the commands promise it."""
    return {
        "document": excerpt.document,
        "title": excerpt.title,
        "section": excerpt.section,
        "page": excerpt.page,
        "line": excerpt.line,
        "last_line": excerpt.last_line,
        "start": excerpt.start,
        "end": excerpt.end,
        "text": excerpt.text,
        "marks": [list(mark) for mark in excerpt.marks],
        "score": excerpt.score,
        "origin": excerpt.origin.value,
        "stance": excerpt.stance.value if excerpt.stance else None,
        "status": excerpt.status.value,
        "guess": excerpt.guess.value if excerpt.guess else None,
        "why": _why_as_json(excerpt.why),
        "also": [
            {
                "document": other.document,
                "title": other.title,
                "section": other.section,
                "page": other.page,
                "line": other.line,
                "last_line": other.last_line,
                "start": other.start,
                "end": other.end,
            }
            for other in excerpt.also
        ],
    }


def _why_as_json(why: Why | None) -> dict[str, Any] | None:
    if why is None:
        return None
    return {
        "rule": why.rule.value,
        "words": list(why.words),
        "relation_words": list(why.verbs),
        "whole_name": why.whole,
    }


def print_excerpt(excerpt: Excerpt) -> None:
    """Print an excerpt: where it stands, then its words with what matched between « and »."""
    place = [excerpt.document]
    if excerpt.section:
        place.append(excerpt.section)
    if excerpt.page is not None or excerpt.line is not None:
        place.append(_line(excerpt))
    if excerpt.origin is Origin.QUOTED:
        said = f"quoted, {excerpt.stance.value}" if excerpt.stance else "quoted"
        place.append(said if excerpt.status is Status.VERIFIED else f"{said}, {excerpt.status.value}")
    place += [f"also in {other.document}, {_line(other)}" for other in excerpt.also]
    if excerpt.guess is Guess.POSSIBLY_DISPUTES:
        place.append("possibly disputes this (a machine’s guess)")
    print(f"  {one_line(' · '.join(place))}")
    width = min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns)
    words = one_line(" ".join(_marked(excerpt).split()))
    print(textwrap.fill(words, max(40, width), initial_indent=_INDENT, subsequent_indent=_INDENT))


def _line(excerpt: Excerpt) -> str:
    if excerpt.page is not None:
        return f"page {excerpt.page}"
    lines = excerpt.last_line not in (None, excerpt.line)
    return f"lines {excerpt.line}–{excerpt.last_line}" if lines else f"line {excerpt.line}"


def _marked(excerpt: Excerpt) -> str:
    pieces: list[str] = []
    at = 0
    for start, end in excerpt.marks:
        pieces += [excerpt.text[at:start], "«", excerpt.text[start:end], "»"]
        at = end
    return "".join([*pieces, excerpt.text[at:]])
