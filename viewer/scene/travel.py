"""Walking through a picture without a mouse: the nearest node in a direction, the next arrow round a node."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.model.diagram import Edge, Node

if TYPE_CHECKING:
    from viewer.layout.geometry import Layout, Point
    from viewer.model.diagram import Diagram, ElementId

_ASIDE = 2.5  # how much more a pixel sideways counts than one ahead


def neighbour_in_direction(
    layout: Layout, start: ElementId | None, dx: int, dy: int, shown: frozenset[ElementId] | None = None
) -> ElementId | None:
    """Return the node that lies nearest in a direction (unit steps ``dx``, ``dy``) from an element.

    Without a start, the first node in reading order. None when nothing lies that way.
    """
    middles = {place.id: place.box.centre for place in layout.nodes.values() if shown is None or place.id in shown}
    if not middles:
        return None
    origin = _middle(layout, start) if start is not None else None
    if origin is None:
        return min(middles, key=lambda element: (middles[element].y, middles[element].x))
    best: tuple[float, ElementId] | None = None
    for element, middle in middles.items():
        if element == start:
            continue
        across, down = middle.x - origin.x, middle.y - origin.y
        ahead = across * dx + down * dy
        aside = abs(across * dy) + abs(down * dx)
        if ahead <= 1 or aside > ahead * _ASIDE:
            continue
        cost = ahead + _ASIDE * aside
        if best is None or cost < best[0]:
            best = (cost, element)
    return best[1] if best else None


def _middle(layout: Layout, element: ElementId) -> Point | None:
    if element in layout.nodes:
        return layout.nodes[element].box.centre
    if element in layout.edges:
        path = layout.edges[element].path
        return layout.edges[element].badge or path[len(path) // 2]
    if element in layout.groups:
        return layout.groups[element].title.centre
    return None


def next_along(diagram: Diagram, element: ElementId | None, *, onward: bool) -> ElementId | None:
    """Return the next element along the arrows: from a node to its first arrow, from an arrow to its end.

    ``onward`` follows the arrows, else against them. None where no arrow leads on.
    """
    if element is None:
        return None
    found = diagram.elements.get(element)
    if isinstance(found, Edge):
        return found.target if onward else found.source
    if isinstance(found, Node):
        edges = (diagram.outgoing if onward else diagram.incoming).get(element, ())
        return edges[0].id if edges else None
    return None


def sibling_of(diagram: Diagram, element: ElementId | None, *, onward: bool) -> ElementId | None:
    """Return the next arrow beside an arrow, among those that share its source (or its target), in a ring."""
    found = diagram.elements.get(element) if element is not None else None
    if not isinstance(found, Edge):
        return None
    beside = diagram.outgoing[found.source] if onward else diagram.incoming[found.target]
    at = beside.index(found)
    return beside[(at + 1) % len(beside)].id
