"""An arrow that a step is about and that comes from outside the frame says there where it comes from."""

from tests.builders.diagrams import a_diagram, a_node, an_edge
from tests.builders.layouts import FakeMeasurer
from tests.builders.shows import BLOCK, a_scene
from viewer.layout.geometry import Box, EdgePlace, GroupPlace, Layout, NodePlace, Point
from viewer.model.diagram import ElementId
from viewer.presenting.picture.far_ends import ends_of, far_ends
from viewer.presenting.picture.focus import node_box

SCENE = a_scene()
DIAGRAM, LAYOUT = SCENE.diagram, SCENE.layout
MEASURER, NO_WORDS = FakeMeasurer(), Box(-9000, 0, 1, 1)
_NOWHERE = Box(-9000, 0, 0, 0)


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


def test_a_name_is_not_written_over_the_arrow_of_another_element() -> None:
    nodes = [a_node(name) for name in ("left", "right", "here")]
    diagram = a_diagram(nodes, [an_edge("left", "here"), an_edge("right", "here")])
    places = {
        node.id: NodePlace(node.id, Box(x, y, 60, 30), (node.label,), Box(0, 0, 0, 0))
        for node, x, y in zip(nodes, (0, 100, 50), (0, 0, 400), strict=True)
    }
    ways = {
        edge.id: EdgePlace(edge.id, (Point(x, 30), Point(x, 130), Point(x, 260), Point(x, 390)), None, _NOWHERE, ())
        for edge, x in zip(diagram.edges, (70, 90), strict=True)
    }
    room, arrows = Box(-100, 100, 400, 400), [edge.id for edge in diagram.edges]
    layout = Layout(Box(0, 0, 200, 430), places, ways, {}, "by hand")
    assert far_ends(diagram, layout, arrows, room, NO_WORDS, MEASURER) == ()
    assert len(far_ends(diagram, layout, arrows[:1], room, NO_WORDS, MEASURER)) == 1


def test_a_name_goes_along_its_arrow_past_the_title_of_a_compartment() -> None:
    nodes = [a_node("far"), a_node("here")]
    diagram = a_diagram(nodes, [an_edge("far", "here")])
    places = {
        node.id: NodePlace(node.id, Box(50, y, 60, 30), (node.label,), Box(0, 0, 0, 0))
        for node, y in zip(nodes, (0, 400), strict=True)
    }
    edge = diagram.edges[0].id
    ways = {
        edge: EdgePlace(edge, (Point(80, 30), Point(80, 130), Point(80, 260), Point(80, 390)), None, _NOWHERE, ())
    }
    room = Box(-100, 200, 400, 300)
    title = Box(40, 196, 90, 18)
    group = GroupPlace(ElementId("cell"), Box(-50, 190, 300, 300), title, ("The cell",))
    free = Layout(Box(0, 0, 200, 430), places, ways, {}, "by hand")
    crowded = Layout(Box(0, 0, 200, 430), places, ways, {group.id: group}, "by hand")
    (border,) = far_ends(diagram, free, [edge], room, NO_WORDS, MEASURER)
    (inward,) = far_ends(diagram, crowded, [edge], room, NO_WORDS, MEASURER)
    assert border.box.overlaps(title)
    assert not inward.box.overlaps(title)
    assert border.box.y < inward.box.y < border.box.y + 100
    assert not inward.box.overlaps(places[ElementId("here")].box.grown(9)), "it touches no node"
