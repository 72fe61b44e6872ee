"""What must hold of every layout, whatever the engine did: nothing lost, nothing overlapping, nothing outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.layout.geometry import Box
from viewer.layout.plan import BADGE_RADIUS
from viewer.layout.ways.grid import BoxGrid

if TYPE_CHECKING:
    from viewer.layout.geometry import Layout
    from viewer.layout.plan import Plan

_SLACK = 0.01


def faults_in(plan: Plan, layout: Layout) -> list[str]:
    """Return what is wrong with a layout, in words for a log; empty when it may be drawn."""
    return [*_lost(plan, layout), *_overlaps(layout), *_strays(plan, layout), *_cut(layout)]


def _lost(plan: Plan, layout: Layout) -> list[str]:
    found = []
    for wanted, places in ((plan.nodes, layout.nodes), (plan.edges, layout.edges), (plan.groups, layout.groups)):
        if [element.id for element in wanted] != list(places):
            found.append("elements are missing")
    return found


def words_and_boxes(layout: Layout) -> list[tuple[str, Box]]:
    """Return everything that must not be covered: nodes, titles, badges and verbs, each with its owner's id."""
    found = [(f"node {place.id}", place.box) for place in layout.nodes.values()]
    found += [(f"title {place.id}", place.title) for place in layout.groups.values()]
    for edge in layout.edges.values():
        if edge.lines:
            found.append((f"verb {edge.id}", edge.label))
        if edge.badge is not None:
            x, y = edge.badge
            found.append((f"badge {edge.id}", Box(x, y, 0.0, 0.0).grown(BADGE_RADIUS)))
    return found


def _overlaps(layout: Layout) -> list[str]:
    grid = BoxGrid()
    found = []
    things = words_and_boxes(layout)
    for number, (name, box) in enumerate(things):
        small = box.grown(-_SLACK)
        found += [f"{name} overlaps {things[other][0]}" for _, other in grid.hits(small)]
        grid.add(box, number)
    return found


def _strays(plan: Plan, layout: Layout) -> list[str]:
    """Find nodes outside their compartment or inside a foreign one, and compartments that cut each other."""
    boxes = [layout.groups[group.id].box for group in plan.groups]
    grid = BoxGrid(max(64.0, layout.bounds.width / 40, layout.bounds.height / 40))
    around: list[frozenset[int]] = []
    found = []
    for number, group in enumerate(plan.groups):
        outer = around[group.parent] if group.parent >= 0 else frozenset[int]()
        around.append(outer | {number})
        if group.parent >= 0 and not _holds(boxes[group.parent], boxes[number]):
            found.append(f"compartment {group.id} leaves the one around it")
        found += [
            f"compartment {group.id} cuts {plan.groups[other].id}"
            for _, other in grid.hits(boxes[number].grown(-_SLACK))
            if other not in outer
        ]
        grid.add(boxes[number], number)
        if not _holds(boxes[number], layout.groups[group.id].title):
            found.append(f"title {group.id} leaves its compartment")
    for node in plan.nodes:
        box = layout.nodes[node.id].box
        home = around[node.group] if node.group >= 0 else frozenset[int]()
        if any(other not in home for _, other in grid.hits(box.grown(-_SLACK))):
            found.append(f"node {node.id} stands in a foreign compartment")
        if node.group >= 0 and not _holds(boxes[node.group], box):
            found.append(f"node {node.id} leaves its compartment")
    return found


def _cut(layout: Layout) -> list[str]:
    found = [name for name, box in words_and_boxes(layout) if not _holds(layout.bounds, box)]
    for place in layout.edges.values():
        found += [str(place.id) for x, y in place.path if not _holds(layout.bounds, Box(x, y, 0.0, 0.0))]
    found += [str(place.id) for place in layout.groups.values() if not _holds(layout.bounds, place.box)]
    return [f"{name} leaves the page" for name in found]


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer.x <= inner.x + _SLACK
        and outer.y <= inner.y + _SLACK
        and inner.right <= outer.right + _SLACK
        and inner.bottom <= outer.bottom + _SLACK
    )
