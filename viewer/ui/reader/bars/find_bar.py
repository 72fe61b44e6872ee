"""Find inside the document: a field, how many places there are and which one is shown, the way on and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from viewer.ui.library.filter_field import field_sheet
from viewer.ui.parts.announcing import announce
from viewer.ui.reader.bars.bar_button import BarButton
from viewer.ui.typeset.step_button import StepButton
from viewer.ui.typeset.style import GRID

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from viewer.documents.matching.phrases import Places
    from viewer.ui.typeset.style import Style

_FIELD, _HEIGHT = 320, 28
_FIXED = 3  # parts of the row that stay in every style


class FindBar(QWidget):
    """Signals: ``asked(str)`` while one types, ``step_requested(int)`` with 1 or -1, ``left()`` to close."""

    asked = Signal(str)
    step_requested = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show an empty field."""
        super().__init__(parent)
        self.setObjectName("find-bar")
        self.field = _Field(self)
        self.count = QLabel(self)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(4)
        self._row.addWidget(self.field, 3)
        self._row.addSpacing(4)
        self._row.addWidget(self.count)
        self._buttons: tuple[QWidget, ...] = ()
        self.field.textEdited.connect(self._on_field_text_edited)
        self.field.stepped.connect(self.step_requested)
        self.field.left.connect(self.left)

    def set_style(self, style: Style) -> None:
        """Take faces and colours."""
        self._row.setContentsMargins(2 * GRID, 4, GRID, 4)
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        before = StepButton("Previous place (Shift+F3)", style, down=False, parent=self)
        before.clicked.connect(self._on_before_clicked)
        after = StepButton("Next place (F3)", style, down=True, parent=self)
        after.clicked.connect(self._on_after_clicked)
        close = BarButton("Done", style, name="Close find", tip="Close find (Esc)", parent=self)
        close.clicked.connect(self.left)
        self._buttons = (before, after, close)
        while self._row.count() > _FIXED:
            self._row.takeAt(_FIXED)
        self._row.addWidget(before)
        self._row.addWidget(after)
        self._row.addStretch(1)
        self._row.addWidget(close)
        self.count.setFont(style.small.font)
        palette = self.count.palette()
        palette.setColor(QPalette.ColorRole.WindowText, style.colour("second"))
        self.count.setPalette(palette)
        self.field.setFont(style.text.font)
        self.field.setFixedHeight(max(_HEIGHT, style.px(_HEIGHT)))
        self.field.setMaximumWidth(style.px(_FIELD))
        self.field.setStyleSheet(field_sheet(style))

    def begin(self, words: str) -> None:
        """Take the keyboard, with these words if there are any, else with the last ones."""
        if words:
            self.field.setText(words)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.field.text():
            self.asked.emit(self.field.text())

    def show_places(self, places: Places, at: int, most: int) -> None:
        """Say how many places there are and which one is shown, counted from 0."""
        total = f"more than {most:,}" if len(places) > most else f"{len(places):,}"
        if not self.field.text().strip():
            words = ""
        elif not places:
            words = "Nothing found"
        else:
            words = f"{at + 1:,} of {total}"
        for button in self._buttons[:2]:
            button.setEnabled(bool(places))
        if words != self.count.text():
            self.count.setText(words)
            if words:
                announce(self.field, words)

    def _on_field_text_edited(self, words: str) -> None:
        self.asked.emit(words)

    def _on_before_clicked(self) -> None:
        self.step_requested.emit(-1)

    def _on_after_clicked(self) -> None:
        self.step_requested.emit(1)


class _Field(QLineEdit):
    """Signals: ``stepped(int)`` by Enter, ``left()`` by Esc."""

    stepped = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText("Find in the document")
        self.setAccessibleName("Find in the document")
        self.setMaxLength(200)

    # Qt's own names

    def minimumSizeHint(self) -> QSize:
        return QSize(60, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)
