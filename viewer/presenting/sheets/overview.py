"""The overview: every step of the show as a small picture, to be walked with the arrows or clicked."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from viewer.presenting.sheets.sheet_page import SheetPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from viewer.presenting.state.show import Place
    from viewer.scene.theme import Theme

_MOST = 60


class Overview(SheetPage):
    """Signals: ``place_requested(Place)`` by a click."""

    place_requested = Signal(object)

    def __init__(
        self,
        places: tuple[tuple[Place, str], ...],
        draw: Callable[[Place, QSize], QPixmap],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        """Take the places with their names, and the function that draws one."""
        super().__init__("Steps", theme, parent)
        self._places, self._draw = places, draw
        self._cursor: Place | None = places[0][0] if places else None
        self._pictures: dict[tuple[Place, int], QPixmap] = {}

    def set_cursor(self, place: Place) -> None:
        """Mark a place."""
        if place != self._cursor:
            self._cursor = place
            self.update()

    def paint_body(self, painter: QPainter, body: QRectF) -> None:
        """Paint the pictures of the page that holds the mark."""
        unit = self.unit
        for place, title, cell in self._cells(body):
            frame = QRectF(cell.x(), cell.y(), cell.width(), cell.width() * 9 / 16)
            key = (place, round(frame.width()))
            if key not in self._pictures:
                self._pictures[key] = self._draw(place, frame.size().toSize())
            painter.drawPixmap(frame, self._pictures[key], QRectF(self._pictures[key].rect()))
            marked = place == self._cursor
            pen = QPen(QColor(self.theme.accent if marked else self.theme.hairline), (5 if marked else 1.5) * unit)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame, 8 * unit, 8 * unit)
            words = QRectF(cell.x(), frame.bottom() + 4 * unit, cell.width(), 34 * unit)
            self.write(painter, words, title, 22, "text" if marked else "second", 600 if marked else 400)

    def _cells(self, body: QRectF) -> list[tuple[Place, str, QRectF]]:
        page = self._page()
        gap = 28 * self.unit
        foot = 48 * self.unit

        def fitting(columns: int) -> float:
            high = body.height() / ceil(len(page) / columns) - gap / 2 - foot
            return min((body.width() - gap * (columns - 1)) / columns, high * 16 / 9)

        columns = max(range(1, max(2, len(page)) + 1), key=fitting) if page else 1
        width = min(fitting(columns), body.width() / 2) if page else 0.0
        height = width * 9 / 16 + foot + gap / 2
        left = body.x()
        return [
            (
                place,
                title,
                QRectF(left + index % columns * (width + gap), body.y() + index // columns * height, width, height),
            )
            for index, (place, title) in enumerate(page)
        ]

    def _page(self) -> tuple[tuple[Place, str], ...]:
        at = next((index for index, (place, _) in enumerate(self._places) if place == self._cursor), 0)
        start = at // _MOST * _MOST
        return self._places[start : start + _MOST]

    def tap(self, at: QPointF) -> None:
        """Go to the step under the pointer."""
        for place, _title, cell in self._cells(self.body):
            if cell.contains(at):
                self.place_requested.emit(place)
                return
