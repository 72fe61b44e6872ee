"""A card that floats over the window, such as a list that comes up: its rounded ground and its soft shadow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from viewer.ui.typeset.style import Style

SHADOW = 12
"""How far a widget that is such a card reaches beyond the card on every side, in pixels: the shadow's room."""

_RADIUS = 8
_DOWN = 3  # the light comes from above


def paint_floating_card(widget: QWidget, style: Style) -> None:
    """Paint a widget as a card with its shadow; to be called while it is painted."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(widget.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
    painter.setPen(Qt.PenStyle.NoPen)
    shade = QColor(style.theme.shadow)
    shade.setAlphaF(style.theme.shadow_strength / SHADOW)
    painter.setBrush(shade)
    for reach in range(1, SHADOW):
        around = box.adjusted(-reach, -reach + _DOWN, reach, reach)
        painter.drawRoundedRect(around, _RADIUS + reach, _RADIUS + reach)
    painter.setBrush(style.colour("card"))
    painter.setPen(QPen(style.colour("hairline"), 1))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    painter.end()
