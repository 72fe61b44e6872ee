"""What a hand does on a picture of the show, by mouse, finger or trackpad, put into what it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QTouchEvent, QWheelEvent

from viewer.layout.geometry import Box, Point
from viewer.presenting.picture.pointing import Pointing
from viewer.presenting.state.show import Tool, Zoom

if TYPE_CHECKING:
    from viewer.presenting.picture.stage import Stage

IDLE_MS = 3000
HELD_MS = 600
TOOLS_KEY = "Menu"
_DRAG = 6.0
_NOTCH = 1.0015
_SWIPE = 60.0
_STRAIGHT = 1.5  # a swipe is this much longer than it is high
_NO_POINTING = Pointing()


class Hand(QObject):
    """Signals: ``touched(id | None)`` by a click or a tap, ``picked(int)`` of a choice, ``joined(id | None)`` by a
    click with Shift, ``pointed(Pointing)``, ``drawn(points)`` and ``rubbed(Point)`` in page pixels,
    ``zoom_requested(Zoom)``, and ``key_pressed(str)`` for what a gesture stands for.
    """  # noqa: D205 - a list of signals is no paragraph

    touched = Signal(object)
    picked = Signal(int)
    joined = Signal(object)
    pointed = Signal(object)
    drawn = Signal(object)
    rubbed = Signal(object)
    zoom_requested = Signal(object)
    key_pressed = Signal(str)

    def __init__(self, stage: Stage) -> None:
        """Serve a stage, which hands its events to ``take``."""
        super().__init__(stage)
        self._stage = stage
        self.tool = Tool.NONE
        self.zoomed = Zoom()
        self._pointing = _NO_POINTING
        self._press: QPointF | None = None
        self._dragged = False
        self._trail: list[Point] = []
        self._fingers = 0
        self._spread = 0.0
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self._on_idle_timeout)
        self._held = QTimer(self)
        self._held.setSingleShot(True)
        self._held.setInterval(HELD_MS)
        self._held.timeout.connect(self._on_held_timeout)
        stage.setMouseTracking(True)
        stage.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)

    def take(self, event: QEvent) -> bool:
        """Take an event of the stage; return whether it was one for hands."""
        match event:
            case QTouchEvent():
                self._touch(event)
            case QNativeGestureEvent():
                return self._gesture(event)
            case QWheelEvent():
                self._wheel(event)
            case QMouseEvent():
                return self._mouse(event)
            case _:
                return False
        event.accept()
        return True

    def rest(self) -> None:
        """Wait for the pointer to be idle: it is hidden then."""
        self._idle.start()

    def _mouse(self, event: QMouseEvent) -> bool:
        at, left = event.position(), event.button() == Qt.MouseButton.LeftButton
        match event.type():
            case QEvent.Type.MouseButtonPress | QEvent.Type.MouseButtonDblClick:
                if left:
                    self._begin(at)
                elif event.button() == Qt.MouseButton.RightButton:
                    self.key_pressed.emit(TOOLS_KEY)
            case QEvent.Type.MouseMove:
                self._move(at, event.modifiers())
            case QEvent.Type.MouseButtonRelease:
                if left:
                    self._end(at, event.modifiers())
            case _:
                return False
        event.accept()
        return True

    # One point: a mouse, or a finger that holds a tool

    def _begin(self, at: QPointF) -> None:
        self._press, self._dragged = at, False
        if self.tool is Tool.PEN:
            self._trail = [self._page(at)]
            self._tell(Pointing(Tool.PEN, self._page(at), trail=tuple(self._trail)))
        elif self.tool is Tool.RUBBER:
            self.rubbed.emit(self._page(at))

    def _move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self._idle.start()
        press = self._press
        if press is not None and (at - press).manhattanLength() > _DRAG:
            self._dragged = True
        if press is not None and self._dragged and self.tool is Tool.NONE and self.zoomed != Zoom():
            self._press = at
            self._pan(at - press)
            return
        light = bool(modifiers & Qt.KeyboardModifier.ControlModifier) and press is None
        self._point(at, Tool.LASER if light else self.tool)

    def _point(self, at: QPointF, tool: Tool) -> None:
        page, stage = self._page(at), self._stage
        match tool:
            case Tool.ZOOM if self._press is not None:
                self._tell(Pointing(tool, page, self._band(self._press, at)))
            case Tool.PEN:
                if self._press is not None:
                    self._trail.append(page)
                self._tell(Pointing(tool, page, trail=tuple(self._trail)))
            case Tool.RUBBER:
                if self._press is not None:
                    self.rubbed.emit(page)
                self._tell(Pointing(tool, page))
            case Tool.LASER | Tool.SPOTLIGHT:
                self._tell(Pointing(tool, page))
            case _:
                self._tell(_NO_POINTING)
                over = stage.element_at(at) is not None
                shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
                stage.setCursor(Qt.CursorShape.CrossCursor if tool is Tool.ZOOM else shape)
                return
        if tool is not Tool.ZOOM:
            stage.setCursor(Qt.CursorShape.BlankCursor)  # what is drawn there stands for it

    def _end(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        press, self._press = self._press, None
        if press is None:
            return
        if self.tool is Tool.PEN:
            trail, self._trail = tuple(self._trail), []
            self._tell(Pointing(Tool.PEN, self._page(at)))
            self.drawn.emit(trail)
        elif self.tool is Tool.ZOOM and self._dragged:
            band, scale = self._band(press, at), self._stage.camera.scale
            self._tell(_NO_POINTING)
            if min(band.width, band.height) * scale > _DRAG:
                self._zoom_into(band)
        elif not self._dragged and self.tool is not Tool.RUBBER:
            choice = self._stage.choice_at(at)
            shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            if choice is not None:
                self.picked.emit(choice)
            else:
                (self.joined if shift else self.touched).emit(self._stage.element_at(at))

    # Fingers

    def _touch(self, event: QTouchEvent) -> None:
        points = event.points()
        kind = event.type()
        if kind == QEvent.Type.TouchBegin:
            self._fingers, self._spread = 0, 0.0
        if kind != QEvent.Type.TouchBegin and (len(points) != 1 or kind != QEvent.Type.TouchUpdate or self._dragged):
            self._held.stop()
        if kind == QEvent.Type.TouchCancel:
            self._press, self._trail = None, []
            return
        first = points[0].position()
        if len(points) >= 2 and kind != QEvent.Type.TouchEnd:
            self._press, self._trail, self._fingers = None, [], 2
            second = points[1].position()
            spread = _length(second - first)
            if self._spread > 0 and spread > 0:
                self._zoom_by(spread / self._spread, (first + second) / 2)
            self._spread = spread
        elif self._fingers == 2:
            return  # the last finger of a pinch is no tap
        elif self._press is None:
            self._begin(first)
            if self.tool is Tool.NONE:
                self._held.start()
        elif kind == QEvent.Type.TouchEnd:
            self._lift(first)
        else:
            self._move(first, Qt.KeyboardModifier.NoModifier)

    def _lift(self, at: QPointF) -> None:
        moved = at - self._press if self._press is not None else QPointF()
        free = self.tool is Tool.NONE and self.zoomed == Zoom()
        if free and abs(moved.x()) > max(_SWIPE, _STRAIGHT * abs(moved.y())):
            self._press = None
            self.key_pressed.emit("PgDown" if moved.x() < 0 else "PgUp")
            return
        self._end(at, Qt.KeyboardModifier.NoModifier)
        if self.tool is not Tool.NONE:
            self._tell(_NO_POINTING)  # a finger that is lifted points at nothing

    # Zooming

    def _gesture(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._zoom_by(max(0.5, min(2.0, 1 + event.value())), event.position())
        event.accept()
        return True

    def _wheel(self, event: QWheelEvent) -> None:
        """Zoom at the pointer with Ctrl; the wheel alone does nothing, so that a brush of it skips no step."""
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turned:
            self._zoom_by(_NOTCH ** max(-360, min(360, turned)), event.position())

    def _zoom_by(self, factor: float, at: QPointF) -> None:
        camera = self._stage.camera.zoomed(factor, Point(at.x(), at.y()))
        self._ask(camera.to_page(self._centre), camera.scale)

    def _zoom_into(self, band: Box) -> None:
        stage = self._stage
        scale = min(stage.width() / max(band.width, 1.0), stage.height() / max(band.height, 1.0))
        self._ask(band.centre, scale)

    def _pan(self, moved: QPointF) -> None:
        camera = self._stage.goal.panned(moved.x(), moved.y())
        self.zoom_requested.emit(Zoom(self.zoomed.factor, camera.to_page(self._centre)))

    def _ask(self, middle: Point, scale: float) -> None:
        self.zoom_requested.emit(Zoom(scale / self._stage.framed.camera.scale, middle))

    @property
    def _centre(self) -> Point:
        return Point(self._stage.width() / 2, self._stage.height() / 2)

    def _page(self, at: QPointF) -> Point:
        return self._stage.camera.to_page(Point(at.x(), at.y()))

    def _band(self, press: QPointF, at: QPointF) -> Box:
        a, b = self._page(press), self._page(at)
        return Box(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y))

    def _tell(self, pointing: Pointing) -> None:
        if pointing != self._pointing:
            self._pointing = pointing
            self.pointed.emit(pointing)

    @Slot()
    def _on_held_timeout(self) -> None:
        if not self._dragged:
            self._press, self._fingers = None, 2  # what is lifted now is no tap
            self.key_pressed.emit(TOOLS_KEY)

    @Slot()
    def _on_idle_timeout(self) -> None:
        self._stage.setCursor(Qt.CursorShape.BlankCursor)
        if self._press is None and self._pointing != _NO_POINTING:
            self._tell(_NO_POINTING)


def _length(way: QPointF) -> float:
    return float((way.x() ** 2 + way.y() ** 2) ** 0.5)
