"""The canvas: shows a picture through a camera and says what is pointed at. It knows ids, never the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QNativeGestureEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from viewer.layout.geometry import Box, Point
from viewer.scene.view.camera import Camera, calm, fitted, revealing
from viewer.scene.view.canvas_raster import CanvasRaster
from viewer.scene.view.flight import Flight
from viewer.scene.view.tips import tip_markup
from viewer.scene.view.wheel import page_move, zoom_factor, zooms

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QPaintEvent, QResizeEvent

    from viewer.model.diagram import ElementId
    from viewer.scene.view.picture import Picture

_DRAG = 5  # view pixels before a press becomes a drag
_STEP = 1.25  # zoom by a key or a button
_READABLE = 0.4  # below this scale, what is looked for is brought nearer


class DiagramView(QWidget):
    """Signals: ``element_clicked(id | None)``, ``element_activated(id)`` on a double click, ``element_hovered(id |
    None)``, ``camera_changed(Camera)``, ``menu_requested(id | None, QPoint)`` in global pixels, ``picture_seen()``.
    """  # noqa: D205 - a list of signals is no paragraph

    element_clicked = Signal(object)
    element_activated = Signal(str)
    element_hovered = Signal(object)
    camera_changed = Signal(object)
    menu_requested = Signal(object, QPoint)
    picture_seen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show an empty canvas."""
        super().__init__(parent)
        self.picture: Picture | None = None
        self.camera = Camera()
        self.wheel_zooms = False
        self.moves = True
        self.largest = 1.0  # a fitted diagram is drawn at most this large
        self.empty_colour = "white"
        self._raster = CanvasRaster(self)
        self._raster.refined.connect(self.update)
        self._raster.painted.connect(self.picture_seen)
        self._fit = True  # the camera follows the window until the user moves it
        self._press: QPointF | None = None
        self._drag: QPointF | None = None
        self._hovered: ElementId | None = None
        self._stands = (QPoint(), QSize())  # where in the window, and how large that is
        self._flight = Flight(self)
        self._flight.moved.connect(self._on_flight_moved)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 120)

    # What is shown

    def show_picture(self, picture: Picture | None, *, keep_camera: bool = False) -> None:
        """Show another picture, fitted to the view, or through the same camera when it is the same diagram anew."""
        self._flight.stop()
        self.picture = picture
        if picture is not None and (self._fit or not keep_camera):
            self._fit = True
            self.camera = fitted(picture.bounds, self.width(), self.height(), self.largest)
        self._restart()

    def repaint_elements(self, areas: tuple[Box, ...]) -> None:
        """Paint these parts of the page anew."""
        self.update(self._raster.refresh(areas))

    def repaint_all(self) -> None:
        """Paint everything anew: the theme has changed."""
        self._raster.repaint()
        self.update()

    # The camera

    def fit(self) -> None:
        """Show the whole diagram."""
        if self.picture is not None:
            self._fly(fitted(self.picture.bounds, self.width(), self.height(), self.largest))
            self._fit = True

    def zoom_in(self) -> None:
        """Zoom in a step, holding the middle."""
        self._zoom_to(self._goal().scale * _STEP)

    def zoom_out(self) -> None:
        """Zoom out a step, holding the middle."""
        self._zoom_to(self._goal().scale / _STEP)

    def zoom_to_actual(self) -> None:
        """Show the diagram at 100 %."""
        self._zoom_to(1.0)

    def frame(self, box: Box, largest: float = 2.0) -> None:
        """Show a part of the page as large as it goes, at most at ``largest``."""
        self._fly(fitted(box, self.width(), self.height(), largest))

    def reveal(self, element: ElementId) -> None:
        """Bring an element into view: nothing moves when it is there already and can be read."""
        if self.picture is None:
            return
        box = self.picture.box_of(element)
        if box is None:
            return
        goal = self._goal()
        camera = revealing(goal, box, self.width(), self.height(), least=_READABLE)
        if camera is not goal:
            self._fly(camera)

    @property
    def shows_all(self) -> bool:
        """Whether the whole page is in sight, or there is none."""
        if self.picture is None:
            return True
        return self.camera.seen(self.width(), self.height()).holds(self.picture.bounds)

    def centre_on(self, point: Point) -> None:
        """Bring a page point to the middle at once."""
        self._flight.stop()
        self.look_through(self.camera.centred(point, self.width(), self.height()))

    def pan_by(self, dx: float, dy: float) -> None:
        """Move the page by view pixels."""
        self._flight.stop()
        self.look_through(self.camera.panned(dx, dy))

    def _goal(self) -> Camera:
        return self._flight.goal or self.camera

    def _zoom_to(self, scale: float) -> None:
        goal = self._goal()
        self._fly(goal.zoomed(scale / goal.scale, Point(self.width() / 2, self.height() / 2)))

    def _fly(self, camera: Camera) -> None:
        self._flight.stop()
        self._fit = False
        if not self.moves or not self.isVisible():
            self.look_through(camera)
            return
        self._flight.start(self.camera, camera, self.size())

    @Slot(object)
    def _on_flight_moved(self, camera: Camera) -> None:
        fit = self._fit
        self.look_through(camera)
        self._fit = fit

    def look_through(self, camera: Camera) -> None:
        """Look through another camera at once; a good part of the page always stays in view."""
        if self.picture is None:
            return
        self._fit = False
        camera = self._raster.snapped(camera.held(self.picture.bounds, self.width(), self.height()))
        if camera == self.camera:
            return
        self.camera = camera
        self._raster.move_to(camera)
        self.update()
        self.camera_changed.emit(camera)

    def _restart(self) -> None:
        ratio = self.devicePixelRatioF()
        self._raster.show(None, self.camera, self.size(), ratio)
        self.camera = self._raster.snapped(self.camera)
        self._raster.show(self.picture, self.camera, self.size(), ratio)
        self.update()
        self.camera_changed.emit(self.camera)

    # Pointing

    def element_at(self, position: QPointF) -> ElementId | None:
        """Return the element under a view point."""
        if self.picture is None:
            return None
        point = self.camera.to_page(Point(position.x(), position.y()))
        return self.picture.touch.at(point, self.camera.scale, self.picture.shown)

    def _hover(self, element: ElementId | None) -> None:
        if element != self._hovered:
            self._hovered = element
            self.setCursor(Qt.CursorShape.PointingHandCursor if element else Qt.CursorShape.ArrowCursor)
            self.element_hovered.emit(element)

    def _show_tip(self, event: QHelpEvent) -> None:
        element = self.element_at(QPointF(event.pos()))
        if element is None or self.picture is None:
            QToolTip.hideText()
            return
        QToolTip.showText(event.globalPos(), tip_markup(self.picture.diagram, element), self)

    # Qt's own names

    def paintEvent(self, event: QPaintEvent) -> None:
        """Put the kept pixels on the screen."""
        painter = QPainter(self)
        if self.picture is None:
            painter.fillRect(event.rect(), QColor(self.empty_colour))
            return
        self._raster.draw(painter, event.rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the whole diagram in view, else the middle of what was seen; a strip beside it moves nothing."""
        size, before = event.size(), event.oldSize()
        stood, self._stands = self._stands, (self.mapTo(self.window(), QPoint()), self.window().size())
        beside = self._stands[1] == stood[1] and size.width() == before.width()  # a strip came or went
        if self.picture is not None and (self._fit or before.isValid()):
            bounds, grown = self.picture.bounds, (size - before) / 2
            moved = stood[0] - self._stands[0] if beside else QPoint(grown.width(), grown.height())
            camera = self.camera.panned(moved.x(), moved.y())
            wanted = fitted(bounds, size.width(), size.height(), self.largest)
            whole = calm(camera, wanted, bounds, size.height()) if beside else wanted
            self.camera = whole if self._fit else camera.held(bounds, size.width(), size.height())
        self._restart()

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew for a screen with other pixels."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._restart()
        super().changeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._press = event.position()
            self._drag = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the page, or tell what is under the pointer."""
        if self._press is None:
            self._hover(self.element_at(event.position()))
            return
        if self._drag is None:
            if (event.position() - self._press).manhattanLength() < _DRAG:
                return
            self._drag = self._press
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        moved = event.position() - self._drag
        self._drag = event.position()
        self.pan_by(moved.x(), moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag, or tell of a click."""
        if self._press is None:
            return
        dragged, self._press, self._drag = self._drag is not None, None, None
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._hovered = None
        self._hover(self.element_at(event.position()))
        if not dragged and event.button() == Qt.MouseButton.LeftButton:
            self.element_clicked.emit(self.element_at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Tell of a double click on an element."""
        element = self.element_at(event.position())
        if element is not None and event.button() == Qt.MouseButton.LeftButton:
            self.element_activated.emit(element)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what was under the pointer."""
        self._hover(None)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Pan, or zoom at the pointer with Ctrl (or without, when the user chose that)."""
        if zooms(event, wheel_zooms=self.wheel_zooms):
            self._flight.stop()
            at = event.position()
            self.look_through(self.camera.zoomed(zoom_factor(event), Point(at.x(), at.y())))
        else:
            self.pan_by(*page_move(event))
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Zoom by a pinch; show an element's full name beside the pointer."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            at = event.position()
            self.look_through(self.camera.zoomed(1 + event.value(), Point(at.x(), at.y())))
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tip(event)
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Tell where a menu is asked for."""
        self.menu_requested.emit(self.element_at(QPointF(event.pos())), event.globalPos())
