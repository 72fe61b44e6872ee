"""What stands at the border of a frame is whole within it, or outside: nothing is cut in half."""

from hypothesis import given
from hypothesis import strategies as st

from tests.builders.shows import a_scene
from viewer.layout.geometry import Box
from viewer.presenting.picture.focus import about, node_box
from viewer.presenting.picture.framing import frame
from viewer.presenting.picture.window import clear_part, frame_step, window

SIZE = (1920.0, 1080.0)
FOCUS = Box(0, 0, 200, 120)
_BOX = st.builds(Box, st.floats(-900, 900), st.floats(-700, 700), st.floats(20, 160), st.floats(20, 60))


@given(nodes=st.lists(_BOX, max_size=12))
def test_the_picture_ends_before_what_it_would_cut(nodes: list[Box]) -> None:
    framed = frame(FOCUS, (FOCUS,), SIZE, lambda _width: 200.0, FOCUS.centre)
    apart = [node for node in nodes if not node.overlaps(FOCUS.grown(10))]
    part = window(framed, SIZE, apart)
    assert part.grown(2.1).holds(FOCUS)
    for node in apart:
        assert part.grown(0.1).holds(node) or not part.grown(-0.1).overlaps(node)


def test_a_neighbour_that_costs_little_is_taken_in() -> None:
    scene = a_scene()
    everything = frozenset(scene.diagram.elements)
    for node in scene.diagram.nodes:
        wanted = about(scene.diagram, scene.layout, [node.id], everything)
        framed = frame_step(scene.diagram, scene.layout, wanted, everything, SIZE, lambda _width: 200.0, None)
        part = window(framed, SIZE, [node_box(scene.layout, name) for name in scene.layout.nodes])
        assert part.grown(0.1).holds(node_box(scene.layout, node.id))
        assert clear_part(framed, SIZE).grown(0.1).holds(part)
