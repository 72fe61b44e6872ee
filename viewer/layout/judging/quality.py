"""How good a layout is to look at, as one number: what makes the better of two answers to the same diagram."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from viewer.layout.judging.faults import words_and_boxes
from viewer.layout.ways.along import body_along, sides
from viewer.layout.ways.curves import length_of, polyline, turning_along
from viewer.layout.ways.grid import LineGrid
from viewer.layout.ways.tangle import Tangle

if TYPE_CHECKING:
    from viewer.layout.geometry import Layout
    from viewer.layout.plan import Plan

CANVAS = 900.0, 830.0  # what a page is fitted into on a common screen
_WORD = 40.0
_CROSSING = 12.0
_SMALLER = 90.0
_LENGTH = 0.012
_ROW = 60.0
_TURNING = 3.0
_ALONG = 0.15  # by px along a border


def cost_of(plan: Plan, layout: Layout) -> float:
    """Return the cost: words and arrows that are crossed, how small all gets on a screen, ways walked and bent."""
    bodies = [polyline(place.path) for place in layout.edges.values()]
    walked = sum(map(length_of, bodies))
    strips = [strip for place in layout.groups.values() for strip in sides(place.box)]
    shrunk = max(1.0, layout.bounds.width / CANVAS[0], layout.bounds.height / CANVAS[1])
    crossed = Tangle([place.path for place in layout.edges.values()]).count()
    return (
        _ROW * turned_rows(plan, layout)
        + _WORD * len(words_crossed(plan, layout))
        + _CROSSING * crossed
        + _SMALLER * shrunk
        + _LENGTH * walked / shrunk
        + _TURNING * sum(map(turning_along, bodies))
        + _ALONG * sum(body_along(body, strips) for body in bodies)
    )


def words_crossed(plan: Plan, layout: Layout) -> list[tuple[str, str]]:
    """Return which arrow (its id) runs through which node, title, badge or verb that is not its own."""
    lines = LineGrid()
    for number, place in enumerate(layout.edges.values()):
        lines.add(polyline(place.path), number)
    found = []
    for name, box in words_and_boxes(layout):
        for number, length in lines.inside(box).items():
            edge = plan.edges[number]
            own = (
                f"verb {edge.id}",
                f"badge {edge.id}",
                f"node {plan.nodes[edge.source].id}",
                f"node {plan.nodes[edge.target].id}",
            )
            if length > 1 and name not in own:
                found.append((str(edge.id), name))
    return found


def turned_rows(plan: Plan, layout: Layout) -> int:
    """Return how many neighbours in the definition's rows stand in the wrong order."""
    turned = 0
    for row in plan.rows:
        middles = [layout.nodes[plan.nodes[number].id].box.centre for number in row]
        along = [middle.y if plan.sideways else middle.x for middle in middles]
        turned += sum(a > b for a, b in pairwise(along))
    return turned
