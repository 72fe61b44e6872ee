"""How a document is set: the size of its text and the width of its lines; under the button “Aa”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QHBoxLayout, QLabel, QWidget

from viewer.ui.reader.bars.bar_button import BarButton
from viewer.ui.typeset.style import GRID

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    from viewer.ui.typeset.style import Style

WIDTHS = {"narrow": "Narrow", "medium": "Medium", "wide": "Wide"}
"""The widths by name, with the words that the buttons show."""


class ReadingChoices(QFrame):
    """Signals: ``size_stepped(int)`` with 1, -1 or 0 for the usual size, ``width_chosen(str)``,
    ``verb_chosen(str)`` for what the bar had no room for, ``left()`` when it is closed by Esc.
    """  # noqa: D205 - a list of signals is no paragraph

    size_stepped = Signal(int)
    width_chosen = Signal(str)
    verb_chosen = Signal(str)
    left = Signal()

    def __init__(self, style: Style, parent: QWidget) -> None:
        """Lay the choices out; it goes away by Esc or a click elsewhere."""
        super().__init__(parent)
        self.setObjectName("reading-choices")
        self.setAccessibleName("How the document is set")
        self._style = style
        grid = QGridLayout(self)
        grid.setContentsMargins(2 * GRID, 12, 12, 12)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        self._size = self._label("")
        smaller = self._button("A−", "Smaller (Ctrl+−)")
        larger = self._button("A+", "Larger (Ctrl++)")
        usual = self._button("Usual", "Usual size (Ctrl+0)")
        smaller.clicked.connect(self._on_smaller_clicked)
        larger.clicked.connect(self._on_larger_clicked)
        usual.clicked.connect(self._on_usual_clicked)
        grid.addWidget(self._label("Size"), 0, 0)
        grid.addLayout(_row(smaller, self._size, larger, usual), 0, 1)
        self._widths: dict[str, QAbstractButton] = {}
        for name, words in WIDTHS.items():
            button = self._button(words, f"{words} lines", checkable=True)
            button.setAutoExclusive(True)
            button.setProperty("width", name)
            button.clicked.connect(self._on_width_clicked)
            self._widths[name] = button
        grid.addWidget(self._label("Lines"), 1, 0)
        grid.addLayout(_row(*self._widths.values()), 1, 1)
        self._grid = grid

    def show_choices(self, size: str, width: str, verbs: dict[str, str]) -> None:
        """Show what is chosen now, and the words of verbs that the bar had no room for, by the verb's name."""
        self._size.setText(size)
        self._widths[width].setChecked(True)
        for button in self.findChildren(BarButton):
            if button.property("verb"):
                self._grid.removeWidget(button)
                button.deleteLater()
        for row, (verb, words) in enumerate(verbs.items(), 2):
            button = self._button(words, words)
            button.setProperty("verb", verb)
            button.clicked.connect(self._on_verb_clicked)
            self._grid.addWidget(button, row, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)

    def open_under(self, button: QWidget) -> None:
        """Open below a button, its right edge under the button's."""
        parent = self.parentWidget()
        if parent is None:
            return
        self.adjustSize()
        corner = button.mapTo(parent, QPoint(button.width() - self.width(), button.height() + 4))
        corner.setX(max(4, min(corner.x(), parent.width() - self.width() - 4)))
        self.move(corner)
        self.show()
        self.raise_()
        self._widths[self._chosen()].setFocus(Qt.FocusReason.PopupFocusReason)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_application_focus_changed)

    def leave(self) -> None:
        """Go away."""
        self.hide()
        self.deleteLater()

    def _on_application_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.isVisible() and new is not None and not self.isAncestorOf(new):
            self.leave()

    def _chosen(self) -> str:
        return next((name for name, button in self._widths.items() if button.isChecked()), "medium")

    def _label(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(self._style.text.font)
        side = Qt.AlignmentFlag.AlignLeft if words else Qt.AlignmentFlag.AlignHCenter
        label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        label.setMinimumWidth(self._style.px(40))
        return label

    def _button(self, words: str, tip: str, *, checkable: bool = False) -> BarButton:
        return BarButton(words, self._style, name=tip, tip=tip, checkable=checkable, parent=self)

    def _on_smaller_clicked(self) -> None:
        self.size_stepped.emit(-1)

    def _on_larger_clicked(self) -> None:
        self.size_stepped.emit(1)

    def _on_usual_clicked(self) -> None:
        self.size_stepped.emit(0)

    def _on_width_clicked(self) -> None:
        self.width_chosen.emit(self._chosen())

    def _on_verb_clicked(self) -> None:
        verb = str(self.sender().property("verb"))
        self.leave()
        self.verb_chosen.emit(verb)

    # Qt's own names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._style.colour("hairline"), 1))
        painter.setBrush(self._style.colour("card"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), GRID, GRID)
        painter.end()


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(4)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
