"""Recorded answers of two engines become the same geometry; damaged ones become an error with a reason."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.builders.diagrams import a_diagram, a_node, an_edge
from tests.builders.layouts import FakeMeasurer
from viewer.layout.dot_reader import AnswerError, raw_of
from viewer.layout.dot_writer import EXTRA_MARGIN, SKIRT
from viewer.layout.geometry import Box, Point
from viewer.layout.plan import Plan, plan_of

_ANSWERS = Path(__file__).resolve().parents[2] / "data" / "layout"


@pytest.fixture
def plan() -> Plan:
    """The diagram that the recorded answers belong to."""
    nodes = [
        a_node("a", label="four", compartment="cell"),
        a_node("b", label="four", compartment="cell"),
        a_node("c", label="four"),
    ]
    edges = [an_edge("a", "b"), an_edge("b", "c"), an_edge("c", "b", name="back")]
    return plan_of(a_diagram(nodes, edges, compartments=["cell"], rows=[["b", "c"]]), FakeMeasurer())


def _recorded(name: str = "graphviz-pure") -> dict[str, Any]:
    answer: dict[str, Any] = json.loads((_ANSWERS / f"{name}.json").read_text())
    return answer


def _near(point: Point, x: float, y: float) -> bool:
    return abs(point.x - x) < 0.1 and abs(point.y - y) < 0.1


@pytest.mark.parametrize("name", ["graphviz-pure", "graphviz-2.43"])
def test_geometry_is_turned_and_in_order(plan: Plan, name: str) -> None:
    raw = raw_of(plan, json.dumps(_recorded(name)).encode())
    # The page is 216 high; the box that was sent has room for a tag above the node and a skirt below.
    below = (16 - SKIRT) / 2
    assert _near(raw.nodes[0], 58, 216 - 142 + below)
    assert _near(raw.nodes[1], 58, 216 - 52 + below)
    assert _near(raw.nodes[2], 246, 216 - 52 + below)
    assert raw.groups == (Box(8, 8, 160, 200).grown(-EXTRA_MARGIN),)
    first = raw.edges[0]
    assert _near(first.path[0], 58, 216 - 141)
    assert first.label is not None
    assert _near(first.label, 106, 216 - 97)


def test_an_arrow_given_from_the_other_end_is_turned_back(plan: Plan) -> None:
    back = raw_of(plan, json.dumps(_recorded()).encode()).edges[2]
    assert back.path[0].x > back.path[-1].x


def test_an_arrow_that_the_engine_lost_has_an_empty_way(plan: Plan) -> None:
    answer = _recorded()
    del answer["edges"][0]["pos"], answer["edges"][0]["lp"]
    lost = raw_of(plan, json.dumps(answer).encode()).edges[0]
    assert lost.path == ()
    assert lost.label is None


def test_a_lost_node_or_compartment_is_an_error(plan: Plan) -> None:
    for name, key in (("n1", "pos"), ("cluster_c0", "bb")):
        answer = _recorded()
        for thing in answer["objects"]:
            if thing["name"] == name:
                del thing[key]
        with pytest.raises(AnswerError, match=name):
            raw_of(plan, json.dumps(answer).encode())


@pytest.mark.parametrize(
    "answer",
    [b"", b"{", b"[]", b"{}", b'{"bb": "1,2"}', b'{"bb": "0,0,1,1", "objects": 5}', b"\xff\xfe", b"[" * 100_000],
)
def test_nonsense_is_an_error(plan: Plan, answer: bytes) -> None:
    with pytest.raises(AnswerError, match="could not be read"):
        raw_of(plan, answer)
