"""Sheets that list: the keys of the show, the quizzes to choose from, and who can read which step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QKeySequence

from viewer.presenting.keys import KEYS
from viewer.presenting.quiz import Mode
from viewer.presenting.sheets.sheet_page import SheetPage

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from viewer.presenting.room import Reading
    from viewer.scene.theme import Theme


def key_rows() -> tuple[tuple[str, str], ...]:
    """Return the keys as this machine writes them, and what they do, one pair a row of the table."""
    native = QKeySequence.SequenceFormat.NativeText
    return tuple((", ".join(QKeySequence(key).toString(native) for key in row.keys[:3]), row.words) for row in KEYS)


class KeyList(SheetPage):
    """Every key of the show in two columns."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """List the table of keys."""
        super().__init__("Keys", theme, parent)

    def paint_body(self, painter: QPainter, body: QRectF) -> None:
        """Write the rows, as large as all of them fit."""
        rows = (*key_rows(), ("1 2 3 … ⏎", "Step, or diagram of a lesson"))
        half = -(-len(rows) // 2)
        line = body.height() / half
        column = body.width() / 2
        size = min(26.0, line / self.unit * 0.62)
        size = self.fitting(tuple(keys for keys, _ in rows), size, column * 0.36, 500)
        size = self.fitting(tuple(words for _, words in rows), size, column * 0.58)
        for index, (keys, words) in enumerate(rows):
            x = body.x() + (column if index >= half else 0)
            y = body.y() + (index % half) * line
            self.write(painter, QRectF(x, y, column * 0.38, line), keys, size, "accent", 500)
            self.write(painter, QRectF(x + column * 0.38, y, column * 0.60, line), words, size, "text")


class QuizList(SheetPage):
    """The quizzes, each with its number."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """List the modes."""
        super().__init__("Which quiz?", theme, parent)

    def paint_body(self, painter: QPainter, body: QRectF) -> None:
        """Write the modes."""
        line = 72 * self.unit
        for index, mode in enumerate(Mode):
            y = body.y() + index * line
            self.write(painter, QRectF(body.x(), y, line, line), str(index + 1), 38, "accent", 600)
            self.write(painter, QRectF(body.x() + line, y, body.width() - line, line), mode.value, 38, "text")


class RoomPage(SheetPage):
    """How far away each step can be read, worst first to the eye: what is too small has a word beside it."""

    def __init__(self, found: tuple[Reading, ...], theme: Theme, parent: QWidget) -> None:
        """Take how the steps read."""
        super().__init__("Who can read this?", theme, parent)
        self._found = found

    def paint_body(self, painter: QPainter, body: QRectF) -> None:
        """Write a row a step."""
        unit = self.unit
        line = min(58 * unit, body.height() / (len(self._found) + 2))
        size = min(28.0, line / unit * 0.55)
        widths = (0.25, 0.10, 0.19, 0.46)
        heads = ("Step", "Capitals", "Readable up to", "")
        size = self.fitting(tuple(one.advice for one in self._found), size, body.width() * widths[-1])
        self._row(painter, body, body.y(), line, size, widths, tuple((head, "second") for head in heads))
        for index, one in enumerate(self._found):
            token = "text" if one.severity is None else "warning" if one.severity == "warning" else "danger"
            words = (
                (one.title, "text"),
                (f"{one.share:.1%}", token),
                (f"{one.reach:.1f} heights", token),
                (one.advice, "second"),
            )
            self._row(painter, body, body.y() + (index + 1) * line, line, size, widths, words)
        last = QRectF(body.x(), body.y() + (len(self._found) + 1) * line, body.width(), line)
        told = "A class sits within 6 picture heights: capitals of 3 % are read there, below 2 % they are not."
        self.write(painter, last, told, size * 0.9, "second")

    def _row(
        self,
        painter: QPainter,
        body: QRectF,
        y: float,
        line: float,
        size: float,
        widths: tuple[float, ...],
        words: tuple[tuple[str, str], ...],
    ) -> None:
        x = body.x()
        for share, (text, token) in zip(widths, words, strict=True):
            self.write(painter, QRectF(x, y, body.width() * share - 16 * self.unit, line), text, size, token)
            x += body.width() * share
