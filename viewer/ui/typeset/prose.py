"""A block of text laid out once a width and painted as often as need be, with matched words on a soft ground.

Plain text only: nothing in it is ever read as markup.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

from viewer.ui.typeset.shown_text import units

if TYPE_CHECKING:
    from viewer.ui.typeset.face import Face

# Where these stand, a match may be cut in two pieces that stand apart: Hebrew to Arabic, their forms, their marks.
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_ROUND = 3.0
_MARK_OUT = 2.0  # how far the ground of a match reaches beyond its words, sideways
_WRAP = QTextOption()
_WRAP.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)


class Run(NamedTuple):
    """A stretch of text in one colour; ``marks`` are the spans of it that matched.

    ``weight`` and ``pixels`` are those of the face unless they are given.
    """

    text: str
    colour: QColor
    marks: tuple[tuple[int, int], ...] = ()
    weight: QFont.Weight | None = None
    pixels: int | None = None


class Prose:
    """Runs of text in one face. Positions inside are Qt's (UTF-16); spans given to it are characters."""

    def __init__(self, runs: tuple[Run, ...], face: Face, ground: QColor | None = None) -> None:
        """Take the runs, their face, and the colour behind matched words."""
        self.text = "".join(run.text for run in runs)
        self._line = face.line
        self._ground = ground
        self._width = -1.0
        self._height = 0
        self._natural = 0.0
        self._one_line = False  # one that runs from left to right looks the same at any width that holds it
        self._grounds: list[QRectF] = []
        self._layout = QTextLayout(self.text, face.font)
        self._layout.setTextOption(_WRAP)
        self._layout.setCacheEnabled(True)
        self._pen = runs[0].colour if runs else QColor()
        self._marks: list[tuple[int, int]] = []
        self._style(runs)

    def height(self, width: float) -> int:
        """Return the height in pixels at this width."""
        if width != self._width and not (self._one_line and self._natural + 1 <= width):
            self._lay_out(width)
        return self._height

    def natural_width(self) -> float:
        """Return the width of the longest line as last laid out."""
        return self._natural

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint with the upper left corner at ``x``, ``y``; ``height`` must have been asked for before."""
        if self._grounds and self._ground is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._ground)
            for box in self._grounds:
                painter.drawRoundedRect(box.translated(x, y), _ROUND, _ROUND)
        painter.setPen(self._pen)
        self._layout.draw(painter, QPointF(x, y))

    @property
    def _both_ways(self) -> bool:
        return not self.text.isascii() and _RIGHT_TO_LEFT.search(self.text) is not None

    def _style(self, runs: tuple[Run, ...]) -> None:
        at = units(self.text)
        formats: list[QTextLayout.FormatRange] = []
        offset = 0
        for index, run in enumerate(runs):
            if index > 0 or run.weight is not None or run.pixels is not None:
                piece = _range(offset, offset + len(run.text), at, run.colour, run.weight)
                if run.pixels is not None:
                    from PySide6.QtGui import QTextFormat  # as below

                    style = piece.format
                    style.setProperty(QTextFormat.Property.FontPixelSize, run.pixels)
                    piece.format = style
                formats.append(piece)
            for start, end in run.marks:
                piece = _range(offset + start, offset + end, at, run.colour, QFont.Weight.Medium)
                formats.append(piece)
                self._marks.append((piece.start, piece.start + piece.length))
            offset += len(run.text)
        if formats:
            self._layout.setFormats(formats)

    def _lay_out(self, width: float) -> None:
        layout = self._layout
        y = 0.0
        natural = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1.0))
            tall = line.height()
            step = max(self._line, tall)
            line.setPosition(QPointF(0, y + (step - tall) / 2))
            natural = max(natural, line.naturalTextWidth())
            y += step
        layout.endLayout()
        self._width, self._height, self._natural = width, round(y), natural
        self._one_line = layout.lineCount() == 1 and not self._both_ways
        self._grounds = self._find_grounds() if self._marks else []

    def _find_grounds(self) -> list[QRectF]:
        layout, both_ways = self._layout, self._both_ways
        found: list[QRectF] = []
        text = self.text if units(self.text) is None else ""  # Python counts characters, Qt does not
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first, last = line.textStart(), line.textStart() + line.textLength()
            for start, end in self._marks:
                a, b = max(start, first), min(end, last)
                while a < b <= len(text) and text[b - 1] == " ":
                    b -= 1  # where a line ends, its space hangs over the edge
                if a >= b:
                    continue
                pieces = [(i, i + 1) for i in range(a, b)] if both_ways else [(a, b)]
                for left, right in pieces:
                    # PySide gives the position beside the x.
                    x1, x2 = line.cursorToX(left)[0], line.cursorToX(right)[0]  # type: ignore[index]
                    low, high = min(x1, x2), max(x1, x2)
                    top = line.y() + (line.height() - self._line) / 2 + 1
                    found.append(QRectF(low - _MARK_OUT, top, high - low + 2 * _MARK_OUT, self._line - 2))
        return found


def _range(
    start: int, end: int, at: tuple[int, ...] | None, colour: QColor, weight: QFont.Weight | None
) -> QTextLayout.FormatRange:
    from PySide6.QtGui import QTextCharFormat  # dear to load, and the words of the start have no formats

    piece = QTextLayout.FormatRange()
    piece.start = start if at is None else at[start]
    piece.length = (end if at is None else at[end]) - piece.start
    style = QTextCharFormat()
    style.setForeground(colour)
    if weight is not None:
        style.setFontWeight(weight)
    piece.format = style
    return piece
