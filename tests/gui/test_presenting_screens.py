"""The show on two screens: which window stands where, and what happens when a projector is unplugged."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("show_on_screens.py")
_TOOLS = ("Xvfb", "xrandr")


def said_by(scenario: str, platform: str, *before: str) -> dict[str, object]:
    """Run a scenario in a process of its own and return what it found."""
    settings = {**os.environ, "QT_QPA_PLATFORM": platform, "PYTHONPATH": str(ROOT)}
    settings.pop("WAYLAND_DISPLAY", None)
    done = subprocess.run(
        [*before, sys.executable, str(SCRIPT), scenario],
        env=settings,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, object] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


@pytest.fixture
def two_screens(tmp_path: Path) -> str:
    common = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screens = [
        {"name": "LAPTOP", "x": 0, "y": 0, "width": 1280, "height": 800, **common},
        {"name": "PROJECTOR", "x": 1280, "y": 0, "width": 1920, "height": 1080, **common},
    ]
    file = tmp_path / "screens.json"
    whole = {"synchronousWindowSystemEvents": False, "windowFrameMargins": False, "screens": screens}
    file.write_text(json.dumps(whole))
    return f"offscreen:configfile={file}"


def test_the_audience_gets_the_projector_and_the_speaker_the_notes(two_screens: str) -> None:
    found = said_by("two", two_screens)
    assert found["audience"] == [1280, 0, 1920, 1080]
    assert found["presenter"] == [0, 0, 1280, 800]
    assert found["notes"] == "Why?"
    assert found["notes_on_audience"] is False


def test_black_and_hold_are_for_the_audience_alone(two_screens: str) -> None:
    found = said_by("blank", two_screens)
    assert found["audience_is_black"] is True
    assert found["presenter_is_black"] is False
    assert found["held"] == [0, 1]
    assert found["source_is_private"] is True
    assert found["source_is_shown"] is True
    assert found["covers_black"] is False
    assert found["answer_is_noted"] is True


def test_the_buttons_are_large_and_do_what_their_keys_do(two_screens: str) -> None:
    found = said_by("buttons", two_screens)
    assert found["too_small"] == []
    assert found["halt"] == 1
    assert found["space_presses_a_button"] is True
    assert found["page_down_does_not"] == 1


def test_swap_exchanges_the_windows(two_screens: str) -> None:
    found = said_by("swap", two_screens)
    assert found["audience"] == [0, 0, 1280, 800]
    assert found["presenter"] == [1280, 0, 1920, 1080]


@pytest.mark.skipif(any(shutil.which(tool) is None for tool in _TOOLS), reason="needs Xvfb and xrandr")
def test_an_unplugged_projector_keeps_the_show_and_takes_it_up_again(tmp_path: Path) -> None:
    number = _free_display()
    server = subprocess.Popen(
        ["Xvfb", f":{number}", "-screen", "0", "1800x600x24", "-nolisten", "tcp", "-noreset"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        found = said_by("plug", "xcb", "env", f"DISPLAY=:{number}")
    finally:
        server.terminate()
        server.wait(10)
    assert found["screens"] == ["LAPTOP", "PROJECTOR"]
    assert found["before"] == {"audience": "PROJECTOR", "seen": True}
    assert found["unplugged"] == {"seen": False, "status": "Projector disconnected: PROJECTOR", "halt": 1}
    assert found["replugged"] == {"audience": "PROJECTOR", "seen": True, "x": 800, "halt": 2}


def _free_display() -> int:
    for number in range(91, 191):
        if not Path(f"/tmp/.X11-unix/X{number}").exists() and not Path(f"/tmp/.X{number}-lock").exists():
            return number
    pytest.skip("no free display")
