"""What a step reveals, takes away and is about."""

from tests.builders.diagrams import a_diagram
from viewer.model.diagram import ElementId
from viewer.model.revealing import focus_of, revealed
from viewer.model.story import Step


def ids(*names: str) -> tuple[ElementId, ...]:
    return tuple(ElementId(name) for name in names)


DIAGRAM = a_diagram(
    "abc",
    [("a", "b"), ("b", "c")],
    compartments=["cell"],
    steps=[
        Step("One", show=ids("a")),
        Step("Two", show=ids("b")),
        Step("Three", show=ids("c"), hide=ids("a->b"), focus=ids("b->c")),
        Step("Four", show=ids("a->b")),
    ],
)


def test_a_step_adds_to_what_is_seen_and_arrows_come_along() -> None:
    assert revealed(DIAGRAM, 1) == {"cell", "a"}
    assert revealed(DIAGRAM, 2) == {"cell", "a", "b", "a->b"}


def test_what_is_hidden_stays_so_until_it_is_shown_again() -> None:
    assert revealed(DIAGRAM, 3) == {"cell", "a", "b", "c", "b->c"}
    assert revealed(DIAGRAM, 4) == {"cell", "a", "b", "c", "b->c", "a->b"}


def test_before_the_first_step_there_are_the_compartments() -> None:
    assert revealed(DIAGRAM, 0) == {"cell"}
    assert revealed(DIAGRAM, -1) == {"cell"}


def test_without_steps_all_is_seen() -> None:
    diagram = a_diagram("ab", [("a", "b")])
    assert revealed(diagram, 0) == {"a", "b", "a->b"}


def test_a_step_is_about_what_it_adds_unless_it_says() -> None:
    assert focus_of(DIAGRAM, 1) == {"b", "a->b"}
    assert focus_of(DIAGRAM, 2) == {"b->c"}
