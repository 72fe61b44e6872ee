"""Find the headings and paragraphs of a plain text, which has no marks for them.

The first line is the title. A short line without a closing stop, followed by a longer one or a list, is a heading.
A paragraph is one line, or several where lines were broken to a width.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from viewer.documents.formats.structure import Block, Outline, PassageKind, Section

_LONGEST_HEADING = 80
_MOST_WORDS = 12
_LONGEST_TITLE = 120
_WIDEST_WRAP = 100
_NARROWEST_WRAP = 30

_ITEM = re.compile(r"\s*(?:[-*+•‣◦·–—]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])\s+")
_STOPS = ".!;,…。！；，、"
_RULE = re.compile(r"[\s\-=_*~#]+$")


class _Line(NamedTuple):
    start: int
    text: str
    item: int
    """Where the words of a list item begin within the line, 0 where the line is none."""
    after_blank: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def words(self) -> str:
        return self.text.strip()


def outline(text: str) -> Outline:
    """Return title, headings and paragraphs of a plain text."""
    lines = _lines(text)
    wrapped = _wrapped(lines)
    heads = _headings(lines, wrapped)
    sections: list[Section] = []
    blocks: list[Block] = []
    group = 0
    in_list = False
    for index, line in enumerate(lines):
        if heads[index]:
            title = line.words.strip("#= ").rstrip(":").rstrip()
            sections.append(Section(title, 1 if index == 0 else 2, line.start))
            in_list = False
            continue
        begin = line.start + line.item
        if not line.item and wrapped[index] and blocks and not line.after_blank and not heads[index - 1]:
            blocks[-1] = blocks[-1]._replace(end=line.end)
            continue
        led = index > 0 and not heads[index - 1] and lines[index - 1].words[-1] in ":-–—"
        if not (line.item and (in_list or led)):
            group += 1
        in_list = bool(line.item)
        kind = PassageKind.ITEM if line.item else PassageKind.SENTENCE
        blocks.append(Block(begin, line.end, kind, group, len(sections) - 1))
    title = _short(lines[0].words) if lines else ""
    return Outline(title, tuple(sections), tuple(blocks), title_section=0 if heads and heads[0] else -1)


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    at = 0
    blank = True
    for line in text.split("\n"):
        start, at = at, at + len(line) + 1
        if not line.strip() or _RULE.match(line):
            blank = True
            continue
        item = _ITEM.match(line)
        found.append(_Line(start, line, item.end() if item and item.end() < len(line) else 0, blank))
        blank = False
    return found


def _wrapped(lines: list[_Line]) -> list[bool]:
    """Say of each line whether it goes on in the sentence or paragraph of the line before it."""
    joins = [False] * len(lines)
    start = 0
    while start < len(lines):
        end = start + 1
        while end < len(lines) and not lines[end].after_blank:
            end += 1
        if _breaks_lines(lines[start:end]):
            for index in range(start + 1, end):
                joins[index] = not lines[index].item
        start = end
    return joins


def _breaks_lines(run: list[_Line]) -> bool:
    """Whether the lines of a run were broken to a width, and belong together."""
    if len(run) < 2:
        return False
    lengths = [len(line.text.rstrip()) for line in run]
    if max(lengths) > _WIDEST_WRAP * 1.3:
        return False
    for line, after in pairwise(run):
        tail = line.words
        if len(tail) >= _NARROWEST_WRAP and tail[-1] not in ".!?:;" and not after.item and after.words[0].islower():
            return True
    widest = max(lengths)
    full = sum(length >= 0.75 * widest for length in lengths[:-1])
    return len(run) >= 4 and widest >= 50 and full >= 0.8 * (len(run) - 1)


def _headings(lines: list[_Line], wrapped: list[bool]) -> list[bool]:
    heads = [False] * len(lines)
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if index == 0 and _is_title(line.words, len(lines)) and not (len(lines) > 1 and wrapped[1]):
            heads[0] = True
            continue
        if index + 1 >= len(lines) or not _looks_like_heading(line):
            continue
        after = lines[index + 1]
        if wrapped[index] or not (after.item or heads[index + 1] or len(after.words) > len(line.words)):
            continue
        if wrapped[index + 1]:
            # The first line of a broken paragraph is as long as the others; a heading is much shorter.
            width = max(len(other.text) for other in lines[index + 1 : index + 4])
            if len(line.words) > 0.6 * width or after.words[0].islower():
                continue
            wrapped[index + 1] = False
        heads[index] = True
    return heads


def _is_title(words: str, count: int) -> bool:
    return count > 1 and len(words) <= _LONGEST_TITLE and words[-1] not in ".!;,。"


def _looks_like_heading(line: _Line) -> bool:
    words = line.words
    if line.item and not re.match(r"\d{1,2}[.)]\s+[A-Z]", words):
        return False
    if line.item or len(words) > _LONGEST_HEADING or words[-1] in _STOPS or words[-1] in "-–—":
        return False
    parts = words.split()
    if len(parts) > _MOST_WORDS or not any(letter.isalpha() for letter in words):
        return False
    if words[0].islower() and not any(letter.isupper() or letter.isdigit() for letter in parts[0]):
        return False
    if words[-1] in ":：":
        long = [part for part in parts if len(part) > 3]
        capitals = sum(part[0].isupper() for part in long)
        return len(parts) <= 5 or capitals >= 0.6 * len(long)
    return True


def _short(words: str) -> str:
    """Return a first line as a title: whole when it is short, else its first sentence, cut between words."""
    if len(words) <= _LONGEST_TITLE:
        return words.strip("#= ").rstrip(":").rstrip()
    from viewer.documents.formats.sentences import sentences

    start, end = sentences(words, 0, len(words))[0]
    first = words[start:end]
    if len(first) <= _LONGEST_TITLE:
        return first
    cut = first.rfind(" ", _LONGEST_TITLE // 2, _LONGEST_TITLE)
    return first[: cut if cut > 0 else _LONGEST_TITLE].rstrip(" ,;:-") + "…"
