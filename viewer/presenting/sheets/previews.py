"""How a place looks when the show gets there, and that as a small picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.presenting.picture.stage import Stage
from viewer.presenting.state.show import Look, Place

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QPixmap

    from viewer.presenting.state.show import Show
    from viewer.scene.theme import Theme


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
