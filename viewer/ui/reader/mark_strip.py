"""The margin beside the scroll bar: where in the whole document passages stand, and what find has found.

Passages are ticks in the accent, places of find shorter ones in grey; the current one of each is long.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from viewer.ui.typeset.style import Style

WIDTH = 14
"""Pixels at 100 %."""

_TICK = 3
_NEAR = 6  # pixels around a tick where a click still means it


class TickKind(IntEnum):
    """What a tick stands for; the later is painted over the earlier."""

    HIT = 0
    PASSAGE = 1


class Tick(NamedTuple):
    """A place: ``at`` is the share of the document above it, ``number`` its place among its kind."""

    at: float
    kind: TickKind
    number: int
    current: bool = False


class MarkStrip(QWidget):
    """Signal: ``chosen(TickKind, int)`` when a tick was clicked."""

    chosen = Signal(object, int)

    def __init__(self, ticks: Callable[[], list[Tick]], parent: QWidget) -> None:
        """Take the function that says what stands where; it is asked when the strip is painted."""
        super().__init__(parent)
        self._ticks = ticks
        self._style: Style | None = None
        self.setMouseTracking(True)
        self.setAccessibleName("Where in the document the passages stand")

    def set_style(self, style: Style) -> None:
        """Take the colours."""
        self._style = style
        self.update()

    def tick_at(self, y: float) -> Tick | None:
        """Return the tick at this height, the nearest where several are near."""
        near = [(abs(self._top(tick) + _TICK / 2 - y), -tick.kind, tick) for tick in self._ticks()]
        best = min(near, default=None, key=lambda item: item[:2])
        return best[2] if best is not None and best[0] <= _NEAR else None

    def centre_of(self, tick: Tick) -> QPoint:
        """Return where a tick can be clicked."""
        return QPoint(self.width() // 2, round(self._top(tick) + _TICK / 2))

    def _top(self, tick: Tick) -> float:
        return 2 + min(max(tick.at, 0.0), 1.0) * (self.height() - _TICK - 4)

    # Qt's own names

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tick = self.tick_at(event.pos().y())
            words = "" if tick is None else "Passage" if tick.kind is TickKind.PASSAGE else "Found"
            if tick is not None:
                QToolTip.showText(event.globalPos(), f"{words} {tick.number + 1}", self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.tick_at(event.position().y()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        tick = self.tick_at(event.position().y())
        if tick is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(tick.kind, tick.number)

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self._style
        if style is None:
            return
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        width = self.width()
        drawn: set[tuple[int, TickKind]] = set()
        for tick in sorted(self._ticks(), key=lambda tick: (tick.kind, tick.current)):
            top = round(self._top(tick))
            if (top, tick.kind) in drawn and not tick.current:
                continue  # thousands of places share a few hundred pixels
            drawn.add((top, tick.kind))
            if tick.kind is TickKind.PASSAGE:
                box = QRectF(0 if tick.current else width / 2 - 1, top, width / 2 - 1, _TICK)
                box.setRight(width - 2)
                colour = style.colour("accent")
            else:
                box = QRectF(2 if tick.current else width / 2 + 2, top, 4, _TICK)
                box.setRight(width - 2)
                colour = style.colour("second")
            if tick.current:
                box.adjust(0, -1, 0, 1)
            painter.fillRect(box, colour)
        painter.end()
