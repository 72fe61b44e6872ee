"""Walking through a picture without a mouse: the nearest node in a direction, the next arrow round a node."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.layout.geometry import Box
from viewer.model.diagram import Edge, Node

if TYPE_CHECKING:
    from viewer.layout.geometry import Layout
    from viewer.model.diagram import Diagram, ElementId

_ASIDE = 2.5  # how much more a pixel of a gap sideways counts than one ahead
_OFF = 0.3  # and a pixel between the middles


def neighbour_in_direction(
    layout: Layout, start: ElementId | None, dx: int, dy: int, shown: frozenset[ElementId] | None = None
) -> ElementId | None:
    """Return the node that lies nearest in a direction (unit steps ``dx``, ``dy``) from an element.

    Without a start, the first node in reading order. None when nothing lies that way.
    """
    boxes = {place.id: place.box for place in layout.nodes.values() if shown is None or place.id in shown}
    if not boxes:
        return None
    origin = _box(layout, start) if start is not None else None
    if origin is None:
        return min(boxes, key=lambda element: (boxes[element].y, boxes[element].x))
    best: tuple[float, ElementId] | None = None
    for element, box in boxes.items():
        if element == start:
            continue
        across, down = box.centre.x - origin.centre.x, box.centre.y - origin.centre.y
        ahead = across * dx + down * dy
        aside = abs(across * dy) + abs(down * dx)
        # What overlaps sideways lies straight ahead, however far its middle is off.
        reach = (box.width + origin.width) / 2 if dy else (box.height + origin.height) / 2
        gap = max(0.0, aside - reach)
        if ahead <= 1 or gap > ahead * _ASIDE:
            continue
        cost = ahead + _ASIDE * gap + _OFF * aside
        if best is None or cost < best[0]:
            best = (cost, element)
    return best[1] if best else None


def _box(layout: Layout, element: ElementId) -> Box | None:
    if element in layout.nodes:
        return layout.nodes[element].box
    if element in layout.edges:
        path = layout.edges[element].path
        at = layout.edges[element].badge or path[len(path) // 2]
        return Box(at.x, at.y, 0, 0)
    if element in layout.groups:
        return layout.groups[element].title
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
