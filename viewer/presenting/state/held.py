"""What is switched on in a show, by the names of the verbs that switch it off again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.presenting.state.show import Blank, Sheet, Tool

if TYPE_CHECKING:
    from viewer.presenting.state.show import Show


def held(show: Show) -> frozenset[str]:
    """Return the names of the verbs whose buttons are down."""
    on = {
        "black": show.blank in (Blank.BLACK, Blank.WHITE),
        "freeze": show.frozen is not None,
        "laser": show.tool is Tool.LASER,
        "spotlight": show.tool is Tool.SPOTLIGHT,
        "zoom": show.tool is Tool.ZOOM,
        "pen": show.tool is Tool.PEN,
        "rubber": show.tool is Tool.RUBBER,
        "show_all": show.whole,
        "excerpt": show.sheet is Sheet.EXCERPT,
        "overview": show.sheet is Sheet.OVERVIEW,
        "ways": show.trace is not None or show.sheet in (Sheet.FROM, Sheet.TO),
        "quiz": show.quiz is not None or show.sheet is Sheet.QUIZZES,
        "keys": show.sheet is Sheet.KEYS,
        "pause": show.paused,
    }
    return frozenset(name for name, down in on.items() if down)
