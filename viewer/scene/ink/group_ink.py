"""How a compartment looks: a quiet field with one line, or a cell with the two of its membrane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.layout.geometry import TITLE, Point
from viewer.layout.outlines import rounded
from viewer.model.diagram import Kind
from viewer.scene.ink.lettering import baselines
from viewer.scene.ink.marks import Shape, Stroke, Words
from viewer.scene.states import State

if TYPE_CHECKING:
    from viewer.layout.geometry import GroupPlace
    from viewer.model.diagram import Compartment, Diagram, ElementId
    from viewer.scene.ink.marks import Ink, Mark
    from viewer.scene.theme import Theme

_LINE = 1.25
_SECOND_LINE = 0.75
_LARGER_THAN_A_CELL = (Kind.CELL, Kind.REGION, Kind.CONDITION, Kind.RISK, Kind.PROCEDURE)


def membranes(diagram: Diagram) -> frozenset[ElementId]:
    """Return the compartments that are drawn as cells.

    Receptors sit in membranes: the largest compartment around a receptor is a cell, as long as it holds nothing
    that is larger than a cell (a cell, a region, a condition, a risk, a procedure), at any depth.
    """
    parents = {compartment.id: compartment.parent for compartment in diagram.compartments}

    def upwards(compartment: ElementId | None) -> list[ElementId]:
        way: list[ElementId] = []
        while compartment is not None and compartment not in way:
            way.append(compartment)
            compartment = parents.get(compartment)
        return way

    too_large: set[ElementId] = set()
    for node in diagram.nodes:
        if node.kind in _LARGER_THAN_A_CELL:
            too_large.update(upwards(node.compartment))
    found: set[ElementId] = set()
    for node in diagram.nodes:
        if node.kind is Kind.RECEPTOR:
            around = [compartment for compartment in upwards(node.compartment) if compartment not in too_large]
            found.update(around[-1:])
    return frozenset(found)


def group_ink(
    compartment: Compartment,
    place: GroupPlace,
    theme: Theme,
    depth: int,
    is_cell: bool,
    state: State = State.NORMAL,
    *,
    weight: float = 1.0,
) -> Ink:
    """Draw a compartment; ``depth`` counts the compartments around it, ``is_cell`` as ``membranes`` says.

    ``weight`` scales the widths of lines alone.
    """
    del compartment  # its words are wrapped in the place
    tone = theme.group
    quiet = state is State.CONTEXT
    radius = 20.0 if is_cell else max(6.0, 12.0 - 2 * depth)
    line = theme.dim_line if quiet else tone.line
    width = _LINE * weight
    if state in (State.HOVERED, State.CURRENT):
        width += 0.75 * weight
    elif state in (State.SELECTED, State.NEIGHBOUR):
        width += 0.5 * weight
    marks: list[Mark] = []
    if state is State.SELECTED:
        # Close around: wider apart, it would run into the compartment next to this one.
        ring = Stroke(theme.accent, 2.0)
        marks.append(Shape(rounded(place.box.grown(3.5), radius + 3.5), fill=theme.canvas, stroke=ring))
    marks.append(Shape(rounded(place.box, radius), fill=tone.fill, stroke=Stroke(line, width)))
    if is_cell:
        within = rounded(place.box.grown(-4), radius - 4)
        marks.append(Shape(within, stroke=Stroke(line, _SECOND_LINE * weight)))
    colour = theme.dim_text if quiet else tone.title
    marks.extend(
        Words(text, Point(place.title.x, y), TITLE, colour, "start")
        for text, y in baselines(place.title.centre.y, place.lines, TITLE)
    )
    return tuple(marks)
