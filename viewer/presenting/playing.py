"""Starts a show of what the session has open, one at a time, and tells where it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from viewer.presenting.quotations import Quotations
from viewer.presenting.scene import LEGEND, scene_of
from viewer.presenting.show import BEGINNING, Place
from viewer.presenting.theatre import Theatre

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from viewer.presenting.scene import Scene
    from viewer.scene.theme import Theme
    from viewer.session.session import Session


class Playing(QObject):
    """Signals: ``ended(int)`` with the step that was shown last."""

    ended = Signal(int)

    def __init__(
        self,
        session: Session,
        themed: Callable[[str], Theme],
        window: QWidget,
        *,
        moves: bool,
    ) -> None:
        """Take the session, the themes by name, and the window that the show starts beside."""
        super().__init__(window)
        self._session, self._themed, self._window, self._moves = session, themed, window, moves
        self.theatre: Theatre | None = None
        self._quotations = Quotations(session.reading.fetch_text, self)
        session.reading.shelf_changed.connect(self._on_shelf_changed)

    def present(self, step: int) -> None:
        """Present the open diagram from a step (from 1); its first step begins with the signs."""
        ready = self._session.ready
        if ready is None or self.theatre is not None:
            return
        scene = scene_of(ready.diagram, ready.layout, legend=self._session.settings.value.show_legend)
        halt = scene.halts.index(step) if step > 1 and step in scene.halts else 0
        self.play((scene,), Place(0, halt))

    def play(self, scenes: tuple[Scene, ...], place: Place = BEGINNING) -> None:
        """Show scenes from a place."""
        settings = self._session.settings
        theatre = Theatre(
            scenes,
            self._themed,
            self._quotations,
            moves=self._moves,
            letters=settings.value.show_letters,
            notes_pixels=settings.value.show_notes_size,
            parent=self,
        )
        theatre.left.connect(self._on_theatre_left)
        theatre.screen_chosen.connect(self._on_theatre_screen_chosen)
        theatre.notes_sized.connect(self._on_theatre_notes_sized)
        self.theatre = theatre
        theatre.open(self._window, place, settings.value.show_screen)

    def close(self) -> None:
        """End the show that runs."""
        if self.theatre is not None:
            self.theatre.become(self.theatre.show._replace(over=True))

    @Slot(str, int)
    def _on_theatre_left(self, _diagram: str, step: int) -> None:
        theatre, self.theatre = self.theatre, None
        if theatre is not None:
            theatre.deleteLater()
        self.ended.emit(max(step, LEGEND))
        self._window.activateWindow()

    @Slot(str)
    def _on_theatre_screen_chosen(self, screen: str) -> None:
        self._session.settings.change(show_screen=screen)

    @Slot(int)
    def _on_theatre_notes_sized(self, pixels: int) -> None:
        self._session.settings.change(show_notes_size=pixels)

    @Slot(object)
    def _on_shelf_changed(self, _shelf: object) -> None:
        if self.theatre is not None:
            self._quotations.gather(self.theatre.show.scenes)
