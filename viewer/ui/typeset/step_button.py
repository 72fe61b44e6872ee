"""A small button with a chevron that points up or down: the passage before, the passage after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from viewer.ui.typeset.panel_button import PanelButton
from viewer.ui.typeset.text_button import paint_chevron

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from viewer.ui.typeset.style import Style

_SIDE = 28


class StepButton(PanelButton):
    """Its name is its tooltip, and what a screen reader says."""

    def __init__(self, name: str, style: Style, *, down: bool, parent: QWidget | None = None) -> None:
        """Take the name and where the chevron points."""
        super().__init__(style, parent)
        self._down = down
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        side = style.px(_SIDE)
        self.setFixedSize(side, side)

    # Qt's own names

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse():
            self.paint_ground(painter)
        centre = QPointF(self.width() / 2, self.height() / 2)
        paint_chevron(painter, centre, self.look, "text", "down" if self._down else "up")
        self.paint_focus(painter)
        painter.end()
