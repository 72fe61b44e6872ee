"""The ways along the arrows from one node to another, and what they do in the end."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from viewer.model.diagram import Edge, ElementId, Relation

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from viewer.model.diagram import Diagram

MOST_ARROWS = 8
MOST_WAYS = 9
_MOST_TRIED = 50_000

_UP = (Relation.ACTIVATES, Relation.INCREASES, Relation.RELEASES, Relation.LEADS_TO)
_DOWN = (Relation.INHIBITS, Relation.DECREASES)


class Sign(StrEnum):
    """What more of a way's beginning does to its end."""

    UP = "up"
    DOWN = "down"
    OPEN = "open"


class Way(NamedTuple):
    """Arrows that follow one another, at least one; no node is passed twice."""

    edges: tuple[Edge, ...]

    @property
    def nodes(self) -> tuple[ElementId, ...]:
        """The nodes from the beginning to the end."""
        return (self.edges[0].source, *(edge.target for edge in self.edges))

    @property
    def sign(self) -> Sign:
        """The signs multiplied; open as soon as one arrow has none (binds, modulates, part of) or is disputed."""
        down = 0
        for edge in self.edges:
            if edge.disputed or edge.relation not in (*_UP, *_DOWN):
                return Sign.OPEN
            down += edge.relation in _DOWN
        return Sign.DOWN if down % 2 else Sign.UP


def ways_between(
    diagram: Diagram,
    source: ElementId,
    target: ElementId,
    *,
    most_arrows: int = MOST_ARROWS,
    without: Collection[ElementId] = (),
) -> tuple[Way, ...]:
    """Return the ways from one node to another, the shortest first, at most ``MOST_WAYS``.

    ``without`` are nodes and arrows that no way may use. From a node to itself the ways are its circles.
    """
    onward = _onward(diagram, without)
    away = _away(onward, target)
    found: list[Way] = []
    tried = 0
    for length in range(1, most_arrows + 1):
        trail: list[Edge] = []
        waiting: list[Iterator[Edge]] = [iter(onward.get(source, ()))]
        while waiting and tried < _MOST_TRIED and len(found) < MOST_WAYS:
            edge = next(waiting[-1], None)
            if edge is None:
                waiting.pop()
                if trail:
                    trail.pop()
                continue
            tried += 1
            left = length - len(trail) - 1
            if left == 0:
                if edge.target == target:
                    found.append(Way((*trail, edge)))
                continue
            passed = {source, target, *(one.target for one in trail)}
            if edge.target not in passed and away.get(edge.target, length + 1) <= left:
                trail.append(edge)
                waiting.append(iter(onward.get(edge.target, ())))
    return tuple(found)


def reached_from(
    diagram: Diagram, source: ElementId, *, most_arrows: int = MOST_ARROWS, without: Collection[ElementId] = ()
) -> Mapping[ElementId, int]:
    """Return the nodes that the arrows lead to from a node, each with the fewest arrows that get there."""
    onward = _onward(diagram, without)
    reached: dict[ElementId, int] = {}
    edge_of_it = [source]
    for count in range(1, most_arrows + 1):
        fresh = [edge.target for node in edge_of_it for edge in onward.get(node, ()) if edge.target not in reached]
        edge_of_it = list(dict.fromkeys(fresh))
        reached.update(dict.fromkeys(edge_of_it, count))
    return reached


def _onward(diagram: Diagram, without: Collection[ElementId]) -> dict[ElementId, list[Edge]]:
    onward: dict[ElementId, list[Edge]] = {}
    for edge in diagram.edges:
        if not {edge.id, edge.source, edge.target} & set(without):
            onward.setdefault(edge.source, []).append(edge)
    return onward


def _away(onward: Mapping[ElementId, list[Edge]], target: ElementId) -> dict[ElementId, int]:
    """Return how many arrows each node is from the target, for those that lead there."""
    before: dict[ElementId, list[ElementId]] = {}
    for source, edges in onward.items():
        for edge in edges:
            before.setdefault(edge.target, []).append(source)
    away = {target: 0}
    rim = [target]
    while rim:
        rim = list(dict.fromkeys(node for end in rim for node in before.get(end, ()) if node not in away))
        away.update(dict.fromkeys(rim, max(away.values()) + 1))
    return away
