"""How to read this: the signs that a diagram uses, drawn as in the diagram, before its story begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from viewer.presenting.picture.words import face
from viewer.scene.ink.legend import legend_ink
from viewer.scene.painting import paint

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from viewer.layout.geometry import TextMeasurer
    from viewer.model.diagram import Diagram
    from viewer.scene.theme import Theme

_SIDE, _HEAD, _FOOT = 120.0, 210.0, 110.0
_LARGEST = 2.9


def paint_legend(
    painter: QPainter, screen: QRectF, diagram: Diagram, theme: Theme, measurer: TextMeasurer, unit: float
) -> None:
    """Fill a screen with the legend, as large as it fits."""
    painter.setFont(face(46 * unit, 600))
    painter.setPen(QColor(theme.text))
    painter.drawText(QPointF(_SIDE * unit, 120 * unit), "How to read this")
    painter.setFont(face(34 * unit, 400))
    painter.setPen(QColor(theme.second))
    painter.drawText(QPointF(_SIDE * unit, 176 * unit), diagram.title)
    room = screen.adjusted(_SIDE * unit, _HEAD * unit, -_SIDE * unit, -_FOOT * unit)
    best = None
    for columns in (1, 2, 3, 4):
        scale = min(_LARGEST * unit, room.width() / (190.0 * columns))
        ink, width, height = legend_ink(diagram, theme, measurer, room.width() / scale)
        if not ink:
            return
        scale = min(scale, room.width() / max(width, 1.0), room.height() / max(height, 1.0))
        if best is None or scale > best[0]:
            best = scale, ink
    if best is not None:
        painter.save()
        painter.translate(room.topLeft())
        painter.scale(best[0], best[0])
        paint(painter, best[1])
        painter.restore()
