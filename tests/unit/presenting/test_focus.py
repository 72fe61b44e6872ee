"""What a step is about is seen whole: both ends of its arrows, and what it asks, as far as labels stay readable."""

from tests.builders.shows import BLOCK, a_scene
from viewer.layout.geometry import Box
from viewer.model.diagram import ElementId
from viewer.model.story import Ask
from viewer.presenting.picture.focus import About, about, about_one, node_box

SCENE = a_scene()
ALL = frozenset(SCENE.diagram.elements)


def whole(found: About) -> Box:
    return found.fitted(lambda _box: 1.0, 0.5)


def test_a_step_about_an_arrow_shows_both_its_ends() -> None:
    box = whole(about(SCENE.diagram, SCENE.layout, [BLOCK], ALL))
    for end in ("drug", "nmda"):
        assert box.holds(node_box(SCENE.layout, ElementId(end)))


def test_what_a_question_hides_and_names_is_seen_with_its_step() -> None:
    nodes = SCENE.diagram.nodes
    seen = about(SCENE.diagram, SCENE.layout, [nodes[0].id], ALL, Ask(f"What of the {nodes[-1].label.upper()}?"))
    assert whole(seen).holds(node_box(SCENE.layout, nodes[-1].id))
    asked = about(SCENE.diagram, SCENE.layout, [nodes[-1].id], ALL, Ask("Up or down?", hides=BLOCK))
    tight = asked.fitted(lambda _box: 0.1, 0.5)
    for end in ("drug", "nmda"):
        assert tight.holds(node_box(SCENE.layout, ElementId(end))), "an arrow that is asked for is never left out"


def test_a_node_that_is_not_seen_yet_is_not_framed_for_its_name_in_a_question() -> None:
    nodes = SCENE.diagram.nodes
    ask = Ask(f"What of the {nodes[-1].label}?")
    first = frozenset({nodes[0].id})
    assert about(SCENE.diagram, SCENE.layout, [nodes[0].id], first, ask).arrows == ()


def test_an_arrow_from_afar_is_left_out_when_nobody_could_read_its_end() -> None:
    node, near, far = Box(0, 0, 100, 40), Box(0, 0, 100, 200), Box(0, 0, 100, 2000)
    found = About((node,), (far, near), node)
    read = found.fitted(lambda box: 1000 / box.height, 2.0)
    assert read.holds(near)
    assert not read.holds(far)


def test_a_step_about_one_arrow_is_framed_by_it_however_long() -> None:
    far = Box(0, 0, 100, 2000)
    assert About((), (far,), far).fitted(lambda box: 1000 / box.height, 2.0).holds(far)


def test_a_node_is_framed_with_as_much_round_it_as_can_be_read() -> None:
    middle = node_box(SCENE.layout, ElementId("nmda"))
    found = about_one(SCENE.layout, ElementId("nmda"))
    wide = found.fitted(lambda _box: 1.0, 0.5)
    tight = found.fitted(lambda box: 200 / box.height, 1.0)
    assert all(wide.holds(node_box(SCENE.layout, node.id)) for node in SCENE.diagram.nodes)
    assert tight.holds(middle)
    assert wide.height > tight.height


def test_without_a_focus_all_that_is_seen_is_framed() -> None:
    everything = whole(about(SCENE.diagram, SCENE.layout, (), ALL))
    one = whole(about(SCENE.diagram, SCENE.layout, (), frozenset({SCENE.diagram.nodes[0].id})))
    assert everything.height > one.height
