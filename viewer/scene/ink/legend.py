"""The legend: the kinds and relations that a diagram uses, each drawn as in the diagram and named."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from viewer.layout.geometry import NOTE, TAG, Box, EdgePlace, NodePlace, Point
from viewer.layout.outlines import words_centre
from viewer.model.diagram import Edge, ElementId, Kind, Node, Relation
from viewer.model.evidence import DocumentId, Evidence, Stance
from viewer.scene.ink.edge_ink import edge_ink
from viewer.scene.ink.lettering import baselines
from viewer.scene.ink.marks import Words
from viewer.scene.ink.node_ink import node_ink
from viewer.scene.ink.tags import TAGS

if TYPE_CHECKING:
    from viewer.layout.geometry import TextMeasurer
    from viewer.model.diagram import Diagram
    from viewer.scene.ink.marks import Ink, Mark
    from viewer.scene.theme import Theme

_SAMPLE = 60.0
_SAMPLE_HEIGHT = 24.0
_ROW = 34.0
_TO_NAME = 12.0
_BETWEEN_COLUMNS = 32.0
_BETWEEN_PARTS = 10.0

_DISPUTES = (Evidence(DocumentId(""), "", Stance.DISPUTES),)

Entry = tuple[str, Kind | Relation, bool]
"""A name, what is drawn beside it, and whether that is drawn as disputed."""


def legend_ink(diagram: Diagram, theme: Theme, measurer: TextMeasurer, width: float) -> tuple[Ink, float, float]:
    """Draw the legend of a diagram with its upper left corner at the origin.

    The entries flow in as many columns as ``width`` pixels hold, at least one. Returns the ink with the width and
    height that it takes; the width may exceed what was asked when a single column does.
    """
    parts = [part for part in (_kinds(diagram), _relations(diagram)) if part]
    entries = [entry for part in parts for entry in part]
    if not entries:
        return (), 0.0, 0.0
    column = _SAMPLE + _TO_NAME + max(measurer.width(_shown(name), NOTE) for name, _, _ in entries)
    columns = max(1, int((width + _BETWEEN_COLUMNS) // (column + _BETWEEN_COLUMNS)))
    columns = min(columns, max(len(part) for part in parts))
    marks: list[Mark] = []
    top = 0.0
    for part in parts:
        rows = ceil(len(part) / columns)
        for index, entry in enumerate(part):
            x = (index // rows) * (column + _BETWEEN_COLUMNS)
            marks.extend(_entry_ink(entry, x, top + (index % rows + 0.5) * _ROW, theme))
        top += rows * _ROW + _BETWEEN_PARTS
    taken = columns * (column + _BETWEEN_COLUMNS) - _BETWEEN_COLUMNS
    return tuple(marks), taken, top - _BETWEEN_PARTS


def _kinds(diagram: Diagram) -> list[Entry]:
    used = {node.kind for node in diagram.nodes}
    entries: list[Entry] = [(kind.value, kind, False) for kind in Kind if kind in used]
    disputed = next((node.kind for node in diagram.nodes if node.disputed), None)
    if disputed is not None:
        entries.append((f"{disputed.value}, disputed", disputed, True))
    return entries


def _relations(diagram: Diagram) -> list[Entry]:
    used = {edge.relation for edge in diagram.edges if not edge.disputed}
    doubted = {edge.relation for edge in diagram.edges if edge.disputed}
    entries: list[Entry] = [(relation.verb, relation, False) for relation in Relation if relation in used | doubted]
    disputed = next((edge.relation for edge in diagram.edges if edge.disputed), None)
    if disputed is not None:
        entries.append((f"{disputed.verb}, disputed", disputed, True))
    return entries


def _entry_ink(entry: Entry, x: float, middle: float, theme: Theme) -> list[Mark]:
    name, sample, disputed = entry
    marks: list[Mark] = []
    evidence = _DISPUTES if disputed else ()
    if isinstance(sample, Kind):
        marks.extend(kind_sample(sample, Point(x + _SAMPLE / 2, middle), theme, evidence))
    else:
        marks.extend(relation_sample(sample, Point(x, middle), _SAMPLE, theme, evidence))
    (_, y), *_ = baselines(middle, ("",), NOTE)
    marks.append(Words(_shown(name), Point(x + _SAMPLE + _TO_NAME, y), NOTE, theme.ink, "start"))
    return marks


def _shown(name: str) -> str:
    return name[:1].upper() + name[1:]


def kind_sample(
    kind: Kind, middle: Point, theme: Theme, evidence: tuple[Evidence, ...] = (), ground: str | None = None
) -> Ink:
    """Draw a small node of a kind with its tag inside, centred on ``middle``: for legends and headings."""
    # A circle has to be larger, or its tag would touch the inner ring.
    width, height = (31.0, 31.0) if kind is Kind.ION else (_SAMPLE - 4, _SAMPLE_HEIGHT)
    box = Box(middle.x - width / 2, middle.y - height / 2, width, height)
    node = Node(ElementId(""), "", kind, evidence=evidence)
    place = NodePlace(node.id, box, (), Box(box.x, box.y, 0, 0))
    centre = words_centre(kind, box)
    (_, y), *_ = baselines(centre.y, ("",), TAG)
    word = Words(TAGS[kind], Point(centre.x, y), TAG, theme.ink)
    return (*node_ink(node, place, theme, ground=ground, weight=0.85), word)


def relation_sample(
    relation: Relation,
    start: Point,
    length: float,
    theme: Theme,
    evidence: tuple[Evidence, ...] = (),
    ground: str | None = None,
) -> Ink:
    """Draw a level arrow of ``length`` pixels from ``start``, with its sign: for legends and lists."""
    end = Point(start.x + length, start.y)
    path = (start, Point(start.x + length / 3, start.y), Point(start.x + length * 2 / 3, start.y), end)
    edge = Edge(ElementId(""), ElementId(""), ElementId(""), relation, "", evidence=evidence)
    badge = Point(start.x + (length - 9) / 2, start.y)
    place = EdgePlace(edge.id, path, badge, Box(start.x, start.y, 0, 0), ())
    return edge_ink(edge, place, theme, ground=ground)
