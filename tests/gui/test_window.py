"""The whole window, as one meets it: what a click, a double click and the keys do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from viewer.model.diagram import ElementId
from viewer.scene.states import State
from viewer.scene.view.picture import Picture
from viewer.ui.canvas.step_bar import StepBar
from viewer.ui.excerpts.excerpt_card import ExcerptCard

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPaintEvent

    from tests.builders.windows import Room


def test_a_click_on_a_node_says_what_it_is_and_what_the_documents_say(room: Room) -> None:
    room.click("nmda")
    room.until_passages()
    assert "NMDA receptor" in room.words
    assert "NMDAR" in room.words
    assert any("blocks the NMDA receptor" in card.words for card in room.passages)


def test_a_click_on_an_arrow_has_the_sentence_as_heading(room: Room) -> None:
    room.click("block")
    room.until_passages()
    assert "Ketamine blocks NMDA receptor" in room.words
    assert "Ketamine blocks the NMDA receptor within minutes." in room.passages[0].words


def test_what_the_documents_say_of_a_click_is_painted_before_the_picture_lifts_it(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.click("nmda")
    room.until_passages()
    room.click("block")  # both are known from here on
    room.until_passages()
    done: list[str] = []
    paint, lift = ExcerptCard.paintEvent, Picture.set_states

    def painting(card: ExcerptCard, event: QPaintEvent) -> None:
        done.append("passage")
        paint(card, event)

    def lifting(picture: Picture, states: Mapping[ElementId, State]) -> object:
        if states.get(ElementId("nmda")) is State.SELECTED:
            done.append("lift")
        return lift(picture, states)

    monkeypatch.setattr(ExcerptCard, "paintEvent", painting)
    monkeypatch.setattr(Picture, "set_states", lifting)
    room.click("nmda")
    room.until(lambda: {"passage", "lift"} <= set(done))
    assert done[0] == "passage"


def test_what_is_disputed_stands_for_and_against(room: Room) -> None:
    room.click("raise")
    room.until_passages()
    assert {"For", "Against"} <= set(room.words)


def test_a_click_on_the_paper_clears(room: Room) -> None:
    room.click("nmda")
    room.qtbot.mouseClick(room.view, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert room.session.selection is None
    assert room.words == ["Click anything in the diagram, or go to it with the arrow keys."]


def test_a_drag_moves_the_page_and_selects_nothing(room: Room) -> None:
    before = room.place_of("nmda")
    room.qtbot.mousePress(room.view, Qt.MouseButton.LeftButton, pos=before)
    room.qtbot.mouseMove(room.view, before + QPoint(30, 20))
    room.qtbot.mouseMove(room.view, before + QPoint(60, 40))
    room.qtbot.mouseRelease(room.view, Qt.MouseButton.LeftButton, pos=before + QPoint(60, 40))
    assert room.session.selection is None
    assert room.place_of("nmda") != before


@pytest.mark.parametrize("way", [QPoint(2000, 1500), QPoint(-2000, 1500), QPoint(-2000, -1500)], ids=str)
@pytest.mark.parametrize("zoom", [Qt.Key.Key_Home, Qt.Key.Key_Plus, Qt.Key.Key_Minus])
def test_the_diagram_cannot_be_dragged_out_of_sight(room: Room, way: QPoint, zoom: Qt.Key) -> None:
    for _ in range(3):
        room.key(zoom)
    room.until(lambda: room.view._flight.goal is None)
    view, middle = room.view, room.view.rect().center()
    room.qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=middle)
    room.qtbot.mouseMove(view, middle + way / 10)
    room.qtbot.mouseMove(view, middle + way)
    room.qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=middle + way)
    page, seen = view.picture.bounds, view.camera.seen(view.width(), view.height())
    across = min(page.right, seen.right) - max(page.x, seen.x)
    down = min(page.bottom, seen.bottom) - max(page.y, seen.y)
    assert across >= min(page.width, seen.width / 2) - 1
    assert down >= min(page.height, seen.height / 2) - 1


def test_a_double_click_opens_the_diagram_behind_a_node_and_the_keys_go_back_and_forward(room: Room) -> None:
    room.double_click("nmda")
    room.until_open("inside")
    room.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    room.until_open("story")
    assert room.session.selection == "nmda"
    room.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    room.until_open("inside")
    assert room.main.windowTitle().startswith("Inside the receptor")


def test_enter_opens_the_diagram_behind_a_node_else_goes_to_the_passages(room: Room) -> None:
    room.click("drug")
    room.until_passages()
    room.key(Qt.Key.Key_Return)
    assert room.main.excerpts.isAncestorOf(room.focus)
    room.click("nmda")
    room.key(Qt.Key.Key_Return)
    room.until_open("inside")


def test_the_pointer_becomes_a_hand_over_a_step_that_a_click_shows(room: Room) -> None:
    steps = room.main.findChild(StepBar)
    dot = steps._centres()[0].toPoint()
    for place, shape in ((QPoint(2, dot.y()), Qt.CursorShape.ArrowCursor), (dot, Qt.CursorShape.PointingHandCursor)):
        room.qtbot.mouseMove(steps, place)
        assert steps.cursor().shape() == shape
    room.qtbot.mouseClick(steps, Qt.MouseButton.LeftButton, pos=dot)
    assert room.main.canvas.step == 1


def test_enter_without_a_selection_leaves_the_keyboard_where_it_can_walk(room: Room) -> None:
    room.view.setFocus()
    room.key(Qt.Key.Key_Return)
    room.key(Qt.Key.Key_Down)
    assert room.session.selection is not None


def test_the_keys_walk_from_element_to_element(room: Room) -> None:
    room.click("drug")
    room.key(Qt.Key.Key_BracketRight)
    assert room.session.selection in {"block", "raise"}
    room.key(Qt.Key.Key_BracketRight)
    assert room.session.selection in {"nmda", "firing"}
    room.key(Qt.Key.Key_Escape)
    assert room.session.selection is None
    room.key(Qt.Key.Key_Down)
    assert room.session.selection is not None


def test_find_goes_to_what_was_typed(room: Room) -> None:
    room.ctrl(Qt.Key.Key_F)
    room.qtbot.keyClicks(room.focus, "calcium")
    room.until(lambda: room.main.search.popup.isVisible())
    room.key(Qt.Key.Key_Return)
    room.until_open("inside")
    room.until(lambda: room.session.selection == "calcium")


@pytest.mark.parametrize("typed", ["b[]?", "a b", ".,+-0"])
def test_keys_of_the_window_are_letters_in_a_field(room: Room, typed: str) -> None:
    room.click("nmda")
    scale = room.view.camera.scale
    room.ctrl(Qt.Key.Key_F)
    room.qtbot.keyClicks(room.focus, typed)
    assert room.main.search.text() == typed
    assert room.session.selection == "nmda"
    assert room.view.camera.scale == scale
    assert room.main.canvas.step == 0


def test_the_steps_are_walked_by_keys_and_all_comes_again(room: Room) -> None:
    room.view.setFocus()
    room.key(Qt.Key.Key_PageDown)
    assert room.main.canvas.step == 1
    assert "drug" not in room.view.picture.shown
    room.key(Qt.Key.Key_PageDown)
    room.key(Qt.Key.Key_PageDown)
    assert room.main.canvas.step == 0
    assert room.view.picture.shown is None


def test_a_passage_opens_its_document_at_the_place_and_esc_comes_back(room: Room) -> None:
    room.click("block")
    room.until_passages()
    card = room.passages[0]
    room.qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.word_box("Open").center().toPoint())
    room.until(lambda: room.main.middle.currentWidget() is not room.main.canvas)
    reader = room.main.middle.currentWidget()
    room.until(lambda: reader.page.verticalScrollBar().value() > 0)
    room.until(lambda: reader.isAncestorOf(room.focus))
    room.key(Qt.Key.Key_Escape)
    assert room.main.middle.currentWidget() is room.main.canvas
    assert room.session.selection == "block"
    assert room.focus is room.view
