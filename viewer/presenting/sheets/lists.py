"""Sheets that list: the keys of the show, the quizzes to choose from, and who can read which step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QKeySequence

from viewer.presenting.sheets.sheet_page import SheetPage
from viewer.presenting.state.keys import is_letter
from viewer.presenting.state.quiz import Mode, make_quiz
from viewer.presenting.state.quizzing import CLOCK_ROW, SHUFFLE_ROW, TEAMS_ROW, seed_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from viewer.presenting.room import Reading
    from viewer.presenting.state.keyboard import Keyboard
    from viewer.presenting.state.show import Show
    from viewer.scene.theme import Theme


_READABLE = 12.0  # pixels: a row names fewer keys rather than smaller ones
_ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
_ROOM = "Rows stand half a picture’s height apart. Twelve rows need capitals of 3 % of that height, eight rows 2 %."
_NOTHING = "(nothing to ask in this diagram)"


def key_rows(keyboard: Keyboard, most: int = 3) -> tuple[tuple[str, str], ...]:
    """Return the keys as this machine writes them, and what they do; rows that say the same are one.

    Keys that are switched off are left out, and so are those of a row after ``most``.
    """
    found: dict[str, list[str]] = {}
    for row in keyboard.rows:
        keys = [key for key in row.keys if keyboard.letters or not is_letter(key) or key == "."]
        if keys:
            found.setdefault(row.words, []).extend(keys[:most])
    return tuple((_joined([_written(key) for key in keys]), words) for words, keys in found.items())


def _written(key: str) -> str:
    """Return a key as this machine writes it, an arrow as an arrow."""
    text = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    lead, last = text[: text.rfind("+") + 1], text[text.rfind("+") + 1 :]
    return lead + _ARROWS.get(last, last) if last else text


def _joined(keys: list[str]) -> str:
    """Return keys with a comma between; those that share their modifier name it once."""
    lead, plus, _ = keys[0].rpartition("+")
    if plus and lead and len(keys) > 3 and all(key.startswith(lead + plus) for key in keys):
        return lead + plus + " ".join(key.removeprefix(lead + plus) for key in keys)
    return ", ".join(keys)


class KeyList(SheetPage):
    """Every key of the show in two columns."""

    def __init__(self, keyboard: Keyboard, theme: Theme, parent: QWidget) -> None:
        """List the table of keys."""
        super().__init__("Keys", theme, parent)
        self._keyboard = keyboard

    def paint_body(self, painter: QPainter, body: QRectF) -> None:
        """Write the rows, as large as all of them fit."""
        column = body.width() / 2
        for most in (3, 2, 1):
            rows = (*key_rows(self._keyboard, most), ("1 2 3 … ⏎", "Step, or diagram of a lesson"))
            half = -(-len(rows) // 2)
            line = body.height() / half
            wanted = min(26.0, line / self.unit * 0.62)
            size = self.fitting(tuple(keys for keys, _ in rows), wanted, column * 0.34, 500)
            if size > 0.8 * wanted and size * self.unit > _READABLE:
                break
        size = self.fitting(tuple(words for _, words in rows), size, column * 0.58)
        for index, (keys, words) in enumerate(rows):
            x = body.x() + (column if index >= half else 0)
            y = body.y() + (index % half) * line
            self.write(painter, QRectF(x, y, column * 0.38, line), keys, size, "accent", 500)
            self.write(painter, QRectF(x + column * 0.38, y, column * 0.60, line), words, size, "text")


class QuizList(SheetPage):
    """The quizzes and how they are played, each with its number. Signals: ``row_requested(int)`` by a click."""

    row_requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """List the modes."""
        super().__init__("Which quiz?", theme, parent)
        self._rows: tuple[tuple[int, str], ...] = ()

    def set_rules(self, show: Show) -> None:
        """Say how quizzes are played now."""
        rows = quiz_rows(show)
        if rows != self._rows:
            self._rows = rows
            self.setAccessibleDescription("\n".join(f"{number} {words}" for number, words in rows))
            self.update()

    def paint_body(self, painter: QPainter, body: QRectF) -> None:
        """Write the modes, and below them the rules."""
        for number, words in self._rows:
            row = self._row(number)
            line = row.height()
            self.write(painter, QRectF(row.x(), row.y(), line, line), str(number), 38, "accent", 600)
            token = "text" if number <= len(Mode) and not words.endswith(_NOTHING) else "second"
            self.write(painter, row.adjusted(line, 0, 0, 0), words, 38, token)

    def _row(self, number: int) -> QRectF:
        body = self.body
        line = min(72 * self.unit, body.height() / 10)
        gap = line / 2 if number > len(Mode) else 0.0
        return QRectF(body.x(), body.y() + (number - 1) * line + gap, body.width(), line)

    def tap(self, at: QPointF) -> None:
        """Take the line that is clicked."""
        for number, _words in self._rows:
            if self._row(number).contains(at):
                self.row_requested.emit(number)
                return


def quiz_rows(show: Show) -> tuple[tuple[int, str], ...]:
    """Return the lines of the quiz list with their numbers."""
    rules = show.rules
    teams = "One score for all" if rules.teams == 1 else f"{rules.teams} teams take turns"
    clock = f"{rules.seconds} seconds a question" if rules.seconds else "No clock"
    return (
        *((number, _told(show, mode, number)) for number, mode in enumerate(Mode, start=1)),
        (TEAMS_ROW, teams),
        (CLOCK_ROW, clock),
        (SHUFFLE_ROW, f"Shuffle again (seed {seed_of(show, 0)})"),
    )


def _told(show: Show, mode: Mode, number: int) -> str:
    empty = make_quiz(show.scene.diagram, mode, seed_of(show, number)) is None
    return f"{mode.value} {_NOTHING}" if empty else mode.value


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
        widths = (0.24, 0.17, 0.10, 0.49)
        heads = ("Step", "Readable to", "Capitals", "")
        room = body.width() * widths[-1] - 20 * unit
        size = self.fitting(tuple(one.advice for one in self._found), size, room)
        self._row(painter, body, body.y(), line, size, widths, tuple((head, "second") for head in heads))
        for index, one in enumerate(self._found):
            token = "text" if one.severity is None else "warning" if one.severity == "warning" else "danger"
            words = (
                (one.title, "text"),
                (f"row {one.row}", token),
                (f"{one.share:.1%}", "second"),
                (one.advice, "second"),
            )
            self._row(painter, body, body.y() + (index + 1) * line, line, size, widths, words)
        last = QRectF(body.x(), body.y() + (len(self._found) + 1) * line, body.width(), line)
        self.write(painter, last, _ROOM, size * 0.9, "second")

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
