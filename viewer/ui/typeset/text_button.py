"""Words that can be clicked: a link in the accent colour, or a group's title that folds what is below it."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF

from viewer.ui.typeset.panel_button import PanelButton
from viewer.ui.typeset.prose import Prose, Run

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from viewer.ui.typeset.face import Face
    from viewer.ui.typeset.style import Style

OUT = 8
"""How far a button reaches beyond its words on both sides: room for the focus ring."""

_SMALLEST = 24  # a pointer's target, in pixels, whatever the font
_CHEVRON = 4.0
_CHEVRON_ROOM = 20


class TextButton(PanelButton):
    """Words in the accent colour, with a chevron behind (``forward``) or before them (``backward``)."""

    def __init__(
        self,
        text: str,
        style: Style,
        face: Face,
        *,
        forward: bool = False,
        backward: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Take the words and their face."""
        super().__init__(style, parent)
        self.setText(text)
        self.setAccessibleName(text)
        self._face = face
        self._way = "right" if forward else "left" if backward else ""
        self._room = _CHEVRON_ROOM if self._way else 0
        self._prose = Prose((Run(text, style.colour("accent")),), face)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _inner(self, width: int) -> int:
        return width - 2 * OUT - self._room

    def _reach(self) -> float:
        self._prose.height(self._inner(self.width()))
        return min(self._prose.natural_width() + 2 * OUT + self._room, self.width())

    # Qt's own names

    def heightForWidth(self, width: int) -> int:
        return max(_SMALLEST, self._prose.height(self._inner(width)) + 4)

    def sizeHint(self) -> QSize:
        self._prose.height(10_000)
        width = ceil(self._prose.natural_width()) + 1 + 2 * OUT + self._room
        return QSize(width, self.heightForWidth(width))

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        # Only the words are the button, not the rest of their line.
        return self.rect().contains(pos) and pos.x() <= self._reach()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        reach = self._reach()
        tall = self._prose.height(self._inner(self.width()))
        top = (self.height() - tall) / 2
        self._prose.paint(painter, OUT + (self._room if self._way == "left" else 0), top)
        if self._way == "left":
            paint_chevron(painter, QPointF(OUT + 4, top + self._face.line / 2), self.look, "accent", "left")
        elif self._way == "right":
            at = QPointF(reach - OUT - _CHEVRON_ROOM + 8, top + tall - self._face.line / 2)
            paint_chevron(painter, at, self.look, "accent", "right")
        self.paint_focus(painter, QRectF(0, 0, reach, self.height()))
        painter.end()


class GroupTitle(PanelButton):
    """A group's title with a count and a chevron at the right, so that every text begins on one edge.

    Signal: ``folding_requested(bool)`` with True to open. Left folds, Right opens.
    """

    folding_requested = Signal(bool)

    def __init__(self, text: str, count: int, style: Style, *, opened: bool, parent: QWidget | None = None) -> None:
        """Take the title, how many passages the group holds, and whether it is open."""
        super().__init__(style, parent)
        self._title = text
        self._count = count
        self._prose = Prose((Run(text, style.colour("text")),), style.strong)
        self._number = Prose((Run(str(count), style.colour("second")),), style.small)
        self._number.height(1000)
        self.setText(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_opened(opened)

    def show_opened(self, opened: bool) -> None:
        """Show the group as open or folded."""
        self.setChecked(opened)
        noun = "passage" if self._count == 1 else "passages"
        self.setAccessibleName(f"{self._title}, {self._count} {noun}, {'open' if opened else 'folded'}")

    def act(self) -> None:
        """Tell that the group is to be opened or folded."""
        self.folding_requested.emit(self.isChecked())

    def _inner(self, width: int) -> float:
        return width - 2 * OUT - self.look.px(_CHEVRON_ROOM) - self._number.natural_width() - 8

    # Qt's own names

    def heightForWidth(self, width: int) -> int:
        spare = self.look.px(32) - self.look.text.line
        return max(self.look.px(32), self._prose.height(self._inner(width)) + spare)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            if self.isChecked() is not (event.key() == Qt.Key.Key_Right):
                self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        style = self.look
        if self.underMouse():
            self.paint_ground(painter)
        tall = self._prose.height(self._inner(self.width()))
        top = (self.height() - tall) / 2
        self._prose.paint(painter, OUT, top)
        right = self.width() - OUT
        number = self._number
        middle = top + style.text.line / 2
        number.paint(painter, right - style.px(_CHEVRON_ROOM) - number.natural_width(), middle - style.small.line / 2)
        paint_chevron(
            painter, QPointF(right - style.px(6), middle), style, "second", "down" if self.isChecked() else "right"
        )
        self.paint_focus(painter)
        painter.end()


def paint_chevron(painter: QPainter, at: QPointF, style: Style, token: str, way: str) -> None:
    """Paint a small chevron centred at a point; ``way`` is up, down, left or right."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(style.colour(token), 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    a, b = _CHEVRON * style.scale, _CHEVRON * style.scale / 2
    steps = {
        "up": ((-a, b), (0, -b), (a, b)),
        "down": ((-a, -b), (0, b), (a, -b)),
        "left": ((b, -a), (-b, 0), (b, a)),
        "right": ((-b, -a), (b, 0), (-b, a)),
    }[way]
    painter.drawPolyline(QPolygonF([at + QPointF(dx, dy) for dx, dy in steps]))
