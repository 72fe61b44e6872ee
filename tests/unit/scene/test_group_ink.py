"""Compartments: which are cells, and how they look."""

import pytest

from tests.builders.theming import a_theme
from viewer.layout.geometry import Box, GroupPlace
from viewer.layout.outlines import flattened
from viewer.model.diagram import Compartment, Diagram, DiagramId, ElementId, Kind, Node
from viewer.scene.ink.group_ink import group_ink, membranes
from viewer.scene.ink.marks import Shape, Words
from viewer.scene.states import State

THEME = a_theme()
PLACE = GroupPlace(ElementId("cell"), Box(0, 0, 300, 200), Box(16, 10, 80, 16), ("Receiving", "cell"))
CELL = Compartment(ElementId("cell"), "Receiving cell")


def _diagram(parents: dict[str, str | None], nodes: dict[str, tuple[Kind, str | None]]) -> Diagram:
    return Diagram(
        DiagramId("d"),
        "D",
        tuple(
            Node(ElementId(name), name, kind, None if where is None else ElementId(where))
            for name, (kind, where) in nodes.items()
        ),
        compartments=tuple(
            Compartment(ElementId(name), name, None if parent is None else ElementId(parent))
            for name, parent in parents.items()
        ),
    )


def test_the_largest_compartment_around_a_receptor_is_a_cell() -> None:
    diagram = _diagram({"cell": None, "spine": "cell"}, {"nmda": (Kind.RECEPTOR, "spine")})
    assert membranes(diagram) == {"cell"}


def test_what_holds_cells_or_conditions_is_larger_than_a_cell() -> None:
    diagram = _diagram(
        {"person": None, "brain": "person", "neuron": "brain"},
        {
            "nmda": (Kind.RECEPTOR, "neuron"),
            "cortex": (Kind.REGION, "brain"),
            "depression": (Kind.CONDITION, "person"),
        },
    )
    assert membranes(diagram) == {"neuron"}


def test_places_without_receptors_have_no_membrane() -> None:
    diagram = _diagram(
        {"person": None, "terminal": None},
        {
            "mood": (Kind.EFFECT, "person"),
            "glutamate": (Kind.NEUROTRANSMITTER, "terminal"),
            "r": (Kind.RECEPTOR, None),
        },
    )
    assert membranes(diagram) == frozenset()


def test_a_cell_has_a_second_line_inside_the_first() -> None:
    plain = [mark for mark in group_ink(CELL, PLACE, THEME, 0, False) if isinstance(mark, Shape)]
    cell = [mark for mark in group_ink(CELL, PLACE, THEME, 0, True) if isinstance(mark, Shape)]
    assert (len(plain), len(cell)) == (1, 2)
    outer, inner = (flattened(shape.outline) for shape in cell)
    assert min(p.x for p in inner) - min(p.x for p in outer) == 4


def test_every_line_of_the_title_stands_in_its_box() -> None:
    words = [mark for mark in group_ink(CELL, PLACE, THEME, 0, True) if isinstance(mark, Words)]
    assert [(mark.text, mark.at.x, mark.colour) for mark in words] == [
        ("Receiving", 16, THEME.group.title),
        ("cell", 16, THEME.group.title),
    ]


def test_a_selection_is_a_ring_around_the_whole() -> None:
    ring = next(mark for mark in group_ink(CELL, PLACE, THEME, 0, False, State.SELECTED) if isinstance(mark, Shape))
    assert ring.stroke is not None
    assert ring.stroke.colour == THEME.accent
    assert min(p.x for p in flattened(ring.outline)) < 0


@pytest.mark.parametrize("depth", [0, 1, 9])
def test_what_steps_back_uses_dim_tokens(depth: int) -> None:
    ink = group_ink(CELL, PLACE, THEME, depth, False, State.CONTEXT)
    assert {mark.colour for mark in ink if isinstance(mark, Words)} == {THEME.dim_text}
    assert {mark.stroke.colour for mark in ink if isinstance(mark, Shape) and mark.stroke} == {THEME.dim_line}
