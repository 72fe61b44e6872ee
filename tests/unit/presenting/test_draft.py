"""A drafted story shows everything once, causes first, a few at a time."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.builders.diagrams import a_diagram
from tests.builders.layouts import a_layout
from viewer.model.revealing import revealed
from viewer.presenting.state.draft import MOST_TOGETHER, drafted_steps


def test_a_chain_is_told_from_its_beginning() -> None:
    diagram = a_diagram("dcba", (("a", "b"), ("b", "c"), ("c", "d")))
    told = [node for step in drafted_steps(diagram) for node in step.show]
    assert told == ["a", "b", "c", "d"]


def test_captions_are_the_arrows_and_fit_the_format() -> None:
    first, *_ = drafted_steps(a_diagram("ab", (("a", "b"),)))
    assert first.caption == "a activates b."
    assert "a->b" in first.focus


def test_nodes_without_arrows_are_told_one_by_one() -> None:
    assert [step.show for step in drafted_steps(a_diagram("abc"))] == [("a",), ("b",), ("c",)]


def test_what_stands_far_apart_is_told_in_steps_of_its_own() -> None:
    star = a_diagram(["hub", *"abcdefghijkl"], [("hub", leaf) for leaf in "abcdefghijkl"])
    layout = a_layout(star)
    far = replace(
        layout,
        nodes={
            name: place._replace(box=place.box._replace(x=4 * place.box.x)) for name, place in layout.nodes.items()
        },
    )
    steps = drafted_steps(star, far)
    assert [step.show for step in steps] == [(name,) for name in ["hub", *"abcdefghijkl"]]
    first = steps[1]
    assert first.focus == ("a", "hub->a"), "the arrow is told, but its far end is not called for"
    assert first.caption == "hub activates a."


def test_what_stands_close_stays_together_and_the_caption_tells_an_arrow_that_is_seen_whole() -> None:
    chain = a_diagram("abc", (("a", "b"), ("b", "c")))
    assert drafted_steps(chain, a_layout(chain)) == drafted_steps(chain)


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=30))
def test_any_diagram_gets_a_story_that_ends_with_everything(pairs: list[tuple[int, int]]) -> None:
    unique = dict.fromkeys((f"n{a}", f"n{b}") for a, b in pairs)
    diagram = a_diagram([f"n{number}" for number in range(9)], unique)
    steps = drafted_steps(diagram)
    shown = [node for step in steps for node in step.show]
    assert sorted(shown) == sorted(node.id for node in diagram.nodes)
    assert all(1 <= len(step.show) <= MOST_TOGETHER for step in steps)
    told = a_diagram([f"n{number}" for number in range(9)], unique, steps=steps)
    assert revealed(told, len(steps)) == set(told.elements)
    for count, step in enumerate(steps, start=1):
        assert set(step.focus) <= revealed(told, count)
