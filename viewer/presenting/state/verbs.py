"""Everything that can be done in a show, each a function from a show to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.presenting.state import pointers, quizzing, tracing
from viewer.presenting.state.scene import LEGEND
from viewer.presenting.state.show import BEGINNING, Blank, Place, Sheet, Show, Tool, Zoom

if TYPE_CHECKING:
    from viewer.model.diagram import ElementId
    from viewer.presenting.state.scene import Scene

CLOSEST, FURTHEST = 6.0, 0.25
_ZOOM_STEP = 1.25


def begun(scenes: tuple[Scene, ...], place: Place = BEGINNING) -> Show:
    """Return a show that begins at a place of at least one scene."""
    return go_to(Show(scenes, seen=(0,) * len(scenes)), place)


def go_to(show: Show, place: Place) -> Show:
    """Go to a place; what lies before it in its scene counts as seen and answered. Numbers are held in range."""
    number = min(max(place.scene, 0), len(show.scenes) - 1)
    halt = min(max(place.halt, 0), len(show.scenes[number].halts) - 1)
    seen = tuple(max(at, halt) if index == number else at for index, at in enumerate(show.seen))
    before = frozenset(Place(number, index) for index in range(halt))
    there = show._replace(
        place=Place(number, halt),
        seen=seen,
        answered=show.answered | before,
        whole=False,
        zoom=Zoom(),
        sheet=Sheet.NONE,
        digits="",
        quiz=None,
        selected=None,
        trace=None,
        origin=None,
        at=None,
        trail=(),
    )
    return quizzing.wound(there)


def next_step(show: Show) -> Show:
    """Reveal the answer of a question that waits, else go on by a step, into the next scene, at last to the end."""
    if show.sheet is Sheet.OVERVIEW:
        return move_cursor(show, 1)
    if show.quiz is not None:
        return quizzing.advance(show)
    if show.trace is not None:
        return show._replace(trace=show.trace.onward(), sheet=Sheet.NONE, zoom=Zoom())
    if show.asking:
        return quizzing.reveal(show)
    following = show.following
    if following is None:
        return show._replace(sheet=Sheet.NONE, whole=False, zoom=Zoom(), blank=Blank.END)
    return go_to(show, following)


def previous_step(show: Show) -> Show:
    """Go back by a step, to the end of the scene before from the first; nothing is hidden again."""
    if show.sheet is Sheet.OVERVIEW:
        return move_cursor(show, -1)
    if show.quiz is not None:
        return show
    if show.trace is not None:
        return show._replace(trace=show.trace.back(), sheet=Sheet.NONE, zoom=Zoom())
    number, halt = show.place
    if halt > 0:
        return go_to(show, Place(number, halt - 1))
    return _complete(show, number - 1) if number > 0 else show._replace(sheet=Sheet.NONE, whole=False, zoom=Zoom())


def next_scene(show: Show) -> Show:
    """Go to the next scene, complete."""
    return _complete(show, show.place.scene + 1) if show.place.scene + 1 < len(show.scenes) else show


def previous_scene(show: Show) -> Show:
    """Go to the scene before, complete."""
    return _complete(show, show.place.scene - 1) if show.place.scene > 0 else show


def first(show: Show) -> Show:
    """Go to the first step of the first scene."""
    return go_to(show, Place(0, 0))


def last(show: Show) -> Show:
    """Go to the last scene, complete."""
    return _complete(show, len(show.scenes) - 1)


def _complete(show: Show, number: int) -> Show:
    return go_to(show, Place(number, len(show.scenes[number].halts) - 1))


def black(show: Show) -> Show:
    """Make the screen black, or bring the picture back."""
    return show._replace(blank=Blank.NONE if show.blank is Blank.BLACK else Blank.BLACK)


def white(show: Show) -> Show:
    """Make the screen white, or bring the picture back."""
    return show._replace(blank=Blank.NONE if show.blank is Blank.WHITE else Blank.WHITE)


def freeze(show: Show) -> Show:
    """Let the audience keep what it sees while the speaker looks for something, or let it follow again."""
    return show._replace(frozen=None if show.frozen is not None else show.look)


def show_all(show: Show) -> Show:
    """Show the whole diagram at once, or go back to the step."""
    return show._replace(whole=not show.whole, zoom=Zoom(), sheet=Sheet.NONE)


def drop_bookmark(show: Show) -> Show:
    """Remember this place."""
    return show._replace(bookmark=show.place)


def to_bookmark(show: Show) -> Show:
    """Jump to the place that was remembered, and remember this one: the same key returns."""
    if show.bookmark is None:
        return show
    return go_to(show, show.bookmark)._replace(bookmark=show.place)


def zoom_in(show: Show) -> Show:
    """Show the picture a step larger."""
    return zoomed(show, Zoom(show.zoom.factor * _ZOOM_STEP, show.zoom.middle))


def zoom_out(show: Show) -> Show:
    """Show the picture a step smaller."""
    return zoomed(show, Zoom(show.zoom.factor / _ZOOM_STEP, show.zoom.middle))


def zoom_fit(show: Show) -> Show:
    """Go back to the step's own frame."""
    return show._replace(zoom=Zoom(), tool=Tool.NONE if show.tool is Tool.ZOOM else show.tool)


def zoomed(show: Show, zoom: Zoom) -> Show:
    """Show a part of the picture; the factor is held in its range."""
    return show._replace(zoom=zoom._replace(factor=min(max(zoom.factor, FURTHEST), CLOSEST)))


def move_cursor(show: Show, by: int) -> Show:
    """Move the mark in the overview."""
    places = show.places
    at = places.index(show.cursor) if show.cursor in places else 0
    return show._replace(cursor=places[min(max(at + by, 0), len(places) - 1)])


def digit(show: Show, figure: str) -> Show:
    """Add a figure to the number that is typed, at most four."""
    return show._replace(digits=(show.digits + figure)[-4:])


def enter(show: Show) -> Show:
    """Go to the place marked in the overview, or to the number that was typed; press the pen; or else go on."""
    if show.sheet is Sheet.OVERVIEW:
        return go_to(show, show.cursor)
    if not show.digits:
        return pointers.press(show) if show.at is not None else next_step(show)
    number = int(show.digits)
    if len(show.scenes) > 1:
        return go_to(show, Place(number - 1, 0))
    shift = 1 if show.scene.halts[0] != LEGEND else 0
    return go_to(show, Place(0, number - shift))


def touch(show: Show, element: ElementId | None) -> Show:
    """Take a click: on an element it selects (or answers “where is it?”), on the empty canvas it goes on."""
    if show.blank is Blank.END:
        return show  # a click goes on, and there is nothing to go on to
    if show.blank is not Blank.NONE:
        return show._replace(blank=Blank.NONE)
    if show.sheet is not Sheet.NONE:
        return show._replace(sheet=Sheet.NONE)
    question = show.quiz.question if show.quiz is not None else None
    if show.quiz is not None and question is not None and question.sought is not None and not show.quiz.revealed:
        return quizzing.find(show, element)
    if element is None:
        return show._replace(selected=None) if show.selected is not None else next_step(show)
    return show._replace(selected=None if element in show.hidden or element == show.selected else element)


def join(show: Show, element: ElementId | None) -> Show:
    """Take a click with Shift: the ways from the selected node to this one; without one it is a click."""
    if element is None or show.selected in (None, element) or show.blank is not Blank.NONE:
        return touch(show, element)
    return tracing.traced(show, show.selected, element) if show.selected is not None else show


def leave(show: Show) -> Show:
    """Leave one level: blank, sheet, number, mark, zoom and tool, way, quiz, freeze, and at last the show."""
    if show.blank is Blank.END:
        return show._replace(over=True)
    if show.blank is not Blank.NONE:
        return show._replace(blank=Blank.NONE)  # what lies under it is not seen
    if show.sheet is not Sheet.NONE:
        return show._replace(sheet=Sheet.NONE, origin=None)
    if show.digits:
        return show._replace(digits="")
    if show.selected is not None:
        return show._replace(selected=None)
    if show.zoom != Zoom() or show.tool is not Tool.NONE or show.whole:
        return show._replace(zoom=Zoom(), tool=Tool.NONE, whole=False, at=None, trail=())
    if show.trace is not None:
        return show._replace(trace=None)
    if show.quiz is not None:
        return show._replace(quiz=None, left=None)
    if show.frozen is not None:
        return show._replace(frozen=None)
    return show._replace(over=True)
