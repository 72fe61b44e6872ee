"""What the view has painted so far, kept as pixels, so that moving costs the same however much there is to draw.

Panning scrolls the pixels and paints what came into view. Zooming stretches them at once; the sharp picture follows
in bands when the hand rests, each within a part of a frame. A light picture is painted sharp at every step.
"""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion

from viewer.layout.geometry import Box, Point
from viewer.scene.view.camera import Camera

if TYPE_CHECKING:
    from viewer.scene.view.picture import Picture

_LIGHT = 0.008  # seconds: what paints faster is painted whole at every step
_BUDGET = 0.008  # seconds of painting in one turn of the event loop
_REST_MS = 90
_BAND = 96  # view pixels


class CanvasRaster(QObject):
    """Pixels of a picture for a camera. Signals: ``refined()`` when sharper pixels are there, ``painted()`` soon
    after a picture was drawn whole.
    """  # noqa: D205 - a list of signals is no paragraph

    refined = Signal()
    painted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Start without a picture."""
        super().__init__(parent)
        self.picture: Picture | None = None
        self._pixels = QPixmap()
        self._drawn: Camera | None = None
        self._wanted = Camera()
        self._size = QSize()
        self._ratio = 1.0
        self._cost = 0.0
        self._changed, self._changed_page = QRegion(), QRegion()  # to be painted anew: in the view, on the page
        self._stale = False  # what is drawn next has to be painted whole
        self._fresh: QPixmap | None = None
        self._band = 0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._on_rest_timeout)

    def snapped(self, camera: Camera) -> Camera:
        """Return the camera on whole device pixels, so that scrolled pixels stay sharp."""
        step = camera.scale * self._ratio
        return Camera(camera.scale, round(camera.x * step) / step, round(camera.y * step) / step)

    def show(self, picture: Picture | None, camera: Camera, size: QSize, ratio: float) -> None:
        """Paint a picture whole: a new one, or the same after the view changed its size or its screen."""
        self.picture, self._size, self._ratio = picture, size, ratio
        self._wanted = camera
        self.repaint()

    def repaint(self) -> None:
        """Paint everything anew when it is next drawn: until then, more may change."""
        self._stop_refining()
        self._stale = True

    def _paint_whole(self) -> None:
        self._stale = False
        self._changed, self._changed_page = QRegion(), QRegion()
        if self._size.isEmpty():
            return
        self._pixels = self._blank()
        self._drawn = self._wanted
        begun = perf_counter()
        self._paint(self._pixels, QRect(QPoint(0, 0), self._size), self._wanted)
        self._cost = perf_counter() - begun
        if self.picture is not None:
            QTimer.singleShot(0, self, self.painted.emit)

    def move_to(self, camera: Camera) -> None:
        """Follow the camera: scroll, stretch or paint, whichever is quick enough."""
        self._paint_changed()
        self._wanted = camera
        drawn = self._drawn
        if self._stale or drawn is None or camera == drawn:
            return
        if abs(camera.scale - drawn.scale) < 1e-9:
            self._scroll(drawn, camera)
        elif self._cost <= _LIGHT:
            self.repaint()
        else:
            self._stop_refining()
            self._rest.start(_REST_MS)

    def refresh(self, areas: tuple[Box, ...]) -> QRegion:
        """Paint some parts of the page anew when they are next drawn: until then, more may change.

        Returns where in the view they are, in its pixels.
        """
        whole = QRect(QPoint(0, 0), self._size)
        if self._stale or self._drawn is None:
            return QRegion(whole)
        if self._drawn != self._wanted:
            self._stop_refining()
            self._rest.start(0)
            return QRegion(whole)
        scale, seen = self._drawn.scale, QRegion()
        for area in areas:
            corner = self._drawn.to_view(Point(area.x, area.y))
            rect = QRectF(corner.x, corner.y, area.width * scale, area.height * scale).toAlignedRect()
            visible = rect.adjusted(-2, -2, 2, 2).intersected(whole)
            if not visible.isEmpty():
                seen += visible
                self._changed_page += QRectF(*area.grown(3 / scale + 1)).toAlignedRect()
        self._changed += seen
        return seen

    def _paint_changed(self) -> None:
        """All in one go: what lies in several parts is painted once."""
        seen, page = self._changed, self._changed_page
        if seen.isEmpty():
            return
        self._changed, self._changed_page = QRegion(), QRegion()
        if not self._stale and self._drawn is not None:
            self._paint(self._pixels, seen, self._drawn, page)

    def draw(self, painter: QPainter, exposed: QRect) -> None:
        """Put the pixels on the view; stretched while the sharp ones are still to come."""
        if self._stale:
            self._paint_whole()
        self._paint_changed()
        if self._drawn is None:
            return
        if self._drawn == self._wanted:
            source = QRectF(exposed.x() * self._ratio, exposed.y() * self._ratio, 0, 0)
            source.setSize(QRectF(exposed).size() * self._ratio)
            painter.drawPixmap(QRectF(exposed), self._pixels, source)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        zoom = self._wanted.scale / self._drawn.scale
        corner = self._wanted.to_view(Point(self._drawn.x, self._drawn.y))
        if self.picture is not None:
            painter.fillRect(exposed, QColor(self.picture.canvas))
        target = QRectF(corner.x, corner.y, self._size.width() * zoom, self._size.height() * zoom)
        painter.drawPixmap(target, self._pixels, QRectF(self._pixels.rect()))

    def close(self) -> None:
        """Stop what is under way."""
        self._stop_refining()

    def _blank(self) -> QPixmap:
        pixels = QPixmap(self._size * self._ratio)
        pixels.setDevicePixelRatio(self._ratio)
        return pixels

    def _scroll(self, drawn: Camera, camera: Camera) -> None:
        dx = round((drawn.x - camera.x) * camera.scale * self._ratio)
        dy = round((drawn.y - camera.y) * camera.scale * self._ratio)
        whole = self._pixels.rect()
        self._drawn = camera
        if abs(dx) >= whole.width() or abs(dy) >= whole.height():
            self._paint(self._pixels, QRect(QPoint(0, 0), self._size), camera)
            return
        self._pixels.scroll(dx, dy, whole)
        width, height = self._size.width(), self._size.height()
        across, down = -(-abs(dx) // self._ratio), -(-abs(dy) // self._ratio)
        if dx:
            left = 0 if dx > 0 else width - across
            self._paint(self._pixels, QRectF(left, 0, across, height).toAlignedRect(), camera)
        if dy:
            top = 0 if dy > 0 else height - down
            self._paint(self._pixels, QRectF(0, top, width, down).toAlignedRect(), camera)

    def _paint(self, pixels: QPixmap, part: QRect | QRegion, camera: Camera, wanted: QRegion | None = None) -> None:
        painter = QPainter(pixels)
        rect = part if isinstance(part, QRect) else part.boundingRect()
        if isinstance(part, QRect):
            painter.setClipRect(part)
        else:
            painter.setClipRegion(part)
        if self.picture is None:
            painter.end()
            return
        painter.fillRect(rect, QColor(self.picture.canvas))
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.scale(camera.scale, camera.scale)
        painter.translate(-camera.x, -camera.y)
        corner = camera.to_page(Point(rect.x(), rect.y()))
        seen = Box(corner.x, corner.y, rect.width() / camera.scale, rect.height() / camera.scale)
        self.picture.paint(painter, seen, camera.scale, wanted)
        painter.end()

    def _stop_refining(self) -> None:
        self._rest.stop()
        self._fresh = None

    @Slot()
    def _on_rest_timeout(self) -> None:
        if self._fresh is None:
            self._fresh = self._blank()
            self._band = 0
            self._cost = 0.0
        begun = perf_counter()
        height = self._size.height()
        while self._band < height and perf_counter() - begun < _BUDGET:
            rect = QRect(0, self._band, self._size.width(), min(_BAND, height - self._band))
            self._paint(self._fresh, rect, self._wanted)
            self._band += _BAND
        self._cost += perf_counter() - begun
        if self._band < height:
            self._rest.start(0)
            return
        self._pixels, self._drawn, self._fresh = self._fresh, self._wanted, None
        self.refined.emit()
