"""The grammar on one sheet: every kind, relation and state, as the program draws them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.layout.geometry import LABEL, TAG, VERB, Box, EdgePlace, GroupPlace, NodePlace, Point
from viewer.layout.outlines import size_for
from viewer.model.diagram import Compartment, DiagramId, Edge, ElementId, Kind, Node, Relation
from viewer.model.evidence import DocumentId, Evidence, Stance
from viewer.scene.ink.edge_ink import edge_ink, sign_of
from viewer.scene.ink.group_ink import group_ink
from viewer.scene.ink.node_ink import node_ink
from viewer.scene.ink.tags import tag_of
from viewer.scene.states import State

if TYPE_CHECKING:
    from viewer.layout.geometry import TextMeasurer
    from viewer.scene.ink.marks import Ink, Mark
    from viewer.scene.theme import Theme

LABELS = {
    Kind.DRUG: ("Diazepam",),
    Kind.PROCEDURE: ("ECT",),
    Kind.NEUROTRANSMITTER: ("GABA",),
    Kind.ION: ("Cl⁻",),
    Kind.RECEPTOR: ("GABA-A",),
    Kind.PROTEIN: ("PKA",),
    Kind.PROCESS: ("Hyper-", "polarisation"),
    Kind.PATHWAY: ("cAMP", "pathway"),
    Kind.CELL: ("Neuron",),
    Kind.REGION: ("Amygdala",),
    Kind.EFFECT: ("Sedation",),
    Kind.CONDITION: ("Depression",),
    Kind.RISK: ("Falls",),
    Kind.FACTOR: ("Age > 65",),
}
DOUBT = (Evidence(DocumentId("text"), "words", Stance.DISPUTES),)
SHEET = (1180.0, 840.0)


def a_node(kind: Kind, **more: object) -> Node:
    return Node(ElementId("n"), " ".join(LABELS[kind]), kind, **more)  # type: ignore[arg-type]


def an_edge(relation: Relation, **more: object) -> Edge:
    return Edge(ElementId("e"), ElementId("a"), ElementId("b"), relation, relation.verb, **more)  # type: ignore[arg-type]


def node_place(node: Node, lines: tuple[str, ...], centre: Point, measurer: TextMeasurer) -> NodePlace:
    """Put a node where its middle is ``centre``, its tag above the left corner."""
    words = max(measurer.width(line, LABEL) for line in lines), len(lines) * measurer.line_height(LABEL)
    width, height = size_for(node.kind, *words)
    box = Box(centre.x - width / 2, centre.y - height / 2, width, height)
    tag = Box(box.x, box.y - 18, measurer.width(tag_of(node), TAG), 13)
    return NodePlace(node.id, box, lines, tag)


def edge_place(edge: Edge, path: tuple[Point, ...], measurer: TextMeasurer) -> EdgePlace:
    """Give an arrow its way, its badge half of the way along, its verb to the right of the badge or below."""
    first, last = path[0], path[-1]
    middle = Point((first.x + last.x) / 2 - 3, (first.y + last.y) / 2)
    badge = middle if sign_of(edge) else None
    width = measurer.width(edge.label, VERB)
    label = Box(middle.x - width / 2, middle.y + 12, width, 16)
    return EdgePlace(edge.id, path, badge, label, (edge.label,))


def straight(x: float, y: float, length: float) -> tuple[Point, ...]:
    return tuple(Point(x + length * i / 3, y) for i in range(4))


def sheet_ink(theme: Theme, measurer: TextMeasurer) -> Ink:
    """Draw the sheet: kinds, states and disputes on the left, relations on the right, compartments below."""
    marks: list[Mark] = []
    for index, (kind, lines) in enumerate(LABELS.items()):
        node = a_node(kind)
        centre = Point(90 + index % 4 * 140, 50 + index // 4 * 78)
        marks.extend(node_ink(node, node_place(node, lines, centre, measurer), theme))
    node = a_node(Kind.PROTEIN)
    for index, state in enumerate(State):
        centre = Point(58 + index * 108, 366)
        marks.extend(node_ink(node, node_place(node, (state.value,), centre, measurer), theme, state))
    kinds = (Kind.RECEPTOR, Kind.DRUG, Kind.NEUROTRANSMITTER, Kind.PROCESS, Kind.CONDITION)
    for row, state in enumerate((State.SELECTED, State.CURRENT, State.CONTEXT)):
        for index, kind in enumerate(kinds):
            node = a_node(kind, opens=DiagramId("more"), evidence=DOUBT if state is State.CURRENT else ())
            lines = ("Firing",) if kind is Kind.PROCESS else LABELS[kind]
            place = node_place(node, lines, Point(70 + index * 126, 440 + row * 74), measurer)
            marks.extend(node_ink(node, place, theme, state))
    for index, relation in enumerate(Relation):
        for column, (state, doubt) in enumerate(
            (
                (State.NORMAL, ()),
                (State.NORMAL, DOUBT),
                (State.SELECTED, ()),
                (State.CURRENT, ()),
                (State.CONTEXT, ()),
            )
        ):
            edge = an_edge(relation, evidence=doubt)
            path = straight(660 + column * 104, 28 + index * 46, 88)
            marks.extend(edge_ink(edge, edge_place(edge, path, measurer), theme, state))
    marks.extend(_bent(theme, measurer))
    marks.extend(_compartments(theme, measurer))
    return tuple(marks)


def _bent(theme: Theme, measurer: TextMeasurer) -> list[Mark]:
    marks: list[Mark] = []
    for index, relation in enumerate(Relation):
        x = 664 + index * 54
        bend = (Point(x, 470), Point(x + 60, 480), Point(x + 50, 520), Point(x + 30, 560))
        way = (*bend, Point(x + 10, 600), Point(x - 10, 640), Point(x + 20, 660))
        edge = an_edge(relation)
        place = EdgePlace(edge.id, way, Point(x + 30, 560) if sign_of(edge) else None, Box(0, 0, 0, 0), ())
        state = State.SELECTED if index % 3 == 2 else State.NORMAL
        marks.extend(edge_ink(edge, place, theme, state))
    return marks


def _compartments(theme: Theme, measurer: TextMeasurer) -> list[Mark]:
    marks: list[Mark] = []
    ground = theme.group.fill
    for index, is_cell in enumerate((True, False)):
        left = 20.0 + index * 310
        for depth, box in enumerate((Box(left, 690, 290, 140), Box(left + 130, 706, 146, 110))):
            group = Compartment(ElementId(f"g{index}{depth}"), "Receiving cell")
            name = ("Receiving cell",) if depth == 0 else ("Spine",)
            place = GroupPlace(group.id, box, Box(box.x + 16, box.y + 10, 80, 16), name)
            marks.extend(group_ink(group, place, theme, depth, is_cell and depth == 0))
        node = a_node(Kind.ION)
        place = node_place(node, LABELS[Kind.ION], Point(left + 52, 772), measurer)
        marks.extend(node_ink(node, place, theme, State.SELECTED if index else State.NORMAL, ground))
        edge = an_edge(Relation.MODULATES)
        way = straight(left + 84, 772, 70)
        marks.extend(edge_ink(edge, edge_place(edge, way, measurer), theme, State.NORMAL, ground))
        other = a_node(Kind.RECEPTOR)
        spot = node_place(other, LABELS[Kind.RECEPTOR], Point(left + 212, 772), measurer)
        marks.extend(node_ink(other, spot, theme, State.NEIGHBOUR, ground))
    return marks
