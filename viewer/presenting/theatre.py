"""Runs a show: holds its state, hands every key to it, and brings the windows in line with what comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from viewer.presenting.audience_window import AudienceWindow
from viewer.presenting.awake import Awake
from viewer.presenting.keys import pressed
from viewer.presenting.pointing import Pointing
from viewer.presenting.screens import Screen, Standing, after_change, chosen, moved, swapped
from viewer.presenting.show import BEGINNING, Look, Place, Sheet, Show, Tool
from viewer.presenting.speech import speech
from viewer.presenting.verbs import begun, go_to, touch, zoomed

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget

    from viewer.model.diagram import ElementId
    from viewer.presenting.quotations import Quotations
    from viewer.presenting.scene import Scene
    from viewer.presenting.show import Zoom
    from viewer.presenting.speech import Line
    from viewer.scene.theme import Theme

_DIGITS_MS = 3000
_FOR_THE_SPEAKER = (Sheet.KEYS, Sheet.OVERVIEW, Sheet.GO_TO, Sheet.QUIZZES, Sheet.ROOM)


class Theatre(QObject):
    """Signals: ``left(str, int)`` with the diagram and the step that were shown last, when the show is over;
    ``screen_chosen(str)`` with the name of the audience's screen, to be remembered.
    """  # noqa: D205 - a list of signals is no paragraph

    left = Signal(str, int)
    screen_chosen = Signal(str)

    def __init__(
        self,
        scenes: tuple[Scene, ...],
        themed: Callable[[str], Theme],
        quotations: Quotations,
        *,
        moves: bool = True,
        letters: bool = True,
        awake: Awake | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Take the scenes, the themes by name, and what the documents say; ``letters`` lets single letters work."""
        super().__init__(parent)
        self.show: Show = begun(scenes)
        self._themed, self._quotations, self._letters = themed, quotations, letters
        self._standing = Standing(None, None)
        self._awake = awake or Awake(self)
        self._digits = QTimer(self)
        self._digits.setSingleShot(True)
        self._digits.setInterval(_DIGITS_MS)
        self._digits.timeout.connect(self._on_digits_timeout)
        self.audience = AudienceWindow(scenes, themed("light"))
        self.audience.moves = moves
        self.audience.key_pressed.connect(self.press)
        self.audience.touched.connect(self._on_touched)
        self.audience.pointed.connect(self._on_pointed)
        self.audience.zoom_requested.connect(self._on_zoom_requested)
        self.audience.close_requested.connect(self._on_close_requested)
        quotations.arrived.connect(self._on_quotations_arrived)

    # Beginning and end

    def open(self, beside: QWidget, place: Place = BEGINNING, remembered: str = "") -> None:
        """Begin at a place; the speaker's screen is the one that ``beside`` stands on."""
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._on_screens_changed)
            application.screenRemoved.connect(self._on_screens_changed)
        self.show = go_to(self.show, place)
        self._standing = chosen(screens_here(), beside.screen().name(), remembered)
        self._quotations.gather(self.show.scenes)
        self._awake.hold()
        self.synchronize()
        self._stand()

    def close(self) -> None:
        """End the show; the windows go away."""
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            for signal in (application.screenAdded, application.screenRemoved):
                signal.disconnect(self._on_screens_changed)
        self._awake.release()
        self._quotations.arrived.disconnect(self._on_quotations_arrived)
        self.audience.close_requested.disconnect(self._on_close_requested)
        self.audience.close()
        self.audience.deleteLater()
        scene = self.show.scene
        step = max(1, scene.halts[self.show.place.halt])
        self.left.emit(scene.diagram.id, 0 if scene.drafted else step)

    # What people do

    @Slot(str)
    def press(self, key: str) -> None:
        """Take a key by its name."""
        self.become(pressed(self.show, key, letters=self._letters))

    def become(self, show: Show) -> None:
        """Take the next state of the show and bring every window in line with it."""
        before, self.show = self.show, show
        if show.over:
            self.close()
            return
        if show.digits:
            self._digits.start()
        if show.swapped != before.swapped:
            self._standing = swapped(self._standing)
            self._stand()
        if show.windowed != before.windowed:
            self._stand()
        if show != before:
            self.synchronize()

    def show_on(self, screen: str) -> None:
        """Bring the audience's window to a screen by its name."""
        self._standing = moved(self._standing, screen, screens_here())
        self.screen_chosen.emit(screen)
        self._stand()

    def synchronize(self) -> None:
        """Bring the windows in line with the show from scratch."""
        show, window = self.show, self.audience
        theme = self._themed("dark" if show.dark else "light")
        if theme is not window.theme:
            window.set_theme(theme)
        look = self._for_audience(show)
        if window.look is None or look != window.look or window.blank is not show.blank:
            window.show_look(look, self.lines(look))
        window.set_blank(show.blank)
        window.tool, window.zoomed = show.tool, look.zoom
        if show.tool is Tool.NONE:
            window.set_pointing(Pointing())
        scene = show.scenes[look.place.scene]
        window.setWindowTitle(scene.diagram.title)
        words = window.words
        window.setAccessibleName(words.text if words is not None else scene.diagram.title)

    def lines(self, look: Look) -> tuple[Line, ...]:
        """Return what is said at a look."""
        scene = self.show.scenes[look.place.scene]
        return speech(scene, look, self._quotations.at(scene, look.place.halt))

    @property
    def standing(self) -> Standing:
        """Where the windows stand."""
        return self._standing

    def _for_audience(self, show: Show) -> Look:
        look = show.audience
        alone = self._standing.presenter is None
        return look if alone or look.sheet not in _FOR_THE_SPEAKER else look._replace(sheet=Sheet.NONE)

    def _stand(self) -> None:
        """Put the windows on their screens."""
        screen = screen_named(self._standing.audience)
        if screen is None:
            self.audience.hide()
            return
        if self.show.windowed:
            self.audience.stand_on(screen)
        else:
            self.audience.fill(screen)
        self.audience.activateWindow()
        self.audience.setFocus()

    # What comes back

    @Slot(object)
    def _on_touched(self, element: ElementId | None) -> None:
        self.become(touch(self.show, element))

    @Slot(object)
    def _on_pointed(self, pointing: Pointing) -> None:
        if self.show.frozen is None:
            self.audience.set_pointing(pointing)

    @Slot(object)
    def _on_zoom_requested(self, zoom: Zoom) -> None:
        self.become(zoomed(self.show, zoom)._replace(tool=Tool.NONE))

    @Slot()
    def _on_close_requested(self) -> None:
        self.become(self.show._replace(over=True))

    @Slot()
    def _on_digits_timeout(self) -> None:
        self.become(self.show._replace(digits=""))

    @Slot()
    def _on_quotations_arrived(self) -> None:
        look = self.audience.look
        if look is not None:
            self.audience.say(self.lines(look))

    @Slot()
    def _on_screens_changed(self) -> None:
        # The list of screens is still the old one while the signal is sent.
        QTimer.singleShot(0, self, self._settle_screens)

    @Slot()
    def _settle_screens(self) -> None:
        standing = after_change(self._standing, screens_here())
        if standing != self._standing:
            self._standing = standing
            self._stand()
            self.synchronize()


def screens_here() -> tuple[Screen, ...]:
    """Return the screens of this moment; they are never kept, only their names are."""
    found = []
    for screen in QGuiApplication.screens():
        place = screen.geometry()
        found.append(Screen(screen.name(), (place.x(), place.y(), place.width(), place.height())))
    return tuple(found)


def screen_named(name: str | None) -> QScreen | None:
    """Return the screen of this name, if it is there."""
    return next((screen for screen in QGuiApplication.screens() if screen.name() == name), None)
