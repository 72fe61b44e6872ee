"""A screen of the show: the picture through the step's camera, its words, and the steps' dots under it."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from viewer.layout.geometry import Box, Point
from viewer.presenting.picture.far_ends import FarEnd, ends_of, far_ends, paint_far_ends
from viewer.presenting.picture.framing import HEIGHT, Frame, on_page, on_screen, whole_frame
from viewer.presenting.picture.legend_page import paint_legend
from viewer.presenting.picture.masking import either, masked
from viewer.presenting.picture.overlay import (
    paint_dots,
    paint_ends,
    paint_foot,
    paint_ground,
    paint_unknown,
)
from viewer.presenting.picture.said import framed_words
from viewer.presenting.picture.seen import about_look, framed_by, lead_of, leading, on_legend, seen_in, states_in
from viewer.presenting.picture.window import frame_step, node_boxes, window
from viewer.presenting.state.show import Look, Zoom
from viewer.presenting.state.speech import CHOICES
from viewer.presenting.state.turns import hidden_in_turn
from viewer.scene.text_metrics import QtMeasurer
from viewer.scene.view.camera import Camera
from viewer.scene.view.flight import Flight
from viewer.scene.view.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from viewer.model.diagram import ElementId
    from viewer.presenting.picture.words import Words
    from viewer.presenting.state.scene import Scene
    from viewer.presenting.state.speech import Line
    from viewer.scene.theme import Theme

FLIGHT_MS = 320
_WEIGHT = 1.5  # a line of 2 is 3 px wide on a screen 1080 px high, however near the camera stands
_EMPTY = Box(0, 0, 0, 0)
_UNFRAMED = Frame(Camera(), _EMPTY, clear=True, under=False, about=_EMPTY)
_SMOOTH = 0.028  # seconds: a picture that takes longer to paint is not flown over, it is cut to


class Stage(QWidget):
    """Signals: ``arrived()`` when the camera rests."""

    arrived = Signal()

    def __init__(self, scenes: tuple[Scene, ...], theme: Theme, parent: QWidget | None = None) -> None:
        """Take what can be shown; nothing is until ``show_look``."""
        super().__init__(parent)
        self._scenes, self.theme = scenes, theme
        self.moves = True
        self.dots = True
        self.look: Look | None = None
        self.camera = Camera()
        self.framed = _UNFRAMED
        self._lines: tuple[Line, ...] = ()
        self._turns: tuple[tuple[Line, ...], ...] = ()
        self._words: Words | None = None
        self._picture: Picture | None = None
        self._far_ends: tuple[FarEnd, ...] = ()
        self._of: tuple[int, frozenset[ElementId]] | None = None
        self._pixels: QPixmap | None = None
        self._cost = 0.0
        self._measurer = QtMeasurer()
        self._flight = Flight(self)
        self._flight.moved.connect(self._on_flight_moved)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def unit(self) -> float:
        """Screen pixels a pixel of the sizes that are given for a height of 1080."""
        return min(self.height() / HEIGHT, self.width() / 1280.0)

    @property
    def picture(self) -> Picture | None:
        """The picture that is painted: without what waits for an answer."""
        return self._picture

    @property
    def words(self) -> Words | None:
        """What is said beside the picture."""
        return self._words

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        if self._picture is not None:
            self._picture.set_theme(theme)
        self._pixels = None
        self.update()

    def show_look(self, look: Look, lines: tuple[Line, ...], turns: tuple[tuple[Line, ...], ...] = ()) -> None:
        """Show a place; the camera moves there when it is allowed to, and nothing else does.

        ``turns`` is all that can be said there, before and after an answer: room is kept for the longest of it.
        """
        before = self.look
        self.look, self._lines, self._turns = look, lines, turns
        self._take_picture(look)
        self._compose()
        goal = self._zoomed(look.zoom)
        same_scene = before is not None and before.place.scene == look.place.scene
        if self.moves and same_scene and self.isVisible() and goal != self.camera and self._cost < _SMOOTH:
            self._flight.start(self.camera, goal, self.size(), FLIGHT_MS)
        else:
            self._flight.stop()
            self.camera = goal
        self._pixels = None
        self.update()

    def say(self, lines: tuple[Line, ...], turns: tuple[tuple[Line, ...], ...] = ()) -> None:
        """Say something else at the same place: a passage has been found."""
        if self.look is not None and (lines, turns) != (self._lines, self._turns):
            self.show_look(self.look, lines, turns)

    def repaint_all(self) -> None:
        """Paint everything anew."""
        self._pixels = None
        self.update()

    def element_at(self, position: QPointF) -> ElementId | None:
        """Return the element under a point of the screen, of those that are seen."""
        if self._picture is None or (self._over_picture and self._words_at(position)):
            return None
        point = self.camera.to_page(Point(position.x(), position.y()))
        return self._picture.touch.at(point, self.camera.scale, self._picture.shown)

    def choice_at(self, position: QPointF) -> int | None:
        """Return the choice (from 1) whose words are under a point of the screen, while one can be made."""
        box = self.framed.words
        if self._words is None or not (self._at_rest or self._over_picture) or not self._words_at(position):
            return None
        row = self._words.row_at(box.width, position.y() - box.y)
        choices = [index for index, line in enumerate(self._lines) if line.role in CHOICES]
        return choices.index(row) + 1 if row in choices else None

    @property
    def _at_rest(self) -> bool:
        """Whether the picture is in the frame of its step, with the words beside it."""
        return self.look is not None and self.look.zoom == Zoom() and not self.look.whole

    @property
    def _over_picture(self) -> bool:
        """Whether the words stay on a picture that is enlarged: a quiz goes on while something is looked for."""
        return self.look is not None and self.look.quiz is not None and not self._at_rest

    def _words_at(self, position: QPointF) -> bool:
        box, air = self.framed.words, 16 * self.unit
        high = self._words.height(box.width) if self._words is not None else 0.0
        return QRectF(box.x - air, box.y, box.width + air, high).contains(position)

    @property
    def on_legend(self) -> bool:
        """Whether the explanation of the signs is shown in place of the picture."""
        return self.look is not None and on_legend(self._scenes[self.look.place.scene], self.look)

    @property
    def goal(self) -> Camera:
        """Where the camera is on its way to, or stands."""
        return self._flight.goal or self.camera

    def _take_picture(self, look: Look) -> None:
        wanted = (look.place.scene, look.hidden)
        if self._picture is None or wanted != self._of:
            scene = self._scenes[look.place.scene]
            drawn, placed = masked(scene.diagram, scene.layout, look.hidden)
            self._picture, self._of = Picture(drawn, placed, self.theme), wanted

    def _compose(self) -> None:
        """Frame the step, and tell the picture what to show and what to lift."""
        look, picture = self.look, self._picture
        if look is None or picture is None:
            return
        scene = self._scenes[look.place.scene]
        shown, focus = seen_in(scene, look)
        hidden, told = hidden_in_turn(scene, look)
        layout = picture.layout
        if hidden != told:
            layout = either(*(masked(scene.diagram, scene.layout, names)[1] for names in (hidden, told)))
        unit = self.unit
        self._words = None
        size = (float(max(self.width(), 1)), float(max(self.height(), 1)))
        if look.whole and look.quiz is None:
            self.framed = Frame(whole_frame(picture.bounds, *size), _EMPTY, clear=True, under=True, about=_EMPTY)
        else:
            diagram = picture.diagram
            around = framed_by(diagram, look, focus)
            lead = lead_of(diagram, layout, leading(look, focus, around))
            wanted = about_look(scene, look, layout, around)

            def framing(measure: Callable[[float], float]) -> Frame:
                return frame_step(diagram, layout, wanted, shown, size, measure, lead)

            self._words, self.framed = framed_words(self._lines, self._turns, unit, size, framing)
        picture.set_shown(shown)
        picture.set_states(states_in(look, shown, focus))
        picture.set_weight(_WEIGHT * unit / self._zoomed(look.zoom).scale)
        # Of what was seen before only a part may be in the frame: a thing is there whole, or not at all.
        framed = look.zoom == Zoom() and not look.whole
        room = window(self.framed, size, node_boxes(layout, shown)) if framed else None
        picture.room = room
        self._far_ends = ()
        if room is not None and look.quiz is None:
            ends = ends_of(picture.diagram, focus, shown)
            words = on_page(self.framed.words, self.framed.camera)
            self._far_ends = far_ends(picture.diagram, picture.layout, ends, room, words, self._measurer)

    def _zoomed(self, zoom: Zoom) -> Camera:
        camera = self.framed.camera
        if zoom == Zoom():
            return camera
        width, height = float(self.width()), float(self.height())
        middle = zoom.middle or camera.to_page(Point(width / 2, height / 2))
        return Camera(camera.scale * zoom.factor).centred(middle, width, height)

    @Slot(object)
    def _on_flight_moved(self, camera: Camera) -> None:
        self.camera = camera
        self._pixels = None
        self.update()
        if self._flight.goal is None or camera == self._flight.goal:
            self.arrived.emit()

    # Painting

    def paint_picture(self, painter: QPainter) -> None:
        """Paint the picture and what stands with it: words, dots, fades."""
        look, picture = self.look, self._picture
        painter.fillRect(self.rect(), QColor(self.theme.canvas))
        if look is None or picture is None:
            return
        camera, unit = self.camera, self.unit
        begun = perf_counter()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        if self.on_legend:
            paint_legend(painter, QRectF(self.rect()), picture.diagram, self.theme, self._measurer, unit)
            self._paint_dots(painter, look)
            return
        painter.save()
        painter.scale(camera.scale, camera.scale)
        painter.translate(-camera.x, -camera.y)
        picture.paint(painter, camera.seen(self.width(), self.height()), camera.scale)
        for element in look.hidden:
            paint_unknown(painter, picture, element, self.theme)
        if self._flight.goal is None:
            paint_far_ends(painter, self._far_ends, self.theme)
        painter.restore()
        self._cost = perf_counter() - begun
        if picture.room is not None and self._flight.goal is None:
            paint_ends(painter, self.rect(), on_screen(picture.room, camera), self.theme, unit)
        if self._words is not None and (self._at_rest or self._over_picture):
            box = QRectF(*self.framed.words)
            if self._over_picture:
                paint_ground(painter, box, self._words.height(box.width()), self.theme, unit)
            self._words.paint(painter, box, self.theme)
        paint_foot(painter, self.rect(), self.theme, unit)
        self._paint_dots(painter, look)

    def _paint_dots(self, painter: QPainter, look: Look) -> None:
        if self.dots and look.quiz is None and look.trace is None:
            halts = self._scenes[look.place.scene].halts
            paint_dots(painter, self.rect(), self.theme, self.unit, len(halts), look.place.halt, look.seen)

    # Qt's own names

    def paintEvent(self, event: QPaintEvent) -> None:
        """Put the picture on the screen; while nothing moves it is kept as pixels."""
        painter = QPainter(self)
        if self._flight.goal is not None:
            self.paint_picture(painter)
            return
        ratio = self.devicePixelRatioF()
        if self._pixels is None or self._pixels.devicePixelRatio() != ratio:
            self._pixels = QPixmap(self.size() * ratio)
            self._pixels.setDevicePixelRatio(ratio)
            onto = QPainter(self._pixels)
            self.paint_picture(onto)
            onto.end()
        painter.drawPixmap(0, 0, self._pixels)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Frame the step anew."""
        super().resizeEvent(event)
        self._flight.stop()
        self._pixels = None
        if self.look is not None:
            self._compose()
            self.camera = self._zoomed(self.look.zoom)
