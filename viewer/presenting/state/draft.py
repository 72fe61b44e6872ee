"""A story for a diagram that has none: its nodes along the arrows, one to three at a time, causes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.model.diagram import ElementId, Node
from viewer.model.story import Step

if TYPE_CHECKING:
    from viewer.model.diagram import Diagram

MOST_TOGETHER = 3


def drafted_steps(diagram: Diagram) -> tuple[Step, ...]:
    """Return steps that show every node once, what acts before what is acted on.

    A step holds one to three nodes that hang together; in a circle the node with the fewest causes left goes first.
    """
    order = _along_arrows(diagram)
    beside = {node.id: _neighbours(diagram, node) for node in diagram.nodes}
    groups: list[list[Node]] = []
    for node in order:
        last = groups[-1] if groups else []
        joins = any(other.id in beside[node.id] for other in last)
        if last and len(last) < MOST_TOGETHER and (joins or len(order) <= 2):
            last.append(node)
        else:
            groups.append([node])
    shown: set[ElementId] = set()
    steps = []
    for group in groups:
        shown.update(node.id for node in group)
        steps.append(_step(diagram, group, shown))
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


def _step(diagram: Diagram, group: list[Node], shown: set[ElementId]) -> Step:
    new = {node.id for node in group}
    edges = [
        edge
        for edge in diagram.edges
        if edge.source in shown and edge.target in shown and (edge.source in new or edge.target in new)
    ]
    caption = _sentence(diagram.sentence(edges[0])) if edges else _sentence(group[0].label)
    title = group[0].label
    show = tuple(node.id for node in group)
    # An arrow that was drawn long ago is not what this step is about, but the one that the caption says is.
    focus = (*show, *(ElementId(name) for edge in edges[:1] for name in (edge.id, edge.source, edge.target)))
    notes = "\n".join(_sentence(diagram.sentence(edge)) for edge in edges)
    return Step(title, show, focus=tuple(dict.fromkeys(focus)), caption=caption, notes=notes)


def _sentence(words: str) -> str:
    return words if words.endswith((".", "?", "…")) else f"{words}."
