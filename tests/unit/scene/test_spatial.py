"""The grid gives what a search through everything gives."""

from hypothesis import given
from hypothesis import strategies as st

from viewer.layout.geometry import Box
from viewer.scene.view.spatial import Grid

coordinates = st.floats(-3000, 3000)
sizes = st.floats(0.5, 20_000)
boxes = st.builds(Box, coordinates, coordinates, sizes, sizes)


@given(st.lists(boxes, max_size=30), boxes)
def test_the_grid_finds_what_a_search_through_all_finds(things: list[Box], area: Box) -> None:
    grid = Grid(enumerate(things))
    assert grid.within(area) == [index for index, box in enumerate(things) if box.overlaps(area)]
