"""How a page is painted: its picture, or white paper that says what it waits for; and the marks over it.

A page is white in every theme, so its marks are mixed from white and the accent, and laid on as ink on paper is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from viewer.scene.theme import mixed

if TYPE_CHECKING:
    from viewer.documents.paging.letters import Box
    from viewer.ui.reader.paper.page_marks import Marked
    from viewer.ui.reader.paper.page_pictures import PagePictures
    from viewer.ui.typeset.style import Style

_ROUND = 2.0
_BAR, _BAR_OUT = 3, 8
_CHIP = 10
_SELECTED = 0.45  # how much of the accent the ground of selected words has


def paint_page(painter: QPainter, box: QRectF, page: int, pictures: PagePictures, style: Style) -> None:
    """Paint a page, counted from 0, into its box."""
    painter.setPen(QPen(style.colour("hairline"), 1))
    painter.setBrush(Qt.GlobalColor.white)
    painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))
    image = pictures.image(page)
    if image is not None:
        painter.drawImage(box, image)
        return
    reason = pictures.refused(page)
    painter.setPen(QColor(Qt.GlobalColor.darkGray))
    painter.setFont(style.text.font)
    words = f"Page {page + 1} cannot be shown. {reason}" if reason else f"Page {page + 1}"
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(box.adjusted(24, 24, -24, -24), int(flags), words)


def paint_place(painter: QPainter, room: QRectF, words: str, style: Style) -> None:
    """Say which page is in sight, in the lower right corner of the room."""
    painter.setFont(style.small.font)
    box = QRectF(painter.fontMetrics().boundingRect(words)).adjusted(-_CHIP, -4, _CHIP, 4)
    box.moveBottomRight(room.bottomRight() - QPointF(_CHIP, _CHIP))
    painter.setPen(QPen(style.colour("hairline"), 1))
    painter.setBrush(style.colour("card"))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(style.colour("second"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def paint_waiting(painter: QPainter, room: QRectF, style: Style) -> None:
    """Say that the file is being opened."""
    painter.setFont(style.text.font)
    painter.setPen(style.colour("second"))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, "Opening the pages …")


def paint_marks(
    painter: QPainter, box: QRectF, marked: list[Marked], current: int, hits: dict[int, tuple[Box, ...]], hit: int,
    style: Style,
) -> None:  # fmt: skip
    """Paint the marks of a page over its picture; ``current`` and ``hit`` are numbers, or -1."""
    white = QColor(Qt.GlobalColor.white).name()
    accent = style.theme.accent
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for one in marked:
        if one.number == current:
            painter.setBrush(QColor(mixed(white, accent, 0.16)))
            for part in one.boxes:
                painter.drawRoundedRect(inside(box, part).adjusted(-2, -1, 2, 1), _ROUND, _ROUND)
        painter.setBrush(QColor(mixed(white, accent, 0.3)))
        for part in one.marks:
            painter.drawRoundedRect(inside(box, part).adjusted(-1, 0, 1, 0), _ROUND, _ROUND)
    for number, parts in hits.items():
        painter.setBrush(QColor(mixed(white, accent, 0.6 if number == hit else 0.16)))
        for part in parts:
            painter.drawRoundedRect(inside(box, part).adjusted(-1, 0, 1, 0), _ROUND, _ROUND)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    for one in marked:
        painter.setBrush(QColor(mixed(white, accent, 1.0 if one.number == current else 0.5)))
        for column in _columns(one.boxes):
            lines = [inside(box, part) for part in column]
            left = max(box.left() + 2, min(line.left() for line in lines) - _BAR_OUT - _BAR)
            top, bottom = lines[0].top(), max(line.bottom() for line in lines)
            painter.drawRoundedRect(QRectF(left, top, _BAR, bottom - top), 1.5, 1.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for number, parts in hits.items():
        ink = Qt.GlobalColor.black if number == hit else Qt.GlobalColor.darkGray
        painter.setPen(QPen(QColor(ink), 2 if number == hit else 1))
        for part in parts:
            painter.drawRoundedRect(inside(box, part).adjusted(-1, 0, 1, 0), _ROUND, _ROUND)


def paint_selection(painter: QPainter, box: QRectF, parts: tuple[Box, ...], style: Style) -> None:
    """Paint the ground of selected words over a page's picture."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(mixed(QColor(Qt.GlobalColor.white).name(), style.theme.accent, _SELECTED)))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for part in parts:
        painter.drawRect(inside(box, part).adjusted(-0.5, 0, 0.5, 0))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def _columns(boxes: tuple[Box, ...]) -> list[list[Box]]:
    """Return the boxes of lines, those of each column by themselves."""
    columns: list[list[Box]] = []
    for box in boxes:
        if not columns or box[1] < columns[-1][-1][1] - 0.001:
            columns.append([])
        columns[-1].append(box)
    return columns


def inside(box: QRectF, part: Box) -> QRectF:
    """Return where a box of a page stands when the page stands in ``box``."""
    left, top, right, bottom = part
    return QRectF(
        box.left() + left * box.width(),
        box.top() + top * box.height(),
        (right - left) * box.width(),
        (bottom - top) * box.height(),
    )
