"""An arrow that a step is about and that comes from outside the frame says there where it comes from."""

from tests.builders.layouts import FakeMeasurer
from tests.builders.shows import BLOCK, a_scene
from viewer.layout.geometry import Box
from viewer.model.diagram import ElementId
from viewer.presenting.picture.far_ends import ends_of, far_ends
from viewer.presenting.picture.focus import node_box

SCENE = a_scene()
DIAGRAM, LAYOUT = SCENE.diagram, SCENE.layout
MEASURER, NO_WORDS = FakeMeasurer(), Box(-9000, 0, 1, 1)


def test_the_name_of_a_source_outside_stands_at_the_border() -> None:
    inside, outside = node_box(LAYOUT, ElementId("nmda")), node_box(LAYOUT, ElementId("drug"))
    top = outside.bottom - 10
    room = Box(inside.x - 100, top, inside.width + 200, inside.bottom + 20 - top)
    (found,) = far_ends(DIAGRAM, LAYOUT, [BLOCK], room, NO_WORDS, MEASURER)
    assert found.words == "from Ketamine"
    assert room.holds(found.box)
    assert not found.box.overlaps(inside.grown(5))
    assert far_ends(DIAGRAM, LAYOUT, [BLOCK], room, found.box, MEASURER) == (), "words stand there"


def test_an_arrow_with_both_ends_in_the_frame_has_no_such_name() -> None:
    assert far_ends(DIAGRAM, LAYOUT, [BLOCK], LAYOUT.bounds.grown(20), NO_WORDS, MEASURER) == ()


def test_arrows_of_the_focus_come_before_those_that_touch_it_and_others_are_not_named() -> None:
    everything = frozenset(DIAGRAM.elements)
    focus = frozenset({BLOCK, ElementId("glycine")})
    assert ends_of(DIAGRAM, focus, everything) == (BLOCK, "glycine->nmda")
    assert ends_of(DIAGRAM, focus, everything - {"glycine->nmda"}) == (BLOCK,)


def test_a_name_that_would_cover_something_is_left_out() -> None:
    inside = node_box(LAYOUT, ElementId("nmda"))
    assert far_ends(DIAGRAM, LAYOUT, [BLOCK], inside.grown(12), NO_WORDS, MEASURER) == ()
