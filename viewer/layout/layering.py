"""A simple layout of our own for when no engine gives one: layers along the flow, compartments packed inside out.

It is never pretty and never fails: boxes stand in rows with room between them, so nothing can overlap.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from viewer.layout.geometry import Box, Point
from viewer.layout.raw import Raw, RawEdge
from viewer.model.diagram import Direction

if TYPE_CHECKING:
    from viewer.layout.plan import Plan

_ALONG = 84.0
_BESIDE = 48.0
_PADDING = 22.0
_ROW = 2400.0  # a longer row is broken


class _Item(NamedTuple):
    """A node (its index) or a compartment (-1 minus its index) with the size of its box."""

    key: int
    width: float
    height: float


def simple_layout(plan: Plan) -> Raw:
    """Return raw geometry with straight ways, made without any engine."""
    inside: dict[int, list[_Item]] = {}
    for number, node in enumerate(plan.nodes):
        inside.setdefault(node.group, []).append(_Item(number, node.width, node.height))
    links = _links(plan)
    corners: dict[int, dict[int, Point]] = {}
    sizes: dict[int, tuple[float, float]] = {}
    # 1. Sizes, from the innermost compartment outwards.
    for number in range(len(plan.groups) - 1, -2, -1):
        items = inside.get(number, [])
        words = plan.groups[number].words if number >= 0 else (0.0, 0.0)
        places, width, height = _packed(items, links.get(number, []), plan.direction)
        top = words[1] + 18 if number >= 0 else 0.0
        width = max(width, words[0])
        sizes[number] = width + 2 * _PADDING, height + top + 2 * _PADDING
        corners[number] = {key: Point(at.x + _PADDING, at.y + top + _PADDING) for key, at in places.items()}
        if number >= 0:
            inside.setdefault(plan.groups[number].parent, []).append(_Item(-1 - number, *sizes[number]))
    # 2. Places, from the outermost inwards.
    origins = {-1: Point(0.0, 0.0)}
    nodes = [Point(0.0, 0.0)] * len(plan.nodes)
    for number in range(-1, len(plan.groups)):
        origin = origins[number]
        for key, at in corners[number].items():
            corner = Point(origin.x + at.x, origin.y + at.y)
            if key < 0:
                origins[-1 - key] = corner
            else:
                nodes[key] = Point(corner.x + plan.nodes[key].width / 2, corner.y + plan.nodes[key].height / 2)
    boxes = tuple(Box(*origins[i], *sizes[i]) for i in range(len(plan.groups)))
    edges = tuple(RawEdge((), None) for _ in plan.edges)
    return Raw(tuple(nodes), edges, boxes, tuple(None for _ in boxes))


def _links(plan: Plan) -> dict[int, list[tuple[int, int]]]:
    """Return the edges between the items of each compartment: an edge counts where its two ends part."""
    chains: dict[int, list[int]] = {-1: [-1]}
    for number, group in enumerate(plan.groups):
        chains[number] = [*chains[group.parent], number]
    links: dict[int, list[tuple[int, int]]] = {}
    for edge in plan.edges:
        ends = []
        for node in (edge.source, edge.target):
            ends.append([*((-1 - group if group >= 0 else -1) for group in chains[plan.nodes[node].group]), node])
        first, second = ends
        depth = 0
        shortest = min(len(first), len(second))
        while depth < shortest and first[depth] == second[depth]:
            depth += 1
        if 0 < depth < shortest:
            home = -1 if depth == 1 else -1 - first[depth - 1]
            links.setdefault(home, []).append((first[depth], second[depth]))
    return links


def _packed(
    items: list[_Item], links: list[tuple[int, int]], direction: Direction
) -> tuple[dict[int, Point], float, float]:
    """Return the upper left corners of items set in layers, and the size of the whole."""
    sideways = direction in (Direction.RIGHT, Direction.LEFT)
    layers = _layers([item.key for item in items], links)
    size = {item.key: (item.height, item.width) if sideways else (item.width, item.height) for item in items}
    rows: list[list[int]] = []
    for layer in layers:
        row: list[int] = []
        used = 0.0
        for key in layer:
            if row and used + size[key][0] > _ROW:
                rows.append(row)
                row, used = [], 0.0
            row.append(key)
            used += size[key][0] + _BESIDE
        rows.append(row)
    widths = [sum(size[key][0] + _BESIDE for key in row) - _BESIDE for row in rows]
    widest = max(widths, default=0.0)
    if direction in (Direction.UP, Direction.LEFT):
        rows.reverse()
        widths.reverse()
    places: dict[int, Point] = {}
    along = 0.0
    for row, width in zip(rows, widths, strict=True):
        deep = max(size[key][1] for key in row)
        across = (widest - width) / 2
        for key in row:
            at = Point(across, along + (deep - size[key][1]) / 2)
            places[key] = Point(at.y, at.x) if sideways else at
            across += size[key][0] + _BESIDE
        along += deep + _ALONG
    total = max(along - _ALONG, 0.0)
    return places, *((total, widest) if sideways else (widest, total))


def _layers(keys: list[int], links: list[tuple[int, int]]) -> list[list[int]]:
    """Return the items by how many steps they stand behind the first; circles are cut where they close."""
    followers: dict[int, list[int]] = {key: [] for key in keys}
    before = dict.fromkeys(keys, 0)
    for source, target in links:
        if source != target:
            followers[source].append(target)
            before[target] += 1
    depth = dict.fromkeys(keys, 0)
    waiting = deque(key for key in keys if before[key] == 0)
    left = dict.fromkeys(keys)
    while left:
        if not waiting:
            waiting.append(next(iter(left)))
        key = waiting.popleft()
        if key not in left:
            continue
        del left[key]
        for follower in followers[key]:
            if follower in left:
                depth[follower] = max(depth[follower], depth[key] + 1)
                before[follower] -= 1
                if before[follower] == 0:
                    waiting.append(follower)
    layers: dict[int, list[int]] = {}
    for key in keys:
        layers.setdefault(depth[key], []).append(key)
    return [layers[number] for number in sorted(layers)]
