"""Which elements stand out, and how: a selection lifts its neighbours a little and never hides the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.model.diagram import Compartment, Edge, Node
from viewer.scene.states import State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from viewer.model.diagram import Diagram, ElementId


def states_of(
    diagram: Diagram,
    selected: ElementId | None,
    hovered: ElementId | None = None,
    focus: frozenset[ElementId] = frozenset(),
) -> Mapping[ElementId, State]:
    """Return the state of every element that is not in its normal one.

    ``focus`` holds the elements that the current step is about.
    """
    states: dict[ElementId, State] = dict.fromkeys(focus, State.CURRENT)
    if hovered is not None and hovered in diagram.elements:
        states[hovered] = State.HOVERED
    if selected is not None:
        for element in _neighbours(diagram, selected):
            states[element] = State.NEIGHBOUR
        states[selected] = State.SELECTED
    return states


def _neighbours(diagram: Diagram, selected: ElementId) -> set[ElementId]:
    element = diagram.elements.get(selected)
    if isinstance(element, Edge):
        return {element.source, element.target}
    if isinstance(element, Node):
        around = {selected}
        for edge in (*diagram.incoming.get(selected, ()), *diagram.outgoing.get(selected, ())):
            around.update((edge.id, edge.source, edge.target))
        return around
    if isinstance(element, Compartment):
        return {node.id for node in diagram.nodes if node.compartment == selected}
    return set()
