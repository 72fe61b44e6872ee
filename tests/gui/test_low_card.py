"""Notices and progress in the whole window: they lie over the picture, and the picture keeps its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt

from viewer.errors import Notice, Severity
from viewer.session.jobs import Progress
from viewer.ui.canvas.mini_map import MiniMap
from viewer.ui.parts.flat_button import FlatButton
from viewer.ui.parts.floating_card import SHADOW
from viewer.ui.strips.low_card import LowCard
from viewer.ui.strips.notice_row import NoticeRow
from viewer.ui.strips.progress_strip import ProgressStrip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.builders.windows import Room

_LONG = "The file cannot be written: the disk is full. " * 4


def _card(room: Room) -> LowCard:
    return room.main.findChild(LowCard)


def _place(widget: QWidget, room: Room) -> QRect:
    return QRect(widget.mapTo(room.main, QPoint(0, 0)), widget.size())


def _say_much(room: Room) -> None:
    room.session.notice_posted.emit(Notice("Written.", "one"))
    room.session.notice_posted.emit(Notice(_LONG, "two", Severity.ERROR))
    room.main.strips.tell_progress("layout", Progress("Laying out", 1, 3))
    room.until(lambda: room.main.findChild(ProgressStrip).isVisible())


@pytest.mark.parametrize("keys", [(), (Qt.Key.Key_Plus,), (Qt.Key.Key_Minus, Qt.Key.Key_Minus)], ids=str)
def test_the_picture_keeps_its_place_when_notices_and_progress_come_and_go(
    room: Room, keys: tuple[Qt.Key, ...]
) -> None:
    for key in keys:
        room.key(key)
    room.until(lambda: room.view._flight.goal is None)
    camera, size = room.view.camera, room.view.size()
    _say_much(room)
    assert (room.view.camera, room.view.size()) == (camera, size)
    room.main.strips.tell_progress("layout", None)
    room.until(lambda: not room.main.findChild(ProgressStrip).isVisible())
    assert _card(room).isVisible()
    for row in room.main.findChildren(NoticeRow):
        room.qtbot.mouseClick(row.findChild(FlatButton), Qt.MouseButton.LeftButton)
    room.until(lambda: not _card(room).isVisible())
    assert (room.view.camera, room.view.size()) == (camera, size)


def test_the_card_lies_inside_the_picture_in_a_window_of_any_size_with_all_of_its_words(room: Room) -> None:
    _say_much(room)
    for width, height in ((1280, 800), (820, 600), (1920, 1080)):
        room.main.resize(width, height)
        room.until(lambda: _place(room.view, room).contains(_place(_card(room), room)))
        rows = [row for row in room.main.findChildren(NoticeRow) if row.isVisible()]
        assert all(row.height() >= row.heightForWidth(row.width()) for row in rows)


def test_the_card_leaves_the_map_in_sight(room: Room) -> None:
    room.main.resize(1000, 700)
    for _ in range(8):
        room.key(Qt.Key.Key_Plus)
    room.until(lambda: room.main.findChild(MiniMap) is not None and room.main.findChild(MiniMap).isVisible())
    room.session.notice_posted.emit(Notice(_LONG, "two", Severity.ERROR))
    room.until(lambda: _card(room).isVisible())
    shadow = _place(_card(room), room).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
    assert not shadow.intersects(_place(room.main.findChild(MiniMap), room))


def test_the_card_stays_over_what_is_in_the_middle(room: Room) -> None:
    room.click("block")
    room.until_passages()
    room.session.notice_posted.emit(Notice("Written.", "one"))
    passage = room.passages[0]
    room.qtbot.mouseClick(passage, Qt.MouseButton.LeftButton, pos=passage.word_box("Open").center().toPoint())
    room.until(lambda: room.main.middle.currentWidget() is not room.main.canvas)
    reader = room.main.middle.currentWidget()
    room.until(lambda: _place(reader, room).contains(_place(_card(room), room)))
    assert _card(room).isAncestorOf(room.main.childAt(_place(_card(room), room).center()))
