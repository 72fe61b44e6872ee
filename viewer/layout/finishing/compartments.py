"""The boxes of compartments and their titles: titles go where no arrow enters, inside their box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.layout.finishing.free import free_place
from viewer.layout.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Iterator

    from viewer.layout.geometry import Point
    from viewer.layout.plan import Plan
    from viewer.layout.raw import Raw
    from viewer.layout.ways.grid import BoxGrid, LineGrid

_INSET = 14.0
_DROP = 11.0
_LEAST_DROP = 7.0
_AROUND = 12.0
_SLIDE = 24.0
_STRANGE = 10_000.0


def group_boxes(plan: Plan, raw: Raw, nodes: tuple[Box, ...]) -> list[Box]:
    """Return the boxes of the compartments, each around all that it holds."""
    boxes = list(raw.groups)
    for node, box in zip(plan.nodes, nodes, strict=True):
        if node.group >= 0:
            boxes[node.group] = boxes[node.group].united(box.grown(_AROUND))
    for number in range(len(boxes) - 1, -1, -1):
        parent = plan.groups[number].parent
        if parent >= 0:
            boxes[parent] = boxes[parent].united(boxes[number].grown(_AROUND / 2))
    return boxes


def place_titles(plan: Plan, raw: Raw, boxes: list[Box], taken: BoxGrid, lines: LineGrid) -> list[Box]:
    """Return the boxes of the titles and put them into ``taken``."""
    children: dict[int, list[Box]] = {}
    for number, group in enumerate(plan.groups):
        children.setdefault(group.parent, []).append(boxes[number])
    titles = []
    for number, group in enumerate(plan.groups):
        width, height = group.words
        best, least = None, float("inf")
        for base, box in _candidates(boxes[number], width, height, raw.titles[number]):
            if base >= least:
                break
            if not taken.is_free(box.grown(3)):
                continue
            cost = base + sum(2.5 * length for length in lines.inside(box.grown(4)).values())
            # What stands in a compartment inside would be taken for that one's title, and takes its place.
            cost += sum(_STRANGE for child in children.get(number, ()) if child.overlaps(box.grown(2)))
            if cost < least:
                best, least = box, cost
        if best is None:
            best = free_place(Box(boxes[number].x + _INSET, boxes[number].y + _DROP, width, height), taken)
        taken.add(best, -2)
        titles.append(best)
    return titles


def _candidates(box: Box, width: float, height: float, kept: Point | None) -> Iterator[tuple[float, Box]]:
    """Give places for a title with what each costs, cheapest first: the corners, then along the top and bottom.

    ``kept`` is the middle of the room that the engine kept for it.
    """
    left, right = box.x + _INSET, box.right - _INSET - width
    top, bottom = box.y + _DROP, box.bottom - _DROP - height
    rows = [(top, 0.0), (bottom, 14.0)]
    if kept is not None:
        # The room that was kept is at the top or at the bottom, a little higher or lower than ours.
        y = min(max(kept.y - height / 2, box.y + _LEAST_DROP), box.bottom - _LEAST_DROP - height)
        rows.append((y, 1.0 if kept.y < box.centre.y else 15.0))
    found = []
    for y, base in rows:
        found.append((base, Box(left, y, width, height)))
        if right > left:
            found.append((base + 8, Box(right, y, width, height)))
            steps = max(1, int((right - left) // _SLIDE))
            found.extend(
                (base + 10 + 6 * min(i, steps - i), Box(left + (right - left) * i / steps, y, width, height))
                for i in range(1, steps)
            )
    found.sort(key=lambda candidate: candidate[0])
    yield from found
