"""What a diagram is: compartments, nodes, arrows and a story, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from viewer.model.evidence import Evidence, Stance
from viewer.model.ids import DiagramId, ElementId

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from viewer.model.story import Step


__all__ = [
    "Compartment",
    "Diagram",
    "DiagramId",
    "Direction",
    "Edge",
    "Element",
    "ElementId",
    "Kind",
    "Node",
    "Relation",
]


class Kind(StrEnum):
    """What a node stands for."""

    DRUG = "drug"
    PROCEDURE = "procedure"
    NEUROTRANSMITTER = "neurotransmitter"
    ION = "ion"
    RECEPTOR = "receptor"
    PROTEIN = "protein"
    PROCESS = "process"
    PATHWAY = "pathway"
    CELL = "cell"
    REGION = "region"
    EFFECT = "effect"
    CONDITION = "condition"
    RISK = "risk"
    FACTOR = "factor"


class Relation(StrEnum):
    """What an edge says that its source does to its target."""

    ACTIVATES = "activates"
    INHIBITS = "inhibits"
    INCREASES = "increases"
    DECREASES = "decreases"
    LEADS_TO = "leads-to"
    RELEASES = "releases"
    BINDS = "binds"
    MODULATES = "modulates"
    PART_OF = "part-of"

    @property
    def verb(self) -> str:
        """The word printed on the arrow when the definition names none."""
        return {
            Relation.LEADS_TO: "leads to",
            Relation.PART_OF: "part of",
        }.get(self, self.value)


class Direction(StrEnum):
    """The way the mechanism runs on the page."""

    DOWN = "down"
    UP = "up"
    RIGHT = "right"
    LEFT = "left"


class Compartment(NamedTuple):
    """A place that holds nodes; ``parent`` is the compartment around it, or None."""

    id: ElementId
    label: str
    parent: ElementId | None = None


class Node(NamedTuple):
    """A thing in the diagram. ``compartment`` and ``opens`` are None where the definition names none."""

    id: ElementId
    label: str
    kind: Kind
    compartment: ElementId | None = None
    aliases: tuple[str, ...] = ()
    summary: str = ""
    opens: DiagramId | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def disputed(self) -> bool:
        """Whether a source that the definition quotes disputes it."""
        return any(item.stance is Stance.DISPUTES for item in self.evidence)


class Edge(NamedTuple):
    """An arrow: ``source`` does ``relation`` to ``target``; ``label`` is the verb printed on it."""

    id: ElementId
    source: ElementId
    target: ElementId
    relation: Relation
    label: str
    summary: str = ""
    evidence: tuple[Evidence, ...] = ()

    @property
    def disputed(self) -> bool:
        """Whether a source that the definition quotes disputes it."""
        return any(item.stance is Stance.DISPUTES for item in self.evidence)


Element = Node | Edge | Compartment


@dataclass(frozen=True)
class Diagram:
    """One definition, checked: every id that is named exists, no two elements share one."""

    id: DiagramId
    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...] = ()
    compartments: tuple[Compartment, ...] = ()
    rows: tuple[tuple[ElementId, ...], ...] = ()
    steps: tuple[Step, ...] = ()
    summary: str = ""
    direction: Direction = Direction.DOWN

    @cached_property
    def elements(self) -> Mapping[ElementId, Element]:
        """Every element by its id: compartments, nodes, edges, each in the definition's order."""
        found: dict[ElementId, Element] = {}
        for group in (self.compartments, self.nodes, self.edges):
            for element in group:
                found[element.id] = element
        return found

    @cached_property
    def names(self) -> Mapping[str, str]:
        """All that nodes are called, labels and aliases, each with its form without case."""
        return {name: name.casefold() for node in self.nodes for name in (node.label, *node.aliases)}

    def node(self, element: ElementId) -> Node:
        """Return the node of this id; KeyError when there is none."""
        found = self.elements[element]
        if not isinstance(found, Node):
            raise KeyError(element)
        return found

    @cached_property
    def incoming(self) -> Mapping[ElementId, tuple[Edge, ...]]:
        """The edges that end at each node, for nodes that have any."""
        return _grouped((edge.target, edge) for edge in self.edges)

    @cached_property
    def outgoing(self) -> Mapping[ElementId, tuple[Edge, ...]]:
        """The edges that start at each node, for nodes that have any."""
        return _grouped((edge.source, edge) for edge in self.edges)

    def sentence(self, edge: Edge) -> str:
        """Say an arrow as a sentence: "Ketamine blocks NMDA receptor"."""
        return f"{self.node(edge.source).label} {edge.label} {self.node(edge.target).label}"


def _grouped(pairs: Iterable[tuple[ElementId, Edge]]) -> Mapping[ElementId, tuple[Edge, ...]]:
    grouped: dict[ElementId, list[Edge]] = {}
    for key, edge in pairs:
        grouped.setdefault(key, []).append(edge)
    return {key: tuple(edges) for key, edges in grouped.items()}
