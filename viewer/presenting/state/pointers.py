"""Pointing, drawing and moving about by keys: each a function from a show to the next. Points are page pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.layout.geometry import Point
from viewer.presenting.state.show import Show, Tool, Zoom
from viewer.presenting.state.slate import Stroke

if TYPE_CHECKING:
    from collections.abc import Callable

_STRIDE = 16.0
REACH = 9.0
"""How near the rubber must come to a stroke."""


def take(tool: Tool) -> Callable[[Show], Show]:
    """Return the verb that takes a tool, or puts it away when it is held."""

    def toggle(show: Show) -> Show:
        held = Tool.NONE if show.tool is tool else tool
        return show._replace(tool=held, at=None, trail=())

    return toggle


def move(right: float, down: float) -> Callable[[Show], Show]:
    """Return the verb that moves the tool, or without one what is seen of a magnified picture."""

    def moved(show: Show) -> Show:
        if show.tool in (Tool.NONE, Tool.ZOOM):
            if show.zoom == Zoom():
                return show
            stride = 4 * _STRIDE / show.zoom.factor
            middle = show.zoom.middle or _middle(show)
            aim = Point(middle.x + right * stride, middle.y + down * stride)
            return show._replace(zoom=show.zoom._replace(middle=_held(show, aim)))
        if show.at is None:
            return show._replace(at=_middle(show))  # where it is must be seen before it moves
        at = _held(show, Point(show.at.x + right * _STRIDE, show.at.y + down * _STRIDE))
        return show._replace(at=at, trail=(*show.trail, at) if show.trail else ())

    return moved


def press(show: Show) -> Show:
    """Put the pen down where it is, or lift it; rub where the rubber is."""
    if show.at is None:
        return show
    if show.tool is Tool.RUBBER:
        return rub(show, show.at)
    if show.tool is not Tool.PEN:
        return show
    return draw(show, show.trail) if show.trail else show._replace(trail=(show.at,))


def draw(show: Show, points: tuple[Point, ...]) -> Show:
    """Keep what the pen drew."""
    return show._replace(slate=show.slate.drawn(Stroke(show.place.scene, points)), trail=())


def rub(show: Show, at: Point) -> Show:
    """Take away the strokes under the rubber."""
    return show._replace(slate=show.slate.rubbed(show.place.scene, at, REACH))


def undo(show: Show) -> Show:
    """Take back what was drawn or rubbed out last."""
    return show._replace(slate=show.slate.undone(), trail=())


def redo(show: Show) -> Show:
    """Draw or rub out again what was taken back."""
    return show._replace(slate=show.slate.redone(), trail=())


def clear(show: Show) -> Show:
    """Rub out everything on this picture."""
    return show._replace(slate=show.slate.cleared(show.place.scene), trail=())


def _middle(show: Show) -> Point:
    """Return the middle of what the step is about."""
    layout = show.scene.layout
    about = show.trace.about if show.trace is not None else show.scene.focus(show.place.halt)
    boxes = [layout.nodes[element].box for element in about if element in layout.nodes]
    if not boxes:
        return layout.bounds.centre
    whole = boxes[0]
    for box in boxes[1:]:
        whole = whole.united(box)
    return whole.centre


def _held(show: Show, point: Point) -> Point:
    bounds = show.scene.layout.bounds
    return Point(min(max(point.x, bounds.x), bounds.right), min(max(point.y, bounds.y), bounds.bottom))
