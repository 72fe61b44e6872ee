"""What is to be laid out, measured: words in lines, and the room that each element takes, in pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from viewer.layout.geometry import LABEL, TAG, TITLE, VERB
from viewer.layout.outlines import size_for, tag_of
from viewer.layout.wrapping import wrapped
from viewer.model.diagram import Direction, Relation

if TYPE_CHECKING:
    from viewer.layout.geometry import TextMeasurer
    from viewer.model.diagram import Diagram, Edge, ElementId, Kind

LABEL_WIDTH = 170.0
VERB_WIDTH = 140.0
TITLE_WIDTH = 260.0
BADGE_RADIUS = 8.5
BADGE_GAP = 5.0
LINE_GAP = 6.0
_SIGNED = frozenset(
    (Relation.ACTIVATES, Relation.INHIBITS, Relation.INCREASES, Relation.DECREASES, Relation.MODULATES)
)


@dataclass(frozen=True, slots=True)
class NodePlan:
    """A node's outline and tag; ``group`` is the index of its compartment, -1 for none."""

    id: ElementId
    kind: Kind
    lines: tuple[str, ...]
    width: float
    height: float
    tag: tuple[float, float]
    group: int


@dataclass(frozen=True, slots=True)
class EdgePlan:
    """An arrow between node indices, the size of its verb (0, 0 for none) and whether a badge stands on it."""

    id: ElementId
    source: int
    target: int
    lines: tuple[str, ...]
    words: tuple[float, float]
    badge: bool


@dataclass(frozen=True, slots=True)
class GroupPlan:
    """A compartment; ``parent`` is an index or -1, ``hollow`` says that it holds neither node nor compartment."""

    id: ElementId
    parent: int
    lines: tuple[str, ...]
    words: tuple[float, float]
    hollow: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """A diagram to be laid out. ``groups`` come outermost first; ``rows`` hold node indices."""

    nodes: tuple[NodePlan, ...]
    edges: tuple[EdgePlan, ...]
    groups: tuple[GroupPlan, ...]
    rows: tuple[tuple[int, ...], ...]
    direction: Direction

    @property
    def sideways(self) -> bool:
        """Whether the mechanism runs across the page and not along it."""
        return self.direction in (Direction.RIGHT, Direction.LEFT)


def has_badge(edge: Edge) -> bool:
    """Whether a sign stands on the arrow: of its relation, or of a dispute."""
    return edge.relation in _SIGNED or edge.disputed


def plan_of(diagram: Diagram, measurer: TextMeasurer) -> Plan:
    """Measure a diagram."""
    groups, group_of = _groups(diagram, measurer)
    index = {node.id: number for number, node in enumerate(diagram.nodes)}
    return Plan(
        _nodes(diagram, group_of, measurer),
        _edges(diagram, index, measurer),
        groups,
        tuple(tuple(index[node] for node in row) for row in diagram.rows),
        diagram.direction,
    )


def _nodes(diagram: Diagram, group_of: dict[ElementId, int], measurer: TextMeasurer) -> tuple[NodePlan, ...]:
    line, tag_line = measurer.line_height(LABEL), measurer.line_height(TAG)
    tags: dict[tuple[Kind, bool], tuple[float, float]] = {}
    nodes = []
    for node in diagram.nodes:
        look = node.kind, node.disputed
        if look not in tags:
            tags[look] = measurer.width(tag_of(node.kind) + " ?" * node.disputed, TAG), tag_line
        lines = wrapped(node.label, LABEL, LABEL_WIDTH, measurer)
        widest = max(measurer.width(text, LABEL) for text in lines)
        width, height = size_for(node.kind, widest, line * len(lines))
        group = -1 if node.compartment is None else group_of[node.compartment]
        nodes.append(NodePlan(node.id, node.kind, lines, width, height, tags[look], group))
    return tuple(nodes)


def _edges(diagram: Diagram, index: dict[ElementId, int], measurer: TextMeasurer) -> tuple[EdgePlan, ...]:
    line = measurer.line_height(VERB)
    sizes: dict[str, tuple[tuple[str, ...], tuple[float, float]]] = {}
    edges = []
    for edge in diagram.edges:
        if edge.label not in sizes:
            sizes[edge.label] = _measured(wrapped(edge.label, VERB, VERB_WIDTH, measurer), line, measurer)
        lines, words = sizes[edge.label]
        edges.append(EdgePlan(edge.id, index[edge.source], index[edge.target], lines, words, has_badge(edge)))
    return tuple(edges)


def _measured(
    lines: tuple[str, ...], line: float, measurer: TextMeasurer
) -> tuple[tuple[str, ...], tuple[float, float]]:
    if lines == ("",):
        return (), (0.0, 0.0)
    return lines, (max(measurer.width(text, VERB) for text in lines), line * len(lines))


def _groups(diagram: Diagram, measurer: TextMeasurer) -> tuple[tuple[GroupPlan, ...], dict[ElementId, int]]:
    parents = {compartment.id: compartment.parent for compartment in diagram.compartments}
    depths: dict[ElementId, int] = {}
    for name in parents:
        chain = []
        at: ElementId | None = name
        while at is not None and at not in depths:
            chain.append(at)
            at = parents[at]
        depth = -1 if at is None else depths[at]
        for member in reversed(chain):
            depth += 1
            depths[member] = depth
    ordered = sorted(diagram.compartments, key=lambda compartment: depths[compartment.id])
    index = {compartment.id: number for number, compartment in enumerate(ordered)}
    full = {node.compartment for node in diagram.nodes} | set(parents.values())
    line = measurer.line_height(TITLE)
    groups = []
    for compartment in ordered:
        lines = wrapped(compartment.label, TITLE, TITLE_WIDTH, measurer)
        words = max(measurer.width(text, TITLE) for text in lines), line * len(lines)
        parent = -1 if compartment.parent is None else index[compartment.parent]
        groups.append(GroupPlan(compartment.id, parent, lines, words, compartment.id not in full))
    return tuple(groups), index
