"""Find the headings and blocks of a Markdown text, line by line.

An own scanner, because a full parser takes some forty times as long and gives lines where offsets are needed.
"""

from __future__ import annotations

import re

from viewer.documents.formats.front_matter import front_matter
from viewer.documents.formats.structure import Block, Outline, PassageKind, Section

_QUOTE = re.compile(r"(?: {0,3}> ?)+")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM = re.compile(r"([ \t]*)(?:[-*+•]|\d{1,9}[.)])(?:[ \t]+(?:\[[ xX]\][ \t]+)?|$)")
_COLUMNS = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_LINK_TARGET = re.compile(r" {0,3}\[[^\]^][^\]]*\]:\s*\S+")
_BOLD_LINE = re.compile(r"(?:\*\*|__)([^*_]{2,80}?)(?:\*\*:?|__:?|:\*\*|:__)$")
_INLINE = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|[*`]+|(?<!\w)_+|_+(?!\w)")


def outline(text: str) -> Outline:
    """Return title, headings and blocks of a Markdown text."""
    front, begin = front_matter(text)
    scan = _Scan(text)
    scan.run(begin)
    titles = [index for index, section in enumerate(scan.sections) if section.level == 1][:1]
    first = titles[0] if titles else -1
    title = front.title
    if not title and scan.sections:
        title = scan.sections[max(first, 0)].title
    return Outline(title, tuple(scan.sections), tuple(scan.blocks), front, first)


def plain_words(markup: str) -> str:
    """Return a line's words without links, emphasis and code marks."""
    return " ".join(_INLINE.sub(lambda match: match[1] or "", markup).split())


class _Scan:
    """One pass over the lines. A paragraph is open while ``self._start`` is not -1."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.sections: list[Section] = []
        self.blocks: list[Block] = []
        self._start = -1
        self._end = 0
        self._kind = PassageKind.SENTENCE
        self._group = 0
        self._in_list = False
        self._in_table = False
        self._lines = 0

    def run(self, begin: int) -> None:
        fence = ""
        comment = False
        after_blank = True
        at = begin
        for line in self._text[begin:].split("\n"):
            start, at = at, at + len(line) + 1
            body = line.strip()
            if fence:
                if body.startswith(fence) and not body.strip(fence[0]):
                    fence = ""
                elif body:
                    self._emit(start, line, PassageKind.CODE)
                continue
            if comment:
                comment = "-->" not in line
                continue
            if body[:1] == ">" and (quoted := _QUOTE.match(line)):
                start += quoted.end()
                line = line[quoted.end() :]
                body = line.strip()
            if not body:
                self._close()
                self._in_table = False
                after_blank = True
                continue
            opened = body[0] in "`~" and _FENCE.match(line)
            if opened and not (opened[1][0] == "`" and "`" in opened[2]):
                self._close()
                fence = opened[1]
            elif body.startswith("<!--") and self._start < 0:
                comment = "-->" not in body
            else:
                self._line(start, line, body, after_blank)
            after_blank = False
        self._close()

    def _line(self, start: int, line: str, body: str, after_blank: bool) -> None:
        first = body[0]
        if first == "#" and (heading := _HEADING.match(line)):
            self._close()
            self._head(start, plain_words(heading[2] or ""), len(heading[1]))
        elif first in "=-" and self._start >= 0 and self._kind is PassageKind.SENTENCE and _UNDERLINE.match(line):
            begin, self._start = self._start, -1
            self._head(begin, plain_words(self._text[begin : self._end]), 1 if first == "=" else 2)
        elif first in "*-_" and _RULE.match(line):
            self._close()
            self._group += 1
            self._in_list = False
        elif "|" in line and self._lines == 1 and self._start >= 0 and _COLUMNS.match(line):
            begin, self._start = self._start, -1
            self._emit(begin, self._text[begin : self._end], PassageKind.ROW)
            self._in_table = True
        elif self._in_table and "|" in line:
            self._emit(start, line, PassageKind.ROW)
        elif first == "[" and self._start < 0 and _LINK_TARGET.match(line):
            return
        elif (item := _ITEM.match(line)) and (self._start < 0 or self._in_list or line[item.end() :].strip()):
            self._item(start, line, item)
        else:
            self._words(start, line, body, after_blank)

    def _item(self, start: int, line: str, item: re.Match[str]) -> None:
        led = self._start >= 0 or (self.blocks and self._text[self.blocks[-1].end - 1] in ":-–")
        self._close()
        self._in_table = False
        if not self._in_list:
            self._group += 0 if led else 1
            self._in_list = True
        self._open(start + item.end(), start + len(line), PassageKind.ITEM)

    def _words(self, start: int, line: str, body: str, after_blank: bool) -> None:
        self._in_table = False
        if self._start >= 0:
            self._end = start + len(line)
            self._lines += 1
            return
        indented = line[:1] in " \t" and len(line.expandtabs(4)) - len(line.lstrip().expandtabs(4)) >= 2
        if self._in_list and indented:
            self._open(start, start + len(line), PassageKind.ITEM)
        elif after_blank and (line.startswith("    ") or line[0] == "\t"):
            self._in_list = False
            self._emit(start, line, PassageKind.CODE)
        elif (bold := _BOLD_LINE.match(body)) and after_blank and bold[1][-1] not in ".!":
            self._head(start, plain_words(bold[1]), 6)
        else:
            self._in_list = False
            self._group += 1
            self._open(start, start + len(line), PassageKind.SENTENCE)

    def _open(self, start: int, end: int, kind: PassageKind) -> None:
        self._start, self._end, self._kind, self._lines = start, end, kind, 1

    def _close(self) -> None:
        if self._start >= 0:
            self.blocks.append(Block(self._start, self._end, self._kind, self._group, len(self.sections) - 1))
            self._start = -1

    def _emit(self, start: int, line: str, kind: PassageKind) -> None:
        self._close()
        end = start + len(line)
        if kind is PassageKind.ROW:
            core = line.strip().strip("|").strip()
            start += line.find(core) if core else len(line)
            end = start + len(core)
        self.blocks.append(Block(start, end, kind, self._group, len(self.sections) - 1))

    def _head(self, start: int, title: str, level: int) -> None:
        self.sections.append(Section(title.rstrip(":").rstrip(), level, start))
        self._group += 1
        self._in_list = self._in_table = False
