"""Compartments stand apart, and what runs along their borders keeps a distance that can be seen."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.builders.diagrams import a_diagram, a_node
from tests.builders.layouts import a_layout
from viewer.model.diagram import Direction

pytestmark = pytest.mark.engine


@pytest.mark.parametrize("direction", Direction)
def test_neighbouring_compartments_stand_apart(direction: Direction) -> None:
    places = ["first", "second", "third"]
    nodes = [a_node(f"{place} {i}", compartment=place) for place in places for i in range(3)]
    edges = [("drug", node.id) for node in nodes]
    layout = a_layout(a_diagram(["drug", *nodes], edges, compartments=places, direction=direction))
    boxes = [place.box for place in layout.groups.values()]
    assert not any(first.grown(13.9).overlaps(second) for first, second in combinations(boxes, 2))
