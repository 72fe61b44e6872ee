"""How words inside a line are dressed: links, and in Markdown emphasis and code; its signs stay, in grey."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout

from viewer.ui.reader.text.links import links_in
from viewer.ui.typeset.shown_text import units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from viewer.ui.typeset.style import Style

_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*\n]{1,2000}?)(?<=\S)\1")
_SLANTED = re.compile(r"(?<![\w*])(\*|_)(?=[^\s*_])([^*_\n]{1,2000}?)(?<=\S)\1(?![\w*])")
_CODE = re.compile(r"(`+)([^`\n]{1,2000})\1")
_ITEM = re.compile(r"\s*(?:[-*+]|>+)(?=\s)")


def piece_of(start: int, end: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    """Return a format for a stretch of a line, in Qt's positions."""
    piece = QTextLayout.FormatRange()
    piece.start, piece.length, piece.format = start, end - start, style
    return piece


def link_formats(text: str, style: Style) -> Iterator[QTextLayout.FormatRange]:
    """Yield what shows the links of a line: their words, or else their address."""
    links = links_in(text)
    if not links:
        return
    at = units(text) or range(len(text) + 1)
    led, grey = QTextCharFormat(), QTextCharFormat()
    led.setForeground(style.colour("accent"))
    led.setFontUnderline(True)
    grey.setForeground(style.colour("neighbour"))
    for link in links:
        yield piece_of(at[link.start], at[link.words], led)
        if link.words < link.end:
            yield piece_of(at[link.words], at[link.end], grey)


def emphasis_formats(text: str, style: Style, fixed: str) -> Iterator[QTextLayout.FormatRange]:
    """Yield what dresses a line of Markdown; ``fixed`` is the family of letters of one width."""
    if not any(sign in text for sign in "*_`->+"):
        return
    at = units(text) or range(len(text) + 1)
    grey = QTextCharFormat()
    grey.setForeground(style.colour("neighbour"))
    item = _ITEM.match(text)
    if item is not None:
        yield piece_of(at[item.start()], at[item.end()], grey)
    for pattern in (_STRONG, _SLANTED, _CODE):
        for match in pattern.finditer(text):
            words = QTextCharFormat()
            if pattern is _STRONG:
                words.setFontWeight(QFont.Weight.DemiBold)
            elif pattern is _SLANTED:
                words.setFontItalic(True)
            else:
                words.setFontFamilies([fixed])
            yield piece_of(at[match.start(2)], at[match.end(2)], words)
            yield piece_of(at[match.start()], at[match.start(2)], grey)
            yield piece_of(at[match.end(2)], at[match.end()], grey)
