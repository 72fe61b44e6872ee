"""What an engine says of a plan, before anything is finished: by index, in pixels, y down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from viewer.layout.geometry import Box, Point


@dataclass(frozen=True, slots=True)
class RawEdge:
    """A way as ``1 + 3 n`` points from centre to centre, empty where the engine lost it.

    ``label`` is the middle of the room that was kept for its badge and verb.
    """

    path: tuple[Point, ...]
    label: Point | None


@dataclass(frozen=True, slots=True)
class Raw:
    """The middles of the nodes, the ways of the edges, the boxes of the groups and the middles of their titles."""

    nodes: tuple[Point, ...]
    edges: tuple[RawEdge, ...]
    groups: tuple[Box, ...]
    titles: tuple[Point | None, ...]
