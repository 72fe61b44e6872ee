"""From a text to its outline and passages, by the ending of its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.documents.formats.sentences import sentences
from viewer.documents.formats.structure import Outline, Passage, PassageKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.documents.formats.structure import Block

MARKDOWN = frozenset({".md", ".markdown"})
TEXT = frozenset({".txt"})
EXTRACTED = frozenset({".html", ".htm", ".pdf", ".docx"})
"""Endings of files whose text a worker process extracts; the text of the others is what they hold."""

READABLE = MARKDOWN | TEXT | EXTRACTED


def outline_of(text: str, suffix: str) -> Outline:
    """Return the outline of a text whose file has this ending (lower case, with its dot)."""
    if suffix in MARKDOWN:
        from viewer.documents.formats.markdown import outline as markdown_outline

        return markdown_outline(text)
    from viewer.documents.formats.text import outline as text_outline

    return text_outline(text)


def passages_of(text: str, blocks: Sequence[Block]) -> list[Passage]:
    """Return the passages of a text: every block cut into sentences; rows and lines of code stay whole."""
    found: list[Passage] = []
    for start, end, kind, group, section in blocks:
        if kind is PassageKind.CODE or kind is PassageKind.ROW:
            stripped = text[start:end].strip()
            if stripped:
                begin = text.index(stripped, start)
                found.append(Passage(begin, begin + len(stripped), kind, group, section))
            continue
        for begin, finish in sentences(text, start, end):
            found.append(Passage(begin, finish, kind, group, section))
    return found
