"""Notices and progress: they say what happened and what is happening, and never stand in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QEnterEvent
from PySide6.QtWidgets import QAbstractButton, QLabel

from tests.builders.room import some_icons
from tests.builders.theming import a_theme
from viewer.errors import Notice, Severity
from viewer.session.jobs import Progress
from viewer.ui.parts.elided_label import ElidedLabel
from viewer.ui.parts.flat_button import FlatButton
from viewer.ui.parts.row_button import RowButton
from viewer.ui.strips.notice_row import STAYS, NoticeRow
from viewer.ui.strips.notice_strip import NoticeStrip
from viewer.ui.strips.progress_strip import APPEARS, ProgressStrip
from viewer.ui.strips.remaining import pace, said, seconds_left

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def strip(qtbot: QtBot) -> NoticeStrip:
    made = NoticeStrip(some_icons())
    made.set_theme(a_theme())
    qtbot.addWidget(made)
    made.resize(800, 60)
    return made


class _Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> _Clock:
    return _Clock()


@pytest.fixture
def progress(clock: _Clock, qtbot: QtBot) -> ProgressStrip:
    made = ProgressStrip(some_icons(), clock=clock)
    made.set_theme(a_theme())
    qtbot.addWidget(made)
    made.resize(800, 40)
    return made


def _seen(strip: NoticeStrip) -> list[str]:
    return [row.notice.text for row in strip.findChildren(NoticeRow) if not row.isHidden()]


def _run_out(row: NoticeRow) -> None:
    row.findChild(QTimer).timeout.emit()


def test_a_strip_without_notices_takes_no_room(strip: NoticeStrip) -> None:
    assert strip.isHidden()
    strip.post(Notice("Written."))
    assert not strip.isHidden()


def test_a_notice_takes_the_place_of_one_with_its_key(strip: NoticeStrip) -> None:
    for notice in (
        Notice("One.", "a"),
        Notice("Other.", "b"),
        Notice("Two.", "a"),
        Notice("Three."),
        Notice("Four."),
    ):
        strip.post(notice)
    assert [notice.text for notice in strip.notices()] == ["Other.", "Two.", "Three.", "Four."]


def test_three_are_seen_the_others_are_counted_and_can_be_seen(strip: NoticeStrip) -> None:
    for number in range(5):
        strip.post(Notice(f"{number}."))
    more = strip.findChild(RowButton)
    assert _seen(strip) == ["2.", "3.", "4."]
    assert more.text() == "2 more"
    more.click()
    assert _seen(strip) == ["0.", "1.", "2.", "3.", "4."]


def test_a_notice_is_closed_by_its_button(strip: NoticeStrip, qtbot: QtBot) -> None:
    strip.post(Notice("Written."))
    strip.findChild(NoticeRow).findChild(QAbstractButton).click()
    assert strip.notices() == ()
    assert strip.isHidden()


def test_a_notice_goes_by_itself_but_an_error_stays(strip: NoticeStrip) -> None:
    strip.post(Notice("Written."))
    strip.post(Notice("Not written.", severity=Severity.ERROR))
    said_, error = strip.findChildren(NoticeRow)
    assert said_.findChild(QTimer).isActive()
    assert said_.findChild(QTimer).interval() == STAYS
    assert not error.findChild(QTimer).isActive()
    _run_out(said_)
    assert [notice.text for notice in strip.notices()] == ["Not written."]


def test_nothing_goes_away_under_the_pointer_or_while_it_has_the_keyboard(strip: NoticeStrip, qtbot: QtBot) -> None:
    strip.post(Notice("Written."))
    with qtbot.waitActive(strip):
        strip.show()
        strip.activateWindow()
    row = strip.findChild(NoticeRow)
    here = row.rect().center().toPointF()
    row.enterEvent(QEnterEvent(here, here, here))
    _run_out(row)
    assert strip.notices()
    row.leaveEvent(QEnterEvent(here, here, here))
    row.findChild(FlatButton).setFocus()
    _run_out(row)
    assert strip.notices()
    row.findChild(FlatButton).clearFocus()
    _run_out(row)
    assert not strip.notices()


def test_words_are_words(strip: NoticeStrip) -> None:
    strip.post(Notice("<b>Bold</b> & <a href='x'>link</a>"))
    words = next(label for label in strip.findChildren(QLabel) if label.text())
    assert words.textFormat() == Qt.TextFormat.PlainText


def test_empty_words_are_no_notice(strip: NoticeStrip) -> None:
    strip.post(Notice("  "))
    assert strip.notices() == ()


def test_a_loop_that_posts_does_not_fill_the_memory(strip: NoticeStrip) -> None:
    for number in range(200):
        strip.post(Notice(f"{number}."))
    assert len(strip.notices()) <= 30
    assert strip.notices()[-1].text == "199."


def test_a_notice_is_announced(strip: NoticeStrip, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: heard.append(event.message()))
    strip.post(Notice("Written."))
    assert heard == ["Written."]


def test_short_work_is_never_shown(progress: ProgressStrip, qtbot: QtBot) -> None:
    progress.show_progress(Progress("Laying out"))
    progress.show_progress(None)
    qtbot.wait(APPEARS + 100)
    assert progress.isHidden()


def test_long_work_says_what_how_far_and_how_long_still(progress: ProgressStrip, clock: _Clock, qtbot: QtBot) -> None:
    progress.show_progress(Progress("Reading a.md", 0, 100))
    clock.now += 10
    progress.show_progress(Progress("Reading b.md", 20, 100))
    qtbot.waitUntil(lambda: not progress.isHidden())
    assert progress.findChild(ElidedLabel).text() == "Reading b.md · 20 of 100 · 2 a second · about 40 s left"
    progress.show_progress(None)
    qtbot.waitUntil(progress.isHidden)


def test_the_end_of_one_job_and_the_beginning_of_the_next_do_not_flicker(
    progress: ProgressStrip, qtbot: QtBot
) -> None:
    progress.show_progress(Progress("Reading", 1, 2))
    qtbot.waitUntil(lambda: not progress.isHidden())
    progress.show_progress(None)
    progress.show_progress(Progress("Writing"))
    qtbot.wait(300)
    assert not progress.isHidden()
    assert progress.findChild(ElidedLabel).text() == "Writing"


def test_work_can_be_cancelled(progress: ProgressStrip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(progress.cancel_requested):
        progress.findChild(FlatButton).click()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""),
        (2, "a few seconds left"),
        (12, "about 10 s left"),
        (70, "about a minute left"),
        (400, "about 7 min left"),
        (3700, "about 1 hour left"),
        (9000, "about 2 hours left"),
        (10**9, ""),
    ],
)
def test_a_time_is_said_roughly(seconds: float | None, words: str) -> None:
    assert said(seconds) == words


@pytest.mark.parametrize(("done", "total", "elapsed"), [(0, 10, 60), (3, 10, 0.5), (5, 0, 60), (11, 10, 60)])
def test_nothing_is_guessed_too_early_or_from_nothing(done: int, total: int, elapsed: float) -> None:
    assert seconds_left(done, total, elapsed) is None


def test_a_guess_follows_how_it_went_so_far() -> None:
    assert seconds_left(25, 100, 10) == 30


def test_a_verb_beside_a_notice_is_done_once_and_takes_the_notice_away(strip: NoticeStrip, qtbot: QtBot) -> None:
    done: list[int] = []
    strip.post(Notice("It is gone.", "gone"), "Undo", lambda: done.append(1))
    strip.post(Notice("Something else.", "else"))
    button = next(one for one in strip.findChildren(FlatButton) if one.text() == "Undo")
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert done == [1]
    assert [notice.text for notice in strip.notices()] == ["Something else."]


@pytest.mark.parametrize(
    ("done", "elapsed", "words"), [(500, 4.0, "125 a second"), (5, 20.0, ""), (500, 1.0, ""), (0, 9.0, "")]
)
def test_a_pace_is_said_once_it_can_be_told(done: int, elapsed: float, words: str) -> None:
    assert pace(done, elapsed) == words
