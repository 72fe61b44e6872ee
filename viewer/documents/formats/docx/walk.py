"""Walk over the words of a Word document: what is shown as the final text, in the order in which it is read.

Inserted text is kept, deleted text is not. Footnotes stand behind the paragraph that names them, text boxes before
the paragraph that they are anchored in. Headers, footers, comments and tables of contents are no text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from viewer.documents.formats.composing import Piece, tidied
from viewer.documents.formats.html.lines import Line
from viewer.documents.formats.html.tables import Tables
from viewer.documents.formats.structure import PassageKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from viewer.documents.formats.docx.styles import Numbering, Style

_GONE = frozenset(("w:del", "w:moveFrom", "mc:Fallback", "w:delText", "w:instrText", "w:rt"))
_OFF = frozenset(("0", "false", "off", "none"))
# The letters of the font "Symbol", which old documents set Greek in.
_SYMBOLS = (
    dict(zip("abgdezhqiklmnxoprstufcyw", "αβγδεζηθικλμνξοπρστυφχψω", strict=True))
    | dict(zip("GDQLXPSUFYW", "ΓΔΘΛΞΠΣΥΦΨΩ", strict=True))
    | {
        "\xb1": "±",
        "\xae": "→",
        "\xac": "←",
        "\xad": "↑",
        "\xaf": "↓",
        "\xb0": "°",
        "\xb3": "≥",
        "\xa3": "≤",
        "\xb4": "×",
    }
)
_LONGEST_HEADING = 80


@dataclass(slots=True)
class _Paragraph:
    words: list[str] = field(default_factory=list)
    style: str = ""
    number: str | None = None
    depth: int | None = None
    level: int | None = None
    mark_deleted: bool = False
    notes: list[str] = field(default_factory=list)
    plain: bool = False
    """Whether a run of it is not bold."""


class Walk:
    """One walk over one part; ``pieces`` are what it found."""

    def __init__(self, styles: Mapping[str, Style], numbering: Numbering, notes: Mapping[str, list[Piece]]) -> None:
        """Take the styles and lists, and the notes by kind and id."""
        self.pieces: list[Piece] = []
        self.title = ""
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._lines: list[Line] = []
        self._tables = Tables(self._lines)
        self._paragraphs: list[_Paragraph] = []
        self._carried: list[str] = []
        self._gone = 0
        self._path: list[str] = []
        self._takes = False
        self._hidden = self._bold = False
        self._group = 0
        self._list = ""
        self._waiting: list[str] = []
        self._row_deleted = False
        self._cells: list[bool] = []
        self._left_out: list[int] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take an element's beginning."""
        self._path.append(name)
        if name in _GONE and not (len(self._path) > 1 and self._path[-2] in ("w:rPr", "w:trPr")):
            self._gone += 1
        elif not self._gone:
            self._started(name, attributes)

    def end(self, name: str) -> None:
        """Take an element's end."""
        self._path.pop()
        if name in _GONE and not (self._path and self._path[-1] in ("w:rPr", "w:trPr")):
            self._gone -= 1
        elif not self._gone:
            self._ended(name)
        if self._left_out and len(self._path) < self._left_out[-1]:
            self._left_out.pop()
            self._gone -= 1

    def words(self, words: str) -> None:
        """Take text."""
        if self._takes and not self._gone and not self._hidden and self._paragraphs:
            paragraph = self._paragraphs[-1]
            paragraph.words.append(words)
            paragraph.plain = paragraph.plain or (not self._bold and not words.isspace())

    def _started(self, name: str, attributes: Mapping[str, str]) -> None:
        said = attributes.get("w:val", "")
        if name in ("w:t", "m:t"):
            self._takes = True
        elif name == "w:r":
            self._hidden = self._bold = False
        elif name == "w:p":
            self._paragraphs.append(_Paragraph(self._carried))
            self._carried = []
        elif name == "w:tbl":
            self._group += 1
            self._list = ""
            self._tables.open_table(self._group)
        elif name == "w:tr":
            self._tables.finish_row()
            self._row_deleted = False
        elif name == "w:tc":
            self._cells.append(self._tables.open_cell())
        elif name == "w:del" and self._path[-2:-1] == ["w:trPr"]:
            self._row_deleted = True
        elif _is_no_text(name, said):
            self._leave_out("w:sdt")
        elif self._paragraphs:
            self._within(name, attributes, said)

    def _leave_out(self, ancestor: str) -> None:
        """Take no more of the nearest such element."""
        for depth in range(len(self._path), 0, -1):
            if self._path[depth - 1] == ancestor:
                self._left_out.append(depth)
                self._gone += 1
                return

    def _within(self, name: str, attributes: Mapping[str, str], said: str) -> None:
        paragraph = self._paragraphs[-1]
        above = self._path[-2] if len(self._path) > 1 else ""
        if name in ("w:tab", "w:ptab"):
            if above == "w:r":
                paragraph.words.append(" ")
        elif name in ("w:br", "w:cr"):
            paragraph.words.append("\n")
        elif name == "w:noBreakHyphen":
            paragraph.words.append("\u2011")
        elif name == "w:sym":
            paragraph.words.append(_symbol(attributes.get("w:font", ""), attributes.get("w:char", "")))
        elif name in ("w:vanish", "w:webHidden"):
            self._hidden = above == "w:rPr" and self._path[-3:-2] == ["w:r"] and said not in _OFF
        elif name == "w:b":
            self._bold = said not in _OFF
        elif name == "w:pStyle":
            paragraph.style = said
        elif name == "w:numId":
            paragraph.number = said
        elif name == "w:ilvl" and re.fullmatch("[0-8]", said):
            paragraph.depth = int(said)
        elif name == "w:outlineLvl" and re.fullmatch("[0-9]", said):
            paragraph.level = (int(said) + 1) % 10
        elif name == "w:del" and above == "w:rPr" and self._path[-3:-2] == ["w:pPr"]:
            paragraph.mark_deleted = True
        elif name in ("w:footnoteReference", "w:endnoteReference"):
            paragraph.notes.append(f"{name[2:-9]} {attributes.get('w:id', '')}")

    def _ended(self, name: str) -> None:
        if name in ("w:t", "m:t"):
            self._takes = False
        elif name == "w:p" and self._paragraphs:
            paragraph = self._paragraphs.pop()
            self._waiting += paragraph.notes
            if paragraph.mark_deleted:
                self._carried = paragraph.words
            else:
                self._add(paragraph)
        elif name == "w:tc":
            if self._cells.pop():
                self._tables.close_cell()
        elif name == "w:tr":
            if self._row_deleted:
                self._tables.drop_row()
                self._row_deleted = False
            self._tables.finish_row()
        elif name == "w:tbl":
            self._tables.close_table()
        if name in ("w:p", "w:tbl") and self._tables.sink is self._lines:
            self._hand_on()

    def _hand_on(self) -> None:
        """Hand on what stands outside tables, and the notes that it named."""
        self.pieces += (line.piece for line in self._lines)
        self._lines.clear()
        for key in self._waiting:
            for piece in self._notes.get(key, ()):
                self._group += 1
                self.pieces.append(Piece(piece.words, piece.kind, marker=piece.marker, group=self._group))
        self._waiting.clear()

    def _add(self, paragraph: _Paragraph) -> None:
        words = tidied("".join(paragraph.words), lines=True)
        style = self._styles.get(paragraph.style)
        if not words or (style is not None and style.contents):
            return
        piece = Piece(words)
        level = paragraph.level if paragraph.level is not None else style.level if style else 0
        number = paragraph.number if paragraph.number is not None else style.number if style else ""
        in_table = self._tables.sink is not self._lines
        if style is not None and style.title and not self.title:
            self.title = tidied(words)
            level = 1
        if level and not in_table and len(words) <= 4 * _LONGEST_HEADING:
            piece.words, piece.level = tidied(words), min(level, 6)
            self._list = ""
        elif number not in ("", "0"):
            depth = paragraph.depth if paragraph.depth is not None else style.depth if style else 0
            piece.kind, piece.depth = PassageKind.ITEM, depth
            piece.marker = self._numbering.marker(number, depth)
            led = not self._list and self.pieces and self.pieces[-1].words.endswith((":", "："))
            self._group += not self._list and not led
            self._list = number
        else:
            self._list = ""
            self._group += 1
            if not in_table and not paragraph.plain and _may_head(words):
                piece.level = 6
        piece.group = self._group
        self._tables.sink.append(Line(piece, 0, 0, in_main=True))


def _is_no_text(name: str, said: str) -> bool:
    """Whether an element says that the control it stands in is a table of contents or waits to be filled in."""
    if name == "w:docPartGallery":
        return said.lower().startswith("table of")
    return name == "w:showingPlcHdr" and said not in _OFF


def _may_head(words: str) -> bool:
    """Whether a paragraph that is bold from end to end is a heading without a heading's style."""
    return len(words) <= _LONGEST_HEADING and words[-1] not in ".!;,。" and "\n" not in words


def _symbol(font: str, code: str) -> str:
    if not re.fullmatch("[0-9A-Fa-f]{1,6}", code):
        return ""
    value = int(code, 16)
    if font.lower() == "symbol" and (0xF000 <= value <= 0xF0FF or value < 256):
        sign = chr(value & 0xFF)
        return _SYMBOLS.get(sign, sign if sign.isascii() else "")
    private = 0xE000 <= value <= 0xF8FF or 0xD800 <= value <= 0xDFFF or value > 0x10FFFF
    return "" if private else chr(value)
