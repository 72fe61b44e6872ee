"""Where ink lies: the boxes of all that is seen, for words that shall cover none of it."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from viewer.layout.geometry import Box
from viewer.layout.outlines import bezier_point
from viewer.presenting.picture.focus import node_box

if TYPE_CHECKING:
    from viewer.layout.geometry import EdgePlace, Layout
    from viewer.model.diagram import Diagram, ElementId

_PIECES = 6


def ink_boxes(diagram: Diagram, layout: Layout, shown: frozenset[ElementId]) -> tuple[Box, ...]:
    """Return the boxes of what is seen: nodes with tags, arrows in pieces, verbs, and the sides of compartments."""
    boxes: list[Box] = []
    for name in layout.nodes:
        if name in shown:
            boxes.append(node_box(layout, name))
    for name, way in layout.edges.items():
        if name in shown and name in diagram.elements:
            boxes.extend(_pieces(way))
            if way.lines:
                boxes.append(way.label)
    for group in layout.groups.values():
        x, y, width, height = group.box
        # Words may stand within a compartment, but never across its line.
        boxes.extend((Box(x, y, width, 4), Box(x, y + height - 4, width, 4)))
        boxes.extend((Box(x, y, 4, height), Box(x + width - 4, y, 4, height), group.title))
    return tuple(boxes)


@lru_cache(maxsize=8192)
def _pieces(way: EdgePlace) -> tuple[Box, ...]:
    points = [way.path[0]] if way.path else []
    for start in range(0, len(way.path) - 3, 3):
        curve = (way.path[start], way.path[start + 1], way.path[start + 2], way.path[start + 3])
        points.extend(bezier_point(*curve, step / _PIECES) for step in range(1, _PIECES + 1))
    return tuple(
        Box(min(a.x, b.x) - 3, min(a.y, b.y) - 3, abs(a.x - b.x) + 6, abs(a.y - b.y) + 6) for a, b in pairwise(points)
    )
