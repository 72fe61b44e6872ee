"""Signs, tags, titles and compartments stand where they can be read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders.diagrams import a_compartment, a_diagram, a_node, an_edge
from tests.builders.layouts import FakeMeasurer, a_layout
from viewer.layout.finishing import signs
from viewer.layout.finishing.finish import finished
from viewer.layout.finishing.free import free_place
from viewer.layout.finishing.signs import Room
from viewer.layout.geometry import Box, EdgePlace, Layout, Point
from viewer.layout.judging.faults import faults_in
from viewer.layout.judging.quality import cost_of, words_crossed
from viewer.layout.layering import simple_layout
from viewer.layout.plan import plan_of
from viewer.layout.raw import Raw, RawEdge
from viewer.layout.ways.curves import polyline, straight
from viewer.layout.ways.grid import BoxGrid, LineGrid, length_inside
from viewer.model.diagram import Diagram, Direction, Relation


def _upright(edge: EdgePlace) -> float:
    (x,) = {round(point.x, 1) for point in edge.path}
    return x


def test_a_badge_stands_on_its_line_with_the_verb_at_its_right() -> None:
    edge = a_layout(a_diagram(["a", "b"], [("a", "b")])).edges["a->b"]
    assert edge.badge is not None
    assert abs(edge.badge.x - _upright(edge)) < 0.2
    assert abs(edge.label.x - edge.badge.x - 8.5 - 5) < 0.2
    assert abs(edge.label.centre.y - edge.badge.y) < 0.2
    assert edge.path[0].y < edge.badge.y - 8.5 < edge.badge.y + 8.5 < edge.path[-1].y - 11


def test_a_verb_without_a_badge_stands_beside_the_line() -> None:
    edge = a_layout(a_diagram(["a", "b"], [an_edge(relation=Relation.BINDS)])).edges["a->b"]
    assert edge.badge is None
    assert abs(edge.label.x - _upright(edge) - 6) < 0.2


def test_the_verb_of_a_level_arrow_stands_above_its_badge() -> None:
    edge = a_layout(a_diagram(["a", "b"], [("a", "b")], rows=[["a", "b"]])).edges["a->b"]
    assert edge.badge is not None
    assert edge.label.bottom < edge.badge.y - 8.5
    assert abs(edge.label.centre.x - edge.badge.x) < 0.2


def test_an_arrow_without_words_keeps_its_badge() -> None:
    edge = a_layout(a_diagram(["a", "b"], [an_edge(label="")])).edges["a->b"]
    assert edge.lines == ()
    assert edge.badge is not None
    assert (edge.label.width, edge.label.height) == (0, 0)


def test_a_tag_stands_above_the_left_corner_where_it_is_free() -> None:
    place = a_layout(a_diagram([a_node("a", label="long enough")])).nodes["a"]
    assert place.tag.bottom <= place.box.y - 2
    assert place.box.x <= place.tag.x < place.tag.right < place.box.centre.x


def test_a_tag_gives_way_to_an_arrow() -> None:
    # The arrow comes in where the tag would stand.
    layout = _laid(_tall(), nodes=(Point(60, 20), Point(160, 300)))
    place = layout.nodes["b"]
    line = LineGrid()
    line.add(polyline(layout.edges["a->b"].path), 0)
    assert not line.inside(place.tag)


def _tall() -> Diagram:
    return a_diagram(["a", a_node("b", label="a node as wide as this is broad")], [an_edge("a", "b", label="")])


def _laid(diagram: Diagram, nodes: tuple[Point, ...], groups: tuple[Box, ...] = ()) -> Layout:
    """Finish a diagram whose nodes and compartments were put somewhere."""
    plan = plan_of(diagram, FakeMeasurer())
    raw = Raw(nodes, tuple(RawEdge((), None) for _ in plan.edges), groups, tuple(None for _ in groups))
    return finished(plan, raw, "by hand")


def test_a_title_gives_way_to_an_arrow_from_above() -> None:
    diagram = a_diagram(["a", a_node("b", compartment="cell")], [an_edge("a", "b", label="")], compartments=["cell"])
    layout = _laid(diagram, (Point(45, 0), Point(45, 160)), (Box(0, 100, 260, 90),))
    line = LineGrid()
    line.add(polyline(layout.edges["a->b"].path), 0)
    title = layout.groups["cell"].title
    assert not line.inside(title)
    assert layout.groups["cell"].box.y < title.y < title.bottom < layout.groups["cell"].box.bottom


def test_stacked_compartments_get_the_same_sides() -> None:
    diagram = a_diagram(
        [a_node("a", compartment="upper"), a_node("b", compartment="lower")],
        compartments=["upper", "lower"],
    )
    boxes = (Box(0, 0, 200, 100), Box(30, 140, 240, 100))
    groups = _laid(diagram, (Point(100, 60), Point(150, 200)), boxes).groups
    assert (groups["upper"].box.x, groups["upper"].box.right) == (0, 270)
    assert (groups["lower"].box.x, groups["lower"].box.right) == (0, 270)


def test_a_compartment_does_not_grow_over_a_stranger() -> None:
    diagram = a_diagram(
        [a_node("a", compartment="upper"), a_node("b", compartment="lower"), "stranger"],
        compartments=["upper", "lower"],
    )
    boxes = (Box(0, 0, 200, 100), Box(0, 140, 300, 100))
    layout = _laid(diagram, (Point(100, 60), Point(150, 200), Point(260, 50)), boxes)
    assert layout.groups["upper"].box.right == 200
    assert not layout.groups["upper"].box.overlaps(layout.nodes["stranger"].box)


def test_compartments_without_nodes_come_back_with_their_titles() -> None:
    layout = a_layout(a_diagram(["a"], compartments=["empty", "outer", a_compartment("inner", parent="outer")]))
    assert set(layout.groups) == {"empty", "outer", "inner"}
    for group in layout.groups.values():
        assert group.box.y < group.title.y < group.title.bottom < group.box.bottom


def test_words_find_the_nearest_free_place() -> None:
    taken = BoxGrid()
    taken.add(Box(0, 0, 100, 40), 0)
    moved = free_place(Box(10, 10, 30, 10), taken)
    assert taken.is_free(moved)
    assert abs(moved.x - 10) + abs(moved.y - 10) <= 50


def test_faults_are_found() -> None:
    diagram = a_diagram(
        ["a", a_node("b", compartment="cell")], compartments=["cell"], edges=[an_edge("a", "b", label="")]
    )
    plan = plan_of(diagram, FakeMeasurer())
    good = _laid(diagram, (Point(0, 0), Point(0, 200)), (Box(-60, 140, 160, 100),))
    assert faults_in(plan, good) == []
    inside = _laid(diagram, (Point(60, 160), Point(0, 200)), (Box(-60, 140, 160, 100),))
    assert any("foreign compartment" in fault for fault in faults_in(plan, inside))
    together = _laid(diagram, (Point(0, 190), Point(0, 200)), (Box(-60, 140, 160, 100),))
    assert any("overlaps" in fault for fault in faults_in(plan, together))


def test_a_crossed_word_costs() -> None:
    diagram = a_diagram(["a", "b", "c"], [an_edge("a", "c", label="")])
    plan = plan_of(diagram, FakeMeasurer())
    clear = _laid(diagram, (Point(0, 0), Point(200, 100), Point(0, 200)))
    laid = _laid(diagram, (Point(0, 0), Point(0, 100), Point(0, 200)))
    # What is finished leads its arrows round: this one is put back.
    (arrow,) = laid.edges.values()
    through = replace(laid, edges={arrow.id: arrow._replace(path=straight(Point(0, 18), Point(0, 182)))})
    assert words_crossed(plan, laid) == []
    assert words_crossed(plan, clear) == []
    assert words_crossed(plan, through) == [("a->c", "node b")]
    assert cost_of(plan, through) > cost_of(plan, clear) + 20


def test_the_grid_finds_lines_as_a_plain_count_does() -> None:
    lines = LineGrid()
    pieces = [(Point(i * 37 % 300, i * 91 % 300), Point(i * 53 % 300, i * 17 % 300)) for i in range(40)]
    for number, piece in enumerate(pieces):
        lines.add(piece, number)
    box = Box(90, 90, 70, 50)
    plain = {i: length_inside(a, b, box) for i, (a, b) in enumerate(pieces) if length_inside(a, b, box) > 0}
    assert plain
    assert lines.inside(box) == plain


def test_very_many_arrows_between_two_nodes_get_words_that_are_free() -> None:
    """The search for good places is bounded: what is left takes any free one."""
    diagram = a_diagram(["a", "b"], [an_edge("a", "b", name=f"e{i}") for i in range(40)])
    plan = plan_of(diagram, FakeMeasurer())
    ways = [straight(Point(30.0 * i, 18), Point(30.0 * i, 400)) for i in range(40)]
    lines = LineGrid()
    for number, way in enumerate(ways):
        lines.add(polyline(way), number)
    calls: list[None] = []
    room = Room(BoxGrid(), BoxGrid(), lines, BoxGrid())
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(signs, "_TRIES", 10)
        patched.setattr(signs, "_TRIES_EACH", 0)
        placed = signs.place_signs(plan, ways, room, lambda: calls.append(None))
    boxes = [sign.label for sign in placed] + [
        Box(sign.badge.x, sign.badge.y, 0, 0).grown(8) for sign in placed if sign.badge
    ]
    assert len(calls) == 40
    assert not any(one.grown(-0.1).overlaps(other) for i, one in enumerate(boxes) for other in boxes[:i])


def test_a_long_title_leaves_the_compartment_inside_room_for_its_own() -> None:
    nodes = [a_node(f"n{i}", label="0", compartment="c0" if i == 4 else None) for i in range(8)]
    loops = [an_edge("n0", "n0", label="", name=f"e{i}") for i in range(11)]
    places = [
        a_compartment("c0"),
        a_compartment("c1"),
        a_compartment("c2", label="W" * 190, parent="c0"),
        a_compartment("c3", label="0", parent="c2"),
    ]
    edges = [*loops, an_edge("n0", "n4", label=""), an_edge("n1", "n0", label="")]
    diagram = a_diagram(nodes, edges, compartments=places, direction=Direction.RIGHT)
    plan = plan_of(diagram, FakeMeasurer())
    layout = finished(plan, simple_layout(plan), "own")
    for place in layout.groups.values():
        assert place.box.united(place.title) == place.box, place.id
