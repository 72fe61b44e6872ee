"""The names that a show may tell: of steps, of elements, and of the ends of ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.model.diagram import Edge
from viewer.model.paths import reached_from
from viewer.presenting.sheets.go_to import Name
from viewer.presenting.sheets.previews import look_at
from viewer.presenting.state.show import Place

if TYPE_CHECKING:
    from viewer.presenting.state.show import Show


def names_in(show: Show) -> tuple[Name, ...]:
    """Return what can be gone to by name: steps and elements, each with the first place that is about it.

    What waits for an answer has no name here, and during a quiz nothing has.
    """
    if show.quiz is not None:
        return ()
    names: list[Name] = []
    for number, scene in enumerate(show.scenes):
        for halt in range(len(scene.halts)):
            names.append(Name(scene.title(halt), f"Step {show.number(Place(number, halt))}", Place(number, halt)))
        hidden = look_at(show, Place(number, 0)).hidden
        places = {}
        for halt in reversed(range(len(scene.halts))):
            for element in (*scene.shown(halt, halt), *scene.focus(halt)):
                places[element] = Place(number, halt)
        for element, place in places.items():
            found = scene.diagram.elements.get(element)
            if found is None or element in hidden:
                continue
            text = scene.diagram.sentence(found) if isinstance(found, Edge) else found.label
            names.append(Name(text, scene.title(place.halt), place))
    return tuple(dict.fromkeys(names))


def way_heading(show: Show) -> str:
    """Return what is asked for: where a way begins, or where it ends."""
    if show.origin is None:
        return "From where?"
    return f"From {show.scene.diagram.node(show.origin).label} to where?"


def ends_in(show: Show) -> tuple[Name, ...]:
    """Return the nodes where a way can begin, or those that it can lead to with how far they are."""
    diagram, hidden = show.scene.diagram, show.hidden
    if show.quiz is not None:
        return ()
    if show.origin is None:
        starts = [node for node in diagram.nodes if node.id not in hidden and diagram.outgoing.get(node.id)]
        return tuple(Name(node.label, node.kind.value, node.id) for node in starts)
    reached = reached_from(diagram, show.origin, without=hidden)
    return tuple(
        Name(diagram.node(element).label, "1 arrow" if count == 1 else f"{count} arrows", element)
        for element, count in reached.items()
    )
