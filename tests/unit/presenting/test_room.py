"""Who can read a step: capitals of 3 % are read at six picture heights, below 2 % they are not."""

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from tests.builders.shows import a_scene
from tests.builders.theming import a_measurer
from viewer.errors import Severity
from viewer.layout.geometry import LABEL
from viewer.presenting.picture.legible import CAPITAL
from viewer.presenting.room import TOO_MANY_WORDS, reading, readings
from viewer.scene.fonts import font_for


@pytest.mark.parametrize(
    ("scale", "severity"),
    [(3.4, None), (3.0, Severity.WARNING), (2.3, Severity.WARNING), (2.15, Severity.ERROR), (0.8, Severity.ERROR)],
)
def test_small_capitals_are_told(scale: float, severity: Severity | None) -> None:
    found = reading("A step", scale, 1080, 4)
    assert found.severity is severity
    assert bool(found.advice) is (severity is not None)


def test_the_reach_is_two_hundred_capitals() -> None:
    found = reading("A step", 3.4, 1080, 4)
    assert found.reach == pytest.approx(200 * CAPITAL * LABEL.pixels * 3.4 / 1080)


@pytest.mark.parametrize(("share", "row"), [(0.03, 12), (0.02, 8), (0.01, 4)])
def test_the_reach_is_told_in_rows_of_seats(share: float, row: int) -> None:
    assert reading("A step", share * 1080 / (CAPITAL * LABEL.pixels), 1080, 4).row == row


def test_a_crowded_step_is_to_be_split() -> None:
    assert "5 steps" in reading("A step", 1.0, 1080, 20).advice


def test_the_capital_is_the_font_s(qapp: QApplication) -> None:
    a_measurer()
    assert QFontMetricsF(font_for(LABEL)).capHeight() / LABEL.pixels == pytest.approx(CAPITAL, abs=0.005)


def test_every_step_but_the_legend_is_read_alike_on_screens_of_one_shape() -> None:
    scene = a_scene(legend=True)
    large = readings(scene, (1920, 1080), lambda _halt, width: 60000 / width)
    small = readings(scene, (1280, 720), lambda _halt, width: 40000 / width * 2 / 3)
    assert [one.title for one in large] == ["The receptor", "The block", "Relief"]
    assert [one.share for one in large] == pytest.approx([one.share for one in small], rel=0.01)


def test_words_that_had_to_be_set_smaller_are_told() -> None:
    scene = a_scene()
    small = readings(scene, (1920, 1080), lambda _halt, width: 60000 / width, lambda halt, _width: 0.8 if halt else 1)
    told = [one.advice == TOO_MANY_WORDS for one in small if one.severity is None or one.advice == TOO_MANY_WORDS]
    assert True in told
    assert small[0].advice != TOO_MANY_WORDS
