"""Draws a row of the list of diagrams: a section's title, or a card with thumbnail, title and counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QToolTip

from viewer.ui.library.diagram_rows import ENTRY, OPENED, counts_of
from viewer.ui.library.thumbnails import HEIGHT, WIDTH
from viewer.ui.parts.focus_ring import paint_ring
from viewer.ui.parts.plain_tips import plain_tip
from viewer.ui.parts.row_list import Index, RowList
from viewer.ui.parts.section_heading import SIDE

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QHelpEvent
    from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

    from viewer.definitions.catalog import Entry
    from viewer.ui.icons import Icons
    from viewer.ui.library.thumbnails import Thumbnails
    from viewer.ui.typeset.style import Style

_PAD = 8
_GAP = 8  # between two cards
_WIDEST = 264  # a wider panel gets a larger picture up to here
_RADIUS, _FRAME = 12, 8
_WARNING = 20


class DiagramDelegate(QStyledItemDelegate):
    """Asks for a thumbnail when its card is painted: what nobody sees is not made."""

    def __init__(self, icons: Icons, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        """Take the icons and where the thumbnails come from."""
        super().__init__(parent)
        self._icons, self._thumbnails = icons, thumbnails
        self._style: Style | None = None
        self._width = 216

    def set_style(self, style: Style) -> None:
        """Take faces and colours."""
        self._style = style

    def set_width(self, width: int) -> bool:
        """Take the width of the rows in pixels; return whether it is another one."""
        changed, self._width = width != self._width, width
        return changed

    def _thumbnail_size(self) -> QSize:
        most = self._style.px(_WIDEST) if self._style else _WIDEST
        width = max(40, min(self._width - 2 * SIDE, most))
        return QSize(width, round(width * HEIGHT / WIDTH))

    # Qt's own names

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        style = self._style
        if style is None:
            return QSize(self._width, 26)
        if index.data(ENTRY) is None:
            return QSize(self._width, style.small.line + (12 if index.row() == 0 else 20))
        words = style.text.line + style.small.line
        return QSize(self._width, _PAD + self._thumbnail_size().height() + _PAD + words + _PAD + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        style = self._style
        if style is None:
            return
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        rect = QRect(option.rect.left(), option.rect.top(), self._width, option.rect.height())
        entry: Entry | None = index.data(ENTRY)
        if entry is None:
            painter.setFont(style.small_strong.font)
            painter.setPen(style.colour("second"))
            line = QRect(SIDE, rect.bottom() - style.small.line - 7, rect.width() - 2 * SIDE, style.small.line)
            _write(painter, line, index.data())
        else:
            view = option.widget
            hovered = isinstance(view, RowList) and view.hovers(index)
            focused = isinstance(view, RowList) and view.rings(index)
            self._paint_card(painter, rect, entry, bool(index.data(OPENED)), hovered=hovered, focused=focused)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        entry: Entry | None = index.data(ENTRY) if index.isValid() else None
        if entry is None or self._style is None:
            QToolTip.hideText()
            return False
        lines = [entry.title] if self._cut(entry) else []
        if entry.problems:
            lines.append(f"{entry.problems[0]}")
        elif entry.summary:
            lines.append(entry.summary)
        QToolTip.showText(event.globalPos(), plain_tip("\n".join(lines)), view)
        return True

    def _cut(self, entry: Entry) -> bool:
        from PySide6.QtGui import QFontMetrics

        return QFontMetrics(self._title_font(strong=True)).horizontalAdvance(entry.title) > self._width - 2 * SIDE

    def _title_font(self, *, strong: bool) -> QFont:
        assert self._style is not None
        font = QFont(self._style.text.font)
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Medium)
        return font

    def _paint_card(
        self, painter: QPainter, rect: QRect, entry: Entry, opened: bool, *, hovered: bool, focused: bool
    ) -> None:
        style = self._style
        assert style is not None
        block = QRectF(rect).adjusted(SIDE - _PAD, 0, -(SIDE - _PAD), -_GAP)
        if opened or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.colour("accent_tint" if opened else "hover"))
            painter.drawRoundedRect(block, _RADIUS, _RADIUS)
        size = self._thumbnail_size()
        frame = QRectF(SIDE, rect.top() + _PAD, size.width(), size.height())
        self._paint_thumbnail(painter, frame, entry, framed=not opened)
        painter.setFont(self._title_font(strong=opened))
        painter.setPen(style.colour("text"))
        line = QRect(SIDE, round(frame.bottom()) + _PAD, rect.width() - 2 * SIDE, style.text.line)
        _write(painter, line, entry.title)
        painter.setFont(style.small.font)
        painter.setPen(style.colour("danger" if entry.problems else "second"))
        line = QRect(SIDE, line.bottom() + 1, line.width(), style.small.line)
        _write(painter, line, counts_of(entry))
        if focused:
            paint_ring(painter, block, style.theme, _RADIUS)

    def _paint_thumbnail(self, painter: QPainter, frame: QRectF, entry: Entry, *, framed: bool) -> None:
        style = self._style
        assert style is not None
        painter.setPen(QPen(style.colour("hairline"), 1) if framed else Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("canvas"))
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), _FRAME, _FRAME)
        if entry.problems:
            side = style.px(_WARNING)
            icon = self._icons.icon("warning", style.theme.danger)
            place = QRect(0, 0, side, side)
            place.moveCenter(frame.center().toPoint())
            icon.paint(painter, place)
            return
        self._thumbnails.ask(entry)
        image = self._thumbnails.image(entry.id)
        if image is None:
            return
        path = QPainterPath()
        path.addRoundedRect(frame.adjusted(1, 1, -1, -1), _FRAME - 1, _FRAME - 1)
        painter.save()
        painter.setClipPath(path)
        painter.drawImage(frame, image)
        painter.restore()


def _write(painter: QPainter, line: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, line.width())
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
