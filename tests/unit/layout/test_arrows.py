"""Arrows begin and end at what is seen, apart from each other, and take no detours."""

from __future__ import annotations

from itertools import pairwise
from math import hypot

import pytest

from tests.builders.diagrams import a_diagram, a_node, an_edge
from tests.builders.layouts import FakeMeasurer, a_layout
from viewer.layout.geometry import Box, Point
from viewer.layout.outlines import contains, corners_of
from viewer.layout.plan import plan_of
from viewer.layout.ways.alive import always
from viewer.layout.ways.clipping import START_GAP, TIP_GAP, clipped
from viewer.layout.ways.curves import at_length, length_of, polyline, straight, turning
from viewer.layout.ways.fan import fanned
from viewer.layout.ways.grid import BoxGrid
from viewer.layout.ways.smooth import Ground, is_clear, smooth
from viewer.layout.ways.tangle import Tangle
from viewer.model.diagram import Kind

_SOURCE, _TARGET = Box(0, 0, 120, 44), Box(90, 220, 130, 48)


def _distance(point: Point, corners: tuple[Point, ...]) -> float:
    """Return how far a point is from a polygon's sides."""
    least = float("inf")
    for a, b in pairwise((*corners, corners[0])):
        dx, dy = b.x - a.x, b.y - a.y
        t = max(0.0, min(1.0, ((point.x - a.x) * dx + (point.y - a.y) * dy) / ((dx * dx + dy * dy) or 1)))
        least = min(least, hypot(point.x - a.x - t * dx, point.y - a.y - t * dy))
    return least


@pytest.mark.parametrize("kind", Kind)
def test_an_arrow_keeps_its_gaps_to_the_true_outlines(kind: Kind) -> None:
    source, target = corners_of(kind, _SOURCE), corners_of(kind, _TARGET)
    way = clipped(straight(_SOURCE.centre, _TARGET.centre), source, target)
    assert START_GAP * 0.6 <= _distance(way[0], source) <= START_GAP * 1.5
    assert TIP_GAP * 0.6 <= _distance(way[-1], target) <= TIP_GAP * 1.5
    assert not any(contains(source, point) or contains(target, point) for point in polyline(way))


def test_nodes_that_touch_still_have_an_arrow() -> None:
    left, right = Box(0, 0, 60, 36), Box(61, 0, 60, 36)
    way = clipped(
        straight(left.centre, right.centre), corners_of(Kind.PROCESS, left), corners_of(Kind.PROCESS, right)
    )
    assert length_of(polyline(way)) > 0


def test_an_arrow_to_what_stands_below_is_upright() -> None:
    path = a_layout(a_diagram([a_node("a", label="a long label"), "b"], [("a", "b")])).edges["a->b"].path
    assert len({round(point.x, 1) for point in path}) == 1


def test_arrows_that_meet_on_one_side_are_apart() -> None:
    sources = [f"s{i}" for i in range(5)]
    diagram = a_diagram([*sources, a_node("t", label="a wide target of them all")], [(name, "t") for name in sources])
    layout = a_layout(diagram)
    tips = sorted(place.path[-1] for place in layout.edges.values())
    assert min(hypot(b.x - a.x, b.y - a.y) for a, b in pairwise(tips)) > 12


def test_parallel_arrows_do_not_lie_on_each_other() -> None:
    edges = [an_edge("a", "b", name=f"e{i}") for i in range(3)] + [an_edge("b", "a", name="back")]
    layout = a_layout(a_diagram(["a", "b"], edges))
    middles = [at_length(line, length_of(line) / 2)[0] for line in (polyline(e.path) for e in layout.edges.values())]
    assert min(hypot(a.x - b.x, a.y - b.y) for i, a in enumerate(middles) for b in middles[:i]) > 15


def test_an_arrow_to_its_own_node_swings_out_of_it() -> None:
    layout = a_layout(a_diagram(["a"], [an_edge("a", "a", name="loop")]))
    box = layout.nodes["a"].box
    path = layout.edges["loop"].path
    assert max(point.x for point in polyline(path)) > box.right + 20
    assert hypot(path[0].x - path[-1].x, path[0].y - path[-1].y) > 8


def test_turning_is_counted_to_both_sides() -> None:
    assert turning(straight(Point(0, 0), Point(90, 0))) == 0
    swing = (Point(0, 0), Point(0, 50), Point(100, 50), Point(100, 100))
    assert 1.7 < turning(swing) < 2.3


def test_a_simpler_way_is_refused_where_it_crosses_more() -> None:
    other = straight(Point(0, 50), Point(100, 50))
    around = (Point(50, 0), Point(200, 0), Point(200, 100), Point(50, 100))
    tangle = Tangle([around, other])
    assert tangle.count() == 0
    assert not tangle.allows(0, straight(Point(50, 0), Point(50, 100)))
    assert tangle.allows(0, straight(Point(150, 0), Point(150, 100)))


@pytest.mark.parametrize("reverse", [False, True], ids=["at their source", "at their target"])
def test_arrows_of_one_side_stand_in_the_order_in_which_they_go_on(reverse: bool) -> None:
    near, high, low = Box(0, 300, 100, 40), Box(300, 0, 100, 40), Box(300, 150, 100, 40)
    # Both leave upwards: the one to the higher node a little to the right, and so across the other one's way.
    ways = [
        (near.centre, Point(60, 200), Point(20, 20), high.centre),
        (near.centre, Point(30, 170), Point(100, 170), low.centre),
    ]
    edges = [("near", "high"), ("near", "low")]
    if reverse:
        ways, edges = [way[::-1] for way in ways], [(end, start) for start, end in edges]
    plan = plan_of(a_diagram(["near", "high", "low"], edges), FakeMeasurer())

    outlines = [corners_of(Kind.PROCESS, box) for box in (near, high, low)]

    def cut(number: int, way: tuple[Point, ...]) -> tuple[Point, ...]:
        edge = plan.edges[number]
        return clipped(way, outlines[edge.source], outlines[edge.target])

    seen = fanned(plan, (near, high, low), ways, cut)
    assert Tangle(seen).count() == 0
    ends = [way[-1].x if reverse else way[0].x for way in seen]
    assert ends[0] < ends[1] - 12


def _evened(way: tuple[Point, ...], *in_the_way: Box) -> tuple[Point, ...]:
    nodes = (Box(0, 0, 80, 40), Box(200, 400, 80, 40), *in_the_way)
    names = [f"n{i}" for i in range(len(nodes))]
    plan = plan_of(a_diagram(names, [("n0", "n1")]), FakeMeasurer())
    grid = BoxGrid()
    for number, box in enumerate(nodes):
        grid.add(box, number)
    ways = [way]
    smooth(plan, ways, [0], Ground(nodes, grid, BoxGrid(), ()), Tangle(ways), always)
    return ways[0]


_WAVE = (Point(40, 20), Point(-200, 200), Point(500, 200), Point(240, 420))


def test_a_wave_round_nothing_becomes_straight() -> None:
    assert turning(_evened(_WAVE)) == 0


def test_an_even_way_keeps_clear_of_nodes() -> None:
    obstacle = Box(100, 190, 80, 60)
    way = _evened(_WAVE, obstacle)
    assert 0 < turning(way) < turning(_WAVE)
    assert is_clear(polyline(way), _only(obstacle), (), 8.0)


def test_a_way_stays_as_it_is_where_no_other_is_clear() -> None:
    wall = [Box(x, 190, 45, 60) for x in range(-600, 900, 50)]
    assert _evened(_WAVE, *wall) == _WAVE


def _only(box: Box) -> BoxGrid:
    grid = BoxGrid()
    grid.add(box, 0)
    return grid
