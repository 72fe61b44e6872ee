"""What a screen reader says of an element: its name, and what stands round it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.model.diagram import Compartment, Edge, Node
from viewer.model.revealing import revealed

if TYPE_CHECKING:
    from viewer.model.diagram import Diagram, ElementId

_DISPUTED = "disputed"


def spoken_name(diagram: Diagram, element: Node | Edge) -> str:
    """Return "NMDA receptor, receptor" for a node, "Ketamine blocks NMDA receptor" for an arrow."""
    if isinstance(element, Edge):
        return ", ".join([diagram.sentence(element), *([_DISPUTED] if element.disputed else [])])
    return ", ".join([element.label, str(element.kind), *([_DISPUTED] if element.disputed else [])])


def spoken_surroundings(diagram: Diagram, element: Node | Edge) -> str:
    """Return where a node lies, its arrows as sentences, the step that reveals an element, and its summary."""
    said: list[str] = []
    if isinstance(element, Node):
        said += _place(diagram, element.compartment)
        # The sentences of the arrows, as they are written everywhere else.
        said += [diagram.sentence(edge) for edge in diagram.incoming.get(element.id, ())]
        said += [diagram.sentence(edge) for edge in diagram.outgoing.get(element.id, ())]
        said += ["Enter opens the diagram behind it"] if element.opens is not None else []
    said += _step(diagram, element.id)
    return " ".join([f"{sentence}." for sentence in said] + ([element.summary] if element.summary else []))


def _place(diagram: Diagram, compartment: ElementId | None) -> list[str]:
    found = None if compartment is None else diagram.elements.get(compartment)
    return [f"In {found.label}"] if isinstance(found, Compartment) else []


def _step(diagram: Diagram, element: ElementId) -> list[str]:
    for number in range(1, len(diagram.steps) + 1):
        if element in revealed(diagram, number):
            return [f"Step {number} of {len(diagram.steps)}"]
    return []
