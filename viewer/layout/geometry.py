"""Where everything stands: the layout as frozen values, in pixels at 100 %, x to the right, y down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from viewer.model.diagram import ElementId


class Point(NamedTuple):
    """A place on the page."""

    x: float
    y: float


class Box(NamedTuple):
    """An upright rectangle by its upper left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower side."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """Its middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def grown(self, by: float) -> Box:
        """Return the box with ``by`` added on all four sides."""
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def overlaps(self, other: Box) -> bool:
        """Whether the two share an area; touching sides do not."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def holds(self, other: Box) -> bool:
        """Whether the other lies inside; touching sides are inside."""
        return self.x <= other.x and self.y <= other.y and self.right >= other.right and self.bottom >= other.bottom

    def united(self, other: Box) -> Box:
        """Return the smallest box around both."""
        left, top = min(self.x, other.x), min(self.y, other.y)
        return Box(left, top, max(self.right, other.right) - left, max(self.bottom, other.bottom) - top)


class TextRole(NamedTuple):
    """A size of type in the diagram: pixels and weight (400 regular, 500 medium, 600 semibold)."""

    name: str
    pixels: int
    weight: int


LABEL = TextRole("label", 14, 500)
VERB = TextRole("verb", 12, 500)
TITLE = TextRole("title", 12, 600)
TAG = TextRole("tag", 10, 600)
SIGN = TextRole("sign", 13, 600)
HEADING = TextRole("heading", 20, 600)
NOTE = TextRole("note", 12, 400)


class TextMeasurer(Protocol):
    """Says how much room words take; the scene's measures with the real font, tests pass a fake."""

    def width(self, text: str, role: TextRole) -> float:
        """Return the advance width of one line in pixels at 100 %."""

    def line_height(self, role: TextRole) -> float:
        """Return the distance between two base lines in pixels at 100 %."""

    @property
    def fingerprint(self) -> str:
        """Name the font and its version, for cache keys."""


class NodePlace(NamedTuple):
    """A node's outline box, its label's lines (already wrapped) and where its kind's tag stands."""

    id: ElementId
    box: Box
    lines: tuple[str, ...]
    tag: Box


class EdgePlace(NamedTuple):
    """An arrow's way: a start and then cubic Bézier triples, ``1 + 3 n`` points, clipped to the two outlines.

    The last point is where the head's tip stands (a gap before the target's outline). ``badge`` is the middle of
    the sign's disc on the line, None where the relation has no badge; ``label`` is the box of the verb's lines.
    """

    id: ElementId
    path: tuple[Point, ...]
    badge: Point | None
    label: Box
    lines: tuple[str, ...]


class GroupPlace(NamedTuple):
    """A compartment's box and the box of its title."""

    id: ElementId
    box: Box
    title: Box
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Layout:
    """A whole diagram in its place. Everything lies within ``bounds``, whose corner need not be the origin.

    ``groups`` come outermost first; ``nodes`` and ``edges`` in the diagram's order. ``warnings`` are sentences
    about what the engine could not do well, for a notice.
    """

    bounds: Box
    nodes: Mapping[ElementId, NodePlace]
    edges: Mapping[ElementId, EdgePlace]
    groups: Mapping[ElementId, GroupPlace]
    engine: str
    warnings: tuple[str, ...] = ()
