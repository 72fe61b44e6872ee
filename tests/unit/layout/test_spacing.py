"""Compartments stand apart, and what runs along their borders keeps a distance that can be seen."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.builders.diagrams import a_diagram, a_node
from tests.builders.layouts import FakeMeasurer, a_layout
from viewer.layout.finishing.borders import cleared
from viewer.layout.geometry import Box, Point
from viewer.layout.plan import plan_of
from viewer.layout.ways.along import running_along, sides
from viewer.layout.ways.grid import LineGrid
from viewer.model.diagram import Direction

_TYPE = FakeMeasurer()


@pytest.mark.engine
@pytest.mark.parametrize("direction", Direction)
def test_neighbouring_compartments_stand_apart(direction: Direction) -> None:
    places = ["first", "second", "third"]
    nodes = [a_node(f"{place} {i}", compartment=place) for place in places for i in range(3)]
    edges = [("drug", node.id) for node in nodes]
    layout = a_layout(a_diagram(["drug", *nodes], edges, compartments=places, direction=direction))
    boxes = [place.box for place in layout.groups.values()]
    assert not any(first.grown(13.9).overlaps(second) for first, second in combinations(boxes, 2))


def _along(way: list[Point]) -> tuple[float, Box]:
    plan = plan_of(
        a_diagram([a_node("in", compartment="cell"), "out"], [("out", "in")], compartments=["cell"]), _TYPE
    )
    nodes = (Box(40, 200, 80, 36), Box(0, -100, 80, 36))
    lines = LineGrid()
    lines.add(way, 0)
    (box,) = cleared(plan, [Box(20, 0, 200, 300)], nodes, lines)
    assert box.united(nodes[0].grown(12)) == box
    return sum(running_along(strip, lines) for strip in sides(box)), box


def test_a_border_moves_away_from_an_arrow_that_runs_along_it() -> None:
    beside, box = _along([Point(22, -60), Point(22, 190)])
    assert beside == 0
    assert box != Box(20, 0, 200, 300)


def test_a_border_stays_where_an_arrow_only_crosses_it() -> None:
    assert _along([Point(0, -60), Point(80, 60), Point(80, 190)])[1] == Box(20, 0, 200, 300)
