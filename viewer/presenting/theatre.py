"""Runs a show: holds its state, hands every key to it, and brings the windows in line with what comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from viewer.presenting.awake import Awake
from viewer.presenting.house import House
from viewer.presenting.picture.pointing import Pointing
from viewer.presenting.state.keyboard import Keyboard
from viewer.presenting.state.keys import chosen
from viewer.presenting.state.pointers import draw, rub
from viewer.presenting.state.quizzing import choose_row, pick, tick
from viewer.presenting.state.show import BEGINNING, Tool
from viewer.presenting.state.tracing import choose_end
from viewer.presenting.state.verbs import begun, go_to, join, touch, zoomed

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from viewer.layout.geometry import Point
    from viewer.model.diagram import ElementId
    from viewer.presenting.quotations import Quotations
    from viewer.presenting.state.scene import Scene
    from viewer.presenting.state.show import Place, Show, Zoom
    from viewer.presenting.windows.audience_window import AudienceWindow
    from viewer.presenting.windows.screens import Standing
    from viewer.scene.theme import Theme

_DIGITS_MS = 3000
_NOTES = 18


class Theatre(QObject):
    """Signals: ``left(str, int)`` with the diagram and the step that were shown last, when the show is over;
    ``screen_chosen(str)`` and ``notes_sized(int)``, to be remembered.
    """  # noqa: D205 - a list of signals is no paragraph

    left = Signal(str, int)
    screen_chosen = Signal(str)
    notes_sized = Signal(int)

    def __init__(
        self,
        scenes: tuple[Scene, ...],
        themed: Callable[[str], Theme],
        quotations: Quotations,
        *,
        moves: bool = True,
        keyboard: Keyboard | None = None,
        notes_pixels: int = _NOTES,
        awake: Awake | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Take the scenes, the themes by name, and what the documents say; without ``keyboard`` the usual keys."""
        super().__init__(parent)
        self.show: Show = begun(scenes)
        self._quotations, self._keyboard = quotations, keyboard or Keyboard()
        self._awake = awake or Awake(self)
        self._digits = QTimer(self)
        self._digits.setSingleShot(True)
        self._digits.setInterval(_DIGITS_MS)
        self._digits.timeout.connect(self._on_digits_timeout)
        self._seconds = QTimer(self)
        self._seconds.setInterval(1000)
        self._seconds.timeout.connect(self._on_seconds_timeout)
        self.house = House(
            scenes, themed, quotations, self._keyboard, moves=moves, notes_pixels=notes_pixels, parent=self
        )
        self._pairs = (
            (self.house.key_pressed, self.press),
            (self.house.verb_requested, self.do),
            (self.house.touched, self._on_touched),
            (self.house.picked, self._on_picked),
            (self.house.joined, self._on_joined),
            (self.house.drawn, self._on_drawn),
            (self.house.rubbed, self._on_rubbed),
            (self.house.end_requested, self._on_end_requested),
            (self.house.row_requested, self._on_row_requested),
            (self.house.pointed, self._on_pointed),
            (self.house.zoom_requested, self._on_zoom_requested),
            (self.house.place_requested, self._on_place_requested),
            (self.house.close_requested, self._on_close_requested),
            (self.house.stood, self.synchronize),
            (self.house.screen_chosen, self.screen_chosen),
            (self.house.notes_sized, self.notes_sized),
            (quotations.arrived, self.synchronize),
        )
        for signal, slot in self._pairs:
            signal.connect(slot)

    @property
    def audience(self) -> AudienceWindow:
        """The audience's window."""
        return self.house.audience

    @property
    def standing(self) -> Standing:
        """Where the windows stand."""
        return self.house.standing

    def open(self, beside: QWidget, place: Place = BEGINNING, remembered: str = "") -> None:
        """Begin at a place; the speaker's screen is the one that ``beside`` stands on."""
        self.show = go_to(self.show, place)
        self._quotations.gather(self.show.scenes)
        self._awake.hold()
        self.house.open(beside.screen().name(), remembered)

    def close(self) -> None:
        """End the show; the windows go away."""
        self._awake.release()
        self._digits.stop()
        self._seconds.stop()
        for signal, slot in self._pairs:
            signal.disconnect(slot)
        self.house.close()
        scene = self.show.scene
        step = max(1, scene.halts[self.show.place.halt])
        self.left.emit(scene.diagram.id, 0 if scene.drafted else step)

    @Slot(str)
    def press(self, key: str) -> None:
        """Take a key by its name."""
        self.become(self._keyboard.pressed(self.show, key))

    @Slot(str)
    def do(self, name: str) -> None:
        """Do what a row of the table of keys does, by its name."""
        self.become(chosen(self.show, name))

    def become(self, show: Show) -> None:
        """Take the next state of the show and bring every window in line with it."""
        before, self.show = self.show, show
        if show.over:
            self.close()
            return
        if show.digits:
            self._digits.start()
        if not show.left:
            self._seconds.stop()
        elif show.left != before.left and not self._seconds.isActive():
            self._seconds.start()
        if show.swapped != before.swapped:
            self.house.swap()
        self.house.be_window(show.windowed)
        if show != before:
            self.synchronize()
        if (show.at, show.trail, show.tool) != (before.at, before.trail, before.tool):
            self.house.point(
                Pointing(show.tool if show.at is not None else Tool.NONE, show.at, None, show.trail), show
            )

    @Slot()
    def synchronize(self) -> None:
        """Bring the windows in line with the show from scratch."""
        self.house.show_show(self.show)

    # What comes back

    @Slot(object)
    def _on_touched(self, element: ElementId | None) -> None:
        self.become(touch(self.show, element))

    @Slot(int)
    def _on_picked(self, choice: int) -> None:
        self.become(pick(self.show, choice))

    @Slot(object)
    def _on_joined(self, element: ElementId | None) -> None:
        self.become(join(self.show, element))

    @Slot(object)
    def _on_drawn(self, points: tuple[Point, ...]) -> None:
        self.become(draw(self.show, points))

    @Slot(object)
    def _on_rubbed(self, at: Point) -> None:
        self.become(rub(self.show, at))

    @Slot(object)
    def _on_end_requested(self, element: ElementId) -> None:
        self.become(choose_end(self.show, element))

    @Slot(int)
    def _on_row_requested(self, number: int) -> None:
        self.become(choose_row(self.show, number))

    @Slot()
    def _on_seconds_timeout(self) -> None:
        self.become(tick(self.show))

    @Slot(object)
    def _on_pointed(self, pointing: Pointing) -> None:
        self.house.point(pointing, self.show)

    @Slot(object)
    def _on_zoom_requested(self, zoom: Zoom) -> None:
        self.become(zoomed(self.show, zoom)._replace(tool=Tool.NONE))

    @Slot(object)
    def _on_place_requested(self, place: Place) -> None:
        self.become(go_to(self.show, place))

    @Slot()
    def _on_close_requested(self) -> None:
        self.become(self.show._replace(over=True))

    @Slot()
    def _on_digits_timeout(self) -> None:
        self.become(self.show._replace(digits=""))
