"""Draws a row of the list of documents: its switch, title and count; dim where it is silent or off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QToolTip

from viewer.ui.library.document_rows import COUNT, DOCUMENT, GROUP, DocumentRows
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
    from viewer.ui.typeset.style import Style

_GAP = 8
_OUT = 8
_TICK = ((0.30, 0.52), (0.45, 0.66), (0.71, 0.36))  # shares of the square
_DASH = ((0.32, 0.5), (0.68, 0.5))


class DocumentDelegate(QStyledItemDelegate):
    """Rows of 26 px at 100 %."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Draw nothing before there is a style."""
        super().__init__(parent)
        self._style: Style | None = None

    def set_style(self, style: Style) -> None:
        """Take faces and colours."""
        self._style = style

    def row_height(self) -> int:
        """Return the height of a row in pixels."""
        return max(26, self._style.px(26)) if self._style else 26

    def switch_reaches(self) -> int:
        """Return how far from the left edge a row is its switch, in pixels."""
        side = self._style.px(ICON) if self._style else ICON
        return SIDE + side + _GAP // 2

    def _paint_fold(self, painter: QPainter, at: QPointF, style: Style, index: Index) -> int:
        from viewer.ui.typeset.text_button import paint_chevron  # the passages bring it along

        model = index.model()
        folded = isinstance(model, DocumentRows) and model.is_folded(index.data(GROUP))
        paint_chevron(painter, at, style, "second", "right" if folded else "down")
        return round(at.x()) - style.px(4) - style.px(_GAP)

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
        side = style.px(ICON)
        paint_switch(painter, QRectF(SIDE, rect.top() + (rect.height() - side) // 2, side, side), style, index)
        entry: DocumentEntry | None = index.data(DOCUMENT)
        left, right = SIDE + side + style.px(_GAP), rect.width() - SIDE
        if entry is None:
            right = self._paint_fold(painter, QPointF(right - style.px(4), rect.center().y() + 0.5), style, index)
        face = style.small_strong if entry is None else style.text
        off = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Unchecked
        number = _number(index)
        if number:
            painter.setFont(style.small.font)
            painter.setPen(style.colour("second"))
            place = QRect(SIDE, rect.top(), right - SIDE, rect.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, number)
            right -= painter.fontMetrics().horizontalAdvance(number) + _GAP
        painter.setFont(face.font)
        painter.setPen(style.colour("second" if entry is None or off or index.data(COUNT) == 0 else "text"))
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
        if not index.isValid():
            QToolTip.hideText()
            return False
        entry: DocumentEntry | None = index.data(DOCUMENT)
        on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is not Qt.CheckState.Unchecked
        if event.pos().x() < self.switch_reaches():
            lines = ["Switch off: nothing of it is shown" if on else "Switch on"]
        elif entry is None:
            lines = [index.data(), index.data(GROUP).path]
        else:
            by = " · ".join(part for part in (entry.author, entry.year) if part)
            lines = [index.data(), by, entry.file or entry.path, "" if on else "Switched off"]
        QToolTip.showText(event.globalPos(), plain_tip("\n".join(line for line in lines if line)), view)
        return True


def paint_switch(painter: QPainter, box: QRectF, style: Style, index: Index) -> None:
    """Paint a square with a tick where a document is on, a dash where some of a group are."""
    state = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
    painter.setPen(QPen(style.colour("second"), 1.25))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = box.width() * 0.11
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 3, 3)
    if state is Qt.CheckState.Unchecked:
        return
    pen = QPen(style.colour("text"), 1.75)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    shape = _TICK if state is Qt.CheckState.Checked else _DASH
    painter.drawPolyline(
        QPolygonF([QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in shape])
    )


def _number(index: Index) -> str:
    """Return what stands at a row's right: passages of a document, documents of a group."""
    entry = index.data(DOCUMENT)
    if entry is not None:
        count: int | None = index.data(COUNT)
        return f"{count:,}" if count else ""
    return f"{len(index.data(GROUP).entries):,}"
