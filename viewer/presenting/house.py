"""The windows of a show and the screens they stand on: the audience's, and the speaker's on a second screen.

Screens are known by their names alone; an unplugged one takes its window away and brings it back when it returns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from viewer.presenting.picture.end_page import HEADING
from viewer.presenting.picture.pointing import Pointing
from viewer.presenting.sheets.covers import Covers
from viewer.presenting.sheets.previews import look_at
from viewer.presenting.state.show import Blank, Look, Sheet, Show, Tool
from viewer.presenting.state.speech import speech, spoken
from viewer.presenting.state.turns import turns
from viewer.presenting.windows.announcing import Announcer
from viewer.presenting.windows.audience_window import AudienceWindow
from viewer.presenting.windows.presenter_window import PresenterWindow
from viewer.presenting.windows.screens import Screen, Standing, after_change, chosen, moved, swapped

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QScreen

    from viewer.presenting.quotations import Quotations
    from viewer.presenting.state.keyboard import Keyboard
    from viewer.presenting.state.scene import Scene
    from viewer.presenting.state.speech import Line
    from viewer.scene.theme import Theme


class House(QObject):
    """Signals: ``key_pressed(str)``, ``verb_requested(str)``, ``touched(id | None)``, ``joined(id | None)``,
    ``picked(int)``, ``pointed(Pointing)``, ``drawn(points)``, ``rubbed(Point)``, ``zoom_requested(Zoom)``,
    ``place_requested(Place)``, ``end_requested(id)``, ``row_requested(int)``, ``notes_sized(int)``,
    ``screen_chosen(str)``, ``close_requested()``, and ``stood()`` when windows came, went or moved.
    """  # noqa: D205 - a list of signals is no paragraph

    key_pressed = Signal(str)
    verb_requested = Signal(str)
    touched = Signal(object)
    pointed = Signal(object)
    zoom_requested = Signal(object)
    place_requested = Signal(object)
    end_requested = Signal(object)
    row_requested = Signal(int)
    picked = Signal(int)
    joined = Signal(object)
    drawn = Signal(object)
    rubbed = Signal(object)
    notes_sized = Signal(int)
    screen_chosen = Signal(str)
    close_requested = Signal()
    stood = Signal()

    def __init__(
        self,
        scenes: tuple[Scene, ...],
        themed: Callable[[str], Theme],
        quotations: Quotations,
        keyboard: Keyboard,
        *,
        moves: bool,
        notes_pixels: int,
        parent: QObject | None = None,
    ) -> None:
        """Make the audience's window; nothing is shown yet."""
        super().__init__(parent)
        self._scenes, self._themed, self._quotations = scenes, themed, quotations
        self._keyboard, self._notes_pixels = keyboard, notes_pixels
        self._windowed = False
        self._over = False
        self.standing = Standing(None, None)
        self.announcer = Announcer()
        self.desk: PresenterWindow | None = None
        self.audience = AudienceWindow(scenes, themed("light"), keyboard)
        self.audience.moves = moves
        self._connect(self.audience)
        self.audience.close_requested.connect(self.close_requested)
        self.covers = Covers(quotations, keyboard, self)
        self.covers.place_requested.connect(self.place_requested)
        self.covers.end_requested.connect(self.end_requested)
        self.covers.row_requested.connect(self.row_requested)
        self.covers.verb_requested.connect(self.verb_requested)
        self.covers.close_requested.connect(self.close_requested)
        self.covers.left.connect(self._on_covers_left)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._on_screens_changed)
            application.screenRemoved.connect(self._on_screens_changed)

    def open(self, own: str, remembered: str) -> None:
        """Choose the screens; ``own`` names the one that the speaker's window stands on."""
        self.standing = chosen(screens_here(), own, remembered)
        self._stand()

    def close(self) -> None:
        """Let all windows go."""
        self._over = True
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            for signal in (application.screenAdded, application.screenRemoved):
                signal.disconnect(self._on_screens_changed)
        self.covers.clear()
        self._drop_desk()
        self.audience.close_requested.disconnect(self.close_requested)
        self.audience.close()
        self.audience.deleteLater()

    def swap(self) -> None:
        """Exchange the two windows; a single one goes to another screen where there is one."""
        if self.standing.presenter is None and self.standing.audience is not None:
            self.standing = chosen(screens_here(), self.standing.audience)
        else:
            self.standing = swapped(self.standing)
        self._stand()

    @Slot(str)
    def show_on(self, screen: str) -> None:
        """Bring the audience's window to a screen by its name."""
        self.standing = moved(self.standing, screen, screens_here())
        self.screen_chosen.emit(screen)
        self._stand()

    def be_window(self, windowed: bool) -> None:
        """Make the audience's window one that can be shared in a call, or let it fill its screen."""
        if windowed != self._windowed:
            self._windowed = windowed
            self._stand()

    def show_show(self, show: Show) -> None:
        """Bring every window in line with a show."""
        window, desk = self.audience, self.desk
        theme = self._themed(show.colours)
        if theme is not window.theme:
            window.set_theme(theme)
        if desk is not None and theme is not desk.current.theme:
            desk.set_theme(theme)
        look = self._for_audience(show)
        lines, beside = self._lines(look), self._turns(look)
        if look != window.look:
            window.show_look(look, lines, beside)
        else:
            window.say(lines, beside)
        held = show.frozen is not None and desk is not None and show.blank is Blank.END
        window.set_blank(Blank.NONE if held else show.blank)
        window.hand.tool, window.hand.zoomed = show.tool, look.zoom
        if show.tool is Tool.NONE:
            self.point(Pointing(), show)
        scene = self._scenes[look.place.scene]
        # A diagram's title may name what a quiz asks for.
        window.setWindowTitle(scene.diagram.title if look.quiz is None else "Quiz")
        window.setAccessibleName(spoken(lines) or scene.diagram.title)
        if desk is not None:
            place = show.following
            following = None if place is None else look_at(show, place)
            passage = self._quotations.at(show.scene, show.place.halt)
            desk.show_show(
                show,
                self._lines(show.look),
                self._turns(show.look),
                passage,
                following,
                self.standing.lost,
                window.size(),
            )
        words = spoken(self._lines(show.look)) or show.scene.title(show.place.halt)
        self.announcer.say(f"{HEADING}. {window.ways}" if show.blank is Blank.END else words, desk or window)
        sheeted = show.look if desk is not None else look
        # The source is for the audience, unless its picture is held.
        private = desk is not None and (sheeted.sheet is not Sheet.EXCERPT or show.frozen is not None)
        over = desk.left if desk is not None and private else window
        if over is window and show.blank is not Blank.NONE:
            sheeted = sheeted._replace(sheet=Sheet.NONE)
        size = (float(window.width()), float(window.height()))
        self.covers.match(show, sheeted, over, size, theme)

    def point(self, pointing: Pointing, show: Show) -> None:
        """Show on every screen what is pointed at; a held audience sees none of it."""
        if self.desk is not None:
            self.desk.current.set_pointing(pointing)
        if show.frozen is None or pointing == Pointing():
            self.audience.set_pointing(pointing)

    def _lines(self, look: Look) -> tuple[Line, ...]:
        scene = self._scenes[look.place.scene]
        return speech(scene, look, self._quotations.at(scene, look.place.halt))

    def _turns(self, look: Look) -> tuple[tuple[Line, ...], ...]:
        scene = self._scenes[look.place.scene]
        return turns(scene, look, self._quotations.at(scene, look.place.halt))

    def _for_audience(self, show: Show) -> Look:
        # Without a window of their own the speaker would hold the picture for themselves.
        look = show.audience if self.desk is not None else show.look
        private = self.desk is not None and look.sheet is not Sheet.EXCERPT
        return look._replace(sheet=Sheet.NONE) if private else look

    def _connect(self, window: AudienceWindow) -> None:
        window.key_pressed.connect(self.key_pressed)
        hand = window.hand
        hand.touched.connect(self.touched)
        hand.picked.connect(self.picked)
        hand.joined.connect(self.joined)
        hand.pointed.connect(self.pointed)
        hand.drawn.connect(self.drawn)
        hand.rubbed.connect(self.rubbed)
        hand.zoom_requested.connect(self.zoom_requested)

    # Where the windows stand

    def _stand(self) -> None:
        presenter, screen = screen_named(self.standing.presenter), screen_named(self.standing.audience)
        if presenter is None:
            self._drop_desk()
        else:
            if self.desk is None:
                self.desk = self._made_desk()
            self.desk.fill(presenter)
        if screen is None:
            self.audience.hide()
        elif self._windowed:
            self.audience.stand_on(screen)
        else:
            self.audience.fill(screen)
        front = self.desk or self.audience
        front.activateWindow()
        front.setFocus()
        self.stood.emit()

    def _made_desk(self) -> PresenterWindow:
        desk = PresenterWindow(self._scenes, self.audience.theme, self._notes_pixels, self._keyboard)
        self._connect(desk.current)
        desk.key_pressed.connect(self.key_pressed)
        desk.verb_requested.connect(self.verb_requested)
        desk.place_requested.connect(self.place_requested)
        desk.screen_requested.connect(self.show_on)
        desk.notes.size_changed.connect(self.notes_sized)
        desk.close_requested.connect(self.close_requested)
        return desk

    def _drop_desk(self) -> None:
        desk, self.desk = self.desk, None
        if desk is not None:
            self.covers.clear()
            desk.close_requested.disconnect(self.close_requested)
            desk.close()
            desk.deleteLater()

    @Slot()
    def _on_covers_left(self) -> None:
        self.key_pressed.emit("Esc")

    @Slot()
    def _on_screens_changed(self) -> None:
        # The list of screens is still the old one while the signal is sent.
        QTimer.singleShot(0, self, self._settle)

    @Slot()
    def _settle(self) -> None:
        if self._over:
            return
        standing = after_change(self.standing, screens_here())
        if standing != self.standing:
            self.standing = standing
            self._stand()


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
