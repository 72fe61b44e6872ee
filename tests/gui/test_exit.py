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
