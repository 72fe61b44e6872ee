"""The documents of the window: switched, removed and put back, skipped, and remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.builders.windows import Room, a_desk, a_room
from viewer.ui.library.document_list import DocumentList
from viewer.ui.library.skipped_sheet import SkippedSheet
from viewer.ui.parts.row_button import RowButton
from viewer.ui.parts.section_heading import SIDE
from viewer.ui.strips.notice_row import NoticeRow

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

# The screen that is none has no keyboard to grab, and nothing to raise a menu over.
pytestmark = pytest.mark.qt_log_ignore("does not support")


def rows(room: Room) -> DocumentList:
    return room.main.library.findChild(DocumentList)


def said(room: Room) -> list[str]:
    model = rows(room).model()
    return [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]


def press_switch(room: Room, title: str) -> None:
    listed = rows(room)
    row = next(number for number, words in enumerate(said(room)) if words.startswith(title))
    index = listed.model().index(row, 0)
    listed.scrollTo(index)
    spot = QPoint(SIDE + 6, listed.visualRect(index).center().y())
    room.qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def documents(room: Room) -> set[str]:
    return {card.excerpt.document_id for card in room.passages}


def test_passages_of_a_document_that_is_switched_off_go_at_once_and_come_back(room: Room) -> None:
    room.click("nmda")
    room.until(lambda: documents(room) == {"primer", "reply"})
    press_switch(room, "The reply")
    room.until(lambda: documents(room) == {"primer"})
    assert [words for words in said(room) if words.startswith("The reply")] == ["The reply, off"]
    found: list[int] = []
    room.session.reading.searched.connect(lambda _words, result: found.append(result.total))
    room.session.reading.search("stays shut")
    room.until(lambda: found == [0])
    press_switch(room, "The reply")
    room.until(lambda: documents(room) == {"primer", "reply"})


def test_quotes_of_a_document_that_is_off_are_told_as_that(room: Room) -> None:
    room.click("raise")
    room.until_passages()
    press_switch(room, "The reply")
    room.until(lambda: "1 quote stands in documents that are switched off." in room.words)


def test_what_is_off_stays_off_after_a_restart(own_folders: Path, qtbot: QtBot) -> None:
    a_desk(own_folders)
    with a_room(own_folders, qtbot) as room:
        room.until_read()
        press_switch(room, "The reply")
    with a_room(own_folders, qtbot) as room:
        room.until_read()
        assert "The reply, off" in said(room)
        room.click("nmda")
        room.until_passages()
        assert documents(room) == {"primer"}


def test_a_document_is_removed_by_a_key_and_put_back(room: Room, own_folders: Path) -> None:
    more = own_folders / "more.md"
    more.write_text("# More\n\nThe NMDA receptor once more.\n")
    room.main.library.paths_dropped.emit((more,))
    room.until(lambda: len(room.session.reading.shelf.entries) == 3)
    assert said(room)[:3] == ["Single documents, 1 document", "More", "With the program, 2 documents"]
    rows(room).setCurrentIndex(rows(room).model().index(1, 0))
    rows(room).setFocus()
    room.key(Qt.Key.Key_Delete)
    room.until(lambda: len(room.session.reading.shelf.entries) == 2)
    assert more.is_file()
    notice = next(row for row in room.main.findChildren(NoticeRow) if "stays on the disk" in row.notice.text)
    assert notice._act is not None
    notice._act.click()
    room.until(lambda: len(room.session.reading.shelf.entries) == 3)
    assert room.session.settings.value.documents == (str(more),)


def test_what_comes_with_the_program_is_not_removed(room: Room) -> None:
    rows(room).setCurrentIndex(rows(room).model().index(0, 0))
    rows(room).setFocus()
    room.key(Qt.Key.Key_Delete)
    assert any("Space switches it off" in row.notice.text for row in room.main.findChildren(NoticeRow))
    assert len(room.session.reading.shelf.entries) == 2


def test_skipped_files_are_listed_with_their_reason_and_follow_the_disk(room: Room, own_folders: Path) -> None:
    empty = own_folders / "documents" / "empty.md"
    empty.touch()
    room.until(lambda: len(room.session.reading.shelf.skipped) == 1)
    button = next(one for one in room.main.library.findChildren(RowButton) if one.text() == "1 file was skipped")
    button.click()
    sheet = room.main.findChild(SkippedSheet)
    assert sheet.isVisible()
    assert sheet._body.list.model().index(0, 0).data() == "empty.md: The file is empty."
    empty.write_text("# Filled\n\nIt has words now.\n")
    room.until(lambda: sheet._body.words.text() == "All files are read.")
    sheet.reject()
    assert not button.isVisible()


def test_a_folder_that_is_gone_or_empty_can_still_be_taken_out(room: Room, own_folders: Path) -> None:
    papers = own_folders / "papers"
    papers.mkdir()
    room.main.library.paths_dropped.emit((papers,))
    room.until(lambda: "papers, 0 documents" in said(room))
    papers.rmdir()
    room.until(lambda: len(room.session.reading.shelf.skipped) == 1)
    rows(room).setCurrentIndex(rows(room).model().index(said(room).index("papers, 0 documents"), 0))
    rows(room).setFocus()
    room.key(Qt.Key.Key_Delete)
    room.until(lambda: room.session.reading.shelf.skipped == ())
    assert room.session.settings.value.documents == ()
    assert "papers, 0 documents" not in said(room)
