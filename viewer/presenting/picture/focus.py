"""What a step is about, as boxes on the page: what must be seen whole, and what of the rest can be seen with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from viewer.layout.geometry import Box, Point
from viewer.model.diagram import Edge
from viewer.scene.view.touch import edge_bounds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from viewer.layout.geometry import Layout
    from viewer.model.diagram import Diagram, ElementId
    from viewer.model.story import Ask

AIR = 4.0
"""The room round a focus, in page pixels: borders and tags lie a little outside their boxes."""

_NEAR = 60
"""More nodes than that are never read in one picture."""

AMBIGUOUS = 4
"""In the smallest part of the page so many nodes must stand for one of them to be looked for."""

_CUTS = 9


class About(NamedTuple):
    """What a step is about.

    ``core`` are the boxes that are always seen whole: nodes, compartments, and the arrow whose sign is asked for.
    ``arrows`` are those of the other arrows with their names, signs and both ends, and of the nodes that a question
    names: they are seen whole or not called for. ``rest`` stands in where a step is about nothing, or of
    ``parts`` the first that can be read, else the one that can be read best.
    """

    core: tuple[Box, ...]
    arrows: tuple[Box, ...]
    rest: Box
    parts: tuple[Box, ...] = ()

    def fitted(self, scale_of: Callable[[Box], float], least: float) -> Box:
        """Return the box to be framed: all, when labels in it are read, else the core with as much as can be.

        ``scale_of`` returns the scale at which a box is shown; labels are read from ``least`` on.
        """
        core, arrows = self.core, self.arrows
        if not core and len(arrows) == 1:
            core, arrows = arrows, ()
        whole = united((*core, *arrows))
        if whole is None:
            scales = {part: scale_of(part.grown(AIR)) for part in self.parts}
            read = (part for part, scale in scales.items() if scale >= least)
            return next(read, max(scales, key=scales.__getitem__, default=self.rest)).grown(AIR)
        if not arrows or scale_of(whole.grown(AIR)) >= least:
            return whole.grown(AIR)
        taken = united(core)
        for box in sorted(arrows, key=lambda one: _area(one if taken is None else one.united(taken))):
            wider = box if taken is None else taken.united(box)
            if taken is None or scale_of(wider.grown(AIR)) >= least:
                taken = wider
        return whole.grown(AIR) if taken is None else taken.grown(AIR)


def about(
    diagram: Diagram, layout: Layout, focus: Iterable[ElementId], shown: frozenset[ElementId], ask: Ask | None = None
) -> About:
    """Return what a step is about that has a focus and perhaps a question; without either, all that is seen."""
    named = [element for element in focus if element in diagram.elements]
    core = [node_box(layout, element) for element in named if element in layout.nodes]
    core += [layout.groups[element].box for element in named if element in layout.groups]
    arrows = [arrow_box(diagram, layout, element) for element in named if element in layout.edges]
    if ask is not None:
        hidden = ask.hides
        if hidden is not None and hidden in layout.edges:
            core.append(arrow_box(diagram, layout, hidden))
        elif hidden is not None and hidden in layout.nodes:
            core.append(node_box(layout, hidden))
        arrows += [node_box(layout, element) for element in _named_in(ask.question, diagram) if element in shown]
    rest = None
    if not core and not arrows:
        nodes = [node_box(layout, element) for element in layout.nodes if element in shown]
        ways = [edge_bounds(way) for element, way in layout.edges.items() if element in shown]
        rest = united((*nodes, *ways))
    return About(tuple(core), tuple(arrows), rest or layout.bounds)


def about_one(layout: Layout, element: ElementId) -> About:
    """Return what is framed of a node among all that stands round it: as much as can be read, the nearest first."""
    middle = node_box(layout, element)
    others = (node_box(layout, name) for name in layout.nodes if name != element)
    near = sorted(others, key=lambda box: _area(box.united(middle)))[:_NEAR]
    return About((middle,), tuple(near), layout.bounds)


def about_part(layout: Layout, element: ElementId) -> About:
    """Return what is framed where a node is to be found: a part of the page that was cut without regard to it.

    The page is cut into ever more equal parts, half across each other. In each that is offered at least ``AMBIGUOUS``
    nodes stand.
    """
    whole, sought = layout.bounds, layout.nodes[element].box.centre
    boxes = {name: node_box(layout, name) for name in layout.nodes}
    ways = [(across, down) for across in range(1, _CUTS) for down in range(1, _CUTS)]
    parts: dict[Box, None] = {}
    for across, down in sorted(ways, key=lambda way: (way[0] * way[1], abs(way[0] - way[1]))):
        wide, high = max(whole.width / across, 1.0), max(whole.height / down, 1.0)
        for right, low in ((0.0, 0.0), (0.5, 0.0), (0.0, 0.5), (0.5, 0.5)):
            start = Point(whole.x - right * wide, whole.y - low * high)
            column, row = (sought.x - start.x) // wide, (sought.y - start.y) // high
            part = Box(start.x + column * wide, start.y + row * high, wide, high)
            within = [box for name, box in boxes.items() if _in(part, layout.nodes[name].box.centre)]
            if len(within) >= AMBIGUOUS and (box := united(tuple(within))) is not None:
                parts[box] = None
    return About((), (), whole, tuple(parts))


def arrow_box(diagram: Diagram, layout: Layout, element: ElementId) -> Box:
    """Return the box round an arrow with its name, its sign and the nodes at its ends."""
    box = edge_bounds(layout.edges[element])
    arrow = diagram.elements[element]
    if isinstance(arrow, Edge):
        for end in (arrow.source, arrow.target):
            box = box.united(node_box(layout, end))
    return box


def node_box(layout: Layout, element: ElementId) -> Box:
    """Return the box round a node and the tag of its kind."""
    place = layout.nodes[element]
    return place.box.united(place.tag) if place.tag.width > 0 else place.box


def united(boxes: tuple[Box, ...]) -> Box | None:
    """Return the box round all, None for none."""
    if not boxes:
        return None
    whole = boxes[0]
    for box in boxes[1:]:
        whole = whole.united(box)
    return whole


def _named_in(question: str, diagram: Diagram) -> list[ElementId]:
    said = question.casefold()
    return [node.id for node in diagram.nodes if re.search(rf"(?<!\w){re.escape(node.label.casefold())}(?!\w)", said)]


def _in(part: Box, point: Point) -> bool:
    return part.x <= point.x < part.right and part.y <= point.y < part.bottom


def _area(box: Box) -> float:
    return box.width * box.height
