"""Draws a row of the search's answer: what matched is marked, where it is from stands beside it in grey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate

from viewer.session.finding import Hit, HitKind
from viewer.ui.bar.search_rows import ROW, Heading, said
from viewer.ui.parts.row_list import Index, RowList
from viewer.ui.typeset.prose import Prose, Run

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QStyleOptionViewItem

    from viewer.ui.bar.search_rows import Row
    from viewer.ui.typeset.style import Style

_SIDE = 16
_SHARE = 0.62  # of a row's width that a title has before its subtitle gives way


class SearchDelegate(QStyledItemDelegate):
    """One line a row, two for a passage."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Draw nothing before there is a style."""
        super().__init__(parent)
        self._style: Style | None = None

    def set_style(self, style: Style) -> None:
        """Take faces and colours."""
        self._style = style

    # Qt's own names

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        style = self._style
        if style is None:
            return QSize(80, 28)
        row: Row = index.data(ROW)
        if isinstance(row, Heading):
            return QSize(80, style.small.line + (10 if index.row() == 0 else 18))
        if isinstance(row, Hit) and row.kind is HitKind.PASSAGE:
            return QSize(80, style.text.line + style.small.line + 10)
        return QSize(80, style.text.line + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        style = self._style
        if style is None:
            return
        row: Row = index.data(ROW)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        view = option.widget
        if isinstance(view, RowList) and view.marks(index):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.colour("accent_tint"))
            painter.drawRoundedRect(QRectF(rect).adjusted(_SIDE - 8, 0, -(_SIDE - 8), 0), 6, 6)
        room = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        if isinstance(row, Heading):
            self._paint_heading(painter, room, row, style)
        elif not isinstance(row, Hit):
            painter.setFont(style.text.font)
            painter.setPen(style.colour("accent" if index.flags() else "second"))
            _write(painter, room, said(row))
        elif row.kind is HitKind.PASSAGE:
            line = QRect(room.left(), room.top() + 5, room.width(), style.text.line)
            _paint_title(painter, line, row, style)
            painter.setFont(style.small.font)
            painter.setPen(style.colour("second"))
            _write(painter, QRect(room.left(), line.bottom() + 1, room.width(), style.small.line), row.subtitle)
        else:
            self._paint_hit(painter, room, row, style)
        painter.restore()

    def _paint_heading(self, painter: QPainter, room: QRect, row: Heading, style: Style) -> None:
        line = QRect(room.left(), room.bottom() - style.small.line - 1, room.width(), style.small.line)
        painter.setPen(style.colour("second"))
        painter.setFont(style.small_strong.font)
        _write(painter, line, row.text)
        painter.setFont(style.small.font)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, f"{row.count:,}")

    def _paint_hit(self, painter: QPainter, room: QRect, row: Hit, style: Style) -> None:
        small = QFontMetrics(style.small.font)
        wanted = small.horizontalAdvance(row.subtitle) + 16 if row.subtitle else 0
        title = QFontMetrics(style.text.font).horizontalAdvance(row.title) + 12
        width = max(room.width() - wanted, min(title, int(room.width() * _SHARE)))
        _paint_title(painter, QRect(room.left(), room.top(), width, room.height()), row, style)
        painter.setFont(style.small.font)
        painter.setPen(style.colour("second"))
        left = QRect(room.left() + width, room.top(), room.width() - width, room.height())
        _write(painter, left, row.subtitle, Qt.AlignmentFlag.AlignRight)


def _paint_title(painter: QPainter, room: QRect, hit: Hit, style: Style) -> None:
    # Matched words are set a little heavier than what is measured here.
    slack = 4 + 2 * len(hit.marks)
    metrics = QFontMetrics(style.text.font)
    text = metrics.elidedText(hit.title, Qt.TextElideMode.ElideRight, room.width() - slack)
    kept = len(text) if text == hit.title else len(text) - 1
    marks = tuple((start, min(end, kept)) for start, end in hit.marks if start < kept)
    prose = Prose((Run(text, style.colour("text"), marks),), style.text, style.colour("mark"))
    height = prose.height(10_000)
    prose.paint(painter, room.left(), room.top() + (room.height() - height) / 2)


def _write(painter: QPainter, room: QRect, text: str, side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | side, shown)
