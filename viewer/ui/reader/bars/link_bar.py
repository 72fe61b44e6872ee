"""The question before a link of a document is followed: the whole address, to open, to copy, or to leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from viewer.ui.reader.bars.bar_button import BarButton
from viewer.ui.typeset.shown_text import one_line
from viewer.ui.typeset.style import GRID
from viewer.ui.typeset.text_block import TextBlock

if TYPE_CHECKING:
    from viewer.ui.typeset.style import Style

_LONGEST = 300


class LinkBar(QWidget):
    """Signals: ``open_requested(str)``, ``copy_requested(str)`` with the address, ``left()``."""

    open_requested = Signal(str)
    copy_requested = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Ask nothing yet."""
        super().__init__(parent)
        self.setObjectName("link-bar")
        self._style: Style | None = None
        self._address = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * GRID, 12, 2 * GRID, GRID)
        self._column.setSpacing(4)
        self.hide()

    @property
    def address(self) -> str:
        """What is asked about."""
        return self._address

    def set_style(self, style: Style) -> None:
        """Take faces and colours."""
        self._style = style
        if self._address and not self.isHidden():
            self.ask(self._address)

    def ask(self, address: str) -> None:
        """Ask whether this address shall be opened; the keyboard is on the answer that does nothing."""
        style = self._style
        if style is None:
            return
        self._address = address
        self._clear()
        shown = one_line(address)
        shown = shown if len(shown) <= _LONGEST else shown[:_LONGEST] + "…"
        host = address.split("://", 1)[-1].split("/", 1)[0].rsplit("@", 1)[-1]
        question = f"Open {one_line(host)} in the browser?"
        words = QVBoxLayout()
        words.setContentsMargins(GRID, 0, GRID, 0)  # the answers reach out as far around their words
        words.setSpacing(4)
        words.addWidget(TextBlock(question, style, style.strong, parent=self))
        words.addWidget(TextBlock(shown, style, style.small, "second", parent=self))
        self._column.addLayout(words)
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(4)
        answers = []
        for answer, slot in (
            ("Open", self._on_open_clicked),
            ("Copy address", self._on_copy_clicked),
            ("Not now", self._on_not_now_clicked),
        ):
            button = BarButton(answer, style, name=f"Open {shown}" if answer == "Open" else answer, parent=self)
            button.clicked.connect(slot)
            row.addWidget(button)
            answers.append(button)
        row.addStretch(1)
        self._column.addLayout(row)
        self.setAccessibleName(f"{question} {shown}")
        self.show()
        answers[-1].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_question(self) -> None:
        """Ask no longer."""
        self._address = ""
        self.hide()

    def _clear(self) -> None:
        for child in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            child.hide()
            child.deleteLater()
        while (item := self._column.takeAt(0)) is not None:
            inner = item.layout()
            if inner is not None:
                inner.deleteLater()

    def _on_open_clicked(self) -> None:
        address = self._address
        self.close_question()
        self.left.emit()
        self.open_requested.emit(address)

    def _on_copy_clicked(self) -> None:
        address = self._address
        self.close_question()
        self.left.emit()
        self.copy_requested.emit(address)

    def _on_not_now_clicked(self) -> None:
        self.close_question()
        self.left.emit()

    # Qt's own names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_not_now_clicked()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()  # it closes the question, not the document
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._style is not None:
            painter = QPainter(self)
            painter.fillRect(self.rect(), self._style.colour("panel"))
            painter.fillRect(0, 0, self.width(), 1, self._style.colour("hairline"))
            painter.end()
