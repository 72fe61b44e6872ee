"""What the diagrams say of the selected words, beside the selection: diagrams, elements and arrows to go to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from viewer.session.finding import Found, Hit
from viewer.ui.bar.search_delegate import SearchDelegate
from viewer.ui.bar.search_rows import ROW, More, SearchRows
from viewer.ui.parts.announcing import announce
from viewer.ui.parts.floating_card import SHADOW, paint_floating_card
from viewer.ui.parts.row_list import RowList
from viewer.ui.typeset.shown_text import one_line
from viewer.ui.typeset.style import GRID
from viewer.ui.typeset.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from viewer.ui.typeset.style import Style

_WIDTH, _SHARE = 420, 0.6
_LONGEST = 60


class SpeakingPopup(QFrame):
    """Signals: ``chosen(Hit)``, ``left()`` when it is closed by Esc."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Take the reader that it lies in; it is hidden until something was asked."""
        super().__init__(parent)
        self.setObjectName("speaking")
        self._style: Style | None = None
        self._title: TextBlock | None = None
        self._rows = SearchRows(self)
        self._drawn = SearchDelegate(self)
        self._list = RowList("Diagrams that speak of this", self)
        self._list.setModel(self._rows)
        self._list.setItemDelegate(self._drawn)
        self._list.row_chosen.connect(self._on_list_row_chosen)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SHADOW, SHADOW + GRID, SHADOW, SHADOW + GRID)
        self._column.setSpacing(0)
        self._column.addWidget(self._list)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    @property
    def words(self) -> str:
        """The line over the list."""
        return self._title.text() if self._title is not None else ""

    def set_style(self, style: Style) -> None:
        """Take faces and colours."""
        self._style = style
        self._drawn.set_style(style)
        self._list.dress(style, "card")
        self.update()

    def show_found(self, found: Found, beside: QRect) -> None:
        """Show an answer, below the box that is given or above it, and take the keyboard."""
        style = self._style
        if style is None:
            return
        words = one_line(found.words)
        words = words if len(words) <= _LONGEST else words[:_LONGEST].rstrip() + "…"
        said = f"Diagrams that speak of “{words}”" if found.groups else f"No diagram speaks of “{words}”."
        if self._title is not None:
            self._title.hide()
            self._title.deleteLater()
        self._title = TextBlock(said, style, style.small_strong if found.groups else style.text, parent=self)
        self._title.setContentsMargins(0, 0, 0, 0)
        self._rows.show_found(Found("", found.groups))
        self._list.setVisible(bool(found.groups))
        live = [row for row in range(self._rows.rowCount()) if self._rows.index(row).flags()]
        self._list.setCurrentIndex(self._rows.index(live[0]) if live else QModelIndex())
        self._list.scrollToTop()
        self._place(beside)
        self.show()
        self.raise_()
        (self._list if found.groups else self).setFocus(Qt.FocusReason.ShortcutFocusReason)
        announce(self, said, now=True)

    def _place(self, beside: QRect) -> None:
        style, title, parent = self._style, self._title, self.parentWidget()
        if style is None or title is None or parent is None:
            return
        width = min(style.px(_WIDTH), parent.width() - 2 * GRID)
        side = 2 * GRID
        head = title.heightForWidth(width - 2 * side)
        title.setGeometry(SHADOW + side, SHADOW + GRID + 2, width - 2 * side, head)
        title.show()
        self._column.setContentsMargins(SHADOW, SHADOW + GRID + head + 6, SHADOW, SHADOW + GRID)
        rows = sum(self._list.sizeHintForRow(row) for row in range(self._rows.rowCount()))
        tall = head + rows + 2 * GRID + 6
        below, above = parent.height() - beside.bottom() - 2 * GRID, beside.top() - 2 * GRID
        under = below >= min(tall, 200) or below >= above
        tall = min(tall, round(parent.height() * _SHARE), below if under else above)
        left = max(GRID, min(beside.left(), parent.width() - width - GRID))
        top = beside.bottom() + 6 if under else beside.top() - tall - 6
        self.setGeometry(QRect(left, top, width, tall).adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW))

    def _on_list_row_chosen(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, Hit):
            self.hide()
            self.chosen.emit(row)
        elif isinstance(row, More) and row.held:
            at = index.row()
            self._rows.show_whole(row.kind)
            self._list.setCurrentIndex(self._rows.index(at))

    # Qt's own names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._style is not None:
            paint_floating_card(self, self._style)
