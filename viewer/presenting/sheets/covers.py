"""Puts the sheet that a show asks for over a window, and takes it away again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from viewer.model.evidence import Stance
from viewer.presenting.picture.overlay import MOST_WORDS, words_of
from viewer.presenting.room import readings
from viewer.presenting.sheets.excerpt_page import ExcerptPage
from viewer.presenting.sheets.go_to import GoTo
from viewer.presenting.sheets.lists import KeyList, QuizList, RoomPage
from viewer.presenting.sheets.names import ends_in, names_in, way_heading
from viewer.presenting.sheets.overview import Overview
from viewer.presenting.sheets.previews import thumbnail
from viewer.presenting.sheets.tools import ToolPage
from viewer.presenting.state.held import held
from viewer.presenting.state.references import of_show
from viewer.presenting.state.show import Look, Place, Sheet
from viewer.presenting.state.speech import speech

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from viewer.presenting.picture.words import Words
    from viewer.presenting.quotations import Quotations
    from viewer.presenting.room import Reading
    from viewer.presenting.sheets.sheet_page import SheetPage
    from viewer.presenting.state.keyboard import Keyboard
    from viewer.presenting.state.references import Reference
    from viewer.presenting.state.scene import Scene
    from viewer.presenting.state.show import Show
    from viewer.presenting.state.speech import Passage
    from viewer.scene.theme import Theme


class Covers(QObject):
    """Signals: ``place_requested(Place)``, ``end_requested(id)`` of a way, ``row_requested(int)`` of the quizzes,
    ``verb_requested(str)`` and ``close_requested()`` of the tools, ``left()`` when the sheet wants to go.
    """  # noqa: D205 - a list of signals is no paragraph

    place_requested = Signal(object)
    end_requested = Signal(object)
    row_requested = Signal(int)
    verb_requested = Signal(str)
    close_requested = Signal()
    left = Signal()

    def __init__(self, quotations: Quotations, keyboard: Keyboard, parent: QObject | None = None) -> None:
        """Take what the documents say, and the keys to list."""
        super().__init__(parent)
        self._quotations, self._keyboard = quotations, keyboard
        self._page: SheetPage | None = None
        self._of: tuple[object, ...] | None = None

    @property
    def page(self) -> SheetPage | None:
        """The sheet that lies over a window."""
        return self._page

    def match(self, show: Show, look: Look, window: QWidget, screen: tuple[float, float], theme: Theme) -> None:
        """Show the sheet of a look over a window; ``screen`` is the size that the audience sees."""
        passage = self._passage(show, look)[0] if look.sheet is Sheet.EXCERPT else None
        which = (look.selected, look.source, show.origin, passage)
        wanted = None if look.sheet is Sheet.NONE else (look.sheet, look.place, which, window, theme)
        if wanted != self._of:
            self.clear()
            self._of = wanted
            if wanted is not None:
                self._page = self._made(show, look, window, screen, theme)
                self._page.left.connect(self.left)
                self._page.cover()
                if isinstance(self._page, GoTo):
                    self._page.setFocus()
                elif self._page is not None:
                    window.window().setFocus()
        if isinstance(self._page, Overview):
            self._page.set_cursor(show.cursor)
        elif isinstance(self._page, ToolPage):
            self._page.set_held(held(show))
        elif isinstance(self._page, QuizList):
            self._page.set_rules(show)

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
            return KeyList(self._keyboard, theme, window)
        if look.sheet is Sheet.TOOLS:
            tools = ToolPage(self._keyboard, theme, window)
            tools.verb_requested.connect(self.verb_requested)
            tools.end_requested.connect(self.close_requested)
            return tools
        if look.sheet is Sheet.QUIZZES:
            quizzes = QuizList(theme, window)
            quizzes.row_requested.connect(self.row_requested)
            return quizzes
        if look.sheet is Sheet.EXCERPT:
            passage, which = self._passage(show, look)
            found = of_show(show)
            if passage is None and found:
                which = f"not found so far in {found[min(look.source, len(found) - 1)].document}"
            return ExcerptPage(passage, theme, window, which)
        if look.sheet is Sheet.ROOM:
            return RoomPage(self._readings(scene, look.place.scene, screen), theme, window)
        if look.sheet is Sheet.OVERVIEW:
            titled = tuple((place, self._title(show, place)) for place in show.places)
            overview = Overview(titled, lambda place, size: thumbnail(show, place, size, theme), theme, window)
            overview.place_requested.connect(self.place_requested)
            return overview
        if look.sheet is Sheet.GO_TO:
            field = GoTo("Go to", "Element or step", names_in(show), theme, window)
            field.chosen.connect(self.place_requested)
        else:
            field = GoTo(way_heading(show), "Element", ends_in(show), theme, window)
            field.chosen.connect(self.end_requested)
        return field

    def _readings(self, scene: Scene, number: int, screen: tuple[float, float]) -> tuple[Reading, ...]:
        unit = screen[1] / 1080
        said: list[Words | None] = []
        for halt in range(len(scene.halts)):
            lines = speech(scene, Look(Place(number, halt), halt), self._quotations.at(scene, halt))
            said.append(words_of(lines, unit, screen[1] * MOST_WORDS))

        def measure(halt: int, width: float) -> float:
            words = said[halt]
            return 0.0 if words is None else words.height(width)

        def share(halt: int, width: float) -> float:
            words = said[halt]
            return 1.0 if words is None else words.share(width)

        return readings(scene, screen, measure, share)

    def _passage(self, show: Show, look: Look) -> tuple[Passage | None, str]:
        found = of_show(show)
        at = min(look.source, len(found) - 1)
        return (self._quotations.passage(found[at]) if found else None), which_of(found, at)

    def _title(self, show: Show, place: Place) -> str:
        title = show.scenes[place.scene].title(place.halt)
        return f"{show.number(place)}  {title}"


def which_of(found: tuple[Reference, ...], at: int) -> str:
    """Return which passage of several is shown, and that it or others of them dispute; nothing for a single one."""
    if not found:
        return ""
    told = [f"{at + 1} of {len(found)}"] if len(found) > 1 else []
    against = sum(one.stance is Stance.DISPUTES for one in found)
    if found[at].stance is Stance.DISPUTES:
        told.append("disputes this")
    elif against:
        told.append("1 disputes this" if against == 1 else f"{against} dispute this")
    return " · ".join(told)
