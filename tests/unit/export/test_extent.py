"""Ink is measured with all that it puts on paper."""

import pytest

from tests.builders.layouts import FakeMeasurer
from viewer.export.extent import extent_of, words_extent
from viewer.layout.geometry import LABEL, Box, Point
from viewer.layout.outlines import CurveTo, LineTo, MoveTo, outline_of
from viewer.model.diagram import Kind
from viewer.scene.ink.marks import Shape, Stroke, Words

MEASURER = FakeMeasurer()


def test_nothing_has_no_extent() -> None:
    assert extent_of((), MEASURER) is None
    assert extent_of((Shape((MoveTo(Point(1, 1)), LineTo(Point(2, 2)))),), MEASURER) is None


def test_a_curve_is_measured_where_it_runs_not_where_its_handles_stand() -> None:
    arch = (MoveTo(Point(0, 0)), CurveTo(Point(0, 100), Point(100, 100), Point(100, 0)))
    assert extent_of((Shape(arch, fill="#000000"),), MEASURER) == pytest.approx(Box(0, 0, 100, 75))


def test_a_straight_curve_and_a_circle_are_measured_exactly() -> None:
    line = (MoveTo(Point(0, 0)), CurveTo(Point(10, 10), Point(20, 20), Point(30, 30)))
    assert extent_of((Shape(line, fill="#000000"),), MEASURER) == pytest.approx(Box(0, 0, 30, 30))
    circle = outline_of(Kind.ION, Box(5, 5, 40, 40))
    assert extent_of((Shape(circle, fill="#000000"),), MEASURER) == pytest.approx(Box(5, 5, 40, 40), abs=0.02)


def test_a_stroke_reaches_beyond_its_outline() -> None:
    line = (MoveTo(Point(0, 0)), LineTo(Point(10, 0)))
    box = extent_of((Shape(line, stroke=Stroke("#000000", 6)),), MEASURER)
    assert box is not None
    assert box.y <= -3
    assert box.bottom >= 3


@pytest.mark.parametrize(("anchor", "left"), [("start", 100), ("middle", 86), ("end", 72)])
def test_words_stand_where_their_anchor_says(anchor: str, left: float) -> None:
    words = Words("four", Point(100, 50), LABEL, "#000000", anchor)  # type: ignore[arg-type]
    box = words_extent(words, MEASURER)
    assert (box.x, box.width) == (left, 28)
    assert box.y < 40
    assert box.bottom > 50
