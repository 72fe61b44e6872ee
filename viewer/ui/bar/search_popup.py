"""What a search found, under its field: groups with counts, best first. The keyboard stays in the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from viewer.session.finding import Hit
from viewer.ui.bar.search_delegate import SearchDelegate
from viewer.ui.bar.search_rows import ROW, More, SearchRows, Suggestion, said
from viewer.ui.parts.floating_card import SHADOW, paint_floating_card
from viewer.ui.parts.row_list import RowList

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from viewer.session.finding import Found
    from viewer.ui.typeset.style import Style

_WIDTH = 560
_PAD = 6  # between the edge and the first and last row
_SHARE = 0.7  # of the window's height, at most


class SearchPopup(QFrame):
    """Signals: ``chosen(Hit)``, ``suggestion_chosen(str)`` with a name that was perhaps meant."""

    chosen = Signal(object)
    suggestion_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """Take the window that it lies in; it is hidden until something was found."""
        super().__init__(parent)
        self._style: Style | None = None
        self._rows = SearchRows(self)
        self._drawn = SearchDelegate(self)
        self._list = RowList("Found", self)
        self._list.setModel(self._rows)
        self._list.setItemDelegate(self._drawn)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.row_chosen.connect(self._on_list_row_chosen)
        self._list.entered.connect(self._on_list_entered)
        self._words = ""
        self._walked = False  # by keys or by the pointer
        column = QVBoxLayout(self)
        column.setContentsMargins(SHADOW, SHADOW + _PAD, SHADOW, SHADOW + _PAD)
        column.addWidget(self._list)
        self.setAccessibleName("Found")
        self.hide()

    def set_style(self, style: Style) -> None:
        """Take faces and colours."""
        self._style = style
        self._drawn.set_style(style)
        self._list.dress(style, "card")
        self.update()

    def show_found(self, found: Found) -> None:
        """Show an answer and take the best; more to the same words leaves the user where they went."""
        index = self._list.currentIndex()
        walked = self._walked and index.isValid() and found.words == self._words
        self._words, self._walked = found.words, walked
        wanted = index.data(ROW) if walked else found.hits[found.best] if found.hits else None
        self._rows.show_found(found)
        row = self._rows.row_of(wanted) if wanted is not None else -1
        self._take(row if row >= 0 else self._next(-1, 1))

    def place_below(self, field: QWidget) -> None:
        """Lie under the field, inside the window, as tall as the rows need and the window allows."""
        window = self.window()
        corner = field.mapTo(window, QPoint(0, field.height() + 4))
        scale = self._style.scale if self._style else 1.0
        width = min(max(field.width(), round(_WIDTH * scale)), window.width() - 16)
        left = max(8, min(corner.x(), window.width() - width - 8))
        most = min(window.height() - corner.y() - 8, int(window.height() * _SHARE))
        rows = sum(self._list.sizeHintForRow(row) for row in range(self._rows.rowCount()))
        box = QRect(left, corner.y(), width, max(40, min(rows + 2 * _PAD, most)))
        self.setGeometry(box.adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW))

    def move_by(self, step: int) -> str:
        """Go some rows down, or up where negative; return what a screen reader shall say."""
        self._walked = True
        row = self._next(self._list.currentIndex().row(), step)
        self._take(row)
        return said(self._rows.index(row).data(ROW)) if row >= 0 else ""

    def choose(self) -> None:
        """Choose the row that is marked."""
        index = self._list.currentIndex()
        if index.isValid():
            self._on_list_row_chosen(index)

    def mark(self, hit: Hit) -> None:
        """Mark a hit that was gone to by other means."""
        row = self._rows.row_of(hit)
        if row >= 0:
            self._take(row)

    def _take(self, row: int) -> None:
        self._list.setCurrentIndex(self._rows.index(row) if row >= 0 else QModelIndex())
        if row <= 1:
            self._list.scrollToTop()  # the first heading is no row to go to

    def _next(self, row: int, step: int) -> int:
        """Return the row that lies ``step`` live rows further, or the last one on that side."""
        live = [at for at in range(self._rows.rowCount()) if self._rows.index(at).flags()]
        if not live:
            return -1
        here = live.index(row) if row in live else (-1 if step > 0 else len(live))
        return live[max(0, min(here + step, len(live) - 1))]

    def _on_list_entered(self, index: QModelIndex) -> None:
        if self._rows.flags(index):
            self._walked = True
            self._list.setCurrentIndex(index)

    def _on_list_row_chosen(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        match row:
            case Hit():
                self.chosen.emit(row)
            case More(kind=kind, held=held) if held:
                at = index.row()
                self._rows.show_whole(kind)
                self._take(at)
            case Suggestion(name=name) if name:
                self.suggestion_chosen.emit(name)

    # Qt's own names

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, 200)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # what lies beneath must not hear of it

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._style is not None:
            paint_floating_card(self, self._style)
