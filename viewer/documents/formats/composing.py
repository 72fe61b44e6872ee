"""Make one text of the pieces that a reader found: the text that all offsets of such a document refer to.

Headings, paragraphs, list items, table rows and lines of code become lines. An empty line sets paragraphs apart,
items and rows have none. Unicode is composed (NFC) and ligatures are written out. Soft hyphens, control characters
and those that turn the direction of writing round are left out, so that what is searched is what is seen.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from viewer.documents.formats.structure import Block, Extracted, FrontMatter, Outline, PassageKind, Section
from viewer.errors import DocumentError

LONGEST = 20_000_000
"""The longest text that is taken from a file, in characters."""

CELLS_APART = " | "
"""What stands between the cells of a table row."""

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_DROPPED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffc]"
)
_LONE = re.compile("[\ud800-\udfff]")
_SPACES = re.compile(r"[ \t\r\x0b\x0c]+")
_AROUND_BREAK = re.compile(r" ?\n[ \n]*")
_LETTERS = re.compile("[ﬀ-ﬆ]")


@dataclass(slots=True)
class Piece:
    """One heading, paragraph, item, row or line of code. ``level`` is that of a heading, else 0.

    ``marker`` stands before an item's words, ``depth`` says how far it is indented. Pieces of one ``group`` are one
    paragraph or one list. ``breaks`` are (offset into the words, page) where a page begins.
    """

    words: str
    kind: PassageKind = PassageKind.SENTENCE
    level: int = 0
    marker: str = ""
    depth: int = 0
    group: int = 0
    breaks: list[tuple[int, int]] = field(default_factory=list)


def tidied(words: str, *, lines: bool = False) -> str:
    """Return words as a text holds them: white space is one space, or with ``lines`` also one newline."""
    if not words.isascii():
        words = _written_out(unicodedata.normalize("NFC", _LONE.sub("\ufffd", words)))
    words = _DROPPED.sub("", words)
    if not lines:
        return " ".join(re.split(r"[ \t\r\n\x0b\x0c]+", words)).strip()
    return _AROUND_BREAK.sub("\n", _SPACES.sub(" ", words)).strip()


def _written_out(words: str) -> str:
    return _LETTERS.sub(lambda match: _LIGATURES[match[0]], words)


def composed(pieces: list[Piece], title: str = "", front: FrontMatter | None = None) -> Extracted:
    """Return the text of these pieces, whose words are tidied, and its outline; DocumentError when it is too long."""
    parts: list[str] = []
    sections: list[Section] = []
    blocks: list[Block] = []
    pages: list[tuple[int, int]] = []
    at = 0
    before: Piece | None = None
    for piece in pieces:
        if not piece.words:
            continue
        if before is not None:
            gap = "\n" if _close_by(before, piece) else "\n\n"
            parts.append(gap)
            at += len(gap)
        lead = "  " * min(piece.depth, 8) + piece.marker
        begin = at + len(lead)
        parts += (lead, piece.words)
        for offset, page in piece.breaks:
            if not pages or pages[-1][1] != page:
                # The marker of an item stands on the page of its first words.
                place = begin + offset if offset else at
                if pages and pages[-1][0] == place:
                    pages.pop()
                pages.append((place, page))
        if piece.level:
            sections.append(Section(" ".join(piece.words.split()), piece.level, at))
        else:
            _add_blocks(blocks, piece, begin, len(sections) - 1)
        at = begin + len(piece.words)
        if at > LONGEST:
            raise DocumentError(f"The file holds more than {LONGEST // 1_000_000} million characters of text.")
        before = piece
    top = next((index for index, section in enumerate(sections) if section.level == 1), -1)
    named = title or (sections[max(top, 0)].title if sections else "")
    outline = Outline(named, tuple(sections), tuple(blocks), front or FrontMatter(), top)
    return Extracted("".join(parts), outline, tuple(pages))


def _close_by(before: Piece, piece: Piece) -> bool:
    if before.level or piece.level or before.kind is not piece.kind:
        return False
    return piece.kind is not PassageKind.SENTENCE


def _add_blocks(blocks: list[Block], piece: Piece, begin: int, section: int) -> None:
    if piece.kind is not PassageKind.CODE:
        blocks.append(Block(begin, begin + len(piece.words), piece.kind, piece.group, section))
        return
    for line in piece.words.split("\n"):
        if line.strip():
            blocks.append(Block(begin, begin + len(line), piece.kind, piece.group, section))
        begin += len(line) + 1
