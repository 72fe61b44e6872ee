"""Hit tests: nodes by their outline, arrows by a wide corridor, titles last."""

import pytest

from tests.builders.diagrams import a_diagram, a_node
from tests.builders.layouts import a_layout
from viewer.layout.geometry import Box, Point
from viewer.model.diagram import ElementId, Kind
from viewer.scene.view.touch import Touch, edge_bounds, edge_parts, flattened_path, segment_distance

DIAGRAM = a_diagram(
    [a_node("a", compartment="cell"), a_node("b", kind=Kind.ION, compartment="cell")],
    [("a", "b")],
    compartments=["cell"],
)
LAYOUT = a_layout(DIAGRAM)
TOUCH = Touch(DIAGRAM, LAYOUT)
EDGE = ElementId("a->b")


def test_a_node_is_hit_in_its_middle_and_not_in_the_corner_of_its_box() -> None:
    box = LAYOUT.nodes[ElementId("b")].box
    assert TOUCH.at(box.centre, 1) == "b"
    assert TOUCH.at(Point(box.x + 1, box.y + 1), 8) != "b"


@pytest.mark.parametrize("aside", [0, 11])
@pytest.mark.parametrize("scale", [0.5, 1, 2])
def test_an_arrow_is_hit_eleven_view_pixels_beside_its_line(aside: float, scale: float) -> None:
    line = flattened_path(LAYOUT.edges[EDGE].path)
    middle = line[len(line) // 2]
    assert TOUCH.at(Point(middle.x - aside / scale, middle.y), scale) == EDGE


def test_an_arrow_far_away_is_not_hit() -> None:
    line = flattened_path(LAYOUT.edges[EDGE].path)
    middle = line[len(line) // 2]
    assert TOUCH.at(Point(middle.x - 30, middle.y), 1) is None


def test_a_verb_stands_for_its_arrow() -> None:
    assert TOUCH.at(LAYOUT.edges[EDGE].label.centre, 4) == EDGE


def test_a_title_stands_for_its_compartment() -> None:
    assert TOUCH.at(LAYOUT.groups[ElementId("cell")].title.centre, 4) == "cell"


def test_what_is_not_shown_is_not_hit() -> None:
    middle = LAYOUT.nodes[ElementId("a")].box.centre
    assert TOUCH.at(middle, 1, frozenset({ElementId("b")})) is None


def test_the_bounds_of_an_arrow_hold_all_of_it() -> None:
    place = LAYOUT.edges[EDGE]
    bounds = edge_bounds(place).grown(1)
    for point in (*flattened_path(place.path), place.label.centre):
        assert bounds.x <= point.x <= bounds.right
        assert bounds.y <= point.y <= bounds.bottom


def test_the_parts_of_an_arrow_hold_all_of_it_and_little_else() -> None:
    place = LAYOUT.edges[EDGE]
    parts = [part.grown(1) for part in edge_parts(place)]
    for point in (*flattened_path(place.path), place.label.centre):
        assert any(part.holds(Box(*point, 0, 0)) for part in parts)
    slant = place._replace(
        path=(Point(0, 0), Point(100, 100), Point(200, 200), Point(300, 300)), lines=(), badge=None
    )
    assert sum(part.width * part.height for part in edge_parts(slant)) < 0.6 * 300 * 300


def test_the_distance_to_a_piece_is_to_its_nearest_point() -> None:
    start, end = Point(0, 0), Point(10, 0)
    assert segment_distance(Point(5, 3), start, end) == 3
    assert segment_distance(Point(-3, 4), start, end) == 5
    assert segment_distance(Point(3, 4), start, start) == 5
