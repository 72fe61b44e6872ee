"""The letters that name a node's kind, outside its outline: above the left corner, else right, else below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.layout.geometry import Box
from viewer.model.diagram import Kind

if TYPE_CHECKING:
    from viewer.layout.plan import NodePlan, Plan
    from viewer.layout.ways.grid import BoxGrid, LineGrid

_CLEAR = 5.0
_INDENT = {
    Kind.NEUROTRANSMITTER: 10.0,
    Kind.ION: 0.0,
    Kind.EFFECT: 12.0,
    Kind.CONDITION: 12.0,
    Kind.REGION: 12.0,
    Kind.RISK: 8.0,
    Kind.DRUG: 10.0,
    Kind.CELL: 8.0,
}


def place_tags(plan: Plan, boxes: tuple[Box, ...], taken: BoxGrid, lines: LineGrid) -> list[Box]:
    """Return the boxes of the tags. They give way to nodes and titles, and to arrows where they can."""
    tags = []
    for number, (node, box) in enumerate(zip(plan.nodes, boxes, strict=True)):
        best, least = None, float("inf")
        for base, tag in _candidates(node, box):
            if base >= least:
                break
            crossed = sum(14 + 2 * length for length in lines.inside(tag.grown(2)).values())
            covered = sum(200 for _, owner in taken.hits(tag.grown(1)) if owner != number)
            if base + crossed + covered < least:
                best, least = tag, base + crossed + covered
        assert best is not None
        tags.append(best)
    return tags


def _candidates(node: NodePlan, box: Box) -> tuple[tuple[float, Box], ...]:
    width, height = node.tag
    indent = min(_INDENT.get(node.kind, 2.0), box.width / 3)
    left, right = box.x + indent, box.right - indent - width
    above, below = box.y - _CLEAR - height + 2, box.bottom + _CLEAR - 2
    return (
        (0.0, Box(left, above, width, height)),
        (4.0, Box(right, above, width, height)),
        (6.0, Box(left, below, width, height)),
        (9.0, Box(right, below, width, height)),
    )
