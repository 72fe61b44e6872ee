"""The files that could not be read: a line each with the reason, to be copied, tried again, or found on the disk."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from viewer.errors import Problem, Severity
from viewer.ui.sheets.sheet_dialog import SheetDialog
from viewer.ui.strips.problem_list import ProblemList
from viewer.ui.strips.problem_rows import PROBLEM
from viewer.ui.typeset.style import Style

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from viewer.documents.entries import Skipped
    from viewer.scene.theme import Theme
    from viewer.session.reading import Shelf

_WIDE, _TALL = 620, 320


class SkippedSheet(SheetDialog):
    """Signals: ``retry_requested(tuple[str, ...])`` with paths, ``folder_requested(str)`` with a path."""

    retry_requested = Signal(object)
    folder_requested = Signal(str)

    def __init__(self, skipped: tuple[Skipped, ...], theme: Theme, parent: QWidget) -> None:
        """Take what was skipped."""
        body = _Body(theme)
        super().__init__("Skipped files", body, theme, parent)
        self._skipped: tuple[Skipped, ...] = ()
        self._body = body
        body.again.clicked.connect(self._on_again_clicked)
        body.folder.clicked.connect(self._on_folder_clicked)
        body.all.clicked.connect(self._on_all_clicked)
        body.copy.clicked.connect(self._on_copy_clicked)
        body.list.copy_requested.connect(self._copy_row)
        body.list.left.connect(self.reject)
        self._show(skipped)
        body.list.setFocus()

    def show_shelf(self, shelf: Shelf) -> None:
        """Show what is still skipped now that files were read."""
        self._show(shelf.skipped)

    def _show(self, skipped: tuple[Skipped, ...]) -> None:
        row = self._body.list.currentIndex().row()
        self._skipped = skipped
        problems = (
            Problem(one.path, 0, 0, f"{os.path.basename(one.path) or one.path}: {one.reason}", "", Severity.WARNING)
            for one in skipped
        )
        self._body.list.show_problems(tuple(problems))
        count = len(skipped)
        words = (
            "1 file was skipped; the others are read."
            if count == 1
            else f"{count:,} files were skipped; the others are read."
        )
        self._body.words.setText(words if count else "All files are read.")
        for button in (self._body.again, self._body.folder, self._body.all, self._body.copy):
            button.setEnabled(bool(count))
        if count:
            self._body.list.setCurrentIndex(self._body.list.model().index(min(max(row, 0), count - 1), 0))

    def _path(self) -> str:
        problem: Problem | None = self._body.list.currentIndex().data(PROBLEM)
        return problem.file if problem is not None else ""

    def _on_again_clicked(self) -> None:
        if path := self._path():
            self.retry_requested.emit((path,))

    def _on_all_clicked(self) -> None:
        self.retry_requested.emit(tuple(one.path for one in self._skipped))

    def _on_folder_clicked(self) -> None:
        if path := self._path():
            self.folder_requested.emit(path)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(f"{one.path}: {one.reason}" for one in self._skipped))

    def _copy_row(self) -> None:
        path = self._path()
        reasons = [one.reason for one in self._skipped if one.path == path]
        QGuiApplication.clipboard().setText("\n".join(f"{path}: {reason}" for reason in reasons))


class _List(ProblemList):
    """Signal: ``copy_requested()`` by Ctrl+C, which here copies a path and its reason and no more."""

    copy_requested = Signal()

    # Qt's own names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)


class _Body(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        style = Style(theme, self.font())
        self.words = QLabel(self)
        self.list = _List(self)
        self.list.set_style(style)
        self.list.setMinimumSize(style.px(_WIDE), style.px(_TALL))
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.again, self.folder = QPushButton("&Try again", self), QPushButton("Show in &folder", self)
        self.all, self.copy = QPushButton("Try &all again", self), QPushButton("&Copy the list", self)
        verbs = QHBoxLayout()
        verbs.setSpacing(8)
        for button in (self.again, self.folder):
            verbs.addWidget(button)
        verbs.addStretch(1)
        for button in (self.all, self.copy):
            verbs.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        column.addLayout(verbs)
