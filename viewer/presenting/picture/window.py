"""The part of the page that a frame shows clearly: what stands at its border is whole within it, or outside.

A neighbour that would be cut is taken in where that costs little. Otherwise the picture ends before it, and fades.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.layout.geometry import Box
from viewer.presenting.picture.focus import AIR, node_box
from viewer.presenting.picture.framing import (
    CLEARED,
    EDGE,
    FADE,
    FADED,
    HEIGHT,
    frame,
    meeting,
    on_page,
    scale_for,
)
from viewer.presenting.picture.inked import ink_boxes
from viewer.presenting.picture.legible import least_scale

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from viewer.layout.geometry import Layout, Point
    from viewer.model.diagram import Diagram, ElementId
    from viewer.presenting.picture.focus import About
    from viewer.presenting.picture.framing import Frame

_WORTH_A_NEIGHBOUR = 0.85
"""A step may be shown so much smaller when its neighbours are whole for it."""

_WORTH_A_WHOLE = 0.75
"""And so much smaller than can be read well, when one of them would be cut in its midst."""

_HARDLY_LESS = 0.95
"""An arrow with both ends is worth labels so much smaller than can be read well."""

_NEIGHBOURS = 4
_HEAD = 20.0
_TOUCH, _HAIR = 2.0, 0.01


def frame_step(
    diagram: Diagram,
    layout: Layout,
    about: About,
    shown: frozenset[ElementId],
    size: tuple[float, float],
    measure: Callable[[float], float],
    lead: Point | None,
) -> Frame:
    """Return how a step is framed: what it is about, with the neighbours that would else be cut.

    ``shown`` are the elements that are seen; the rest is as for ``frame``, ``lead`` is None for the focus' middle.
    """
    ink = ink_boxes(diagram, layout, shown)
    nodes = node_boxes(layout, shown)
    least = least_scale(size)

    def scale_of(box: Box) -> float:
        return scale_for(box, size, measure)

    def framing(box: Box) -> Frame:
        return frame(box, ink, size, measure, lead or box.centre)

    framed = _with_neighbours(about.fitted(scale_of, least), framing, nodes, size, scale_of)
    if framed.camera.scale < least * _HARDLY_LESS and about.core:
        # An arrow that can be read, but not with what stands in its way, is not called for either.
        alone = about._replace(arrows=()).fitted(scale_of, least)
        nearer = _with_neighbours(alone, framing, nodes, size, scale_of)
        framed = nearer if nearer.camera.scale >= least else framed
    return framed


def _with_neighbours(
    box: Box,
    framing: Callable[[Box], Frame],
    nodes: tuple[Box, ...],
    size: tuple[float, float],
    scale_of: Callable[[Box], float],
) -> Frame:
    """Frame a box, and with it the nodes that its frame would cut, where that costs little."""
    framed, least = framing(box), least_scale(size)
    worth = max(least, framed.camera.scale * _WORTH_A_NEIGHBOUR)
    for _ in range(_NEIGHBOURS):
        part = clear_part(framed, size)
        cut = _cut(nodes, part)
        # One that stands in the way of what the step is about cannot be left out: it may cost more.
        across = [node for node in cut if not _ends(part, node, framed.about)]
        wider = [(node in across, framed.about.united(node.grown(AIR))) for node in cut]
        fit = [
            (not way, one.width * one.height, one)
            for way, one in wider
            if scale_of(one) >= (least * _WORTH_A_WHOLE if way else worth)
        ]
        if not fit:
            break
        framed = framing(min(fit)[2])
    return framed


def node_boxes(layout: Layout, shown: frozenset[ElementId]) -> tuple[Box, ...]:
    """Return the boxes of the nodes that are seen, with their tags."""
    return tuple(node_box(layout, name) for name in layout.nodes if name in shown)


def clear_part(framed: Frame, size: tuple[float, float]) -> Box:
    """Return the part of the page that nothing covers: without the fades at the foot and round the words."""
    width, height = size
    unit = height / HEIGHT
    words = framed.words
    edge = EDGE * unit
    left, top, right, bottom = edge, edge, width - edge, height - FADED * unit
    if not framed.clear and words.width > 0:
        soft = (CLEARED + FADE) * unit
        if framed.under:
            bottom = min(bottom, words.y - soft)
        elif words.centre.x > width / 2:
            right = words.x - soft
        else:
            left = words.right + soft
    return on_page(Box(left, top, max(0.0, right - left), max(0.0, bottom - top)), framed.camera)


def window(framed: Frame, size: tuple[float, float], nodes: Sequence[Box]) -> Box:
    """Return the part of the page that is painted: the clear part, ended before every node that it would cut."""
    part = clear_part(framed, size)
    left: list[Box] = []
    while cut := [node for node in _cut(nodes, part) if node not in left]:
        node = cut[0]
        ends = _ends(part, node, framed.about)
        if ends:
            part = next((end for end in ends if set(_cut(nodes, end)) <= set(cut)), ends[-1])
        else:
            left.append(node)
    return part


def _cut(nodes: Sequence[Box], part: Box) -> list[Box]:
    # A hair less than the part: where it was ended at a node, the two touch but for rounding.
    return [node for node in meeting(nodes, part.grown(-_HAIR)) if not part.grown(_HAIR).holds(node)]


def _ends(part: Box, node: Box, about: Box) -> list[Box]:
    """Return what is left of a part on the sides of a node where what is framed lies in it, the best first."""
    # The heads of arrows that lead to the node are to fade with it, where there is room for that.
    found: list[Box] = []
    for around in (node.grown(_HEAD), node):
        sides = [side for side in _sides(part, around) if side.grown(_TOUCH).holds(about)]
        found.extend(sorted(sides, key=lambda side: -side.width * side.height))
    return found


def _sides(part: Box, node: Box) -> tuple[Box, ...]:
    return (
        Box(node.right, part.y, part.right - node.right, part.height),
        Box(part.x, part.y, node.x - part.x, part.height),
        Box(part.x, node.bottom, part.width, part.bottom - node.bottom),
        Box(part.x, part.y, part.width, node.y - part.y),
    )
