"""The quiet strip over the canvas: how many problems a definition has, and the list of them on demand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from viewer.ui.parts.announcing import announce
from viewer.ui.parts.elided_label import ElidedLabel
from viewer.ui.parts.flat_button import FlatButton
from viewer.ui.strips.problem_list import ProblemList
from viewer.ui.typeset.style import Style

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from viewer.errors import Problem
    from viewer.scene.theme import Theme
    from viewer.ui.icons import Icons

_ICON = 16
_TALLEST = 0.45  # of the window: the last good picture stays in sight
_LEAST = 120


class ProblemStrip(QWidget):
    """Signals: ``problem_requested(Problem)``: the file wants to be opened at the line; ``left()`` when the strip
    goes away while it has the keyboard.
    """  # noqa: D205 - a list of signals is no paragraph

    problem_requested = Signal(object)
    left = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._icons = icons
        self._style: Style | None = None
        self._problems: tuple[Problem, ...] = ()
        self._sign = QLabel(self)
        self._sign.setFixedSize(_ICON, _ICON)
        self._words = ElidedLabel(self)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._show = FlatButton(icons, "", "Show", parent=self)
        self._show.setCheckable(True)
        self._close = FlatButton(icons, "close", parent=self)
        self._close.setToolTip("Close until the definition changes")
        self._close.setAccessibleName("Close the problems")
        self._list = ProblemList(self)
        self._list.hide()
        self._list.problem_requested.connect(self.problem_requested)
        self._list.left.connect(self._on_list_left)
        self._show.toggled.connect(self._on_show_toggled)
        self._close.clicked.connect(self._on_close_clicked)
        row = QHBoxLayout()
        row.setContentsMargins(16, 2, 8, 2)
        row.setSpacing(8)
        for widget, stretch in ((self._sign, 0), (self._words, 1), (self._show, 0), (self._close, 0)):
            row.addWidget(widget, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 1)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._list)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setAccessibleName("Problems")
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours."""
        self._style = Style(theme, self.font())
        icon = self._icons.icon("warning", theme.warning)
        self._sign.setPixmap(icon.pixmap(QSize(_ICON, _ICON), self.devicePixelRatioF()))
        self._show.set_theme(theme)
        self._close.set_theme(theme)
        self._list.set_style(self._style)
        self.update()

    def show_problems(self, problems: tuple[Problem, ...], title: str = "", *, unfolded: bool = False) -> None:
        """Show the strip for these problems, or hide it for none; an open list stays open.

        Of new problems the list is shown at once where it shall be ``unfolded``.
        Without a ``title`` it says how many problems there are, and in which file.
        """
        fresh, self._problems = problems != self._problems, problems
        if not problems:
            self._leave()
            return
        words = title or _headline(problems)
        self._words.setText(words)
        self._list.show_problems(problems)
        self._fit()
        if fresh:
            self.show()
            self._show.setChecked(unfolded or self._show.isChecked())
            announce(self, words)

    def open_list(self) -> None:
        """Show the list and give it the keyboard; nothing where there are no problems."""
        if self._problems:
            self.show()
            self._show.setChecked(True)
            self._list.setFocus()

    def _fit(self) -> None:
        self._list.set_width(self.width())
        most = max(_LEAST, int(self.window().height() * _TALLEST))
        self._list.setFixedHeight(min(self._list.sizeHint().height(), most))

    def _on_show_toggled(self, shown: bool) -> None:
        self._show.setText("Hide" if shown else "Show")
        self._show.updateGeometry()
        self._list.setVisible(shown)
        self._fit()

    def _on_list_left(self) -> None:
        self._show.setChecked(False)
        self._show.setFocus()

    def _on_close_clicked(self) -> None:
        self._show.setChecked(False)
        self._leave()

    def _leave(self) -> None:
        """Go away; Qt would hand the keyboard to whatever comes next in the window."""
        focus = self.window().focusWidget()
        had_keyboard = focus is not None and self.isAncestorOf(focus)
        self.hide()
        if had_keyboard:
            self.left.emit()

    # Qt's own names

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._style is not None:
            painter = QPainter(self)
            painter.fillRect(self.rect(), self._style.colour("bar"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, self._style.colour("hairline"))


def _headline(problems: tuple[Problem, ...]) -> str:
    files = {problem.file for problem in problems}
    where = Path(problems[0].file).name if len(files) == 1 else f"{len(files)} files"
    count = len(problems)
    if count == 1 and not problems[0].line:
        return f"{where} · {problems[0].sentence}"  # of the whole file: to count it says nothing
    if count > 1 and problems[0].line and not problems[-1].line:
        return f"More than {count - 1:,} problems in {where}"  # the last one only counts those that are not listed
    return f"{count:,} problem{'' if count == 1 else 's'} in {where}"
