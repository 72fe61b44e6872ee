"""Walk over the tokens of a page and gather its lines. No recursion: a page may be nested as deep as it likes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from viewer.documents.formats.composing import Piece, tidied
from viewer.documents.formats.html.about import remembered
from viewer.documents.formats.html.elements import (
    BLOCKS,
    HEADINGS,
    VOID,
    barrier,
    closed_by,
    furniture,
    unread,
)
from viewer.documents.formats.html.lines import Line
from viewer.documents.formats.html.tables import Tables
from viewer.documents.formats.html.tokens import End, Start
from viewer.documents.formats.structure import PassageKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SPACES = re.compile(r"[ \t\n\r\f]+")
_FARTHEST = 512
_PARTS = {"header", "footer", "aside"}
_MAIN = {"main", "article"}


# What an open element changed, to be set back at its end.
_NOTHING, _UNREAD, _CELL, _ROW, _TABLE, _LIST, _LINK, _CODE, _HEADING, _REGION, _MAINLY, _ITEM, _QUOTE = range(13)


class Walk:
    """One walk; ``lines`` are what it found, ``meta`` what the page's head said."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.lines: list[Line] = []
        self.meta: dict[str, list[str]] = {}
        self.title = ""
        self.address = ""
        self.footers: set[int] = set()
        self._open: list[tuple[str, int]] = []
        self._count: dict[str, int] = {}
        self._unread = self._links = self._code = self._main = self._level = 0
        self._words: list[str] = []
        self._linked = 0
        self._lists: list[int] = []  # the number of the next item, 0 where items are not numbered
        self._items = 0
        self._marker = ""
        self._group = 0
        self._tables = Tables(self.lines)
        self._regions = [0]
        self._region = 0
        self._in_title = False

    def run(self, tokens: Iterable[Start | End | str]) -> None:
        """Take all the tokens of a page."""
        for token in tokens:
            if isinstance(token, str):
                self._text(token)
            elif isinstance(token, Start):
                self._start(token.name, token.attributes)
            else:
                self._in_title = False
                self._end(token.name)
        while self._open:
            self._pop()
        self._flush()

    def _text(self, words: str) -> None:
        if self._in_title:
            self.title = self.title or tidied(words)
            self._in_title = False
        elif not self._unread:
            self._words.append(words if self._code else _SPACES.sub(" ", words))
            if self._links:
                self._linked += len(words.strip())

    # Elements that begin and end

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in VOID:
            self._void(name, attributes)
            return
        if name == "title" and not self._count.get("svg"):
            self._in_title = True
            return
        closes, stops = closed_by(name)
        if closes:
            self._close_implied(closes, stops)
        if name in BLOCKS:
            self._flush()
        mark = self._marked(name, attributes)
        self._open.append((name, mark))
        self._count[name] = self._count.get(name, 0) + 1

    def _end(self, name: str) -> None:
        if not self._count.get(name):
            if name == "p" and not self._unread:
                self._flush()
            return
        stops = barrier(name)
        at = len(self._open) - 1
        least = max(-1, at - _FARTHEST)
        while at > least:
            open_name = self._open[at][0]
            if open_name == name:
                while len(self._open) > at:
                    self._pop()
                return
            if open_name in stops or (open_name in BLOCKS and name not in BLOCKS and not self._unread):
                return
            at -= 1

    def _close_implied(self, closes: frozenset[str], stops: frozenset[str]) -> None:
        if not any(self._count.get(name) for name in closes):
            return
        at = len(self._open) - 1
        least = max(-1, at - _FARTHEST)
        found = -1
        while at > least and self._open[at][0] not in stops:
            if self._open[at][0] in closes:
                found = at
            at -= 1
        while 0 <= found < len(self._open):
            self._pop()

    def _marked(self, name: str, attributes: Mapping[str, str]) -> int:
        """Note what an element changes for all that stands in it."""
        if self._unread or unread(name, attributes):
            self._unread += 1
            return _UNREAD
        if name == "a" and "href" in attributes:
            self._links += 1
            return _LINK
        if name == "q":
            self._words.append("“")
            return _QUOTE
        if name not in BLOCKS:
            return _NOTHING
        mark = self._marked_block(name, attributes)
        if mark == _NOTHING and attributes and furniture(attributes):
            self._enter_region()
            mark = _REGION
        return mark

    def _marked_block(self, name: str, attributes: Mapping[str, str]) -> int:
        if name in HEADINGS or attributes.get("role") == "heading":
            said = attributes.get("aria-level", "")
            self._level = HEADINGS.get(name) or (int(said) if said in tuple("123456") else 2)
            return _HEADING
        if name in ("ul", "ol", "menu"):
            if furniture(attributes):
                self._enter_region()
                return _REGION
            first = attributes.get("start", "1")
            numbered = name == "ol"
            self._lists.append(0 if not numbered else int(first) if re.fullmatch("[0-9]{1,5}", first) else 1)
            self._group += self._begins_group()
            return _LIST
        if name in ("li", "dd"):
            self._items += 1
            self._marker = self._next_marker() if name == "li" else ""
            return _ITEM
        if name == "table":
            self._group += 1
            self._tables.open_table(self._group)
            return _TABLE
        if name == "tr":
            self._tables.finish_row()
            return _ROW
        if name in ("td", "th"):
            return _CELL if self._tables.open_cell() else _NOTHING
        if name == "pre":
            self._code += 1
            return _CODE
        if name in _PARTS:
            if name == "footer" and not self._main and not self._count.get("section"):
                self.footers.add(len(self._regions))
            self._enter_region()
            return _REGION
        if name in _MAIN:
            self._main += 1
            return _MAINLY
        return _NOTHING

    def _enter_region(self) -> None:
        self._regions.append(self._region)
        self._region = len(self._regions) - 1

    def _begins_group(self) -> bool:
        """Whether a list stands by itself: not within another, nor led by a line that ends in a colon."""
        if len(self._lists) > 1:
            return False
        lines = self._tables.sink
        return not (lines and lines[-1].piece.words.endswith((":", "：", "–")))

    def _next_marker(self) -> str:
        if not self._lists or not self._lists[-1]:
            return "• "
        self._lists[-1] += 1
        return f"{self._lists[-1] - 1}. "

    def _pop(self) -> None:
        name, mark = self._open.pop()
        self._count[name] -= 1
        if mark == _UNREAD:
            self._unread -= 1
            return
        if name in BLOCKS:
            self._flush()
        if mark:
            self._set_back(mark)

    def _set_back(self, mark: int) -> None:
        if mark == _LINK:
            self._links -= 1
        elif mark == _QUOTE:
            self._words.append("”")
        elif mark == _HEADING:
            self._level = 0
        elif mark == _LIST:
            self._lists.pop()
        elif mark == _ITEM:
            self._items -= 1
            self._marker = ""
        elif mark == _CODE:
            self._code -= 1
        elif mark == _CELL:
            self._tables.close_cell()
        elif mark == _ROW:
            self._tables.finish_row()
        elif mark == _TABLE:
            self._tables.close_table()
        elif mark == _REGION:
            self._region = self._regions[self._region]
        elif mark == _MAINLY:
            self._main -= 1

    def _void(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "meta":
            remembered(self.meta, attributes)
        elif name == "link" and attributes.get("rel", "").lower() == "canonical":
            self.address = self.address or attributes.get("href", "").strip()
        elif self._unread:
            return
        elif name == "br":
            before = next((words for words in reversed(self._words) if not words.isspace() or words == "\n"), "")
            if before == "\n" and not self._code:
                self._flush()
            else:
                self._words.append("\n")
        elif name == "hr":
            self._flush()
            self._group += 1

    # Lines

    def _flush(self) -> None:
        """Make a line of the words so far."""
        if not self._words:
            return
        source, self._words = "".join(self._words), []
        linked, self._linked = self._linked, 0
        words = source.expandtabs(4).strip("\n").rstrip() if self._code else tidied(source, lines=True)
        if not words.strip():
            return
        piece = Piece(words)
        if self._level:
            piece.words, piece.level = tidied(words), self._level
            self._group += 1
        elif self._code:
            piece.words = "\n".join(tidied_line(line) for line in words.split("\n"))
            piece.kind = PassageKind.CODE
        elif self._items:
            piece.kind, piece.marker, self._marker = PassageKind.ITEM, self._marker, ""
            piece.depth = max(0, len(self._lists) - 1)
        else:
            self._group += 1
        piece.group = self._group
        self._tables.sink.append(Line(piece, linked, self._region, self._main > 0))


def tidied_line(line: str) -> str:
    """Return a line of code with its indentation, its words tidied."""
    body = line.lstrip()
    return line[: len(line) - len(body)].replace("\xa0", " ") + tidied(body)
