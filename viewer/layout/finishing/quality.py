"""How good a layout is to look at, as one number: what makes the better of two answers to the same diagram."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from viewer.layout.finishing.curves import length_of, polyline
from viewer.layout.finishing.faults import words_and_boxes
from viewer.layout.finishing.grid import LineGrid
from viewer.layout.geometry import Box

if TYPE_CHECKING:
    from viewer.layout.geometry import Layout, Point
    from viewer.layout.plan import Plan

CANVAS = 900.0, 830.0  # what a page is fitted into on a common screen
_WORD = 40.0
_CROSSING = 12.0
_SMALLER = 90.0
_LENGTH = 0.012


def cost_of(plan: Plan, layout: Layout) -> float:
    """Return the cost: words and arrows that are crossed, how small all of it gets on a screen, ways walked."""
    bodies = [polyline(place.path) for place in layout.edges.values()]
    walked = sum(map(length_of, bodies))
    shrunk = max(1.0, layout.bounds.width / CANVAS[0], layout.bounds.height / CANVAS[1])
    crossed = crossings(bodies)
    return (
        _WORD * len(words_crossed(plan, layout)) + _CROSSING * crossed + _SMALLER * shrunk + _LENGTH * walked / shrunk
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


def crossings(bodies: list[list[Point]]) -> int:
    """Return how many pairs of arrows cross."""
    around = []
    for body in bodies:
        xs, ys = [point.x for point in body], [point.y for point in body]
        around.append(Box(min(xs), min(ys), max(xs) - min(xs) + 0.1, max(ys) - min(ys) + 0.1))
    return sum(
        around[i].overlaps(around[j]) and _cross(bodies[i], bodies[j]) for i, j in combinations(range(len(bodies)), 2)
    )


def _cross(first: list[Point], second: list[Point]) -> bool:
    return any(
        _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0
        for a, b in pairwise(first)
        for c, d in pairwise(second)
    )


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
