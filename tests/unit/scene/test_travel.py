"""Walking through a picture by keys."""

from tests.builders.diagrams import a_diagram
from tests.builders.layouts import a_layout
from viewer.model.diagram import ElementId
from viewer.scene.view.travel import neighbour_in_direction, next_along, sibling_of

#      a
#    b   c
#      d
DIAGRAM = a_diagram("abcd", [("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")])
LAYOUT = a_layout(DIAGRAM)


def walk(start: str | None, dx: int, dy: int) -> str | None:
    return neighbour_in_direction(LAYOUT, None if start is None else ElementId(start), dx, dy)


def test_arrow_keys_go_to_the_nearest_node_that_way() -> None:
    assert walk("a", 0, 1) in ("b", "c")
    assert walk("d", 0, -1) in ("b", "c")
    assert walk("b", 1, 0) == "c"
    assert walk("c", -1, 0) == "b"


def test_there_is_no_way_out_of_the_picture() -> None:
    assert walk("a", 0, -1) is None
    assert walk("c", 1, 0) is None


def test_the_first_key_goes_to_the_first_node() -> None:
    assert walk(None, 0, 1) == "a"


def test_every_node_can_be_reached() -> None:
    reached, fresh = {"a"}, {"a"}
    while fresh:
        fresh = {
            found for node in fresh for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)) if (found := walk(node, dx, dy))
        } - reached
        reached |= fresh
    assert reached == set("abcd")


def test_brackets_walk_along_the_arrows_and_against_them() -> None:
    assert next_along(DIAGRAM, ElementId("a"), onward=True) == "a->b"
    assert next_along(DIAGRAM, ElementId("a->b"), onward=True) == "b"
    assert next_along(DIAGRAM, ElementId("d"), onward=False) == "b->d"
    assert next_along(DIAGRAM, ElementId("d"), onward=True) is None


def test_the_next_arrow_beside_this_one_goes_round() -> None:
    assert sibling_of(DIAGRAM, ElementId("a->b"), onward=True) == "a->c"
    assert sibling_of(DIAGRAM, ElementId("a->c"), onward=True) == "a->b"
    assert sibling_of(DIAGRAM, ElementId("b->d"), onward=False) == "c->d"
    assert sibling_of(DIAGRAM, ElementId("a"), onward=True) is None
