"""What a quiz hides is told nowhere: not by the window, its names, tips and lists, nor by the picture's shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from viewer.model.diagram import Edge
from viewer.presenting.picture.masking import UNKNOWN
from viewer.presenting.sheets.names import ends_in, names_in
from viewer.presenting.state.quiz import Mode
from viewer.presenting.state.speech import speech
from viewer.scene.view.tips import tip_lines

if TYPE_CHECKING:
    from viewer.presenting.theatre import Theatre

MODES = {mode: str(number) for number, mode in enumerate(Mode, start=1)}


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: QApplication) -> None:
    """What another test has copied was not told by the show."""
    qapp.clipboard().clear()


def told(theatre: Theatre) -> str:
    """Return everything that can be read, heard or copied while a question waits, but for the choices."""
    window, show = theatre.audience, theatre.show
    picture = window.picture
    assert picture is not None
    words = [window.windowTitle(), window.toolTip(), window.accessibleDescription(), window.whatsThis()]
    words += [line.text for line in speech(show.scene, show.look, None) if line.role != "choice"]
    words += [line for element in picture.diagram.elements for line in tip_lines(picture.diagram, element)]
    words += [picture.diagram.sentence(edge) for edge in picture.diagram.edges]
    words += [name.text for name in (*names_in(show), *ends_in(show))]
    words += [step.title + step.caption + step.notes for step in picture.diagram.steps]
    words += [picture.diagram.summary, QApplication.clipboard().text()]
    for place in picture.layout.nodes.values():
        words += place.lines
    for way in picture.layout.edges.values():
        words += way.lines
    return "\n".join(words)


@pytest.mark.parametrize("mode", [Mode.ALL_HIDDEN, Mode.ONE_HIDDEN], ids=str)
def test_a_hidden_name_is_told_nowhere(theatre: Theatre, mode: Mode) -> None:
    for key in ("Q", MODES[mode]):
        theatre.press(key)
    quiz = theatre.show.quiz
    assert quiz is not None
    for _ in quiz.questions:
        assert theatre.show.quiz is not None
        question = theatre.show.quiz.question
        assert question is not None
        assert question.right.casefold() not in told(theatre).casefold()
        theatre.press("PgDown")
        assert question.right in told(theatre)
        theatre.press("PgDown")


def test_what_is_to_be_found_is_named_in_the_question_alone(theatre: Theatre) -> None:
    for key in ("Q", MODES[Mode.WHERE]):
        theatre.press(key)
    assert theatre.show.quiz is not None
    question = theatre.show.quiz.question
    assert question is not None
    assert told(theatre).count(question.right) == 1


def test_a_hidden_sign_is_told_nowhere(theatre: Theatre) -> None:
    for key in ("Q", MODES[Mode.UP_OR_DOWN]):
        theatre.press(key)
    picture, quiz = theatre.audience.picture, theatre.show.quiz
    assert picture is not None
    assert quiz is not None
    for element in quiz.hidden:
        edge = theatre.show.scene.diagram.elements[element]
        assert isinstance(edge, Edge)
        assert edge.label not in told(theatre)
        assert edge.summary not in told(theatre)


def test_the_order_of_the_steps_is_told_nowhere(theatre: Theatre) -> None:
    for key in ("Q", MODES[Mode.ORDER]):
        theatre.press(key)
    words = told(theatre)
    assert not [step.title for step in theatre.show.scene.diagram.steps if step.title in words]


def test_hidden_nodes_look_alike(theatre: Theatre) -> None:
    for key in ("Q", MODES[Mode.WHERE]):
        theatre.press(key)
    picture = theatre.audience.picture
    assert picture is not None
    assert (
        len({node._replace(id=picture.diagram.nodes[0].id, compartment=None) for node in picture.diagram.nodes}) == 1
    )
    assert len({(place.box.width, place.box.height, place.lines) for place in picture.layout.nodes.values()}) == 1
    assert {node.label for node in picture.diagram.nodes} == {UNKNOWN}


@pytest.mark.parametrize("key", [Qt.Key.Key_O, Qt.Key.Key_G, Qt.Key.Key_E, Qt.Key.Key_V], ids=str)
def test_no_list_opens_over_a_quiz(theatre: Theatre, key: Qt.Key) -> None:
    for one in ("Q", MODES[Mode.ALL_HIDDEN]):
        theatre.press(one)
    QTest.keyClick(theatre.audience, key)
    assert theatre.house.covers.page is None


def test_a_hidden_node_cannot_be_selected(theatre: Theatre) -> None:
    for key in ("Q", MODES[Mode.ALL_HIDDEN]):
        theatre.press(key)
    window = theatre.audience
    picture = window.picture
    assert picture is not None
    for place in picture.layout.nodes.values():
        at = QPointF(*window.camera.to_view(place.box.centre)).toPoint()
        if window.rect().contains(at):
            QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(at))
            assert theatre.show.selected is None
