"""The words of the show as type on a screen: paragraphs of some sizes, laid out for a width, with marked runs.

Sizes are pixels on a screen 1080 px high and scale with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from viewer.layout.geometry import TextRole
from viewer.scene.fonts import font_for

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from viewer.scene.theme import Theme

_SMALLEST = 0.5
_WIDOW = 5
_UNBOUND = 16_777_215.0


class Paragraph(NamedTuple):
    """Words of one size. ``token`` names their colour in the theme; ``marks`` are spans that stand out.

    ``above`` is the room over it; ``ground`` names the colour of a band behind it, empty for none.
    """

    text: str
    pixels: float
    line: float
    weight: int = 400
    token: str = "text"
    marks: tuple[tuple[int, int], ...] = ()
    above: float = 0.0
    ground: str = ""


class _Row(NamedTuple):
    layout: QTextLayout
    paragraph: Paragraph
    top: float
    height: float


def face(pixels: float, weight: int = 400) -> QFont:
    """Return the show's font in a size on the screen."""
    return font_for(TextRole("show", max(6, round(pixels)), weight))


class Words:
    """Paragraphs one under the other. Laid out once for each width."""

    def __init__(
        self, paragraphs: tuple[Paragraph, ...], unit: float, most: float = _UNBOUND, share: float = 1.0
    ) -> None:
        """Take the paragraphs; ``unit`` is screen pixels a pixel of theirs, ``most`` the height they may take.

        They are set at ``share`` of their size; words that are too many even so are set smaller, down to half.
        """
        self.paragraphs = paragraphs
        self._unit, self._most, self._share = unit, most, share
        self._laid: dict[int, tuple[list[_Row], float, float]] = {}

    @property
    def text(self) -> str:
        """All words, for a screen reader."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    def height(self, width: float) -> float:
        """Return how high the words are at a width."""
        return self._rows(width)[1]

    def share(self, width: float) -> float:
        """Return what share of their own size the words have at a width: 1 unless they are too many."""
        return self._set(width)[2]

    def row_at(self, width: float, y: float) -> int | None:
        """Return the paragraph (from 0) at a height below the top, None between two."""
        rows, _height = self._rows(width)
        return next((index for index, row in enumerate(rows) if row.top <= y < row.top + row.height), None)

    def paint(self, painter: QPainter, box: QRectF, theme: Theme) -> None:
        """Paint the words from the top of a box."""
        rows, _height = self._rows(box.width())
        for row in rows:
            at = QPointF(box.x(), box.y() + row.top)
            if row.paragraph.ground:
                inside = max(row.layout.lineAt(line).naturalTextWidth() for line in range(row.layout.lineCount()))
                band = QRectF(at.x() - 16 * self._unit, at.y(), inside + 32 * self._unit, row.height)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(getattr(theme, row.paragraph.ground)))
                painter.drawRoundedRect(band, 8 * self._unit, 8 * self._unit)
            self._paint_marks(painter, row, at, theme)
            painter.setPen(QColor(getattr(theme, row.paragraph.token)))
            row.layout.draw(painter, at)

    def _paint_marks(self, painter: QPainter, row: _Row, at: QPointF, theme: Theme) -> None:
        if not row.paragraph.marks:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.mark))
        for index in range(row.layout.lineCount()):
            line = row.layout.lineAt(index)
            first, after = line.textStart(), line.textStart() + line.textLength()
            for start, end in row.paragraph.marks:
                a, b = max(start, first), min(end, after)
                while b > a and row.paragraph.text[b - 1 : b].isspace():
                    b -= 1
                if b <= a:
                    continue
                left, right = _x(line.cursorToX(a)), _x(line.cursorToX(b))
                band = QRectF(at.x() + min(left, right), at.y() + line.y(), abs(right - left), line.height())
                painter.drawRoundedRect(band.adjusted(-2, 1, 2, -1), 3, 3)

    def _rows(self, width: float) -> tuple[list[_Row], float]:
        return self._set(width)[:2]

    def _set(self, width: float) -> tuple[list[_Row], float, float]:
        key = round(width)
        if key not in self._laid:
            share = self._share
            rows, height = self._lay(width, share)
            while height > self._most and share > _SMALLEST:
                share -= 0.1
                rows, height = self._lay(width, share)
            self._laid[key] = rows, height, share
        return self._laid[key]

    def _lay(self, width: float, share: float) -> tuple[list[_Row], float]:
        rows: list[_Row] = []
        top = 0.0
        unit = self._unit * share
        for paragraph in self.paragraphs:
            top += paragraph.above * unit if rows else 0.0
            layout = _layout(paragraph, unit)
            layout.beginLayout()
            y = 0.0
            metrics = QFontMetricsF(layout.font())
            leading = max(paragraph.line * unit, metrics.height())
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(width, 40.0))
                line.setPosition(QPointF(0, y + (leading - line.height()) / 2))
                y += leading
            layout.endLayout()
            rows.append(_Row(layout, paragraph, top, y))
            top += y
        return rows, top


def _layout(paragraph: Paragraph, unit: float) -> QTextLayout:
    layout = QTextLayout(without_widow(paragraph.text), face(paragraph.pixels * unit, paragraph.weight))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    formats = []
    for start, end in paragraph.marks:
        stronger = QTextCharFormat()
        stronger.setFontWeight(QFont.Weight.DemiBold)
        run = QTextLayout.FormatRange()
        run.start, run.length, run.format = start, end - start, stronger
        formats.append(run)
    if formats:
        layout.setFormats(formats)
    return layout


def without_widow(text: str) -> str:
    """Return words whose last one stays with the one before, when it is too short to stand in a line of its own."""
    before, space, last = text.rpartition(" ")
    return f"{before}\N{NO-BREAK SPACE}{last}" if space and len(last) <= _WIDOW and " " in before else text


def _x(answer: object) -> float:
    """Return the place alone: some bindings of Qt return the cursor beside it."""
    return float(answer[0]) if isinstance(answer, tuple) else float(answer)  # type: ignore[arg-type]  # a number
