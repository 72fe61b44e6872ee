"""The mini-map: there while not all is in sight, and a way to move."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.builders.diagrams import a_diagram
from tests.builders.layouts import a_layout
from tests.builders.theming import a_measurer, a_theme
from viewer.layout.geometry import Box
from viewer.scene.view.picture import Picture
from viewer.ui.canvas.mini_map import MiniMap

DIAGRAM = a_diagram("abcd", [("a", "b"), ("b", "c"), ("c", "d")])


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[QWidget]:
    a_measurer()
    room = QWidget()
    room.resize(600, 500)
    qtbot.addWidget(room)
    room.show()
    yield room
    room.close()


def test_it_hides_while_everything_is_in_sight(room: QWidget) -> None:
    picture, small = Picture(DIAGRAM, a_layout(DIAGRAM), a_theme()), MiniMap(room)
    small.show_view(picture, picture.bounds.grown(10))
    assert small.isHidden()
    small.show_view(picture, Box(picture.bounds.x, picture.bounds.y, 20, 20))
    assert small.isVisible()
    small.show_view(None, picture.bounds)
    assert small.isHidden()


def test_it_stays_away_where_it_would_cover_a_third_of_the_view(room: QWidget) -> None:
    picture, small = Picture(DIAGRAM, a_layout(DIAGRAM), a_theme()), MiniMap(room)
    part = Box(picture.bounds.x, picture.bounds.y, 20, 20)
    small.show_view(picture, part)
    assert small.isVisible()
    room.resize(small.width() * 2, small.height() * 2)
    small.show_view(picture, part)
    assert small.isHidden()


def test_it_lies_in_the_corner_and_a_click_asks_for_that_place(qtbot: QtBot, room: QWidget) -> None:
    picture, small = Picture(DIAGRAM, a_layout(DIAGRAM), a_theme()), MiniMap(room)
    small.show_view(picture, Box(picture.bounds.x, picture.bounds.y, 20, 20))
    assert room.rect().contains(small.geometry())
    assert small.geometry().right() > room.width() - 20
    with qtbot.waitSignal(small.point_requested) as told:
        qtbot.mouseClick(small, Qt.MouseButton.LeftButton, pos=QPoint(small.width() // 2, small.height() // 2))
    centre = picture.bounds.centre
    assert told.args[0].x == pytest.approx(centre.x, abs=picture.bounds.height / 40)
    assert told.args[0].y == pytest.approx(centre.y, abs=picture.bounds.height / 40)


def test_it_shows_the_diagram_and_the_frame(room: QWidget) -> None:
    picture, small = Picture(DIAGRAM, a_layout(DIAGRAM), a_theme()), MiniMap(room)
    small.show_view(picture, Box(picture.bounds.x, picture.bounds.y, 30, 30))
    one = small.grab().toImage()
    small.show_view(picture, Box(picture.bounds.x, picture.bounds.bottom - 30, 30, 30))
    assert small.grab().toImage() != one
