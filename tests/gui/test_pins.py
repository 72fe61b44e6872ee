"""Pinning and hiding passages in the window, by mouse and by keys, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from tests.builders.windows import STORY, Room, a_desk, a_room
from viewer.definitions.reader import read_definition
from viewer.model.diagram import ElementId
from viewer.model.evidence import Stance, Status
from viewer.ui.excerpts.excerpt_card import ExcerptCard
from viewer.ui.strips.notice_row import NoticeRow
from viewer.ui.typeset.text_button import GroupTitle, TextButton

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from viewer.ui.parts.flat_button import FlatButton


# The screen that is none has no keyboard to grab, and nothing to raise a menu over.
pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def room(room: Room) -> Room:
    """The window with the passages of an element."""
    return ready(room)


def ready(room: Room, element: str = "nmda") -> Room:
    room.until_read()
    room.click(element)
    room.until_passages()
    return room


def card(room: Room, words: str) -> ExcerptCard:
    return next(one for one in room.passages if words in one.excerpt.text)


def until_pinned(room: Room, words: str, stance: Stance = Stance.SUPPORTS) -> None:
    def first() -> bool:
        excerpt = room.passages[0].excerpt if room.passages else None
        return (
            excerpt is not None and words in excerpt.text and excerpt.pin is not None and excerpt.pin.stance is stance
        )

    room.until(first)


def press_word(room: Room, on: ExcerptCard, word: str) -> None:
    room.main.excerpts._area.ensureWidgetVisible(on)
    room.qtbot.mouseClick(on, Qt.MouseButton.LeftButton, pos=on.word_box(word).center().toPoint())


def titles(room: Room) -> list[str]:
    return [title.text() for title in room.main.excerpts.findChildren(GroupTitle) if title.isVisible()]


def notices(room: Room) -> list[NoticeRow]:
    return [row for row in room.main.findChildren(NoticeRow) if row.isVisible()]


def choose(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


def menu_of(room: Room, on: ExcerptCard) -> QMenu:
    press_word(room, on, "…")
    room.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_the_word_on_the_card_pins_and_unpins(room: Room) -> None:
    words = "needs glycine"
    assert room.passages[0].excerpt.pin is None
    press_word(room, card(room, words), "Pin")
    until_pinned(room, words)
    assert titles(room)[0] == "Pinned"
    assert "Pinned · supports" in room.passages[0].accessibleName()
    press_word(room, room.passages[0], "Unpin")
    room.until(lambda: "Pinned" not in titles(room))
    assert card(room, words).excerpt.pin is None


def test_a_key_pins_and_the_keyboard_stays_with_the_passage(room: Room) -> None:
    words = "needs glycine"
    card(room, words).setFocus()
    room.key(Qt.Key.Key_P)
    until_pinned(room, words)
    assert room.focus is room.passages[0]
    room.key(Qt.Key.Key_P)
    room.until(lambda: "Pinned" not in titles(room))
    assert isinstance(room.focus, ExcerptCard)
    assert words in room.focus.excerpt.text


def test_the_menu_gives_a_stance_and_changes_it(room: Room) -> None:
    words = "needs glycine"
    choose(menu_of(room, card(room, words)), "It disputes this")
    until_pinned(room, words, Stance.DISPUTES)
    assert not room.session.ready.diagram.elements[ElementId("nmda")].disputed  # the drawing is the definition's
    menu = menu_of(room, room.passages[0])
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["It disputes this"]
    choose(menu, "It gives context")
    until_pinned(room, words, Stance.CONTEXT)


def test_a_hidden_passage_goes_and_can_be_seen_and_shown_again(room: Room) -> None:
    words = "needs glycine"
    before = len(room.passages)
    card(room, words).setFocus()
    room.key(Qt.Key.Key_H)
    room.until(lambda: len(room.passages) == before - 1)
    assert isinstance(room.focus, ExcerptCard | GroupTitle)
    more = next(
        button for button in room.main.excerpts.findChildren(TextButton) if button.text() == "1 hidden — show"
    )
    more.click()
    room.until(lambda: "Hidden" in titles(room))
    press_word(room, card(room, words), "Show")
    room.until(lambda: "Hidden" not in titles(room))
    assert len(room.passages) == before


def test_hiding_is_taken_back_beside_its_notice_and_by_keys(room: Room) -> None:
    words = "needs glycine"
    before = [one.excerpt.text for one in room.passages]
    for take_back in (
        lambda: _verb(notices(room)[-1]).click(),
        lambda: room.ctrl(Qt.Key.Key_Z),
    ):
        card(room, words).setFocus()
        room.key(Qt.Key.Key_H)
        room.until(lambda: len(room.passages) == len(before) - 1)
        take_back()
        room.until(lambda: [one.excerpt.text for one in room.passages] == before)


def _verb(row: NoticeRow) -> FlatButton:
    assert row._act is not None
    assert row._act.text() == "Undo"
    return row._act


def test_a_quote_of_the_definition_can_be_pinned_and_not_hidden(room: Room) -> None:
    room.click("raise")
    room.until(lambda: any(one.excerpt.stance is not None for one in room.passages))
    quote = next(one for one in room.passages if one.excerpt.stance is Stance.DISPUTES)
    quote.setFocus()
    room.key(Qt.Key.Key_H)
    assert room.session.pinning.board.hidden == ()
    assert [row.notice.text for row in notices(room)] == [
        "The definition quotes this passage, so it cannot be hidden."
    ]
    room.key(Qt.Key.Key_P)
    room.until(lambda: any(one.excerpt.pin is not None for one in room.passages))
    assert "Pinned" not in titles(room)  # it stands where the texts disagree, once


def test_pins_outlive_the_window_and_a_change_of_the_document(own_folders: Path, qtbot: QtBot) -> None:
    a_desk(own_folders)
    words = "needs glycine"
    with a_room(own_folders, qtbot) as room:
        ready(room)
        card(room, words).setFocus()
        room.key(Qt.Key.Key_P)
        until_pinned(room, words)
    file = own_folders / "documents" / "primer.md"
    file.write_text("# The primer\n\nA new beginning.\n\n" + file.read_text())
    with a_room(own_folders, qtbot) as room:
        ready(room)
        until_pinned(room, words)
        assert room.passages[0].excerpt.status is Status.VERIFIED
        file.write_text("# The primer\n\nThe NMDA receptor is all that is left.\n")
        room.until(lambda: bool(room.passages) and room.passages[0].excerpt.status is Status.MISSING)
        assert "not in the document any more" in room.passages[0].accessibleName()
        assert words in room.passages[0].words


def test_pins_are_copied_as_yaml(room: Room) -> None:
    card(room, "needs glycine").setFocus()
    room.key(Qt.Key.Key_P)
    until_pinned(room, "needs glycine")
    room.main.actions_by_name["copy_pins"].trigger()
    assert QGuiApplication.clipboard().text() == (
        "# NMDA receptor\n"
        "evidence:\n"
        "  - document: primer\n"
        "    quote: The NMDA receptor needs glycine as well.\n"
        "    stance: supports\n"
    )


def test_pins_are_saved_into_a_copy_and_the_definition_stays(room: Room, own_folders: Path) -> None:
    choose(menu_of(room, card(room, "needs glycine")), "It disputes this")
    until_pinned(room, "needs glycine", Stance.DISPUTES)
    room.main.actions_by_name["save_pins"].trigger()
    dialog = room.main.findChild(QFileDialog)
    assert dialog is not None
    copy = own_folders / "kept.yaml"
    dialog.fileSelected.emit(str(copy))
    dialog.close()
    room.until(copy.is_file)
    element = read_definition(copy).diagram.elements[ElementId("nmda")]
    assert [(item.document, item.stance) for item in element.evidence] == [("primer", Stance.DISPUTES)]
    assert (own_folders / "diagrams" / "story.yaml").read_text() == STORY
    room.until(lambda: any("saved as evidence" in row.notice.text for row in notices(room)))
    row = next(row for row in notices(room) if "saved as evidence" in row.notice.text)
    assert row._act is not None
    row._act.click()
    room.until_open("kept")
    assert room.session.ready.diagram.elements[ElementId("nmda")].disputed


def test_pins_whose_words_are_gone_stay_behind_so_that_the_copy_is_sound(room: Room, own_folders: Path) -> None:
    for words in ("needs glycine", "stays shut"):
        card(room, words).setFocus()
        room.key(Qt.Key.Key_P)
        room.until(lambda words=words: card(room, words).excerpt.pin is not None)
    (own_folders / "documents" / "reply.md").write_text("# The reply\n\nThe NMDA receptor is another now.\n")
    room.until(lambda: any(one.excerpt.status is Status.MISSING for one in room.passages))
    copy = own_folders / "kept.yaml"
    room.window._wiring._library._pins.write_copy(copy)
    room.until(copy.is_file)
    element = read_definition(copy).diagram.elements[ElementId("nmda")]
    assert [item.document for item in element.evidence] == ["primer"]
    room.until(lambda: any("1 pin stayed behind" in row.notice.text for row in notices(room)))


def test_a_copy_that_cannot_be_written_says_so_and_leaves_nothing(room: Room, own_folders: Path) -> None:
    card(room, "needs glycine").setFocus()
    room.key(Qt.Key.Key_P)
    until_pinned(room, "needs glycine")
    room.window._wiring._library._pins.write_copy(own_folders / "nowhere" / "kept.yaml")
    room.until(lambda: any("does not exist" in row.notice.text for row in notices(room)))


def test_without_pins_saving_says_how_to_pin(room: Room) -> None:
    for name in ("save_pins", "copy_pins"):
        room.main.actions_by_name[name].trigger()
        assert any("choose Pin" in row.notice.text for row in notices(room))


def test_a_damaged_file_of_pins_is_told_and_kept(own_folders: Path, qtbot: QtBot) -> None:
    a_desk(own_folders)
    (own_folders / "config").mkdir()
    (own_folders / "config" / "pins.json").write_text("{")
    with a_room(own_folders, qtbot) as room:
        ready(room)
        room.until(lambda: any("was damaged" in row.notice.text for row in notices(room)))
        assert (own_folders / "config" / "pins.broken-1.json").read_text() == "{"


def test_what_was_unfolded_stays_so_when_a_passage_is_pinned(room: Room) -> None:
    title = next(one for one in room.main.excerpts.findChildren(GroupTitle) if one.text() == "The reply")
    title.click()
    room.until(lambda: "stays shut" not in " ".join(one.excerpt.text for one in room.passages))
    card(room, "needs glycine").setFocus()
    room.key(Qt.Key.Key_P)
    until_pinned(room, "needs glycine")
    assert "stays shut" not in " ".join(one.excerpt.text for one in room.passages)
