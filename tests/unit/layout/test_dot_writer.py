"""DOT holds ids of our own and sizes, never a label."""

import re

import pytest

from tests.builders.diagrams import a_compartment, a_diagram, a_node, an_edge
from tests.builders.layouts import FakeMeasurer
from viewer.layout.dot_writer import SKIRT, Request, Rows, dot_source
from viewer.layout.plan import plan_of
from viewer.model.diagram import Diagram, Direction


def _source(diagram: Diagram, request: Request | None = None) -> str:
    return dot_source(plan_of(diagram, FakeMeasurer()), request or Request())


def test_no_label_and_no_id_reaches_the_source() -> None:
    evil = 'x"]; evil -> "\\N <b>&'
    diagram = a_diagram(
        [a_node(evil, label=evil, compartment="cluster; }"), a_node("b:port")],
        [an_edge(evil, "b:port", label=evil)],
        compartments=[a_compartment("cluster; }", label=evil)],
    )
    source = _source(diagram)
    assert "evil" not in source
    assert "port" not in source
    assert "n0 -> n1" in source
    assert "id=e0" in source


def test_sizes_are_in_inches_with_room_for_the_tag() -> None:
    source = _source(a_diagram([a_node("a", label="four")]))
    # 64 px wide; 36 px high and 16 px for the tag; a skirt beside and below.
    assert re.search(rf"n0 \[height={(36 + 16 + SKIRT) / 72:.4f} width={(64 + 2 * SKIRT) / 72:.4f}\]", source)


def test_compartments_nest_as_clusters() -> None:
    diagram = a_diagram(
        [a_node("a", compartment="inner")],
        compartments=["outer", a_compartment("inner", parent="outer"), "hollow"],
    )
    source = _source(diagram)
    outer, inner, node = (source.index(word) for word in ("cluster_c0", "cluster_c2", "n0 ["))
    assert outer < inner < node
    assert "p1 [" in source
    assert source.count("{") == source.count("}")


def test_very_deep_nesting_is_written() -> None:
    compartments = [a_compartment(f"c{i}", parent=f"c{i - 1}" if i else None) for i in range(1200)]
    source = _source(a_diagram([a_node("a", compartment="c1199")], compartments=compartments))
    assert "cluster_c1199" in source


@pytest.mark.parametrize(
    ("direction", "word"),
    [(Direction.DOWN, "TB"), (Direction.UP, "BT"), (Direction.RIGHT, "LR"), (Direction.LEFT, "RL")],
)
def test_the_direction_is_asked_for(direction: Direction, word: str) -> None:
    assert f"rankdir={word}" in _source(a_diagram(direction=direction))


def test_rows_are_asked_for_as_far_as_the_request_says() -> None:
    diagram = a_diagram(["a", "b"], rows=[["b", "a"]])
    assert "n1 -> n0 [style=invis weight=0]" in _source(diagram)
    level = _source(diagram, Request(rows=Rows.LEVEL))
    assert "rank=same" in level
    assert "invis" not in level
    assert "rank=same" not in _source(diagram, Request(rows=Rows.IGNORED))


def test_an_arrow_between_neighbours_keeps_their_order_alone() -> None:
    assert "invis" not in _source(a_diagram(["a", "b"], [("a", "b")], rows=[["b", "a"]]))


def test_an_arrow_against_its_row_is_given_from_the_other_end() -> None:
    diagram = a_diagram(["a", "b"], [("a", "b")], rows=[["b", "a"]])
    assert re.search(r"n1 -> n0 \[.*id=e0", _source(diagram))
    assert re.search(r"n0 -> n1 \[.*id=e0", _source(diagram, Request(rows=Rows.LEVEL)))


def test_room_for_words_can_be_left_out() -> None:
    diagram = a_diagram(edges=[("a", "b")])
    assert "TABLE" in _source(diagram)
    assert "TABLE" not in _source(diagram, Request(labels=False))


def test_neighbours_in_a_row_pull_only_where_that_is_asked_for() -> None:
    plan = plan_of(a_diagram(["a", "b"], rows=[["a", "b"]]), FakeMeasurer())
    assert "weight=0" in dot_source(plan, Request())
    assert "weight=0" not in dot_source(plan, Request(drawn=True))
