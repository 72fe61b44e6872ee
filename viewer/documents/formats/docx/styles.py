"""What the styles and lists of a Word document mean: which paragraphs are headings, which are items."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from viewer.documents.formats.docx.xml_events import walk_xml

if TYPE_CHECKING:
    from collections.abc import Mapping

_HEADING = re.compile(r"heading\s*([1-9])$")
_CONTENTS = re.compile(r"(?:toc|table of figures|index)\b")
_DEEPEST = 20


@dataclass(slots=True)
class Style:
    """A paragraph's style. ``level`` is that of a heading, 0 for none; ``number`` is the list's, "" for none."""

    name: str = ""
    level: int = 0
    number: str = ""
    depth: int = 0
    based_on: str = ""

    @property
    def title(self) -> bool:
        """Whether it is the style of the document's title."""
        return self.name == "title"

    @property
    def contents(self) -> bool:
        """Whether its paragraphs are lines of a table of contents."""
        return _CONTENTS.match(self.name) is not None


def styles_of(part: bytes) -> dict[str, Style]:
    """Return the paragraph styles by their ids, what they take from the styles they are based on filled in."""
    found: dict[str, Style] = {}
    current = Style()

    def start(element: str, attributes: Mapping[str, str]) -> None:
        nonlocal current
        said = attributes.get("w:val", "")
        if element == "w:style":
            current = Style()
            if attributes.get("w:type", "paragraph") == "paragraph":
                found[attributes.get("w:styleId", "")] = current
        elif element == "w:name":
            current.name = said.strip().lower()
            if match := _HEADING.match(current.name):
                current.level = int(match[1])
        elif element == "w:basedOn":
            current.based_on = said
        elif element == "w:outlineLvl" and re.fullmatch("[0-8]", said):
            current.level = current.level or int(said) + 1
        elif element == "w:numId":
            current.number = said
        elif element == "w:ilvl" and re.fullmatch("[0-8]", said):
            current.depth = int(said)

    if part:
        walk_xml(part, start)
    for style in found.values():
        _fill_in(style, found)
    return found


def _fill_in(style: Style, styles: Mapping[str, Style]) -> None:
    above = style
    for _ in range(_DEEPEST):
        nearest = styles.get(above.based_on)
        if nearest is None:
            return
        above = nearest
        if not style.level and not style.title:
            style.level = above.level
        style.number = style.number or above.number


class Numbering:
    """Counts the items of numbered lists."""

    def __init__(self, part: bytes) -> None:
        """Take the part that defines the lists; nothing where there is none."""
        self._formats: dict[tuple[str, int], str] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[tuple[str, int], int] = {}
        self._at = ("", 0)
        self._number = ""
        if part:
            walk_xml(part, self._start)

    def _start(self, element: str, attributes: Mapping[str, str]) -> None:
        said = attributes.get("w:val", "")
        if element == "w:abstractNum":
            self._at = (attributes.get("w:abstractNumId", ""), 0)
        elif element == "w:lvl":
            depth = attributes.get("w:ilvl", "0")
            self._at = (self._at[0], int(depth) if re.fullmatch("[0-8]", depth) else 0)
        elif element == "w:numFmt":
            self._formats[self._at] = said
        elif element == "w:num":
            self._number = attributes.get("w:numId", "")
        elif element == "w:abstractNumId":
            self._abstract[self._number] = said

    def marker(self, number: str, depth: int) -> str:
        """Return what stands before the next item of a list: a bullet, or its number."""
        written = self._formats.get((self._abstract.get(number, ""), depth), "bullet")
        if written in ("bullet", "none"):
            return "• "
        count = self._counts.get((number, depth), 0) + 1
        self._counts[number, depth] = count
        for deeper in range(depth + 1, 9):
            self._counts.pop((number, deeper), None)
        if written in ("lowerLetter", "upperLetter") and count <= 26:
            letter = chr(ord("a") + count - 1)
            return f"{letter if written == 'lowerLetter' else letter.upper()}. "
        return f"{count}. "
