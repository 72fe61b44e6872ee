"""What lies under a finger: nodes by outline, arrows by a corridor wider than their ink, titles by their box."""

from __future__ import annotations

from functools import cached_property
from math import hypot
from typing import TYPE_CHECKING

from viewer.layout.geometry import Box, Point
from viewer.layout.outlines import bezier_point, contains, corners_of
from viewer.model.diagram import Node
from viewer.scene.view.spatial import Grid

if TYPE_CHECKING:
    from viewer.layout.geometry import EdgePlace, Layout
    from viewer.model.diagram import Diagram, ElementId

CORRIDOR = 12.0  # view pixels to either side of an arrow's line
_PIECES = 8
_PART = 4  # pieces in a part: half a curve


class Touch:
    """Answers hit tests for one layout; what it needs of an arrow is worked out when it is first near a finger."""

    def __init__(self, diagram: Diagram, layout: Layout) -> None:
        """Take the diagram and its layout."""
        self._diagram, self._layout = diagram, layout
        self._lines: dict[ElementId, tuple[Point, ...]] = {}

    @cached_property
    def _nodes(self) -> Grid[ElementId]:
        return Grid((place.id, place.box) for place in self._layout.nodes.values())

    @cached_property
    def _edges(self) -> Grid[ElementId]:
        return Grid((place.id, edge_bounds(place)) for place in self._layout.edges.values())

    @cached_property
    def _titles(self) -> Grid[ElementId]:
        return Grid((place.id, place.title) for place in self._layout.groups.values())

    def at(self, point: Point, scale: float, shown: frozenset[ElementId] | None = None) -> ElementId | None:
        """Return the element at a page point: a node, else the nearest arrow, else a compartment's title."""
        dot = Box(point.x - 0.5, point.y - 0.5, 1, 1)
        for element in reversed(self._nodes.within(dot)):
            node = self._diagram.elements[element]
            if (
                isinstance(node, Node)
                and _seen(element, shown)
                and contains(corners_of(node.kind, self._layout.nodes[element].box), point)
            ):
                return element
        reach = CORRIDOR / scale
        best: tuple[float, ElementId] | None = None
        for element in self._edges.within(dot.grown(reach)):
            if not _seen(element, shown):
                continue
            distance = self._distance(element, point)
            if distance <= reach and (best is None or distance < best[0]):
                best = (distance, element)
        if best is not None:
            return best[1]
        titles = self._titles.within(dot)
        return titles[-1] if titles else None

    def _distance(self, element: ElementId, point: Point) -> float:
        place = self._layout.edges[element]
        if _holds(place.label, point):
            return 0.0
        line = self._lines.get(element)
        if line is None:
            line = self._lines[element] = flattened_path(place.path)
        return min(
            (segment_distance(point, line[i], line[i + 1]) for i in range(len(line) - 1)), default=float("inf")
        )


def _seen(element: ElementId, shown: frozenset[ElementId] | None) -> bool:
    return shown is None or element in shown


def _holds(box: Box, point: Point) -> bool:
    return box.x <= point.x <= box.right and box.y <= point.y <= box.bottom


def edge_bounds(place: EdgePlace) -> Box:
    """Return the box around an arrow's line, its badge and its verb."""
    bounds = _around(place.path) if place.path else place.label
    if place.badge is not None:
        bounds = bounds.united(Box(place.badge.x - 10, place.badge.y - 10, 20, 20))
    return bounds.united(place.label) if place.lines else bounds


def edge_parts(place: EdgePlace) -> tuple[Box, ...]:
    """Return small boxes that hold an arrow's line piece by piece, then its badge and its verb."""
    line = flattened_path(place.path)
    parts = [_around(line[i : i + _PART + 1]) for i in range(0, len(line) - 1, _PART)]
    if place.badge is not None:
        parts.append(Box(place.badge.x - 10, place.badge.y - 10, 20, 20))
    if place.lines or not parts:
        parts.append(place.label)
    return tuple(parts)


def _around(points: tuple[Point, ...]) -> Box:
    xs, ys = [point.x for point in points], [point.y for point in points]
    left, top = min(xs), min(ys)
    return Box(left, top, max(xs) - left, max(ys) - top)


def flattened_path(path: tuple[Point, ...]) -> tuple[Point, ...]:
    """Return a start and cubic triples as a line of short straight pieces."""
    points = list(path[:1])
    for i in range(0, len(path) - 3, 3):
        a, b, c, d = path[i : i + 4]
        points.extend(bezier_point(a, b, c, d, step / _PIECES) for step in range(1, _PIECES + 1))
    return tuple(points)


def segment_distance(point: Point, start: Point, end: Point) -> float:
    """Return how far a point is from a straight piece."""
    dx, dy = end.x - start.x, end.y - start.y
    length = dx * dx + dy * dy
    if length == 0:
        return hypot(point.x - start.x, point.y - start.y)
    t = max(0.0, min(1.0, ((point.x - start.x) * dx + (point.y - start.y) * dy) / length))
    return hypot(point.x - start.x - t * dx, point.y - start.y - t * dy)
