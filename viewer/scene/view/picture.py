"""A laid-out diagram ready to be painted: any part of it, at any scale, in the time that the part takes.

Ink is made when an element is first painted and kept by its state. Far out, where words cannot be read, elements are
drawn as plain boxes and thin lines, all of one colour at once.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPen

from viewer.layout.geometry import Box
from viewer.model.diagram import Edge, ElementId, Node
from viewer.scene.ink.drawing import Drawing, Layer
from viewer.scene.ink.edge_ink import edge_colour
from viewer.scene.ink.node_ink import RING_ROOM
from viewer.scene.painting import Compiled
from viewer.scene.states import State
from viewer.scene.view.spatial import Grid
from viewer.scene.view.touch import Touch, edge_bounds, edge_parts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPainter, QRegion

    from viewer.layout.geometry import Layout
    from viewer.model.diagram import Diagram, Kind, Relation
    from viewer.scene.theme import Theme

FAR = 0.3
"""Below this scale a 14 px label is under 4 px high: boxes and lines stand for everything."""

_AROUND = 14.0  # ink outside an element's own box: rings, tags, shadows
_SIGN = 11.0  # half the width of an arrow's sign
_TOUCHING = (0.0, 0.0)
_Plane = tuple[Layer, ElementId]


class Picture:
    """One diagram in one theme. ``bounds`` is the page; ``canvas`` the colour around it.

    ``room`` is the part of the page in which words, signs and nodes must lie whole to be painted, None for no such
    part; nodes that stand out are always painted.
    """

    def __init__(self, diagram: Diagram, layout: Layout, theme: Theme) -> None:
        """Take what is drawn; nothing is painted yet."""
        self.diagram, self.layout = diagram, layout
        self.bounds = layout.bounds
        self.touch = Touch(diagram, layout)
        self.shown: frozenset[ElementId] | None = None
        self.room: Box | None = None
        self._states: Mapping[ElementId, State] = {}
        self._ringed: frozenset[ElementId] = frozenset()
        self._drawing = Drawing(diagram, layout, theme)
        self._theme = theme
        self._weight = 1.0
        self._compiled: dict[tuple[Layer, ElementId, State, tuple[float, float]], Compiled] = {}
        self._parts: dict[ElementId, tuple[Box, ...]] = {}
        self._rects: dict[ElementId, tuple[QRect, ...]] = {}
        self._far: tuple[list[tuple[QPen, QBrush, QPainterPath]], frozenset[ElementId] | None] | None = None

    @cached_property
    def _planes(self) -> Grid[_Plane]:
        # Far out nobody asks what lies where, so a vast diagram is first painted without it.
        boxes = self._boxes
        return Grid(((layer, element), boxes[element]) for layer, element in self._drawing.planes())

    @cached_property
    def _boxes(self) -> dict[ElementId, Box]:
        layout = self.layout
        return {
            **{place.id: place.box.grown(_AROUND) for place in layout.groups.values()},
            **{place.id: edge_bounds(place).grown(_AROUND) for place in layout.edges.values()},
            **{place.id: place.box.united(place.tag).grown(_AROUND) for place in layout.nodes.values()},
        }

    @property
    def canvas(self) -> str:
        """The colour of the paper."""
        return self._theme.canvas

    @property
    def theme(self) -> Theme:
        """The theme it is drawn in."""
        return self._theme

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours from now on."""
        self._theme = theme
        self._drawing = Drawing(self.diagram, self.layout, theme, self._weight)
        self._compiled.clear()
        self._far = None

    def set_weight(self, weight: float) -> None:
        """Draw all lines this much wider from now on: a magnified picture keeps them thin with less than 1."""
        if abs(weight - self._weight) > 1e-6:
            self._weight = weight
            self.set_theme(self._theme)

    def set_shown(self, shown: frozenset[ElementId] | None) -> None:
        """Draw only these elements from now on; None draws all."""
        self.shown = shown
        self._far = None

    def set_states(self, states: Mapping[ElementId, State]) -> tuple[Box, ...]:
        """Take the states of elements that are not normal; return the parts of the page that look different now."""
        old, self._states = self._states, states
        self._ringed = frozenset(element for element, state in states.items() if state is State.SELECTED)
        if not old and not states:
            return ()
        changed = {element for element in {*old, *states} if old.get(element) is not states.get(element)}
        return tuple(part for element in changed if element in self._boxes for part in self._parts_of(element))

    def _parts_of(self, element: ElementId) -> tuple[Box, ...]:
        """Return boxes that hold an element's ink: several small ones for an arrow, which leaves most of its own."""
        parts = self._parts.get(element)
        if parts is None:
            way = self.layout.edges.get(element)
            boxes = (self._boxes[element],) if way is None else edge_parts(way)
            parts = boxes if way is None else tuple(box.grown(_AROUND) for box in boxes)
            self._parts[element] = parts
        return parts

    def _touches(self, element: ElementId, region: QRegion) -> bool:
        rects = self._rects.get(element)
        if rects is None:
            rects = tuple(QRectF(*part).toAlignedRect() for part in self._parts_of(element))
            self._rects[element] = rects
        return any(region.intersects(rect) for rect in rects)

    def box_of(self, element: ElementId) -> Box | None:
        """Return the part of the page that an element's ink may cover, or None for an unknown one."""
        return self._boxes.get(element)

    def paint(self, painter: QPainter, seen: Box, scale: float, region: QRegion | None = None) -> None:
        """Paint the part of the page within ``seen``; the painter is in page pixels.

        ``region`` is the part of ``seen`` that is wanted, None for all of it: what lies beside it is left out.
        """
        if scale < FAR:
            self._paint_far(painter)
            return
        raised: list[_Plane] = []
        ending: list[_Plane] = []  # at a ring: what lands aslant would be cut by it
        for plane in self._planes.within(seen):
            layer, element = plane
            if region is not None and not self._touches(element, region):
                continue
            if self.shown is not None and layer is not Layer.GROUP and element not in self.shown:
                continue
            if layer is Layer.LINE and self._states.get(element, State.NORMAL) is State.SELECTED:
                raised.append(plane)  # a selected arrow lies over the lines that it crosses
                continue
            if layer is Layer.LINE and self._ringed and self._clear(element) != _TOUCHING:
                ending.append(plane)
                continue
            if ending and layer is Layer.VERB:
                self._paint_planes(painter, ending, region)
                ending = []
            if raised and layer is not Layer.LINE and layer is not Layer.GROUP:
                self._paint_planes(painter, raised, region)
                raised = []
            self._paint_planes(painter, [plane], region)
        self._paint_planes(painter, [*raised, *ending], region)

    def _paint_planes(self, painter: QPainter, planes: list[_Plane], region: QRegion | None) -> None:
        within = None if self.room is None else QRectF(*self.room)
        for layer, element in planes:
            state = self._states.get(element, State.NORMAL)
            if self.room is not None and state is State.NORMAL and not self._is_whole(layer, element, self.room):
                continue
            clear = self._clear(element) if layer is Layer.LINE and self._ringed else _TOUCHING
            compiled = self._inked(layer, element, state, clear)
            kept = layer is Layer.NODE and state is not State.NORMAL
            compiled.paint(painter, within=None if kept else within, region=region)

    def prepare(self, element: ElementId) -> None:
        """Make the ink that an element has when it, or what is beside it, is pointed at."""
        found = self.diagram.elements.get(element)
        if element not in self._boxes:
            return
        for state in (State.HOVERED, State.SELECTED, State.NEIGHBOUR):
            if not isinstance(found, Edge):
                layer = Layer.NODE if isinstance(found, Node) else Layer.GROUP
                self._inked(layer, element, state, _TOUCHING)
                continue
            self._inked(Layer.VERB, element, state, _TOUCHING)
            ends = ((RING_ROOM, 0.0), (0.0, RING_ROOM)) if state is State.NEIGHBOUR else (_TOUCHING,)
            for clear in ends:
                self._inked(Layer.LINE, element, state, clear)

    def _inked(self, layer: Layer, element: ElementId, state: State, clear: tuple[float, float]) -> Compiled:
        key = (layer, element, state, clear)
        compiled = self._compiled.get(key)
        if compiled is None:
            compiled = self._compiled[key] = Compiled(self._drawing.ink(layer, element, state, clear))
        return compiled

    def _is_whole(self, layer: Layer, element: ElementId, room: Box) -> bool:
        """Whether a node, or an arrow's sign, lies within a part of the page; lines may come from outside."""
        if layer is Layer.NODE:
            return room.holds(self.layout.nodes[element].box)
        badge = self.layout.edges[element].badge if layer is Layer.VERB else None
        return badge is None or room.holds(Box(badge.x - _SIGN, badge.y - _SIGN, 2 * _SIGN, 2 * _SIGN))

    def _clear(self, element: ElementId) -> tuple[float, float]:
        """Return how far an arrow keeps off its ends: a selected node has a ring."""
        edge = self.diagram.elements[element]
        if not isinstance(edge, Edge):
            return _TOUCHING
        source, target = edge.source in self._ringed, edge.target in self._ringed
        return (RING_ROOM if source else 0.0, RING_ROOM if target else 0.0)

    def _paint_far(self, painter: QPainter) -> None:
        if self._far is None or self._far[1] is not self.shown:
            self._far = (self._far_strokes(), self.shown)
        for pen, brush, path in self._far[0]:
            painter.setPen(pen)
            painter.setBrush(brush)
            painter.drawPath(path)
        for element, state in self._states.items():
            place = self.layout.nodes.get(element)
            if place is not None and state in (State.SELECTED, State.HOVERED, State.CURRENT):
                pen = QPen(QColor(self._theme.accent), 3)
                pen.setCosmetic(True)
                painter.setPen(pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(*place.box))

    def _far_strokes(self) -> list[tuple[QPen, QBrush, QPainterPath]]:
        """Gather everything into one path for each colour; cosmetic lines of one pixel are the fast ones."""
        paths: dict[tuple[str, str], QPainterPath] = {}
        theme, shown = self._theme, self.shown
        elements = self.diagram.elements
        for group in self.layout.groups.values():
            paths.setdefault((theme.group.line, theme.group.fill), QPainterPath()).addRect(*group.box)
        # What is alike is asked for once: a thousand arrows are drawn in three colours.
        lines: dict[Relation, QPainterPath] = {}
        for element, way in self.layout.edges.items():
            edge, points = elements[element], way.path
            if not isinstance(edge, Edge) or not points or not (shown is None or element in shown):
                continue
            path = lines.get(edge.relation)
            if path is None:
                path = paths.setdefault((edge_colour(edge.relation, theme), ""), QPainterPath())
                lines[edge.relation] = path
            path.moveTo(*points[0])
            for i in range(1, len(points) - 2, 3):
                path.cubicTo(*points[i], *points[i + 1], *points[i + 2])
        boxes: dict[Kind, QPainterPath] = {}
        for element, place in self.layout.nodes.items():
            node = elements[element]
            if isinstance(node, Node) and (shown is None or element in shown):
                path = boxes.get(node.kind)
                if path is None:
                    tone = theme.tone(node.kind)
                    path = boxes[node.kind] = paths.setdefault((tone.border, tone.fill), QPainterPath())
                path.addRect(*place.box)
        strokes = []
        for (line, fill), path in paths.items():
            pen = QPen(QColor(line), 1)
            pen.setCosmetic(True)
            brush = QBrush(QColor(fill)) if fill else QBrush(Qt.BrushStyle.NoBrush)
            strokes.append((pen, brush, path))
        return strokes
