"""The laws of going back and forward."""

from hypothesis import given
from hypothesis import strategies as st

from viewer.model.diagram import DiagramId, ElementId
from viewer.session.history import History, Place

places = st.builds(
    Place,
    st.sampled_from([DiagramId(name) for name in "abc"]),
    st.one_of(st.none(), st.sampled_from([ElementId(name) for name in "xyz"])),
)


def visited(*names: str) -> History:
    history = History()
    for name in names:
        history = history.visit(Place(DiagramId(name)))
    return history


def test_back_and_forward_walk_over_the_diagrams() -> None:
    history = visited("a", "b", "c").back()
    assert history.current == Place(DiagramId("b"))
    assert history.back().current == Place(DiagramId("a"))
    assert history.forward().current == Place(DiagramId("c"))


def test_a_selection_is_kept_in_its_place_and_is_no_visit() -> None:
    history = visited("a").visit(Place(DiagramId("a"), ElementId("x"))).visit(Place(DiagramId("b")))
    assert history.back().current == Place(DiagramId("a"), ElementId("x"))
    assert not history.back().can_go_back


def test_a_new_visit_forgets_what_lay_forward() -> None:
    history = visited("a", "b").back().visit(Place(DiagramId("c")))
    assert not history.can_go_forward
    assert history.back().current == Place(DiagramId("a"))


@given(st.lists(places, max_size=30))
def test_going_back_and_forward_again_changes_nothing(tour: list[Place]) -> None:
    history = History()
    for place in tour:
        history = history.visit(place)
        assert history.current == place
        if history.can_go_back:
            assert history.back().forward() == history


def test_an_empty_history_leads_nowhere() -> None:
    history = History()
    assert history.current is None
    assert history.back() is history
    assert history.forward() is history
