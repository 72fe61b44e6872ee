"""What tests of the window begin with; and after every one of them nothing may still be on the screen or at work."""

from __future__ import annotations

import gc
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDeadlineTimer, QThread
from PySide6.QtWidgets import QApplication, QWidget

from tests.builders.openers import FakeOpener
from tests.builders.shows import a_drawn_scene, an_open_theatre
from tests.builders.windows import Room, a_desk, a_room
from viewer.session.jobs import THREAD_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from viewer.presenting.theatre import Theatre

_TASKS = Path("/proc/self/task")
_GRACE_MS = 2000  # what was told to stop may take this long

_ADVICE = """{what} after the test.
- A window: hand it to qtbot.addWidget, or close it where the test ends.
- A thread: close the Session, Reading, Thumbnails, PictureVerbs or Lane that the test made.
- Both, though closed: something holds on to it, often a lambda or a partial that names self."""


def _lanes() -> frozenset[str]:
    """The threads of Qt's pools that live, where the system tells them by name."""
    found = set()
    for task in _TASKS.glob("*") if _TASKS.is_dir() else ():
        try:
            if (task / "comm").read_text().strip() == THREAD_NAME:
                found.add(task.name)
        except OSError:
            continue  # it ended meanwhile
    return frozenset(found)


def _left_over(before: frozenset[str], threads: frozenset[threading.Thread]) -> str:
    application = QApplication.instance()
    shown = application.topLevelWidgets() if isinstance(application, QApplication) else []
    windows = [f"{type(widget).__name__} “{widget.windowTitle()}”" for widget in shown if widget.isVisible()]
    if windows:
        return f"{', '.join(windows)} still on the screen"
    running = [thread.name for thread in threading.enumerate() if thread not in threads and not thread.daemon]
    if running:
        return f"{', '.join(running)} still running"
    lanes = _lanes() - before
    return f"{len(lanes)} threads of lanes still alive" if lanes else ""


@pytest.fixture(autouse=True)
def nothing_left_over() -> Iterator[None]:
    """Fail with a hint when a test leaves a window on the screen or a thread alive."""
    before, threads = _lanes(), frozenset(threading.enumerate())
    yield
    left = _left_over(before, threads)
    if left:
        gc.collect()
        deadline = QDeadlineTimer(_GRACE_MS)
        while (left := _left_over(before, threads)) and not deadline.hasExpired():
            QThread.msleep(10)
    if left:
        pytest.fail(_ADVICE.format(what=left[0].upper() + left[1:]), pytrace=False)


@pytest.fixture
def room(own_folders: Path, qtbot: QtBot) -> Iterator[Room]:
    """The whole window over two diagrams and two documents, all of it read."""
    a_desk(own_folders)
    with a_room(own_folders, qtbot) as made:
        made.until_read()
        yield made


@pytest.fixture
def opener() -> FakeOpener:
    """What opens definitions for the small pictures of the library."""
    return FakeOpener()


@pytest.fixture
def beside(qtbot: QtBot) -> QWidget:
    """A window from which a show begins."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def theatre(qtbot: QtBot, beside: QWidget) -> Iterator[Theatre]:
    """A show of one diagram, on the screen."""
    with an_open_theatre(qtbot, beside, a_drawn_scene()) as made:
        yield made
