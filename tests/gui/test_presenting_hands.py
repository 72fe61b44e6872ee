"""The show under a hand: pen and rubber by mouse, choices by a click, and fingers that swipe, pinch and tap."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest

from tests.builders.theming import a_theme
from viewer.layout.geometry import Box, Point
from viewer.presenting.picture.pointing import Pointing
from viewer.presenting.state.show import Place, Sheet, Tool, Zoom

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from viewer.presenting.theatre import Theatre

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
A, B = QPoint(60, 60), QPoint(220, 140)


def drag(theatre: Theatre, start: QPoint, end: QPoint) -> None:
    window = theatre.audience
    QTest.mousePress(window, LEFT, pos=start)
    QTest.mouseMove(window, (start + end) / 2)
    QTest.mouseMove(window, end)
    QTest.mouseRelease(window, LEFT, pos=end)


@pytest.fixture(scope="module")
def screen() -> object:
    return QTest.createTouchDevice()


def swipe(theatre: Theatre, screen: object, start: QPoint, end: QPoint) -> None:
    window = theatre.audience
    QTest.touchEvent(window, screen).press(0, start).commit()  # type: ignore[call-overload, arg-type]
    QTest.touchEvent(window, screen).move(0, (start + end) / 2).commit()  # type: ignore[call-overload, arg-type]
    QTest.touchEvent(window, screen).move(0, end).commit()  # type: ignore[call-overload, arg-type]
    QTest.touchEvent(window, screen).release(0, end).commit()  # type: ignore[call-overload, arg-type]


def test_the_pen_draws_what_the_mouse_does_and_it_is_taken_back(theatre: Theatre) -> None:
    window = theatre.audience
    red = QColor(a_theme("light").danger)
    QTest.keyClick(window, Qt.Key.Key_I)
    drag(theatre, A, B)
    (stroke,) = theatre.show.look.strokes
    assert stroke.points[0] == window.camera.to_page(Point(A.x(), A.y()))
    assert window.grab().toImage().pixelColor((A + B) / 2) == red
    assert theatre.show.place == Place(0, 0)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert theatre.show.look.strokes == ()
    window.set_pointing(Pointing())
    assert window.grab().toImage().pixelColor((A + B) / 2) != red


def test_the_rubber_takes_what_it_is_dragged_over(theatre: Theatre) -> None:
    QTest.keyClick(theatre.audience, Qt.Key.Key_I)
    drag(theatre, A, B)
    QTest.keyClick(theatre.audience, Qt.Key.Key_U)
    assert theatre.show.tool is Tool.RUBBER
    drag(theatre, QPoint(A.x(), B.y()), QPoint(B.x(), A.y()))
    assert theatre.show.look.strokes == ()


def test_a_click_on_a_choice_takes_it(theatre: Theatre) -> None:
    theatre.press("PgDown")
    assert theatre.show.asking
    window = theatre.audience
    box = window.framed.words
    points = [QPoint(round(box.x) + 20, round(box.y) + y) for y in range(0, round(box.height), 4)]
    at = next(point for point in points if window.choice_at(QPointF(point)) == 2)
    QTest.mouseClick(window, LEFT, pos=at)
    assert theatre.show.picks == ((Place(0, 1), 2),)
    assert not theatre.show.asking


def test_a_click_with_shift_follows_the_way_from_what_is_selected(theatre: Theatre) -> None:
    theatre.press("3")
    theatre.press("Return")
    theatre.press("A")
    window = theatre.audience
    boxes = theatre.show.scene.layout.nodes

    def at(name: str) -> QPoint:
        return QPointF(*window.camera.to_view(boxes[name].box.centre)).toPoint()  # type: ignore[index]  # an id

    QTest.mouseClick(window, LEFT, pos=at("drug"))
    QTest.mouseClick(window, LEFT, Qt.KeyboardModifier.ShiftModifier, at("relief"))
    assert theatre.show.trace is not None
    assert window.words is not None
    assert "Ketamine → NMDA receptor → Relief" in window.words.text


def test_both_ends_of_a_way_are_typed(theatre: Theatre) -> None:
    theatre.press("3")
    theatre.press("Return")
    theatre.press("V")
    for words in ("ketam", "reli"):
        page = theatre.house.covers.page
        assert page is not None
        QTest.keyClicks(page.focusProxy(), words)
        QTest.keyClick(page.focusProxy(), Qt.Key.Key_Return)
    assert theatre.show.trace is not None
    assert theatre.show.sheet is Sheet.NONE
    assert theatre.house.covers.page is None


def test_the_quiz_is_chosen_by_a_click(theatre: Theatre) -> None:
    theatre.press("Q")
    page = theatre.house.covers.page
    assert page is not None
    row = page._row(2).center().toPoint()  # type: ignore[attr-defined]  # of the list of quizzes
    QTest.mouseClick(page, LEFT, pos=row)
    assert theatre.show.quiz is not None


def test_a_quiz_goes_on_in_a_map_that_is_enlarged_and_dragged(theatre: Theatre) -> None:
    window = theatre.audience
    theatre.press("Q")
    theatre.press("2")
    theatre.press("+")
    assert theatre.show.zoom != Zoom()
    points = [QPoint(x, y) for y in range(0, window.height(), 4) for x in range(0, window.width(), 8)]
    at = next(point for point in points if window.choice_at(QPointF(point)) == 2)
    words = window.framed.words
    before = theatre.show.zoom.middle
    free = next(point for point in points if not words.grown(40).holds(Box(point.x(), point.y(), 1, 1)))
    drag(theatre, free, free + QPoint(30, 20))
    assert theatre.show.zoom.middle != before
    assert theatre.show.quiz is not None
    assert not theatre.show.quiz.revealed
    # What lies under the words is not meant by a click on them, but their choice is.
    assert all(window.element_at(QPointF(p)) is None for p in points if window.choice_at(QPointF(p)) is not None)
    QTest.mouseClick(window, LEFT, pos=at)
    assert theatre.show.quiz.choice == 2


def test_a_swipe_goes_a_step_on_or_back(theatre: Theatre, screen: object) -> None:
    swipe(theatre, screen, QPoint(400, 100), QPoint(200, 110))
    assert theatre.show.place == Place(0, 1)
    swipe(theatre, screen, QPoint(200, 100), QPoint(400, 90))
    assert theatre.show.place == Place(0, 0)
    swipe(theatre, screen, QPoint(200, 100), QPoint(210, 300))
    assert theatre.show.place == Place(0, 0)


def test_a_tap_is_a_click(theatre: Theatre, screen: object) -> None:
    window = theatre.audience
    QTest.touchEvent(window, screen).press(0, QPoint(3, 3)).commit()  # type: ignore[call-overload, arg-type]
    QTest.touchEvent(window, screen).release(0, QPoint(3, 3)).commit()  # type: ignore[call-overload, arg-type]
    assert theatre.show.place == Place(0, 1)


def test_a_tap_chooses_from_a_list_and_closes_what_has_nothing_to_choose(theatre: Theatre, screen: object) -> None:
    def tap(at: QPoint) -> None:
        page = theatre.house.covers.page
        QTest.touchEvent(page, screen).press(0, at).commit()  # type: ignore[call-overload]
        QTest.touchEvent(page, screen).release(0, at).commit()  # type: ignore[call-overload]

    theatre.press("G")
    page = theatre.house.covers.page
    assert page is not None
    tap(page._row(2).center().toPoint())  # type: ignore[attr-defined]  # of the list of names
    assert theatre.show.place == Place(0, 2)
    theatre.press("?")
    tap(QPoint(100, 100))
    assert theatre.show.sheet is Sheet.NONE
    assert theatre.show.place == Place(0, 2)
    assert not theatre.show.over


def test_two_fingers_enlarge_and_no_step_is_taken(theatre: Theatre, screen: object) -> None:
    window = theatre.audience
    before = window.camera.scale

    def both(kind: str, apart: int) -> None:
        sequence = QTest.touchEvent(window, screen)  # type: ignore[call-overload]
        for finger, x in ((0, 300 - apart), (1, 300 + apart)):
            getattr(sequence, kind)(finger, QPoint(x, 200))
        sequence.commit()

    both("press", 50)
    both("move", 75)
    both("move", 100)
    both("release", 100)
    assert theatre.show.zoom != Zoom()
    assert window.camera.scale == pytest.approx(2 * before, rel=0.02)
    assert theatre.show.place == Place(0, 0)


def test_a_finger_draws_with_the_pen(theatre: Theatre, screen: object) -> None:
    theatre.press("I")
    swipe(theatre, screen, QPoint(400, 100), QPoint(200, 110))
    assert len(theatre.show.look.strokes) == 1
    assert theatre.show.place == Place(0, 0)


def test_the_pointer_hides_when_it_is_idle(qtbot: QtBot, theatre: Theatre) -> None:
    window = theatre.audience
    theatre.press("L")
    told: list[Pointing] = []
    window.hand.pointed.connect(told.append)
    for at in (A, B):
        moved = QMouseEvent(
            QEvent.Type.MouseMove, QPointF(at), QPointF(at), Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, NONE
        )
        QGuiApplication.sendEvent(window, moved)
    assert told[-1].at is not None
    window.hand._idle.setInterval(1)
    window.hand.rest()
    qtbot.waitUntil(lambda: told[-1] == Pointing())
    assert window.cursor().shape() is Qt.CursorShape.BlankCursor
