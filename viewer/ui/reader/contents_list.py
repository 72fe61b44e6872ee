"""The contents of a document: its sections, indented by rank; the one that is read is marked."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyledItemDelegate, QVBoxLayout, QWidget

from viewer.ui.parts.plain_tips import plain_tip
from viewer.ui.parts.row_list import Index, RowList
from viewer.ui.typeset.focus import paint_focus
from viewer.ui.typeset.style import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from viewer.documents.formats.structure import Section
    from viewer.ui.typeset.style import Style

_ROOT = QModelIndex()
_INDENT, _DEEPEST = 12, 3
_SIDE = 16


class ContentsList(QWidget):
    """Signals: ``section_chosen(int)`` with the section's number, ``left()`` when the keyboard goes back by Esc."""

    section_chosen = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """List nothing yet."""
        super().__init__(parent)
        self.setObjectName("contents")
        self._style: Style | None = None
        self._rows = _Sections(self)
        self._drawn = _SectionDelegate(self)
        self.list = _Rows("Contents", self)
        self.list.setModel(self._rows)
        self.list.setItemDelegate(self._drawn)
        self.list.setUniformItemSizes(True)
        self.setFocusProxy(self.list)
        self.list.row_chosen.connect(self._on_list_row_chosen)
        self.list.left.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 1, GRID)
        column.addWidget(self.list)

    @property
    def empty(self) -> bool:
        """Whether the document has no sections worth a list."""
        return self._rows.rowCount() == 0

    @property
    def current(self) -> int:
        """The number of the section that is marked, or -1."""
        return self.list.currentIndex().row()

    def set_style(self, style: Style) -> None:
        """Take faces and colours."""
        self._style = style
        self._drawn.set_style(style)
        self.list.dress(style, "canvas")
        self.setAutoFillBackground(True)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """List these; a single heading is the title, and no list."""
        self._rows.show_sections(sections if len(sections) > 1 else ())

    def follow(self, position: int) -> None:
        """Mark the section that a character of the text belongs to."""
        self.mark(bisect_right(self._rows.starts, position) - 1)

    def mark(self, number: int) -> None:
        """Mark a section, and keep it in sight."""
        if number != self.current:
            index = self._rows.index(number) if number >= 0 else _ROOT
            self.list.setCurrentIndex(index)

    def _on_list_row_chosen(self, index: QModelIndex) -> None:
        self.section_chosen.emit(index.row())

    # Qt's own names

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._style is not None:
            painter = QPainter(self)
            painter.fillRect(self.width() - 1, 0, 1, self.height(), self._style.colour("hairline"))
            painter.end()


class _Rows(RowList):
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _Sections(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._sections: Sequence[Section] = ()
        self.starts: list[int] = []

    def show_sections(self, sections: Sequence[Section]) -> None:
        self.beginResetModel()
        self._sections = sections
        self.starts = [section.start for section in sections]
        top = min((section.level for section in sections), default=1)
        self.depths = [min(section.level - top, _DEEPEST) for section in sections]
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._sections)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        words = " ".join(self._sections[index.row()].title.split()) or "Untitled section"
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return words
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(words)
        if role == Qt.ItemDataRole.UserRole:
            return self.depths[index.row()]
        return None


class _SectionDelegate(QStyledItemDelegate):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._style: Style | None = None

    def set_style(self, style: Style) -> None:
        self._style = style

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, max(26, self._style.px(26)) if self._style else 26)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        style = self._style
        view = option.widget
        if style is None or not isinstance(view, RowList):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(option.rect).adjusted(GRID, 0, -GRID, 0)
        marked = view.marks(index)
        if marked or view.hovers(index):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.colour("accent_tint" if marked else "hover"))
            painter.drawRoundedRect(ground, 6, 6)
        depth = index.data(Qt.ItemDataRole.UserRole)
        face = style.small_strong if marked else style.small
        painter.setFont(face.font)
        painter.setPen(style.colour("text" if depth == 0 or marked else "second"))
        room = option.rect.adjusted(_SIDE + style.px(_INDENT) * depth, 0, -_SIDE, 0)
        words = QFontMetrics(face.font).elidedText(
            index.data(Qt.ItemDataRole.DisplayRole), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        if view.rings(index):
            paint_focus(painter, ground, style)
        painter.restore()
