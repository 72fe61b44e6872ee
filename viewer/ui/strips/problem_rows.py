"""The rows of a list of problems: where, what, and what to do. A Qt model and how a row is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate

from viewer.ui.parts.focus_ring import paint_ring
from viewer.ui.parts.row_list import Index, RowList
from viewer.ui.typeset.prose import Prose, Run

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QStyleOptionViewItem

    from viewer.errors import Problem
    from viewer.ui.typeset.style import Style

PROBLEM = Qt.ItemDataRole.UserRole
"""The row's Problem."""

_SIDE, _PAD, _GAP = 16, 6, 12
_PLACE = 96  # room for "line 1234:56"

_ROOT = QModelIndex()


def place_of(problem: Problem) -> str:
    """Say where a problem is in its file, empty where it is about the file as a whole."""
    if not problem.line:
        return ""
    return f"line {problem.line}:{problem.column}" if problem.column else f"line {problem.line}"


class ProblemRows(QAbstractListModel):
    """Problems in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self._problems: tuple[Problem, ...] = ()

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show these problems."""
        self.beginResetModel()
        self._problems = problems
        self.endResetModel()

    # Qt's own names

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._problems)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        problem = self._problems[index.row()]
        if role == PROBLEM:
            return problem
        if role == Qt.ItemDataRole.DisplayRole:
            return problem.sentence
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{place_of(problem) or problem.file}: {problem.sentence}"
        return None


class ProblemDelegate(QStyledItemDelegate):
    """A row: the place at the left in grey, the sentence, and below it the suggestion in grey. All of it, wrapped."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Draw nothing before there is a style."""
        super().__init__(parent)
        self._style: Style | None = None
        self._width = 400
        self._several = False
        self._set: dict[Problem, tuple[Prose, Prose]] = {}

    def set_style(self, style: Style) -> None:
        """Take faces and colours."""
        self._style = style
        self._set.clear()

    def set_width(self, width: int) -> None:
        """Take the width of the rows in pixels."""
        self._width = width

    def set_several(self, several: bool) -> None:
        """Say whether the problems are of several files: then each row names its own."""
        self._several = several
        self._set.clear()

    def _proses(self, problem: Problem, style: Style) -> tuple[Prose, Prose]:
        """Return the sentence, and what stands below it in small."""
        if problem not in self._set:
            notes = [problem.hint, problem.file if self._several else ""]
            below = "\u2028".join(note for note in notes if note)  # Qt's own line break
            self._set[problem] = (
                Prose((Run(problem.text, style.colour("text")),), style.text),
                Prose((Run(below, style.colour("second")),), style.small),
            )
        return self._set[problem]

    def _left(self) -> int:
        return _SIDE + (0 if self._several or self._style is None else self._style.px(_PLACE) + _GAP)

    def _room(self, width: int) -> int:
        return max(40, width - self._left() - _SIDE)

    # Qt's own names

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if self._style is None:
            return QSize(self._width, 32)
        head, below = self._proses(index.data(PROBLEM), self._style)
        room = self._room(self._width)
        notes = below.height(room) if below.text else 0
        return QSize(self._width, 2 * _PAD + head.height(room) + notes)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        style = self._style
        if style is None:
            return
        problem: Problem = index.data(PROBLEM)
        rect, view = option.rect, option.widget
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(rect).adjusted(_SIDE - 8, 0, -(_SIDE - 8), 0)
        if isinstance(view, RowList) and view.hovers(index):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.colour("hover"))
            painter.drawRoundedRect(ground, 6, 6)
        left, top = self._left(), rect.top() + _PAD
        if not self._several:
            painter.setFont(style.small.font)
            painter.setPen(style.colour("second"))
            place = QRect(_SIDE, top, left - _SIDE - _GAP, style.text.line)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, place_of(problem))
        head, below = self._proses(problem, style)
        room = self._room(rect.width())
        tall = head.height(room)
        head.paint(painter, left, top)
        if below.text:
            below.height(room)
            below.paint(painter, left, top + tall)
        if isinstance(view, RowList) and view.rings(index):
            paint_ring(painter, ground, style.theme)
        painter.restore()
