"""The program ends well: closed in the middle of its work it leaves with status 0, and nothing crashes behind it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import sys
from PySide6.QtCore import QTimer
import viewer.app
from viewer.__main__ import main

begin = viewer.app.Window.__init__


def begin_and_close(self, *arguments, **more):
    begin(self, *arguments, **more)
    QTimer.singleShot({select}, lambda: self.session.select("nmda"))
    QTimer.singleShot({close}, self.main.close)


viewer.app.Window.__init__ = begin_and_close
sys.exit(main(["glutamate-surge"]))
"""


HANGING = """
import threading
import viewer.app

viewer.app.LONGEST_LEAVE = 0.5
settle = viewer.app.Window.settle


def settle_and_hang(self):
    settle(self)
    self.session.reading._texts.submit(lambda _token: threading.Event().wait(), print, print)


viewer.app.Window.settle = settle_and_hang
"""


def test_work_that_hangs_does_not_keep_a_closed_program_alive(own_folders: Path) -> None:
    left = subprocess.run(
        [sys.executable, "-c", HANGING + SCRIPT.format(select=1, close=900)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert left.returncode == 0


@pytest.mark.parametrize(("select", "close"), [(1, 5), (100, 250), (400, 900)])
def test_a_window_that_is_closed_leaves_quietly(own_folders: Path, select: int, close: int) -> None:
    left = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(select=select, close=close)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    said = [line for line in left.stderr.splitlines() if "propagateSizeHints" not in line]
    assert (left.returncode, said) == (0, [])
