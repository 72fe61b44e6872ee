"""The small drawings of the excerpt panel: a kind, an arrow or a compartment, drawn by the diagram's own ink."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter

from viewer.layout.geometry import TAG, Box, EdgePlace, GroupPlace, NodePlace, Point
from viewer.layout.outlines import words_centre
from viewer.model.diagram import Compartment, Edge, ElementId, Kind, Node
from viewer.model.evidence import DocumentId, Evidence, Stance
from viewer.scene.ink.edge_ink import edge_ink
from viewer.scene.ink.group_ink import group_ink
from viewer.scene.ink.lettering import baselines
from viewer.scene.ink.marks import Words
from viewer.scene.ink.node_ink import node_ink
from viewer.scene.ink.tags import TAGS
from viewer.scene.painting import Compiled

if TYPE_CHECKING:
    from viewer.model.diagram import Element
    from viewer.scene.ink.marks import Ink
    from viewer.scene.theme import Theme
    from viewer.ui.typeset.style import Style

WIDTH, HEIGHT = 36, 24
"""The size of a drawing in pixels at 100 %."""

_NONE = ElementId("")
_DISPUTES = (Evidence(DocumentId(""), "", Stance.DISPUTES),)
_NODE_WEIGHT, _EDGE_WEIGHT = 0.85, 0.9


def paint_sample(painter: QPainter, element: Element, style: Style, x: float, y: float, *, tagged: bool) -> None:
    """Paint an element's drawing, ``WIDTH`` by ``HEIGHT`` at the style's scale, with its left upper corner there.

    ``tagged`` writes the kind's tag into a node: for a drawing that stands alone.
    """
    key = _key(element, tagged=tagged)
    if key not in style.samples:
        style.samples[key] = Compiled(_ink(element, style.theme, tagged=tagged))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(x, y)
    painter.scale(style.scale, style.scale)
    style.samples[key].paint(painter)
    painter.restore()


def _key(element: Element, *, tagged: bool) -> object:
    match element:
        case Node():
            return element.kind, element.disputed, tagged
        case Edge():
            return element.relation, element.disputed
        case Compartment():
            return None


def _ink(element: Element, theme: Theme, *, tagged: bool) -> Ink:
    match element:
        case Node():
            return _kind_ink(element, theme, tagged=tagged)
        case Edge():
            return _arrow_ink(element, theme)
        case Compartment():
            place = GroupPlace(_NONE, Box(2, 3, WIDTH - 4, HEIGHT - 6), Box(0, 0, 0, 0), ())
            return group_ink(element, place, theme, 0, is_cell=False)


def _kind_ink(node: Node, theme: Theme, *, tagged: bool) -> Ink:
    kind = node.kind
    if tagged:
        box = Box(6, 0, 24, 24) if kind is Kind.ION else Box(1, 1, WIDTH - 2, HEIGHT - 2)
    else:
        box = Box(9, 3, 18, 18) if kind is Kind.ION else Box(2, 5, WIDTH - 4, HEIGHT - 10)
    bare = Node(_NONE, "", kind, evidence=_DISPUTES if node.disputed else ())
    place = NodePlace(_NONE, box, (), Box(box.x, box.y, 0, 0))
    body = node_ink(bare, place, theme, ground=theme.panel, weight=_NODE_WEIGHT)
    if not tagged or kind is Kind.RISK:  # the triangle says it
        return body
    centre = words_centre(kind, box)
    (_, y), *_ = baselines(centre.y, ("",), TAG)
    return (*body, Words(TAGS[kind], Point(centre.x, y), TAG, theme.ink))


def _arrow_ink(edge: Edge, theme: Theme) -> Ink:
    middle = HEIGHT / 2
    path = tuple(Point(x, middle) for x in (0, WIDTH / 3, WIDTH * 2 / 3, WIDTH))
    bare = Edge(_NONE, _NONE, _NONE, edge.relation, "", evidence=_DISPUTES if edge.disputed else ())
    place = EdgePlace(_NONE, path, Point((WIDTH - 8) / 2, middle), Box(0, middle, 0, 0), ())
    return edge_ink(bare, place, theme, ground=theme.panel, weight=_EDGE_WEIGHT)
