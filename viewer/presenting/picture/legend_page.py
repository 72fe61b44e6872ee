"""How to read this: the signs that a diagram uses, drawn as in the diagram, before its story begins."""

from __future__ import annotations

from dataclasses import replace
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
    from viewer.scene.ink.marks import Ink
    from viewer.scene.theme import Theme

_SIDE, _HEAD, _FOOT = 120.0, 210.0, 110.0
_LARGEST = 2.9
_BETWEEN = 60.0
_COLUMN = 190.0


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
    half = (room.width() - _BETWEEN * unit) / 2
    # Kinds on the left, relations on the right, both in one size.
    parts = [part for part in (replace(diagram, edges=()), replace(diagram, nodes=())) if part.nodes or part.edges]
    best: tuple[float, list[Ink]] = (0.0, [])
    for columns in (1, 2, 3):
        inks, scale = [], _LARGEST * unit
        for part in parts:
            ink, width, height = legend_ink(part, theme, measurer, columns * _COLUMN)
            scale = min(scale, half / max(width, 1.0), room.height() / max(height, 1.0))
            inks.append(ink)
        if scale > best[0]:
            best = scale, inks
    for index, ink in enumerate(best[1]):
        painter.save()
        painter.translate(room.x() + index * (half + _BETWEEN * unit), room.y())
        painter.scale(best[0], best[0])
        paint(painter, ink)
        painter.restore()
