"""What a step can show for its words: the quotes of the step and of what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from viewer.model.diagram import Compartment
from viewer.model.evidence import Stance

if TYPE_CHECKING:
    from viewer.model.diagram import ElementId
    from viewer.model.evidence import DocumentId
    from viewer.presenting.state.scene import Scene
    from viewer.presenting.state.show import Show


class Reference(NamedTuple):
    """A quote in a document, and whether it speaks for what it is about."""

    document: DocumentId
    quote: str
    stance: Stance = Stance.SUPPORTS


def of_halt(scene: Scene, halt: int) -> Reference | None:
    """Return what a halt (an index) quotes itself."""
    step = scene.step(halt)
    return None if step is None or step.quote is None else Reference(step.quote.document, step.quote.quote)


def of_element(scene: Scene, element: ElementId) -> tuple[Reference, ...]:
    """Return what is quoted about an element."""
    found = scene.diagram.elements.get(element)
    if found is None or isinstance(found, Compartment):
        return ()
    return tuple(Reference(item.document, item.quote, item.stance) for item in found.evidence)


def of_show(show: Show) -> tuple[Reference, ...]:
    """Return what can be shown where the show stands: about the selected element or arrow, else about the step.

    While something waits for its answer there is nothing.
    """
    if show.hidden or show.asking or show.quiz is not None:
        return ()
    scene, halt = show.scene, show.place.halt
    about = show.selected if show.trace is None or show.trace.edge is None else show.trace.edge.id
    if about is not None:
        return of_element(scene, about)
    own = of_halt(scene, halt)
    # Arrows first: what a step says is said by them.
    focus = scene.focus(halt)
    arrows = [edge.id for edge in scene.diagram.edges if edge.id in focus]
    nodes = [node.id for node in scene.diagram.nodes if node.id in focus]
    found = [one for element in (*arrows, *nodes) for one in of_element(scene, element)]
    if own is not None:
        found = [own, *(one for one in found if (one.document, one.quote) != (own.document, own.quote))]
    return tuple(dict.fromkeys(found))
