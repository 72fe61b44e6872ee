"""Compartments that stand in one stack get the same sides, where nothing is in the way of that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.layout.geometry import Box
from viewer.layout.ways.grid import BoxGrid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from viewer.layout.plan import Plan
    from viewer.layout.ways.grid import LineGrid

_NEIGHBOURS = 140.0  # a stack's members are no further apart
_MOST = 200.0  # a side is moved no further
_MOST_GROUPS = 200
_CLEAR = 14.0


def snapped(plan: Plan, groups: list[Box], nodes: tuple[Box, ...], lines: LineGrid) -> list[Box]:
    """Return the compartments' boxes with sides levelled; no box comes to hold what it did not hold before."""
    if not 1 < len(groups) <= _MOST_GROUPS:
        return groups
    boxes = list(groups)
    obstacles = BoxGrid()
    for number, box in enumerate(nodes):
        obstacles.add(box, number)
    for first, second in _stacked(plan, boxes):
        left = min(boxes[first].x, boxes[second].x)
        right = max(boxes[first].right, boxes[second].right)
        for number in (first, second):
            box = boxes[number]
            for strip, wider in (
                (Box(left, box.y, box.x - left, box.height), Box(left, box.y, box.right - left, box.height)),
                (Box(box.right, box.y, right - box.right, box.height), Box(box.x, box.y, right - box.x, box.height)),
            ):
                if 0.5 < strip.width <= _MOST and is_clear(plan, number, strip, boxes, obstacles, lines):
                    boxes[number] = boxes[number].united(wider)
    return boxes


def _stacked(plan: Plan, boxes: list[Box]) -> Iterator[tuple[int, int]]:
    """Give the pairs of sibling compartments that stand one under the other, from the top."""
    ordered = sorted(range(len(boxes)), key=lambda i: (boxes[i].y, i))
    for place, upper in enumerate(ordered):
        for lower in ordered[place + 1 :]:
            gap = boxes[lower].y - boxes[upper].bottom
            if plan.groups[upper].parent != plan.groups[lower].parent or not 0 <= gap <= _NEIGHBOURS:
                continue
            shared = min(boxes[upper].right, boxes[lower].right) - max(boxes[upper].x, boxes[lower].x)
            if shared >= 0.55 * min(boxes[upper].width, boxes[lower].width):
                yield upper, lower


def is_clear(plan: Plan, number: int, strip: Box, boxes: list[Box], obstacles: BoxGrid, lines: LineGrid) -> bool:
    """Whether a compartment may take a strip beside it: no node, no other compartment, no stranger's arrow there."""
    wide = strip.grown(_CLEAR)
    if any(plan.nodes[node].group != number and not _within(plan, node, number) for _, node in obstacles.hits(wide)):
        return False
    for other, box in enumerate(boxes):
        if other != number and not _is_around(plan, other, number) and not _is_around(plan, number, other):
            if wide.overlaps(box):
                return False
        elif _is_around(plan, other, number) and other != number:
            inner = strip.grown(_CLEAR / 2)
            if inner.x < box.x or inner.right > box.right:
                return False
    for edge in lines.inside(strip):
        ends = plan.edges[edge]
        if not _within(plan, ends.source, number) and not _within(plan, ends.target, number):
            return False
    return True


def _within(plan: Plan, node: int, group: int) -> bool:
    home = plan.nodes[node].group
    return home >= 0 and _is_around(plan, group, home)


def _is_around(plan: Plan, outer: int, inner: int) -> bool:
    while inner >= 0:
        if inner == outer:
            return True
        inner = plan.groups[inner].parent
    return False
