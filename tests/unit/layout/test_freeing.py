"""No arrow runs behind a node that is not its own: it would be read as that node's."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.builders.diagrams import a_diagram, a_node
from tests.builders.layouts import FakeMeasurer, a_layout
from viewer.layout.geometry import Box, Point
from viewer.layout.plan import plan_of
from viewer.layout.ways.curves import polyline, straight
from viewer.layout.ways.freeing import free
from viewer.layout.ways.grid import BoxGrid, LineGrid
from viewer.layout.ways.tangle import Tangle

if TYPE_CHECKING:
    from viewer.model.diagram import Diagram

_TYPE = FakeMeasurer()
_PLAN = plan_of(a_diagram(["a", "b", "c"], [("a", "b")]), _TYPE)
_ENDS = Box(0, 0, 80, 36), Box(400, 0, 80, 36)


def _freed(*others: Box) -> list[Point]:
    boxes = (*_ENDS, *others)
    nodes = BoxGrid()
    for number, box in enumerate(boxes):
        nodes.add(box, number)
    ways = [straight(_ENDS[0].centre, _ENDS[1].centre)]
    free(_PLAN, ways, boxes, nodes, Tangle(ways), lambda: None)
    return polyline(ways[0])


def test_a_way_behind_a_node_is_led_round_it() -> None:
    node = Box(200, -10, 80, 56)
    way = _freed(node)
    assert (way[0], way[-1]) == (_ENDS[0].centre, _ENDS[1].centre)
    lines = LineGrid()
    lines.add(way, 0)
    assert lines.inside(node.grown(6)) == {}


def test_a_way_along_a_border_is_led_off_it() -> None:
    lines = LineGrid()
    border = Box(200, 18, 80, 36)
    lines.add(_freed(border), 0)
    assert lines.inside(border.grown(6)) == {}


def test_a_wall_is_gone_round() -> None:
    wall = [Box(200, y, 80, 56) for y in range(-180, 180, 60)]
    lines = LineGrid()
    lines.add(_freed(*wall), 0)
    assert all(lines.inside(box) == {} for box in wall)


def test_a_clear_way_stays() -> None:
    assert _freed(Box(200, 60, 80, 36)) == [_ENDS[0].centre, _ENDS[1].centre]


def _crowded(seed: int) -> Diagram:
    chance = random.Random(seed)
    places = ["one", "two", "three"]
    nodes = [
        a_node(f"n{i}", label="Protein " * chance.randint(1, 9), compartment=chance.choice([None, *places]))
        for i in range(16)
    ]
    edges = [(f"n{i}", f"n{j}") for i in range(16) for j in range(i + 1, 16) if chance.random() < 0.09]
    return a_diagram(nodes, edges, compartments=places)


@pytest.mark.engine
@pytest.mark.parametrize("seed", [8, 12, 26, 28, 37])
def test_no_arrow_runs_behind_a_foreign_node(seed: int) -> None:
    """In each of these the engine led one or two arrows straight through a node."""
    diagram = _crowded(seed)
    layout = a_layout(diagram)
    lines = LineGrid()
    for number, place in enumerate(layout.edges.values()):
        lines.add(polyline(place.path), number)
    behind = [
        (diagram.edges[number].id, node.id)
        for node in layout.nodes.values()
        for number, length in lines.inside(node.box.grown(-4)).items()
        if length > 3 and node.id not in (diagram.edges[number].source, diagram.edges[number].target)
    ]
    assert behind == []
