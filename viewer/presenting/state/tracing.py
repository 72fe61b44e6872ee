"""Following the arrows from one element to another: each a function from a show to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.model.diagram import Node
from viewer.model.paths import ways_between
from viewer.presenting.state.show import Sheet, Show, Zoom
from viewer.presenting.state.trace import Trace

if TYPE_CHECKING:
    from viewer.model.diagram import ElementId


def ask_ways(show: Show) -> Show:
    """Ask where a way begins, or where it ends when a node is selected; a second time leaves it."""
    if show.trace is not None:
        return show._replace(trace=None)
    if show.sheet in (Sheet.FROM, Sheet.TO):
        return show._replace(sheet=Sheet.NONE, origin=None)
    if show.quiz is not None:
        return show  # the way would tell what is asked
    selected = show.selected
    begins = selected is not None and isinstance(show.scene.diagram.elements.get(selected), Node)
    return show._replace(
        sheet=Sheet.TO if begins else Sheet.FROM, origin=selected if begins else None, digits="", whole=False
    )


def choose_end(show: Show, element: ElementId) -> Show:
    """Take the node that was chosen: first where the way begins, then where it ends."""
    if show.origin is None:
        return show._replace(sheet=Sheet.TO, origin=element)
    return traced(show, show.origin, element)


def traced(show: Show, source: ElementId, target: ElementId) -> Show:
    """Follow the ways between two nodes; what waits for an answer lies on none of them."""
    nodes = {node.id for node in show.scene.diagram.nodes}
    if show.quiz is not None or not {source, target} <= nodes or {source, target} & show.hidden:
        return show
    ways = ways_between(show.scene.diagram, source, target, without=show.hidden)
    trace = Trace(source, target, ways)
    return show._replace(trace=trace, sheet=Sheet.NONE, origin=None, selected=None, zoom=Zoom(), whole=False)
