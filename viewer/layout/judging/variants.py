"""Other requests for a small diagram, made from what is not yet good in its first layout."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from viewer.layout.judging.quality import CANVAS, turned_rows, words_crossed
from viewer.layout.ways.tangle import Tangle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from viewer.layout.dot_writer import Request
    from viewer.layout.geometry import Layout
    from viewer.layout.plan import Plan

MOST = 90  # nodes and arrows together: beyond, the time is better spent elsewhere
_WIDE = 1.35


def variants(plan: Plan, layout: Layout, request: Request) -> Iterator[Request]:
    """Give requests that may answer better than the one that this layout came from."""
    crossed = {name for _, name in words_crossed(plan, layout)}
    below = frozenset(number for number, group in enumerate(plan.groups) if f"title {group.id}" in crossed)
    if below:
        request = replace(request, below=below)
        yield request
    bounds = layout.bounds
    if not plan.sideways and bounds.width / CANVAS[0] > _WIDE * max(1.0, bounds.height / CANVAS[1]):
        lowered = _crowded(plan, layout)
        if lowered:
            yield replace(request, lowered=lowered)
    if crossed or Tangle([place.path for place in layout.edges.values()]).count():
        yield replace(request, turned=True)
    if turned_rows(plan, layout):
        yield replace(request, drawn=True)
        yield replace(request, once=True)
        yield replace(request, mirrored=True)
        yield replace(request, mirrored=True, once=True)


def _crowded(plan: Plan, layout: Layout) -> frozenset[int]:
    """Return every other node that nothing follows, in levels that are too wide: they may stand a level further."""
    follows = {edge.source for edge in plan.edges}
    placed = {node for row in plan.rows for node in row}
    led = {edge.target for edge in plan.edges if edge.source != edge.target}
    levels: dict[int, list[int]] = {}
    for number, node in enumerate(plan.nodes):
        levels.setdefault(round(layout.nodes[node.id].box.bottom / 24), []).append(number)
    lowered: set[int] = set()
    for level in levels.values():
        if sum(plan.nodes[number].width + 28 for number in level) < CANVAS[0]:
            continue
        level.sort(key=lambda number: layout.nodes[plan.nodes[number].id].box.x)
        free = [number for number in level if number in led and number not in follows and number not in placed]
        lowered.update(free[1::2])
    return frozenset(lowered)
