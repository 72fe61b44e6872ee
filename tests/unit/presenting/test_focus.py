"""What a step is about is seen whole: both ends of its arrows, and what it asks, as far as labels stay readable."""

from tests.builders.diagrams import a_diagram
from tests.builders.layouts import a_layout
from tests.builders.shows import BLOCK, a_scene
from viewer.layout.geometry import Box
from viewer.model.diagram import ElementId
from viewer.model.story import Ask
from viewer.presenting.picture.focus import AMBIGUOUS, About, about, about_one, about_part, node_box

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


CHAIN = a_layout(a_diagram([f"n{number}" for number in range(30)], [(f"n{a}", f"n{a + 1}") for a in range(29)]))


def part_of(name: str) -> Box:
    return about_part(CHAIN, ElementId(name)).fitted(lambda box: 900 / box.height, 1.0)


def test_what_is_to_be_found_is_shown_among_others_and_large_enough() -> None:
    for name, place in CHAIN.nodes.items():
        part = part_of(name)
        assert part.height <= 900
        assert part.holds(place.box)
        assert sum(part.holds(node_box(CHAIN, other)) for other in CHAIN.nodes) >= AMBIGUOUS


def test_the_part_that_is_shown_does_not_tell_where_in_it_to_look() -> None:
    """A part is shown for most of what is in it, not for the node in its middle alone."""
    parts: dict[Box, int] = {}
    for name in CHAIN.nodes:
        parts[part_of(name)] = parts.get(part_of(name), 0) + 1
    assert min(parts.values()) >= AMBIGUOUS


def test_where_nothing_can_be_read_the_part_is_shown_that_can_be_read_best() -> None:
    found = about_part(CHAIN, ElementId("n3"))
    assert found.fitted(lambda box: 1 / box.height, 1.0).height < CHAIN.bounds.height / 4
