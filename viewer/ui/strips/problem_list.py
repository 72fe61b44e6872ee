"""A list of problems; choosing one asks for its place in the user's editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence

from viewer.ui.parts.row_list import RowList
from viewer.ui.strips.problem_rows import PROBLEM, ProblemDelegate, ProblemRows

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from viewer.errors import Problem
    from viewer.ui.typeset.style import Style

_MOST_MEASURED = 40  # rows that decide how tall the list would like to be


class ProblemList(RowList):
    """Signals: ``problem_requested(Problem)`` on click and Enter, ``left()`` on Escape. Ctrl+C copies a problem."""

    problem_requested = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__("Problems", parent)
        self._rows = ProblemRows(self)
        self._drawn = ProblemDelegate(self)
        self.setModel(self._rows)
        self.setItemDelegate(self._drawn)
        self.row_chosen.connect(self._on_row_chosen)

    def set_style(self, style: Style, ground: str = "bar") -> None:
        """Take faces and colours; ``ground`` names the colour behind the list."""
        self._drawn.set_style(style)
        self.dress(style, ground)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show these problems, each with its file where they are of several or have no line."""
        several = len({problem.file for problem in problems}) > 1 or not any(problem.line for problem in problems)
        self._drawn.set_several(several)
        self._rows.show_problems(problems)
        self.scrollToTop()

    def set_width(self, width: int) -> None:
        """Take the width that the list will have, before it is shown."""
        self._drawn.set_width(width)

    def _on_row_chosen(self, index: QModelIndex) -> None:
        self.problem_requested.emit(index.data(PROBLEM))

    # Qt's own names

    def sizeHint(self) -> QSize:
        count = self._rows.rowCount()
        heights = (self.sizeHintForRow(row) for row in range(min(count, _MOST_MEASURED)))
        return QSize(320, sum(heights) + 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.matches(QKeySequence.StandardKey.Copy) and index.isValid():
            QGuiApplication.clipboard().setText(str(index.data(PROBLEM)))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._drawn.set_width(self.viewport().width())
        self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)
