"""The rows of a list of problems: where, what, and what to do. A Qt model and how a row is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from viewer.ui.focus_ring import paint_ring
from viewer.ui.row_list import RowList

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QStyleOptionViewItem

    from viewer.errors import Problem
    from viewer.ui.typeset.style import Style

PROBLEM = Qt.ItemDataRole.UserRole
"""The row's Problem."""

_SIDE, _PAD, _GAP = 16, 6, 12
_PLACE = 96  # room for "line 1234:56"
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere)

_Index = QModelIndex | QPersistentModelIndex
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

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._problems)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
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

    def set_style(self, style: Style) -> None:
        """Take faces and colours."""
        self._style = style

    def set_width(self, width: int) -> None:
        """Take the width of the rows in pixels."""
        self._width = width

    def set_several(self, several: bool) -> None:
        """Say whether the problems are of several files: then each row names its own."""
        self._several = several

    def _texts(self, problem: Problem) -> tuple[str, str]:
        head = problem.text
        notes = [problem.hint]
        if self._several:
            notes.append(problem.file)
        return head, "\n".join(note for note in notes if note)

    def _left(self) -> int:
        return _SIDE + (0 if self._several or self._style is None else self._style.px(_PLACE) + _GAP)

    def _heights(self, problem: Problem, style: Style) -> tuple[int, int]:
        room = QRect(0, 0, max(40, self._width - self._left() - _SIDE), 10_000)
        head, notes = self._texts(problem)
        tall = QFontMetrics(style.text.font).boundingRect(room, _WRAP, head).height()
        below = QFontMetrics(style.small.font).boundingRect(room, _WRAP, notes).height() if notes else 0
        return max(tall, style.text.line), below

    # Qt's own names

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        if self._style is None:
            return QSize(self._width, 32)
        tall, below = self._heights(index.data(PROBLEM), self._style)
        return QSize(self._width, 2 * _PAD + tall + (below + 2 if below else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        style = self._style
        if style is None:
            return
        problem: Problem = index.data(PROBLEM)
        rect, state, widget = option.rect, option.state, option.widget
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(rect).adjusted(_SIDE - 8, 0, -(_SIDE - 8), 0)
        if state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.colour("hover"))
            painter.drawRoundedRect(ground, 6, 6)
        tall, below = self._heights(problem, style)
        left, top = self._left(), rect.top() + _PAD
        if not self._several:
            painter.setFont(style.small.font)
            painter.setPen(style.colour("second"))
            place = QRect(_SIDE, top, left - _SIDE - _GAP, style.text.line)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, place_of(problem))
        head, notes = self._texts(problem)
        painter.setFont(style.text.font)
        painter.setPen(style.colour("text"))
        painter.drawText(QRect(left, top, rect.width() - left - _SIDE, tall), _WRAP, head)
        painter.setFont(style.small.font)
        painter.setPen(style.colour("second"))
        painter.drawText(QRect(left, top + tall + 2, rect.width() - left - _SIDE, below), _WRAP, notes)
        by_keys = isinstance(widget, RowList) and widget.by_keys
        if by_keys and state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, ground, style.theme)
        painter.restore()
