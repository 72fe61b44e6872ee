"""The show on a screen, driven as a person drives it: by a clicker, by keys, by a mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from tests.builders.diagrams import a_diagram
from tests.builders.shows import SECRET, a_drawn_scene, a_theatre, an_open_theatre
from tests.builders.theming import a_measurer, a_theme
from viewer.layout.engine import Engine
from viewer.layout.geometry import Box
from viewer.presenting.picture.inked import ink_boxes
from viewer.presenting.state.scene import scene_of
from viewer.presenting.state.show import Blank, Place
from viewer.presenting.windows.announcing import Announcer
from viewer.scene.states import State
from viewer.scene.view.tips import tip_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from viewer.presenting.theatre import Theatre

NEXT, BACK, BLACK, START, END = (
    Qt.Key.Key_PageDown,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_Period,
    Qt.Key.Key_F5,
    Qt.Key.Key_Escape,
)


@pytest.fixture
def theatre(qtbot: QtBot, beside: QWidget) -> Iterator[Theatre]:
    with an_open_theatre(qtbot, beside, a_drawn_scene(), a_drawn_scene("second")) as made:
        yield made


def test_after_the_last_step_the_screen_says_that_this_is_the_end(qtbot: QtBot, theatre: Theatre) -> None:
    window = theatre.audience
    QTest.keyClick(window, Qt.Key.Key_End)
    last = theatre.show.place
    black = QColor(Qt.GlobalColor.black)
    for _ in range(3):
        QTest.keyClick(window, NEXT)
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert theatre.show.blank is Blank.END
    image = window.grab().toImage()
    assert image.pixelColor(5, 5) == black
    row = image.height() // 2 - round(48 * window.unit)
    assert any(image.pixelColor(x, y) != black for x in range(image.width()) for y in range(row - 8, row + 8))
    QTest.keyClick(window, BACK)
    assert theatre.show.blank is Blank.NONE
    assert theatre.show.place == last
    QTest.keyClick(window, NEXT)
    with qtbot.waitSignal(theatre.left):
        QTest.keyClick(window, END)


def test_the_end_names_the_keys_that_are_in_use(qtbot: QtBot, beside: QWidget) -> None:
    pictures = []
    for changes, key, words in (
        ((), Qt.Key.Key_PageUp, "Page Up goes back, Esc leaves the show"),
        (("previous=J",), Qt.Key.Key_J, "J goes back, Esc leaves the show"),
    ):
        with an_open_theatre(qtbot, beside, a_drawn_scene(), changes=changes) as theatre:
            window = theatre.audience
            assert window.ways == words
            QTest.keyClick(window, Qt.Key.Key_End)
            for _ in range(3):
                QTest.keyClick(window, NEXT)
            assert theatre.show.blank is Blank.END
            pictures.append(window.grab().toImage())
            QTest.keyClick(window, key)
            assert theatre.show.blank is Blank.NONE
    assert pictures[0] != pictures[1]


def test_a_whole_lesson_is_driven_by_the_five_keys_of_a_clicker(qtbot: QtBot, theatre: Theatre) -> None:
    window = theatre.audience
    places = [theatre.show.place]
    with qtbot.waitSignal(theatre.left) as left:
        QTest.keyClick(window, START)  # alternates with the end key: a second start does nothing
        for _ in range(4):
            QTest.keyClick(window, NEXT)
            places.append(theatre.show.place)
        QTest.keyClick(window, BLACK, Qt.KeyboardModifier.NoModifier)
        assert theatre.show.blank is Blank.BLACK
        assert window.grab().toImage().pixelColor(400, 300) == QColor(Qt.GlobalColor.black)
        QTest.keyClick(window, NEXT)
        assert theatre.show.blank is Blank.NONE
        assert theatre.show.place == places[-1]
        QTest.keyClick(window, BACK)
        assert theatre.show.place == Place(0, 1)
        for _ in range(12):
            QTest.keyClick(window, NEXT)
        assert theatre.show.place == Place(1, 2)
        QTest.keyClick(window, END)
    assert places == [Place(0, 0), Place(0, 1), Place(0, 1), Place(0, 2), Place(0, 2)]
    assert left.args == ["second", 3]


def test_the_current_step_is_lifted_the_seen_is_normal_the_rest_is_hidden(theatre: Theatre) -> None:
    theatre.become(theatre.show)
    theatre.press("2")
    theatre.press("Return")
    theatre.press("Home")
    theatre.press("PgDown")
    theatre.press("PgDown")
    picture = theatre.audience.picture
    assert picture is not None
    assert picture.shown is not None
    assert "relief" not in picture.shown
    states = picture._states
    assert states["drug"] is State.CURRENT
    assert "glycine" not in states


def test_nothing_moves_but_the_camera(theatre: Theatre) -> None:
    before = theatre.show.scene.layout
    for _ in range(4):
        theatre.press("PgDown")
        assert theatre.audience.picture is not None
        assert theatre.audience.picture.layout.bounds == before.bounds
        assert {name: place.box for name, place in before.nodes.items()} == {
            name: place.box for name, place in theatre.audience.picture.layout.nodes.items()
        }


def test_the_words_cover_nothing_of_the_step(theatre: Theatre) -> None:
    window = theatre.audience
    for _ in range(5):
        theatre.press("PgDown")
        look, picture = window.look, window.picture
        assert look is not None
        assert picture is not None
        focus = theatre.show.scenes[look.place.scene].focus(look.place.halt)
        words = window.framed.words
        for box in ink_boxes(picture.diagram, picture.layout, focus & frozenset(picture.layout.nodes)):
            corner = window.camera.to_view(box.centre._replace(x=box.x, y=box.y))
            scale = window.camera.scale
            assert not words.overlaps(Box(corner.x, corner.y, box.width * scale, box.height * scale)) or any(
                box in (place.title, *_sides(place.box)) for place in picture.layout.groups.values()
            )


def _sides(box: Box) -> tuple[Box, ...]:
    return (
        Box(box.x, box.y, box.width, 4),
        Box(box.x, box.bottom - 4, box.width, 4),
        Box(box.x, box.y, 4, box.height),
        Box(box.right - 4, box.y, 4, box.height),
    )


def test_what_waits_for_an_answer_is_told_nowhere(theatre: Theatre) -> None:
    window = theatre.audience
    theatre.press("PgDown")
    assert theatre.show.asking
    picture = window.picture
    assert picture is not None
    told = [window.windowTitle(), window.accessibleName(), window.toolTip()]
    told.extend(line for element in picture.diagram.elements for line in tip_lines(picture.diagram, element))
    told.extend(picture.diagram.sentence(edge) for edge in picture.diagram.edges)
    told.extend(step.caption for step in picture.diagram.steps)
    assert not [words for words in told if SECRET in words]
    assert "What does ketamine do?" in window.accessibleName()
    theatre.press("PgDown")
    assert SECRET in window.accessibleName()


def test_a_click_on_a_node_selects_it_and_beside_it_goes_on(theatre: Theatre) -> None:
    window = theatre.audience
    box = theatre.show.scene.layout.nodes["glycine"].box  # type: ignore[index]  # an id of the story
    at = QPointF(*window.camera.to_view(box.centre)).toPoint()
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=at)
    assert theatre.show.selected == "glycine"
    assert theatre.show.place == Place(0, 0)
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert theatre.show.place == Place(0, 1)


def test_a_band_is_zoomed_into_and_escape_gives_the_frame_back(theatre: Theatre) -> None:
    window = theatre.audience
    frame = window.camera
    QTest.keyClick(window, Qt.Key.Key_Z)
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    QTest.mouseMove(window, QPoint(200, 160))
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=QPoint(200, 160))
    assert window.camera.scale > frame.scale
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.camera == frame


def test_the_show_is_light_and_dark_by_choice(theatre: Theatre) -> None:
    corner = QPoint(4, 4)
    assert theatre.audience.grab().toImage().pixelColor(corner) == QColor(a_theme("light").canvas)
    QTest.keyClick(theatre.audience, Qt.Key.Key_D)
    assert theatre.audience.grab().toImage().pixelColor(corner) == QColor(a_theme("dark").canvas)
    QTest.keyClick(theatre.audience, Qt.Key.Key_D)
    assert theatre.audience.grab().toImage().pixelColor(corner) == QColor(a_theme("contrast").canvas)
    QTest.keyClick(theatre.audience, Qt.Key.Key_D)
    assert theatre.audience.grab().toImage().pixelColor(corner) == QColor(a_theme("light").canvas)


def test_signs_are_known_by_what_they_are_not_by_the_keys_that_reach_them(theatre: Theatre) -> None:
    QTest.keyClick(theatre.audience, Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    assert theatre.show.sheet.value == "keys"
    QTest.keyClick(theatre.audience, Qt.Key.Key_Escape)
    QTest.keyClick(theatre.audience, Qt.Key.Key_Tab)
    assert theatre.show.sheet.value == "overview"


def test_typed_figures_are_forgotten_after_a_while(qtbot: QtBot, theatre: Theatre) -> None:
    theatre._digits.setInterval(1)
    QTest.keyClick(theatre.audience, Qt.Key.Key_2)
    assert theatre.show.digits == "2"
    qtbot.waitUntil(lambda: theatre.show.digits == "")


def test_single_letters_can_be_switched_off(qtbot: QtBot, beside: QWidget) -> None:
    theatre = a_theatre(letters=False)
    theatre.open(beside)
    QTest.keyClick(theatre.audience, Qt.Key.Key_N)
    assert theatre.show.place == Place(0, 0)
    QTest.keyClick(theatre.audience, Qt.Key.Key_PageDown)
    assert theatre.show.place == Place(0, 1)
    theatre.close()


def test_a_diagram_without_steps_gets_a_story(qtbot: QtBot, beside: QWidget) -> None:
    diagram = a_diagram(("a", "b", "c"), (("a", "b"), ("b", "c")))
    theatre = a_theatre(scene_of(diagram, Engine().layout(diagram, a_measurer())))
    theatre.open(beside)
    assert theatre.audience.words is not None
    assert "a activates b" in theatre.audience.words.text
    theatre.close()


def test_on_one_screen_nothing_is_held(theatre: Theatre) -> None:
    theatre.press("F")
    theatre.press("PgDown")
    assert theatre.audience.look is not None
    assert theatre.audience.look.place == Place(0, 1)


def test_every_step_is_said_to_a_screen_reader_once(theatre: Theatre) -> None:
    said: list[str] = []
    theatre.house.announcer = Announcer(lambda event: said.append(event.message()), lambda: True)
    theatre.press("PgDown")
    theatre.press("L")
    theatre.press("PgDown")
    theatre.press("PgUp")
    assert [words.splitlines()[0] for words in said] == [
        "What does ketamine do?",
        "Question: What does ketamine do?",
        "Glycine binds.",
    ]
    assert said[1].splitlines()[1] == "Answer: B  It shuts it"
    assert SECRET not in said[0]


def test_a_word_is_painted_whole_or_not_at_all(theatre: Theatre) -> None:
    window = theatre.audience
    theatre.press("3")
    theatre.press("Return")
    picture = window.picture
    assert picture is not None
    assert picture.room is not None
    seen = window.camera.seen(window.width(), window.height())
    assert seen.grown(1).holds(picture.room)
    theatre.press("+")
    assert picture.room is None
