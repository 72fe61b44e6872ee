"""Paths are shortened, halved and moved sideways as the eye expects."""

from math import hypot, pi, tan

import pytest
from hypothesis import given
from hypothesis import strategies as some

from viewer.layout.geometry import Point
from viewer.layout.outlines import CurveTo, LineTo, bezier_point
from viewer.scene.ink.curves import (
    beside,
    direction_at_end,
    middle_of,
    outline_along,
    pieces_of,
    without_end,
    without_start,
)

LEVEL = (Point(0, 0), Point(10, 0), Point(20, 0), Point(30, 0))
BENT = (*LEVEL, Point(50, 0), Point(60, 20), Point(60, 60))


def _gap(a: Point, b: Point) -> float:
    return hypot(a.x - b.x, a.y - b.y)


def _quarter(radius: float) -> tuple[Point, ...]:
    """A quarter circle around the origin, from the right to the bottom."""
    k = 4 / 3 * tan(pi / 8) * radius
    return Point(radius, 0), Point(radius, k), Point(k, radius), Point(0, radius)


def test_a_level_path_loses_its_end() -> None:
    short = without_end(LEVEL, 12)
    assert short[0] == LEVEL[0]
    assert short[-1].x == pytest.approx(18, abs=0.06)
    assert short[-1].y == 0


def test_a_path_loses_its_start_and_keeps_its_end() -> None:
    short = without_start(BENT, 12)
    assert short[0].x == pytest.approx(12, abs=0.06)
    assert short[-1] == BENT[-1]
    assert len(short) == len(BENT)


def test_a_cut_may_take_whole_pieces() -> None:
    short = without_end(BENT, 75)
    assert len(short) == 4
    assert _gap(short[-1], BENT[-1]) == pytest.approx(75, abs=0.06)


def test_nothing_is_cut_by_nothing() -> None:
    assert without_end(BENT, 0) is BENT


def test_a_path_shorter_than_the_cut_shrinks_to_its_start() -> None:
    assert without_end(LEVEL, 31) == (LEVEL[0],) * 4


_number = some.floats(-2000, 2000, allow_nan=False)
_point = some.builds(Point, _number, _number)


@given(some.tuples(_point, _point, _point, _point, _point, _point, _point), some.floats(0.5, 60))
def test_a_cut_ends_at_the_distance_asked_for(path: tuple[Point, ...], distance: float) -> None:
    short = without_end(path, distance)
    if short != (path[0],) * 4:
        assert _gap(short[-1], path[-1]) == pytest.approx(distance, abs=0.8)
    assert short[0] == path[0]
    assert (len(short) - 1) % 3 == 0


@given(some.tuples(_point, _point, _point, _point), some.floats(-4, 4))
def test_any_path_can_be_moved_sideways(path: tuple[Point, ...], by: float) -> None:
    moved = beside(path, by)
    assert (len(moved) - 1) % 3 == 0
    for piece in pieces_of(moved):
        for point in piece:
            assert point.x == point.x
            assert abs(point.x) < 1e5


@pytest.mark.parametrize("by", [1.9, -1.9, 6.0])
def test_a_moved_arc_keeps_its_distance(by: float) -> None:
    # Running from the right to the bottom, the left of the way is outside the circle.
    for piece in pieces_of(beside(_quarter(50), by)):
        for step in range(11):
            point = bezier_point(*piece, step / 10)
            assert hypot(point.x, point.y) == pytest.approx(50 + by, abs=0.1)


def test_a_point_is_not_moved() -> None:
    path = (Point(3, 3),) * 4
    assert beside(path, 2) == path


def test_the_middle_is_half_of_the_way_along() -> None:
    assert middle_of(LEVEL).x == pytest.approx(15)
    assert middle_of((Point(1, 2),) * 4) == Point(1, 2)


def test_the_direction_ignores_handles_without_length() -> None:
    assert direction_at_end((Point(0, 0), Point(0, 0), Point(0, 10), Point(0, 10))) == Point(0, 1)
    assert direction_at_end((Point(5, 5),) * 4) == Point(1, 0)


def test_straight_pieces_become_lines_and_others_stay_curves() -> None:
    _, first, second = outline_along(BENT)
    assert isinstance(first, LineTo)
    assert isinstance(second, CurveTo)


def test_a_handle_beyond_the_chord_is_no_line() -> None:
    _, only = outline_along((Point(0, 0), Point(-20, 0), Point(20, 0), Point(30, 0)))
    assert isinstance(only, CurveTo)
