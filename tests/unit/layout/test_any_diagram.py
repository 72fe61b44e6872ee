"""Whatever a diagram holds, its layout holds all of it, nothing overlapping and nothing cut."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders.layouts import FakeMeasurer, a_layout
from viewer.layout.finishing.finish import finished
from viewer.layout.geometry import Box, Layout
from viewer.layout.layering import simple_layout
from viewer.layout.plan import plan_of
from viewer.model.diagram import Compartment, Diagram, DiagramId, Direction, Edge, ElementId, Kind, Node, Relation
from viewer.model.evidence import DocumentId, Evidence, Stance

_DISPUTED = (Evidence(DocumentId("text"), "words", Stance.DISPUTES),)
_LABELS = st.one_of(
    st.text(min_size=1, max_size=60),
    st.text(alphabet="ab -/", min_size=1, max_size=200),
    st.sampled_from(
        [
            "NMDA receptor",
            "\u05d0\u05d1\u05d2 receptor",
            "e\u0301" * 60,
            "\N{WOMAN}\u200d\N{MICROSCOPE}" * 20,
            "\u202eback",
            "\x00\x1b[31m",
            '<b>"\\N" & </TABLE>',
            "W" * 200,
            "\ud800",
        ]
    ),
)


@st.composite
def diagrams(draw: st.DrawFn) -> Diagram:
    """Any diagram of up to 14 nodes and 20 arrows, with loops, parallels, nested compartments and rows."""
    names = [f"n{i}" for i in range(draw(st.integers(1, 14)))]
    places: list[str] = []
    compartments = []
    for i in range(draw(st.integers(0, 5))):
        parent = draw(st.sampled_from([None, *places]))
        compartments.append(
            Compartment(ElementId(f"c{i}"), draw(_LABELS), None if parent is None else ElementId(parent))
        )
        places.append(f"c{i}")
    nodes = []
    for name in names:
        place = draw(st.sampled_from([None, *places]))
        nodes.append(
            Node(
                ElementId(name),
                draw(_LABELS),
                draw(st.sampled_from(Kind)),
                None if place is None else ElementId(place),
                evidence=_DISPUTED if draw(st.booleans()) else (),
            )
        )
    edges = [
        Edge(
            ElementId(f"e{i}"),
            ElementId(draw(st.sampled_from(names))),
            ElementId(draw(st.sampled_from(names))),
            draw(st.sampled_from(Relation)),
            draw(st.one_of(st.just(""), st.just("activates"), _LABELS)),
            evidence=_DISPUTED if draw(st.booleans()) else (),
        )
        for i in range(draw(st.integers(0, 20)))
    ]
    shuffled = draw(st.permutations(names))
    rows = []
    for length in draw(st.lists(st.integers(2, 4), max_size=2)):
        row, shuffled = shuffled[:length], shuffled[length:]
        if len(row) > 1:
            rows.append(tuple(ElementId(name) for name in row))
    return Diagram(
        DiagramId("any"),
        "Any",
        tuple(nodes),
        tuple(edges),
        tuple(draw(st.permutations(compartments))),
        tuple(rows),
        direction=draw(st.sampled_from(Direction)),
    )


@pytest.mark.engine
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(diagrams())
def test_nothing_is_lost_nothing_overlaps_nothing_is_cut(diagram: Diagram) -> None:
    layout = a_layout(diagram)
    assert not layout.warnings
    _check(diagram, layout)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(diagrams())
def test_the_layers_of_our_own_hold_the_same(diagram: Diagram) -> None:
    plan = plan_of(diagram, FakeMeasurer())
    _check(diagram, finished(plan, simple_layout(plan), "own"))


def _check(diagram: Diagram, layout: Layout) -> None:
    assert list(layout.nodes) == [node.id for node in diagram.nodes]
    assert list(layout.edges) == [edge.id for edge in diagram.edges]
    assert set(layout.groups) == {compartment.id for compartment in diagram.compartments}
    things = _things(layout)
    for (name, box), (other_name, other) in combinations(things, 2):
        assert not box.grown(-0.01).overlaps(other), f"{name} overlaps {other_name}"
    for name, box in things:
        assert _holds(layout.bounds, box), f"{name} leaves the page"
    _check_compartments(diagram, layout)
    for edge in diagram.edges:
        path = layout.edges[edge.id].path
        assert len(path) >= 4
        assert len(path) % 3 == 1
        assert all(_holds(layout.bounds, Box(*point, 0.0, 0.0)) for point in path)
        for point in (path[0], path[-1]):
            for end in (edge.source, edge.target):
                box = layout.nodes[end].box
                assert not _holds(box.grown(-box.width / 2 * 0.6), Box(*point, 0.0, 0.0))


def _check_compartments(diagram: Diagram, layout: Layout) -> None:
    parents = {compartment.id: compartment.parent for compartment in diagram.compartments}
    for node in diagram.nodes:
        home = set()
        place = node.compartment
        while place is not None:
            home.add(place)
            place = parents[place]
        box = layout.nodes[node.id].box
        for name, group in layout.groups.items():
            if name in home:
                assert _holds(group.box, box), f"{node.id} leaves {name}"
            else:
                assert not group.box.overlaps(box.grown(-0.01)), f"{node.id} stands in {name}"
    for name, group in layout.groups.items():
        assert _holds(group.box, group.title)
        parent = parents[name]
        assert parent is None or _holds(layout.groups[parent].box, group.box)


def _things(layout: Layout) -> list[tuple[str, Box]]:
    found = [(f"node {name}", place.box) for name, place in layout.nodes.items()]
    found += [(f"title {name}", place.title) for name, place in layout.groups.items()]
    for name, edge in layout.edges.items():
        if edge.lines:
            found.append((f"verb {name}", edge.label))
        if edge.badge is not None:
            found.append((f"badge {name}", Box(*edge.badge, 0.0, 0.0).grown(8.5)))
    return found


def _holds(outer: Box, inner: Box) -> bool:
    near = outer.grown(0.01)
    return near.x <= inner.x and near.y <= inner.y and inner.right <= near.right and inner.bottom <= near.bottom
