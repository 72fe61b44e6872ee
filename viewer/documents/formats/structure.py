"""The parts of a document's text: sections, blocks and passages, all as offsets into it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple


class PassageKind(IntEnum):
    """What a passage is in its document; the numbers are kept in the index."""

    SENTENCE = 0
    ITEM = 1
    ROW = 2
    CODE = 3


@dataclass(frozen=True, slots=True)
class Section:
    """A heading: its words, its level from 1, and where its line starts."""

    title: str
    level: int
    start: int


class Block(NamedTuple):
    """A stretch of text that holds whole sentences: a paragraph, a list item, a table row, a line of code.

    Blocks of one ``group`` are one paragraph or one list. ``section`` indexes the sections, -1 before the first.
    """

    start: int
    end: int
    kind: PassageKind
    group: int
    section: int


class Passage(NamedTuple):
    """A sentence, list item or table row; the fields are those of its block."""

    start: int
    end: int
    kind: PassageKind
    group: int
    section: int


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a document says about itself before its text; empty strings where it says nothing."""

    title: str = ""
    author: str = ""
    year: str = ""
    url: str = ""
    licence: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """A text's title, headings and blocks. ``title_section`` indexes the heading that is the title, or is -1."""

    title: str
    sections: tuple[Section, ...]
    blocks: tuple[Block, ...]
    front: FrontMatter = FrontMatter()
    title_section: int = -1


class Extracted(NamedTuple):
    """What a reader of a format makes of a file: its text, what stands where in it, and where its pages begin.

    ``pages`` are (offset, page), ascending by offset; empty where the format has no pages.
    """

    text: str
    outline: Outline
    pages: tuple[tuple[int, int], ...] = ()
