"""A story for a diagram that has none: its nodes along the arrows, one to three at a time, causes first."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from viewer.layout.geometry import Box
from viewer.model.story import Step

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from viewer.layout.geometry import Layout
    from viewer.model.diagram import Diagram, Edge, ElementId, Node

MOST_TOGETHER = 3
ROOMS = ((460.0, 420.0), (820.0, 350.0))
"""How wide and high a step can be on the page for a class to read its labels, beside its words and over them."""

_SMALL = 240.0  # with whatever it cuts it can still be read
_NOTHING = Box(0, 0, 0, 0)


def drafted_steps(diagram: Diagram, layout: Layout | None = None) -> tuple[Step, ...]:
    """Return steps that show every node once, what acts before what is acted on.

    A step holds one to three nodes that hang together; in a circle the node with the fewest causes left goes first.
    Where all stands is known from ``layout``: a step then holds only what can be read in one picture.
    """
    order = _along_arrows(diagram)
    beside = {node.id: _neighbours(diagram, node) for node in diagram.nodes}
    groups: list[list[Node]] = []
    for node in order:
        last = groups[-1] if groups else []
        joins = any(other.id in beside[node.id] for other in last)
        near = _readable(layout, (*(other.id for other in last), node.id), ())
        if last and len(last) < MOST_TOGETHER and near and (joins or len(order) <= 2):
            last.append(node)
        else:
            groups.append([node])
    shown: set[ElementId] = set()
    steps = []
    for group in groups:
        shown.update(node.id for node in group)
        steps.append(_step(diagram, layout, group, shown))
    return tuple(steps)


def _along_arrows(diagram: Diagram) -> list[Node]:
    """Return the nodes, each after those that act on it; circles are broken where they hold least."""
    waiting: dict[ElementId, set[ElementId]] = {node.id: set() for node in diagram.nodes}
    onward: dict[ElementId, list[ElementId]] = {node.id: [] for node in diagram.nodes}
    for edge in diagram.edges:
        if edge.source != edge.target:
            waiting[edge.target].add(edge.source)
            onward[edge.source].append(edge.target)
    place = {node.id: index for index, node in enumerate(diagram.nodes)}
    ready = [node.id for node in reversed(diagram.nodes) if not waiting[node.id]]
    rest = dict.fromkeys(node.id for node in diagram.nodes if waiting[node.id])
    order: list[ElementId] = []
    while ready or rest:
        if not ready:
            ready.append(min(rest, key=lambda element: (len(waiting[element]), place[element])))
            del rest[ready[0]]
        element = ready.pop()  # the newest first: a chain is told to its end
        order.append(element)
        freed = []
        for target in dict.fromkeys(onward[element]):
            waiting[target].discard(element)
            if target in rest and not waiting[target]:
                del rest[target]
                freed.append(target)
        ready.extend(reversed(freed))
    return [diagram.node(element) for element in order]


def _neighbours(diagram: Diagram, node: Node) -> set[ElementId]:
    edges = (*diagram.incoming.get(node.id, ()), *diagram.outgoing.get(node.id, ()))
    return {end for edge in edges for end in (edge.source, edge.target)}


def _step(diagram: Diagram, layout: Layout | None, group: list[Node], shown: set[ElementId]) -> Step:
    new = {node.id for node in group}
    edges = [
        edge
        for edge in diagram.edges
        if edge.source in shown and edge.target in shown and (edge.source in new or edge.target in new)
    ]
    show = tuple(node.id for node in group)
    # The caption tells an arrow that can be seen whole beside what is new, if there is one.
    edges.sort(key=lambda edge: not _readable(layout, (*show, *_parts(edge)), shown))
    caption = _sentence(diagram.sentence(edges[0])) if edges else _sentence(group[0].label)
    title = group[0].label
    # An arrow that was drawn long ago is not what this step is about, but the one that the caption says is: with its
    # ends, or alone where they are too far apart to be read.
    told = [_parts(edge) if _readable(layout, (*show, *_parts(edge)), shown) else (edge.id,) for edge in edges[:1]]
    focus = (*show, *(name for parts in told for name in parts))
    notes = "\n".join(_sentence(diagram.sentence(edge)) for edge in edges)
    return Step(title, show, focus=tuple(dict.fromkeys(focus)), caption=caption, notes=notes)


def _parts(edge: Edge) -> tuple[ElementId, ElementId, ElementId]:
    return edge.id, edge.source, edge.target


def _readable(layout: Layout | None, elements: Iterable[ElementId], among: Collection[ElementId]) -> bool:
    """Whether elements can be read in one picture; so they can as far as is known without a layout.

    A node of ``among`` that would be cut by their picture has to be in it too.
    """
    if layout is None:
        return True
    boxes = [box for element in elements for box in _boxes(layout, element)]
    whole = reduce(Box.united, boxes) if boxes else _NOTHING
    if whole.width > _SMALL or whole.height > _SMALL:
        others = (layout.nodes[name].box for name in among if name in layout.nodes)
        whole = reduce(Box.united, (box for box in others if box.overlaps(whole)), whole)
    return any(whole.width <= width and whole.height <= height for width, height in ROOMS)


def _boxes(layout: Layout, element: ElementId) -> list[Box]:
    if element in layout.nodes:
        place = layout.nodes[element]
        return [place.box, place.tag] if place.tag.width > 0 else [place.box]
    way = layout.edges.get(element)
    if way is None:
        return []
    points = [Box(*point, 0, 0) for point in way.path]
    return [*points, way.label] if way.lines else points


def _sentence(words: str) -> str:
    return words if words.endswith((".", "?", "…")) else f"{words}."
