"""Puts the sheet that a show asks for over a window, and takes it away again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from viewer.model.diagram import Edge
from viewer.presenting.picture.overlay import words_of
from viewer.presenting.picture.stage import Stage
from viewer.presenting.room import readings
from viewer.presenting.sheets.excerpt_page import ExcerptPage
from viewer.presenting.sheets.go_to import GoTo, Name
from viewer.presenting.sheets.lists import KeyList, QuizList, RoomPage
from viewer.presenting.sheets.overview import Overview
from viewer.presenting.show import Look, Place, Sheet
from viewer.presenting.speech import speech

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

    from viewer.presenting.quotations import Quotations
    from viewer.presenting.sheets.sheet_page import SheetPage
    from viewer.presenting.show import Show
    from viewer.scene.theme import Theme


class Covers(QObject):
    """Signals: ``place_requested(Place)``, ``left()`` when the sheet wants to go."""

    place_requested = Signal(object)
    left = Signal()

    def __init__(self, quotations: Quotations, parent: QObject | None = None) -> None:
        """Take what the documents say."""
        super().__init__(parent)
        self._quotations = quotations
        self._page: SheetPage | None = None
        self._of: tuple[Sheet, Place, QWidget, Theme] | None = None

    @property
    def page(self) -> SheetPage | None:
        """The sheet that lies over a window."""
        return self._page

    def match(self, show: Show, look: Look, window: QWidget, screen: tuple[float, float], theme: Theme) -> None:
        """Show the sheet of a look over a window; ``screen`` is the size that the audience sees."""
        wanted = None if look.sheet is Sheet.NONE else (look.sheet, look.place, window, theme)
        if wanted != self._of:
            self.clear()
            self._of = wanted
            if wanted is not None:
                self._page = self._made(show, look, window, screen, theme)
                self._page.cover()
                if isinstance(self._page, GoTo):
                    self._page.setFocus()
                elif self._page is not None:
                    window.window().setFocus()
        if isinstance(self._page, Overview):
            self._page.set_cursor(show.cursor)

    def clear(self) -> None:
        """Take the sheet away."""
        page, self._page, self._of = self._page, None, None
        if page is not None:
            page.hide()
            page.setParent(None)
            page.deleteLater()
            page.window_under.window().setFocus()

    def _made(self, show: Show, look: Look, window: QWidget, screen: tuple[float, float], theme: Theme) -> SheetPage:
        scene = show.scenes[look.place.scene]
        if look.sheet is Sheet.KEYS:
            return KeyList(theme, window)
        if look.sheet is Sheet.QUIZZES:
            return QuizList(theme, window)
        if look.sheet is Sheet.EXCERPT:
            return ExcerptPage(self._quotations.at(scene, look.place.halt), theme, window)
        if look.sheet is Sheet.ROOM:
            unit = screen[1] / 1080

            def measure(halt: int, width: float) -> float:
                place = Look(Place(look.place.scene, halt), halt)
                words = words_of(speech(scene, place, self._quotations.at(scene, halt)), unit, screen[1] * 0.62)
                return words.height(width) if words is not None else 0.0

            return RoomPage(readings(scene, screen, measure), theme, window)
        if look.sheet is Sheet.OVERVIEW:
            titled = tuple((place, self._title(show, place)) for place in show.places)
            overview = Overview(titled, lambda place, size: thumbnail(show, place, size, theme), theme, window)
            overview.place_requested.connect(self.place_requested)
            return overview
        field = GoTo(names_in(show), theme, window)
        field.place_requested.connect(self.place_requested)
        field.left.connect(self.left)
        return field

    def _title(self, show: Show, place: Place) -> str:
        title = show.scenes[place.scene].title(place.halt)
        return f"{show.number(place)}  {title}"


def thumbnail(show: Show, place: Place, size: QSize, theme: Theme) -> QPixmap:
    """Draw a place small: its picture, without what waits for an answer, and without words."""
    stage = Stage(show.scenes, theme)
    stage.moves = stage.dots = False
    stage.resize(960, 540)
    stage.show_look(look_at(show, place), ())
    picture = stage.grab().scaled(size * 2)
    stage.deleteLater()
    return picture


def look_at(show: Show, place: Place) -> Look:
    """Return how a place looks when the show gets there: what waits there or was not asked yet stays hidden."""
    scene = show.scenes[place.scene]
    waiting = set()
    for halt in range(len(scene.halts)):
        ask = scene.ask(halt)
        if ask is not None and ask.hides is not None and Place(place.scene, halt) not in show.answered:
            waiting.add(ask.hides)
    return Look(place, place.halt, hidden=frozenset(waiting))


def names_in(show: Show) -> tuple[Name, ...]:
    """Return what can be gone to by name: steps and elements, each with the first place that is about it.

    What waits for an answer has no name here, and during a quiz nothing has.
    """
    if show.quiz is not None:
        return ()
    names: list[Name] = []
    for number, scene in enumerate(show.scenes):
        for halt in range(len(scene.halts)):
            names.append(Name(scene.title(halt), f"Step {show.number(Place(number, halt))}", Place(number, halt)))
        hidden = look_at(show, Place(number, 0)).hidden
        places = {}
        for halt in reversed(range(len(scene.halts))):
            for element in (*scene.shown(halt, halt), *scene.focus(halt)):
                places[element] = Place(number, halt)
        for element, place in places.items():
            found = scene.diagram.elements.get(element)
            if found is None or element in hidden:
                continue
            text = scene.diagram.sentence(found) if isinstance(found, Edge) else found.label
            names.append(Name(text, scene.title(place.halt), place))
    return tuple(dict.fromkeys(names))
