"""What can be done with selected words: two quiet verbs beside the selection, and the menu of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from viewer.ui.reader.bars.bar_button import BarButton
from viewer.ui.typeset.style import GRID

if TYPE_CHECKING:
    from viewer.ui.typeset.style import Style

COPY, DIAGRAMS = "Copy with citation", "Which diagrams speak of this?"

_SHORT = {"copy": "Copy", "diagrams": "In the diagrams"}
_NAMES = {"copy": f"{COPY} (Ctrl+C)", "diagrams": f"{DIAGRAMS} (D)"}


class SelectionVerbs(QFrame):
    """Signal: ``asked(str)`` with copy or diagrams. The keyboard stays in the text: both have keys."""

    asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """Take the reader that it lies in; it is hidden until something is selected."""
        super().__init__(parent)
        self.setObjectName("selection-verbs")
        self._style: Style | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(4, 2, 4, 2)
        self._row.setSpacing(2)
        self.hide()

    def set_style(self, style: Style) -> None:
        """Take faces and colours."""
        self._style = style
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for verb, words in _SHORT.items():
            button = BarButton(words, style, name=_NAMES[verb], tip=_NAMES[verb], parent=self)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setProperty("verb", verb)
            button.clicked.connect(self._on_button_clicked)
            self._row.addWidget(button)

    def show_beside(self, end: QRect) -> None:
        """Stand below the end of the selection, or above it where there is no room."""
        parent = self.parentWidget()
        if self._style is None or parent is None:
            return
        size = self._row.sizeHint()
        left = max(GRID, min(end.right() - size.width() // 2, parent.width() - size.width() - 3 * GRID))
        top = end.bottom() + 6
        if top + size.height() > parent.height() - GRID:
            top = end.top() - size.height() - 6
        self.setGeometry(QRect(QPoint(left, top), size))
        self.show()
        self.raise_()

    def _on_button_clicked(self) -> None:
        verb = str(self.sender().property("verb"))
        self.hide()
        self.asked.emit(verb)

    # Qt's own names

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self._style
        if style is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(style.colour("hairline"), 1))
        painter.setBrush(style.colour("card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), GRID, GRID)
        painter.end()
