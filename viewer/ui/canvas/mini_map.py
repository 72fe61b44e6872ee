"""The whole diagram in a corner, with a frame round what is seen. It is there only while not everything is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from viewer.layout.geometry import Box, Point

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from viewer.scene.view.picture import Picture

_LARGEST = QSize(180, 140)
_PAD = 6
_RADIUS = 8
_ACROSS, _DOWN = 3, 2  # times the map's own size that the view must have
_ENOUGH = 0.98  # of the page in sight counts as all of it


class MiniMap(QWidget):
    """Signals: ``point_requested(Point)``, a page point that shall stand in the middle of the view."""

    point_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._picture: Picture | None = None
        self._small = QPixmap()
        self._made_for: tuple[object, ...] = ()
        self._scale = 1.0
        self._seen = Box(0, 0, 0, 0)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("Map of the whole diagram")
        self.setToolTip("Click or drag to move")
        self.hide()

    def show_view(self, picture: Picture | None, seen: Box) -> None:
        """Show a picture and the part of its page that is in sight; hide when that is all of it."""
        self._picture, self._seen = picture, seen
        if picture is None or _all_seen(picture.bounds, seen):
            self.hide()
            return
        bounds = picture.bounds
        room = _LARGEST - QSize(2 * _PAD, 2 * _PAD)
        self._scale = min(room.width() / max(bounds.width, 1), room.height() / max(bounds.height, 1))
        self.resize(
            round(bounds.width * self._scale) + 2 * _PAD,
            round(bounds.height * self._scale) + 2 * _PAD,
        )
        if self._crowds(self.parentWidget()):
            self.hide()
            return
        self._place()
        self.show()
        self.raise_()
        self.update()

    def _crowds(self, view: QWidget | None) -> bool:
        """Whether the map would cover what one came to see."""
        return view is not None and (view.width() < _ACROSS * self.width() or view.height() < _DOWN * self.height())

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.move(parent.width() - self.width() - 12, parent.height() - self.height() - 12)

    def _page(self) -> QPixmap:
        """Return the whole page, painted once for a picture, its theme and its step."""
        picture = self._picture
        assert picture is not None  # only asked for while one is shown
        ratio = self.devicePixelRatioF()
        made_for = (picture, picture.theme, picture.shown, self.size(), ratio)
        if made_for != self._made_for:
            self._made_for = made_for
            self._small = QPixmap(self.size() * ratio)
            self._small.setDevicePixelRatio(ratio)
            self._small.fill(QColor(picture.canvas))
            painter = QPainter(self._small)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(_PAD, _PAD)
            painter.scale(self._scale, self._scale)
            painter.translate(-picture.bounds.x, -picture.bounds.y)
            picture.paint(painter, picture.bounds, self._scale)
            painter.end()
        return self._small

    def _request(self, at: QPointF) -> None:
        picture = self._picture
        if picture is not None:
            x = (at.x() - _PAD) / self._scale + picture.bounds.x
            y = (at.y() - _PAD) / self._scale + picture.bounds.y
            self.point_requested.emit(Point(x, y))

    # Qt's own names

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page, and the frame of what is seen."""
        picture = self._picture
        if picture is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = picture.theme
        painter.drawPixmap(0, 0, self._page())
        painter.setPen(QPen(QColor(theme.hairline), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        seen = QRectF(
            (self._seen.x - picture.bounds.x) * self._scale + _PAD,
            (self._seen.y - picture.bounds.y) * self._scale + _PAD,
            self._seen.width * self._scale,
            self._seen.height * self._scale,
        )
        painter.setPen(QPen(QColor(theme.accent), 1.5))
        painter.drawRect(seen.intersected(QRectF(self.rect()).adjusted(1, 1, -1, -1)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Move the view there."""
        self._request(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the view along."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._request(event.position())


def _all_seen(bounds: Box, seen: Box) -> bool:
    """Whether as good as all of the page is in sight."""
    across = min(bounds.right, seen.right) - max(bounds.x, seen.x)
    down = min(bounds.bottom, seen.bottom) - max(bounds.y, seen.y)
    return across >= bounds.width * _ENOUGH and down >= bounds.height * _ENOUGH
