"""Draws a row of the list of documents: icon, title, count; dim where the document is silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QToolTip

from viewer.ui.library.document_rows import COUNT, DOCUMENT
from viewer.ui.parts.focus_ring import paint_ring
from viewer.ui.parts.plain_tips import plain_tip
from viewer.ui.parts.row_button import ICON
from viewer.ui.parts.row_list import Index, RowList
from viewer.ui.parts.section_heading import SIDE

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QHelpEvent
    from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

    from viewer.documents.entries import DocumentEntry
    from viewer.ui.icons import Icons
    from viewer.ui.typeset.style import Style

_GAP = 8
_OUT = 8


class DocumentDelegate(QStyledItemDelegate):
    """Rows of 26 px at 100 %."""

    def __init__(self, icons: Icons, parent: QObject | None = None) -> None:
        """Take the icons."""
        super().__init__(parent)
        self._icons = icons
        self._style: Style | None = None

    def set_style(self, style: Style) -> None:
        """Take faces and colours."""
        self._style = style

    def row_height(self) -> int:
        """Return the height of a row in pixels."""
        return max(26, self._style.px(26)) if self._style else 26

    # Qt's own names

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, self.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        style = self._style
        if style is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        view = option.widget
        ground = QRectF(rect).adjusted(SIDE - _OUT, 0, -(SIDE - _OUT), 0)
        if isinstance(view, RowList) and view.hovers(index):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.colour("hover"))
            painter.drawRoundedRect(ground, 6, 6)
        count: int | None = index.data(COUNT)
        side = style.px(ICON)
        icon = self._icons.icon("document", style.theme.second)
        icon.paint(painter, QRect(SIDE, rect.top() + (rect.height() - side) // 2, side, side))
        right = rect.width() - SIDE
        if count:
            painter.setFont(style.small.font)
            painter.setPen(style.colour("second"))
            number = f"{count:,}"
            place = QRect(SIDE, rect.top(), right - SIDE, rect.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, number)
            right -= painter.fontMetrics().horizontalAdvance(number) + _GAP
        painter.setFont(style.text.font)
        painter.setPen(style.colour("second" if count == 0 else "text"))
        left = SIDE + side + style.px(_GAP)
        room = QRect(left, rect.top(), right - left, rect.height())
        title = " ".join(str(index.data()).split())
        shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if isinstance(view, RowList) and view.rings(index):
            paint_ring(painter, ground, style.theme)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        entry: DocumentEntry | None = index.data(DOCUMENT) if index.isValid() else None
        if entry is None:
            QToolTip.hideText()
            return False
        lines = [index.data(), " · ".join(part for part in (entry.author, entry.year) if part), entry.path]
        QToolTip.showText(event.globalPos(), plain_tip("\n".join(line for line in lines if line)), view)
        return True
