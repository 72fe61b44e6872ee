"""What the audience sees: the stage on a whole screen, driven by keys, clickers, mouse and touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPainter

from viewer.layout.geometry import Box, Point
from viewer.presenting.key_names import key_name
from viewer.presenting.picture.pointing import Pointing, paint_pointing
from viewer.presenting.picture.stage import Stage
from viewer.presenting.show import Blank, Tool, Zoom

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QPaintEvent, QScreen, QWheelEvent

    from viewer.presenting.scene import Scene
    from viewer.scene.theme import Theme

IDLE_MS = 3000
_DRAG = 6.0
_NOTCH = 1.0015


class AudienceWindow(Stage):
    """Signals: ``key_pressed(str)`` with the key's name, ``touched(id | None)`` by a click, ``pointed(Pointing)``,
    ``zoom_requested(Zoom)``, ``close_requested()``.
    """  # noqa: D205 - a list of signals is no paragraph

    key_pressed = Signal(str)
    touched = Signal(object)
    pointed = Signal(object)
    zoom_requested = Signal(object)
    close_requested = Signal()

    def __init__(self, scenes: tuple[Scene, ...], theme: Theme) -> None:
        """Take what can be shown; the window is not shown yet."""
        super().__init__(scenes, theme)
        self.setObjectName("audience")
        self.blank = Blank.NONE
        self.tool = Tool.NONE
        self.zoomed = Zoom()
        self._pointing = Pointing()
        self._press: QPointF | None = None
        self._dragged = False
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self._on_idle_timeout)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def fill(self, screen: QScreen) -> None:
        """Fill a screen; a window that fills another one leaves it first, or it would stay there."""
        if self.isFullScreen():
            self.showNormal()
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        handle = self.windowHandle()
        if handle is not None:
            handle.setScreen(screen)  # where windows have no place of their own, the request names the screen
        self.showFullScreen()

    def stand_on(self, screen: QScreen) -> None:
        """Be a window of its own on a screen, to be shared in a call."""
        self.showNormal()
        room = screen.availableGeometry()
        width = min(1280, round(room.width() * 0.8))
        self.setGeometry(room.x() + 40, room.y() + 60, width, round(width * 9 / 16))
        self.show()

    def set_blank(self, blank: Blank) -> None:
        """Show a plain screen, or the picture."""
        if blank is not self.blank:
            self.blank = blank
            self.update()

    def set_pointing(self, pointing: Pointing) -> None:
        """Show what is pointed at."""
        if pointing != self._pointing:
            self._pointing = pointing
            self.update()

    @Slot()
    def _on_idle_timeout(self) -> None:
        self.setCursor(Qt.CursorShape.BlankCursor)
        if self.tool in (Tool.LASER, Tool.SPOTLIGHT):
            self.pointed.emit(Pointing(self.tool))

    def _point(self, event: QMouseEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        tool = Tool.LASER if control else self.tool
        at = event.position()
        page = self.camera.to_page(Point(at.x(), at.y()))
        if tool is Tool.ZOOM and self._press is not None:
            self.pointed.emit(Pointing(tool, page, self._band(at)))
        elif tool in (Tool.LASER, Tool.SPOTLIGHT):
            self.setCursor(Qt.CursorShape.BlankCursor)
            self.pointed.emit(Pointing(tool, page))
        else:
            if self._pointing != Pointing():
                self.pointed.emit(Pointing())
            over = self.element_at(at) is not None
            self.setCursor(Qt.CursorShape.CrossCursor if tool is Tool.ZOOM else _hand(over))

    def _band(self, at: QPointF) -> Box:
        press = self._press or at
        a = self.camera.to_page(Point(press.x(), press.y()))
        b = self.camera.to_page(Point(at.x(), at.y()))
        return Box(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y))

    def _zoom_into(self, band: Box) -> None:
        scale = min(self.width() / max(band.width, 1.0), self.height() / max(band.height, 1.0))
        self.zoom_requested.emit(Zoom(scale / self.framed.camera.scale, band.centre))

    # Qt's own names

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the stage, or a plain screen, and what is pointed at."""
        if self.blank is not Blank.NONE:
            plain = Qt.GlobalColor.black if self.blank is Blank.BLACK else Qt.GlobalColor.white
            QPainter(self).fillRect(self.rect(), QColor(plain))
            return
        super().paintEvent(event)
        if self._pointing != Pointing():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_pointing(painter, self._pointing, self.camera, QRectF(self.rect()), self.theme, self.unit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell the key's name."""
        name = key_name(event)
        if name:
            self.key_pressed.emit(name)

    def focusNextPrevChild(self, _following: bool) -> bool:
        """Keep Tab: it opens the overview."""
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._press, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point, drag a band, or move what is zoomed."""
        self._idle.start()
        press = self._press
        if press is not None and (event.position() - press).manhattanLength() > _DRAG:
            self._dragged = True
        if press is not None and self._dragged and self.tool is Tool.NONE and self.zoomed != Zoom():
            moved = event.position() - press
            self._press = event.position()
            camera = self.goal.panned(moved.x(), moved.y())
            middle = camera.to_page(Point(self.width() / 2, self.height() / 2))
            self.zoom_requested.emit(Zoom(self.zoomed.factor, middle))
            return
        self._point(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a click or a drag."""
        press, self._press = self._press, None
        if press is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if self._dragged and self.tool is Tool.ZOOM:
            self._press = press
            band = self._band(event.position())
            self._press = None
            self.pointed.emit(Pointing())
            if band.width * self.camera.scale > _DRAG and band.height * self.camera.scale > _DRAG:
                self._zoom_into(band)
        elif not self._dragged:
            self.touched.emit(self.element_at(event.position()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer with Ctrl; the wheel alone does nothing, so that a brush of it skips no step."""
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turned:
            at = event.position()
            camera = self.camera.zoomed(_NOTCH ** max(-360, min(360, turned)), Point(at.x(), at.y()))
            middle = camera.to_page(Point(self.width() / 2, self.height() / 2))
            self.zoom_requested.emit(Zoom(camera.scale / self.framed.camera.scale, middle))
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew for a screen with other pixels."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.repaint_all()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask for the end of the show, when the desktop closes the window."""
        self.close_requested.emit()
        super().closeEvent(event)


def _hand(over: bool) -> Qt.CursorShape:
    return Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
