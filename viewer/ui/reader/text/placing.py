"""How wide a text is set, and how far its page is scrolled to bring a place to a height."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetricsF, QTextCursor

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QRect, QRectF
    from PySide6.QtGui import QFont, QTextBlock
    from PySide6.QtWidgets import QPlainTextEdit

LETTERS = {"narrow": 52, "medium": 72, "wide": 100}
"""How many letters a line holds at most, by the name of the width."""

GUTTER = 24
"""Pixels beside the text, inside the page, where the bar of a marked passage stands."""

_SAMPLE = "the quick brown fox jumps over the lazy dog "


def reading_width(font: QFont, letters: int) -> int:
    """Return how wide a text in this font may become in pixels, its gutters included."""
    return round(QFontMetricsF(font).horizontalAdvance(_SAMPLE) / len(_SAMPLE) * letters) + 2 * GUTTER


def end_of_selection(page: QPlainTextEdit) -> QRect:
    """Return where in the viewport of a text the selection ends."""
    cursor = QTextCursor(page.textCursor())
    cursor.setPosition(cursor.selectionEnd())
    return page.cursorRect(cursor)


def scrolled_to(cursor: QTextCursor, wanted: float, box_of: Callable[[QTextBlock], QRectF]) -> int:
    """Return the scroll bar's value that brings a cursor's line ``wanted`` pixels below the page's upper edge.

    ``box_of`` lays a block out and tells its size. The value counts lines, as Qt's view of plain text does.
    """
    block = cursor.block()
    box_of(block)
    line = block.layout().lineForTextPosition(cursor.positionInBlock())
    up = line.y() if line.isValid() else 0.0
    while up < wanted and block.previous().isValid():
        block = block.previous()
        up += box_of(block).height()
    layout = block.layout()
    lines = [layout.lineAt(number).y() for number in range(layout.lineCount())]
    skipped = max((number for number, y in enumerate(lines) if y <= up - wanted), default=0)
    return block.firstLineNumber() + skipped
