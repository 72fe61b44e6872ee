"""Borders that an arrow runs along are moved away from it: a line on a border reads as a part of the border."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.layout.finishing.snapping import is_clear
from viewer.layout.geometry import Box
from viewer.layout.ways.along import running_along, sides
from viewer.layout.ways.grid import BoxGrid

if TYPE_CHECKING:
    from viewer.layout.plan import Plan
    from viewer.layout.ways.grid import LineGrid

_MOST = 300  # nodes: beyond, the time is better spent elsewhere
_SHIFTS = (4.0, 7.0, 10.0, -4.0, 14.0, -7.0, 18.0, 23.0)  # px outwards, the least noticed first
_INSIDE = 12.0  # a border stays as far from a node in it
_AROUND = 6.0  # and from a compartment in it


def cleared(plan: Plan, groups: list[Box], nodes: tuple[Box, ...], lines: LineGrid) -> list[Box]:
    """Return the compartments' boxes with sides moved a little where an arrow would run along them."""
    if not groups or len(nodes) > _MOST:
        return groups
    boxes = list(groups)
    obstacles = BoxGrid()
    for number, box in enumerate(nodes):
        obstacles.add(box, number)
    for number in range(len(boxes)):
        for side in range(4):
            now = running_along(sides(boxes[number])[side], lines)
            if now == 0:
                continue
            best, least = None, now / 2
            for shift in _SHIFTS:
                moved = _shifted(boxes[number], side, shift)
                left = running_along(sides(moved)[side], lines)
                if left < least and _may(plan, number, side, moved, boxes, nodes, obstacles, lines):
                    best, least = moved, left
            if best is not None:
                boxes[number] = best
    return boxes


def _shifted(box: Box, side: int, by: float) -> Box:
    """Return a box with one side (0 top, 1 right, 2 bottom, 3 left) moved outwards."""
    return (
        Box(box.x, box.y - by, box.width, box.height + by),
        Box(box.x, box.y, box.width + by, box.height),
        Box(box.x, box.y, box.width, box.height + by),
        Box(box.x - by, box.y, box.width + by, box.height),
    )[side]


def _may(
    plan: Plan,
    number: int,
    side: int,
    moved: Box,
    boxes: list[Box],
    nodes: tuple[Box, ...],
    obstacles: BoxGrid,
    lines: LineGrid,
) -> bool:
    """Whether a compartment may have this box: all that it holds stays well inside, nothing else comes in."""
    box = boxes[number]
    if moved.width < box.width or moved.height < box.height:
        held = [nodes[i].grown(_INSIDE) for i, node in enumerate(plan.nodes) if node.group == number]
        held += [boxes[i].grown(_AROUND) for i, group in enumerate(plan.groups) if group.parent == number]
        width, height = plan.groups[number].words
        room = moved.width > width + 30 and moved.height > height + 24
        return room and all(moved.united(inner) == moved for inner in held)
    strip = (
        Box(box.x, moved.y, box.width, box.y - moved.y),
        Box(box.right, box.y, moved.right - box.right, box.height),
        Box(box.x, box.bottom, box.width, moved.bottom - box.bottom),
        Box(moved.x, box.y, box.x - moved.x, box.height),
    )[side]
    parent = plan.groups[number].parent
    inside = parent < 0 or boxes[parent].united(moved.grown(_AROUND)) == boxes[parent]
    return inside and is_clear(plan, number, strip, boxes, obstacles, lines)
