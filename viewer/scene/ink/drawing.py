"""The one place that puts a diagram's ink together: what lies over what, and on which colour each thing stands.

The window asks a ``Drawing`` for one element after the other; files take all of it from ``drawing_of``.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from viewer.model.diagram import Compartment, Edge, Node
from viewer.scene.ink.edge_ink import line_ink, sign_ink
from viewer.scene.ink.group_ink import group_ink, membranes
from viewer.scene.ink.node_ink import node_ink
from viewer.scene.states import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from viewer.layout.geometry import Box, Layout, Point
    from viewer.model.diagram import Diagram, ElementId
    from viewer.scene.ink.marks import Ink
    from viewer.scene.theme import Theme


class Layer(StrEnum):
    """What is painted over what, the lowest first: a line never strikes through a word.

    An arrow has two layers, its line with the head and its sign with the verb.
    """

    GROUP = "group"
    LINE = "edge"
    NODE = "node"
    VERB = "verb"


class Piece(NamedTuple):
    """The ink of one element in one layer."""

    id: ElementId
    kind: Layer
    ink: Ink


class Drawing:
    """A diagram in its place and theme, whose ink is made when it is asked for."""

    def __init__(self, diagram: Diagram, layout: Layout, theme: Theme, weight: float = 1.0) -> None:
        """Take what is drawn; nothing is made yet. ``weight`` scales the widths of all lines."""
        self._weight = weight
        self._diagram, self._layout, self._theme = diagram, layout, theme
        self._parents = {compartment.id: compartment.parent for compartment in diagram.compartments}
        self._cells = membranes(diagram)

    def planes(self) -> Iterator[tuple[Layer, ElementId]]:
        """Yield all that there is to paint, in order."""
        for layer, places in (
            (Layer.GROUP, self._layout.groups),
            (Layer.LINE, self._layout.edges),
            (Layer.NODE, self._layout.nodes),
            (Layer.VERB, self._layout.edges),
        ):
            for element in places:
                yield layer, element

    def ink(
        self,
        layer: Layer,
        element: ElementId,
        state: State = State.NORMAL,
        clear: tuple[float, float] = (0.0, 0.0),
    ) -> Ink:
        """Return the ink of an element in a layer; KeyError for an unknown element.

        ``clear`` shortens an arrow at its source and its target, in pixels, for the ring of a selected node.
        """
        theme, layout, weight = self._theme, self._layout, self._weight
        match self._diagram.elements[element]:
            case Compartment() as group:
                depth = self._depth(group)
                cell = element in self._cells
                return group_ink(group, layout.groups[element], theme, depth, cell, state, weight=weight)
            case Node() as node:
                place = layout.nodes[element]
                return node_ink(node, place, theme, state, self.ground_at(place.box.centre), weight=weight)
            case Edge() as edge:
                way = layout.edges[element]
                # The band behind the verb is the largest thing that shows the ground.
                if layer is Layer.LINE:
                    # A hollow head is filled with what it stands on.
                    ground = self.ground_at(way.path[-1])
                    return line_ink(edge, way, theme, state, ground, weight=weight, clear=clear)
                middle = way.label.centre if way.lines else way.badge or way.path[len(way.path) // 2]
                return sign_ink(edge, way, theme, state, self.ground_at(middle), weight=weight)

    def ground_at(self, point: Point) -> str:
        """Return the colour of the paper at a point: a compartment's where one lies there, else the canvas's."""
        if any(_holds(place.box, point) for place in self._layout.groups.values()):
            return self._theme.group.fill
        return self._theme.canvas

    def _depth(self, compartment: Compartment) -> int:
        depth, parent = 0, compartment.parent
        while parent is not None and depth < len(self._parents):
            depth, parent = depth + 1, self._parents.get(parent)
        return depth


def drawing_of(
    diagram: Diagram,
    layout: Layout,
    theme: Theme,
    *,
    shown: frozenset[ElementId] | None = None,
    states: Mapping[ElementId, State] | None = None,
) -> tuple[Piece, ...]:
    """Return the ink of a whole diagram in the order of painting.

    Of arrows and nodes only those in ``shown`` are drawn, all where it is None; compartments always are. An element
    without an entry in ``states`` is in its normal state.
    """
    drawing = Drawing(diagram, layout, theme)
    known = states or {}
    return tuple(
        Piece(element, layer, drawing.ink(layer, element, known.get(element, State.NORMAL)))
        for layer, element in drawing.planes()
        if shown is None or layer is Layer.GROUP or element in shown
    )


def _holds(box: Box, point: Point) -> bool:
    return box.x <= point.x <= box.right and box.y <= point.y <= box.bottom
