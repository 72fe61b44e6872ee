"""What is said beside the pointer: the whole name and the summary, as text that is never taken for markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.model.diagram import Compartment, Edge

if TYPE_CHECKING:
    from viewer.model.diagram import Diagram, ElementId


def tip_lines(diagram: Diagram, element: ElementId) -> tuple[str, ...]:
    """Return the name of an element, or an arrow's sentence, and its summary where it has one."""
    found = diagram.elements[element]
    name = diagram.sentence(found) if isinstance(found, Edge) else found.label
    summary = "" if isinstance(found, Compartment) else found.summary
    return (name, summary) if summary else (name,)


def tip_markup(diagram: Diagram, element: ElementId) -> str:
    """Return the lines as markup for a tool tip, which wraps long ones."""
    from html import escape  # 1.4 ms, and no tip is shown at the start

    first, *rest = (escape(line) for line in tip_lines(diagram, element))
    return "".join([f"<p><b>{first}</b></p>", *(f"<p>{line}</p>" for line in rest)])
