"""Layouts as bytes and back, and the key under which a layout is kept.

Marshal, because it reads two thousand nodes in a few milliseconds; the store's checksum guards what it reads.
"""

from __future__ import annotations

import marshal
from functools import partial
from typing import TYPE_CHECKING, Any

from viewer.layout.geometry import Box, EdgePlace, GroupPlace, Layout, NodePlace, Point
from viewer.store import digest

if TYPE_CHECKING:
    from viewer.layout.geometry import TextMeasurer
    from viewer.model.diagram import Diagram, ElementId

_VERSION = 12  # one more whenever the same request would give another layout
_MARSHAL = 4

# Named tuples made without a call of Python's own: a third of the time that two thousand nodes take.
_point = partial(tuple.__new__, Point)
_box = partial(tuple.__new__, Box)


def key_of(diagram: Diagram, measurer: TextMeasurer, engine: str) -> str:
    """Return the key of a diagram's layout: of all that the layout depends on, and of nothing else."""
    asked = (
        _VERSION,
        engine,
        measurer.fingerprint,
        str(diagram.direction),
        [(node.id, node.label, str(node.kind), node.disputed, node.compartment) for node in diagram.nodes],
        [
            (edge.id, edge.source, edge.target, edge.label, str(edge.relation), edge.disputed)
            for edge in diagram.edges
        ],
        [(group.id, group.label, group.parent) for group in diagram.compartments],
        diagram.rows,
    )
    # Not marshal: it writes equal values differently as strings happen to be shared.
    return "layout " + digest(repr(asked).encode())


def packed(layout: Layout) -> bytes:
    """Return a layout as bytes."""
    content = (
        tuple(layout.bounds),
        layout.engine,
        layout.warnings,
        [(place.id, tuple(place.box), place.lines, tuple(place.tag)) for place in layout.nodes.values()],
        [
            (
                place.id,
                [point.x for point in place.path],
                [point.y for point in place.path],
                None if place.badge is None else tuple(place.badge),
                tuple(place.label),
                place.lines,
            )
            for place in layout.edges.values()
        ],
        [(place.id, tuple(place.box), tuple(place.title), place.lines) for place in layout.groups.values()],
    )
    return marshal.dumps(content, _MARSHAL)


def unpacked(content: bytes) -> Layout | None:
    """Return the layout of these bytes, or None when they are not one."""
    try:
        return _layout(marshal.loads(content))
    except (ValueError, TypeError, EOFError):
        return None


def _layout(content: Any) -> Layout:
    bounds, engine, warnings, nodes, edges, groups = content
    node_places: dict[ElementId, NodePlace] = {
        id_: NodePlace(id_, _box(box), lines, _box(tag)) for id_, box, lines, tag in nodes
    }
    edge_places: dict[ElementId, EdgePlace] = {
        id_: EdgePlace(id_, tuple(map(_point, zip(xs, ys, strict=True))), badge and _point(badge), _box(label), lines)
        for id_, xs, ys, badge, label, lines in edges
    }
    group_places: dict[ElementId, GroupPlace] = {
        id_: GroupPlace(id_, Box(*box), Box(*title), lines) for id_, box, title, lines in groups
    }
    return Layout(Box(*bounds), node_places, edge_places, group_places, engine, warnings)
