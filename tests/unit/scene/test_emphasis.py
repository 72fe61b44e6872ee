"""A selection lifts what it touches, and nothing else changes."""

from tests.builders.diagrams import a_diagram, a_node
from viewer.model.diagram import ElementId
from viewer.scene.states import State
from viewer.scene.view.emphasis import states_of

DIAGRAM = a_diagram(
    [a_node("a"), a_node("b", compartment="cell"), a_node("c")], [("a", "b"), ("b", "c")], compartments=["cell"]
)


def test_a_node_lifts_its_arrows_and_their_other_ends() -> None:
    states = states_of(DIAGRAM, ElementId("a"))
    assert states == {"a": State.SELECTED, "a->b": State.NEIGHBOUR, "b": State.NEIGHBOUR}


def test_an_arrow_lifts_its_ends() -> None:
    states = states_of(DIAGRAM, ElementId("b->c"))
    assert states == {"b->c": State.SELECTED, "b": State.NEIGHBOUR, "c": State.NEIGHBOUR}


def test_a_compartment_lifts_what_lies_in_it() -> None:
    assert states_of(DIAGRAM, ElementId("cell")) == {"cell": State.SELECTED, "b": State.NEIGHBOUR}


def test_the_selection_stands_over_the_pointer() -> None:
    assert states_of(DIAGRAM, ElementId("a"), ElementId("a"))[ElementId("a")] is State.SELECTED
    assert states_of(DIAGRAM, None, ElementId("c")) == {"c": State.HOVERED}


def test_an_unknown_element_changes_nothing_else() -> None:
    assert states_of(DIAGRAM, None, ElementId("nowhere")) == {}
