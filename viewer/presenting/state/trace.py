"""A chain of arrows that the show follows: the ways from one element to another, one of them walked link by link."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from viewer.model.diagram import Edge, ElementId
    from viewer.model.paths import Way


class Trace(NamedTuple):
    """The ways found, the one that is followed (``at``, from 0), and its arrow (``link``, from 1; 0 for all)."""

    source: ElementId
    target: ElementId
    ways: tuple[Way, ...]
    at: int = 0
    link: int = 0

    @property
    def way(self) -> Way | None:
        """The way that is followed, None where there is none."""
        return self.ways[self.at] if self.at < len(self.ways) else None

    @property
    def edge(self) -> Edge | None:
        """The arrow that is spoken of, None for the whole way."""
        way = self.way
        return way.edges[self.link - 1] if way is not None and self.link > 0 else None

    @property
    def elements(self) -> frozenset[ElementId]:
        """Everything on the way, or the two ends where there is none."""
        way = self.way
        if way is None:
            return frozenset({self.source, self.target})
        return frozenset((*way.nodes, *(edge.id for edge in way.edges)))

    @property
    def about(self) -> frozenset[ElementId]:
        """What is spoken of: an arrow with its ends, or the whole way."""
        edge = self.edge
        return self.elements if edge is None else frozenset({edge.id, edge.source, edge.target})

    def onward(self) -> Trace:
        """Go to the next arrow, after the last one to the next way; the last way ends at its last arrow."""
        way = self.way
        if way is not None and self.link < len(way.edges):
            return self._replace(link=self.link + 1)
        return self._replace(at=self.at + 1, link=0) if self.at + 1 < len(self.ways) else self

    def back(self) -> Trace:
        """Go to the arrow before, from the whole way to the way before."""
        if self.link > 0:
            return self._replace(link=self.link - 1)
        return self._replace(at=self.at - 1) if self.at > 0 else self

    def chosen(self, number: int) -> Trace:
        """Follow the way of this number, from 1; an unknown one changes nothing."""
        return self._replace(at=number - 1, link=0) if 1 <= number <= len(self.ways) else self
