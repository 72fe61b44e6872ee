"""From a PDF's lines to headings, paragraphs, items and rows.

A paragraph goes on over the end of a column or page when its last line does not end a sentence; what stands between
(a footnote, a caption) then comes behind it. Words broken at the end of a line are joined.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from viewer.documents.formats.composing import Piece, tidied
from viewer.documents.formats.structure import PassageKind
from viewer.documents.matching.levelling import GREEK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from viewer.documents.formats.pdf.lines import Line

_ITEM = re.compile(r"([•‣◦▪■●○\uf0b7∙·*–—-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+(?=\S)")
_ENDS = re.compile(r"[.!?…:。！？][\"'”’)\]\d,–]*$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_BOUND = re.compile(r"[\d+)\]][-\u2010]$")
_JOINS = frozenset(("and", "or", "to", "und", "oder", "bis", "et", "ou"))
# Those names that no other word begins with.
_GREEK = frozenset(name for name in GREEK.values() if len(name) > 3)
# A line of a table of contents: dots that lead to a page.
_LEADS = re.compile(r"(?:\s?[.…·]){5,}\s*(?:\d{1,5}|[ivxlc]{1,7})?$")
_BIGGER = 1.12
_SAME = 0.06
_LONGEST_HEADING = 160
_LOOK_BACK = 6
_AROUND = 5


@dataclass(slots=True)
class _Paragraph:
    lines: list[Line]
    size: float
    kind: PassageKind = PassageKind.SENTENCE
    heading: bool = False
    columns: set[tuple[int, int]] = field(default_factory=set)

    @property
    def unfinished(self) -> bool:
        return not self.heading and self.kind is not PassageKind.ROW and not _ENDS.search(self.lines[-1].text)


def pieces_of(pages: Iterable[list[Line]]) -> list[Piece]:
    """Return the pieces of a document whose pages have these lines."""
    lines = [line for page in pages for line in page if not _LEADS.search(line.text)]
    if not lines:
        return []
    body = _body_size(lines)
    paragraphs = _gathered(lines, body)
    sizes = sorted(
        {round(one.size, 1) for one in paragraphs if one.heading and one.size > body * _BIGGER}, reverse=True
    )
    levels = _levels(sizes)
    vocabulary = _vocabulary(lines)
    pieces: list[Piece] = []
    group = 0
    in_list = False
    for one in paragraphs:
        item = one.kind is PassageKind.ITEM
        led = bool(pieces) and pieces[-1].words.endswith(":")
        group += not ((item and (in_list or led)) or (one.kind is PassageKind.ROW and in_list))
        in_list = item or one.kind is PassageKind.ROW
        pieces.append(_piece(one, vocabulary, group, levels, body))
    return pieces


def _body_size(lines: list[Line]) -> float:
    weights: Counter[float] = Counter()
    for line in lines:
        weights[round(line.main_size, 1)] += len(line.text)
    return weights.most_common(1)[0][0]


def _levels(sizes: list[float]) -> dict[float, int]:
    """Return a level for each size of headings; sizes that hardly differ are one."""
    found: dict[float, int] = {}
    level = 0
    last = 0.0
    for size in sizes:
        if not last or last - size > _SAME * last:
            level += 1
            last = size
        found[size] = min(level, 5)
    return found


def _gathered(lines: list[Line], body: float) -> list[_Paragraph]:
    found: list[_Paragraph] = []
    edges = _edges(lines)
    pitch = _pitch(lines)
    before: Line | None = None
    for index, line in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else None
        tabular = line.cells > 1 and any(
            other is not None and other.cells > 1 and other.page == line.page for other in (before, after)
        )
        if tabular:
            found.append(_Paragraph([line], line.main_size, PassageKind.ROW))
        elif before is not None and found and _goes_on(found[-1], before, line, edges[index - 1], pitch):
            found[-1].lines.append(line)
        else:
            earlier = _unfinished_before(found, line, before, body)
            if earlier is not None:
                earlier.lines.append(line)
                # What follows in this column goes on with it.
                found.remove(earlier)
                found.append(earlier)
            else:
                found.append(_begun(line, body))
        before = line
    for one in found:
        if one.heading and len(" ".join(line.text for line in one.lines)) > _LONGEST_HEADING:
            one.heading = False
        if not one.heading and one.kind is PassageKind.SENTENCE and all(line.bold for line in one.lines):
            text = one.lines[-1].text
            one.heading = len(one.lines) <= 2 and text[-1] not in ".!;,。" and len(text) <= 80
    return found


def _begun(line: Line, body: float) -> _Paragraph:
    kind = PassageKind.ITEM if _ITEM.match(line.text) else PassageKind.SENTENCE
    heading = line.main_size > body * _BIGGER and any(sign.isalpha() for sign in line.text)
    if heading:
        kind = PassageKind.SENTENCE
    return _Paragraph([line], line.main_size, kind, heading)


def _edges(lines: list[Line]) -> list[float]:
    """Return for each line how far right the lines around it reach in its column."""
    rights = [line.right for line in lines]
    found: list[float] = []
    for index, line in enumerate(lines):
        near = range(max(0, index - _AROUND), min(len(lines), index + _AROUND + 1))
        found.append(max(rights[at] for at in near if (lines[at].page, lines[at].column) == (line.page, line.column)))
    return found


def _pitch(lines: list[Line]) -> float:
    """Return how far apart the writing lines of a paragraph stand, in sizes of their letters."""
    steps: Counter[float] = Counter()
    for before, line in pairwise(lines):
        step = before.base - line.base
        if before.page == line.page and 0 < step < 3 * line.main_size:
            steps[round(step / line.main_size, 1)] += 1
    return steps.most_common(1)[0][0] if steps else 1.2


def _goes_on(one: _Paragraph, before: Line, line: Line, edge: float, pitch: float) -> bool:
    """Whether a line goes on in the paragraph of the line before it, on the same page and in the same column.

    ``edge`` is how far right the lines around the one before reach.
    """
    if before.page != line.page or before.column != line.column or one.kind is PassageKind.ROW:
        return False
    if abs(line.main_size - one.size) > _SAME * one.size or (one.heading and line.bold != before.bold):
        return False
    step = before.base - line.base
    if not 0.3 * line.main_size < step < max(1.25 * pitch, pitch + 0.3) * line.main_size:
        return False
    if one.heading:
        return True
    if before.bold != line.bold and (before.bold and len(one.lines) == 1 and len(before.text) <= 80):
        return False
    if _ITEM.match(line.text) and (one.kind is PassageKind.ITEM or _ENDS.search(before.text)):
        return False
    ended = _ENDS.search(before.text) is not None
    size = line.main_size
    if one.kind is PassageKind.ITEM:
        return not (ended and line.left < one.lines[0].left + 0.3 * size)
    indented = before.left + 0.8 * size < line.left < before.left + 6 * size
    # The next word had room on the line before: the line was ended on purpose.
    room = edge - before.right
    ended_early = room > line.words[0].right - line.words[0].left + 1.5 * size
    if ended:
        return not (indented or ended_early)
    return not ended_early or line.text[0].islower()


def _unfinished_before(found: list[_Paragraph], line: Line, before: Line | None, body: float) -> _Paragraph | None:
    """Return the paragraph that a line at the head of a column or page goes on with, if one waits for it."""
    if before is None or (before.page == line.page and before.column == line.column and line.base < before.base):
        return None
    if line.main_size > body * _BIGGER or line.cells > 1:
        return None
    begins = line.text[0].islower() or line.text[0] in "(“"
    for one in reversed(found[-_LOOK_BACK:]):
        if one.heading or abs(one.size - line.main_size) > _SAME * line.main_size or one.kind is PassageKind.ROW:
            continue
        if one.lines[-1].page < line.page - 1 or not one.unfinished or _ITEM.match(line.text):
            return None
        broken = _BROKEN.search(one.lines[-1].text) is not None
        return one if begins or broken or len(one.lines) > 1 else None
    return None


def _vocabulary(lines: list[Line]) -> frozenset[str]:
    """Return the words that stand within lines, where nothing broke them."""
    found: set[str] = set()
    for line in lines:
        for word in line.words[:-1]:
            found.update(match[0].casefold() for match in _WORD.finditer(word.text))
    return frozenset(found)


def _piece(one: _Paragraph, vocabulary: frozenset[str], group: int, levels: dict[float, int], body: float) -> Piece:
    if one.kind is PassageKind.ROW:
        piece = Piece(tidied(one.lines[0].row), one.kind, group=group)
        piece.breaks.append((0, one.lines[0].page))
        return piece
    text = ""
    breaks: list[tuple[int, int]] = []
    for line in one.lines:
        words = tidied(line.text)
        if not words:
            continue
        if text:
            text = _joined(text, words, vocabulary)
        if not breaks or breaks[-1][1] != line.page:
            breaks.append((len(text), line.page))
        text += words
    piece = Piece(text, one.kind, group=group, breaks=breaks)
    match = _ITEM.match(text) if one.kind is PassageKind.ITEM else None
    if match:
        piece.marker, piece.words = text[: match.end()], text[match.end() :]
        piece.breaks = [(max(0, offset - match.end()), page) for offset, page in breaks]
    if one.heading:
        bigger = one.size > body * _BIGGER
        piece.level = levels.get(round(one.size, 1), 5) if bigger else min(max(levels.values(), default=0) + 1, 6)
    return piece


def _joined(text: str, words: str, vocabulary: frozenset[str]) -> str:
    """Return text made ready for the next line's words: with a space, or with a broken word's hyphen dealt with."""
    broken = _BROKEN.search(text[-60:])
    if broken is None or not words[0].isalnum():
        if _BOUND.search(text[-3:]) and words[0].isalnum():
            # "p53-" or "Ca2+-" at the end of a line: only words are broken, so the hyphen is its own.
            return text
        return text if _unspaced(text[-1], words[0]) else f"{text} "
    first = broken[1].casefold()
    rest = re.match(r"[^\W\d_]+", words)
    second = rest[0].casefold() if rest else ""
    if not words[0].islower() or first + second in vocabulary:
        return text[:-1] if words[0].islower() else text
    if second in _JOINS:
        # "pre- and postsynaptic": the hyphen stands for what both have in common.
        return f"{text} "
    if len(first) == 1 or first in _GREEK or any(sign.isupper() for sign in broken[1][1:]):
        # Nobody breaks a word behind one letter or within a short form: "N-terminal", "beta-catenin", "NMDA-type".
        return text
    kept = f"{first}-{second}" in vocabulary
    both_known = len(first) > 3 and len(second) > 3 and first in vocabulary and second in vocabulary
    return text if kept or both_known else text[:-1]


def _unspaced(before: str, after: str) -> bool:
    """Whether two lines meet in a script that puts no spaces between words, or at a dash or slash."""
    return (before >= "\u2e80" and after >= "\u2e80" and not "\uac00" <= before <= "\ud7a3") or before in "—/"
