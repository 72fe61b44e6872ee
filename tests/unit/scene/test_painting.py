"""Ink on a device: what is painted is what was told, no more and no less."""

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPdfWriter

from tests.builders.images import picture_of
from tests.builders.theming import a_measurer
from viewer.layout.geometry import LABEL, Box, Point
from viewer.layout.outlines import LineTo, MoveTo, rounded
from viewer.scene.ink.marks import Ink, Shape, Stroke, Words
from viewer.scene.painting import Compiled, paint
from viewer.scene.text_metrics import QtMeasurer

WHITE, RED, BLUE = "#ffffff", "#ff0000", "#0000ff"
SQUARE = rounded(Box(20, 20, 40, 40), 0)


@pytest.fixture(autouse=True)
def measurer(qapp: QGuiApplication) -> QtMeasurer:
    return a_measurer()


def _colour(ink: Ink, x: int, y: int) -> str:
    return picture_of(ink, 100, 100, WHITE).pixelColor(x, y).name()


def test_fill_and_stroke_have_their_colours() -> None:
    ink = (Shape(SQUARE, RED, Stroke(BLUE, 6)),)
    assert _colour(ink, 40, 40) == RED
    assert _colour(ink, 20, 40) == BLUE
    assert _colour(ink, 10, 40) == WHITE


def test_later_marks_lie_over_earlier_ones() -> None:
    assert _colour((Shape(SQUARE, RED), Shape(SQUARE, BLUE)), 40, 40) == BLUE


def test_opacity_lets_the_ground_through_and_ends_with_its_shape() -> None:
    ink = (Shape(SQUARE, BLUE, opacity=0.5), Shape(rounded(Box(70, 20, 20, 20), 0), BLUE))
    assert QColor(_colour(ink, 40, 40)).red() == pytest.approx(127, abs=2)
    assert _colour(ink, 80, 30) == BLUE


def test_dashes_are_pixels_whatever_the_width() -> None:
    line = (MoveTo(Point(0, 50)), LineTo(Point(100, 50)))
    ink = (Shape(line, stroke=Stroke(RED, 4, (20, 20))),)
    assert [_colour(ink, x, 50) for x in (10, 30, 50, 70)] == [RED, WHITE, RED, WHITE]


@pytest.mark.parametrize(("anchor", "left", "right"), [("start", 50, 80), ("middle", 35, 65), ("end", 20, 50)])
def test_words_stand_where_their_anchor_says(anchor: str, left: int, right: int, measurer: QtMeasurer) -> None:
    ink = (Words("llllllll", Point(50, 60), LABEL, "#000000", anchor),)  # type: ignore[arg-type]
    width = measurer.width("llllllll", LABEL)
    image = picture_of(ink, 100, 100, WHITE)
    dark = [x for x in range(100) for y in range(45, 62) if image.pixelColor(x, y).lightness() < 128]
    start = {"start": 50.0, "middle": 50 - width / 2, "end": 50 - width}[anchor]
    assert start - 1 <= min(dark) <= start + 4
    assert start + width - 4 <= max(dark) + 1 <= start + width + 1


def test_letters_stand_on_their_base_line() -> None:
    image = picture_of((Words("HHH", Point(50, 60), LABEL, "#000000"),), 100, 100, WHITE)
    dark = [y for y in range(100) for x in range(100) if image.pixelColor(x, y).lightness() < 128]
    assert max(dark) in (59, 60)


def test_a_halo_clears_what_lies_under_the_words() -> None:
    field = Shape(rounded(Box(0, 0, 100, 100), 0), BLUE)
    plain = (field, Words("il", Point(50, 50), LABEL, RED))
    clear = (field, Words("il", Point(50, 50), LABEL, RED, halo=WHITE))
    assert _colour(plain, 45, 46) == BLUE
    assert _colour(clear, 45, 46) == WHITE
    assert _colour(clear, 20, 46) == BLUE


def test_markup_is_only_text(measurer: QtMeasurer) -> None:
    bold = picture_of((Words("<b>x</b> &amp;", Point(50, 50), LABEL, "#000000"),), 100, 100, WHITE)
    plain = picture_of((Words("x &", Point(50, 50), LABEL, "#000000"),), 100, 100, WHITE)
    assert bold != plain
    bounds = Compiled((Words("<b>x</b> &amp;", Point(0, 0), LABEL, "#000000"),)).bounds
    assert bounds.width() == pytest.approx(measurer.width("<b>x</b> &amp;", LABEL), abs=3)


def test_nothing_is_painted_outside_the_bounds() -> None:
    ink: Ink = (
        Shape((MoveTo(Point(30, 60)), LineTo(Point(50, 35)), LineTo(Point(70, 60))), stroke=Stroke(RED, 8)),
        Words("Ågy", Point(50, 80), LABEL, "#000000"),
    )
    bounds = Compiled(ink).bounds
    image = picture_of(ink, 100, 100, WHITE)
    for y in range(100):
        for x in range(100):
            if image.pixelColor(x, y).name() != WHITE:
                assert bounds.adjusted(-1, -1, 1, 1).contains(x, y)


def test_words_can_be_left_out() -> None:
    compiled = Compiled((Shape(SQUARE, RED), Words("HHHH", Point(40, 45), LABEL, BLUE)))
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    compiled.paint(painter, words=False)
    painter.end()
    assert {image.pixelColor(x, 40).name() for x in range(25, 55)} == {RED}


def test_paint_puts_ink_down_at_once() -> None:
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint(painter, (Shape(SQUARE, RED),))
    painter.end()
    assert image.pixelColor(40, 40).name() == RED


def test_words_stay_words_in_a_pdf(tmp_path: Path) -> None:
    file = QBuffer()
    file.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(file)
    painter = QPainter(writer)
    paint(painter, (Words("Glutamate", Point(100, 100), LABEL, "#000000"),))
    painter.end()
    assert b"/ToUnicode" in file.data().data()
