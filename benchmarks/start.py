"""How long a start takes beside a bare PySide6 window, from outside: ``python benchmarks/start.py [rounds]``.

Needs Linux with Xvfb. Programs run in turns, each started anew on one private screen. A program's time is the moment
when the part of the screen that holds the diagram and the passages changed last. Read the ratios.
"""

from __future__ import annotations

import mmap
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.graphs import a_definition

_BARE = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication(sys.argv)
window = QLabel("<h1>A bare window</h1>" + "What any such program pays. " * 20)
window.setWordWrap(True)
window.resize(1280, 800)
window.show()
sys.exit(app.exec())
"""
_WIDTH, _HEIGHT = 1280, 800
_LEFT, _TOP = 320, 80  # of the part that is watched
_POLL, _QUIET, _FILLING, _LONGEST = 0.002, 0.35, 15.0, 60.0  # seconds
_LEAST_CHANGED = 2000  # bytes of the screen's picture that count as a painted window


class Run(NamedTuple):
    """Seconds to the last change of the screen, and the most memory in MB."""

    painted: float
    memory: float


def main() -> int:
    """Measure and print a table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    if not sys.platform.startswith("linux") or shutil.which("Xvfb") is None:
        print("Xvfb is needed: install the package xvfb.")
        return 1
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        programs = _programs(folder)
        server, screen = _screen(folder)
        try:
            for command in programs.values():
                _run(command, screen, folder, _FILLING)  # once for nothing: caches are filled
            runs: dict[str, list[Run]] = {name: [] for name in programs}
            for _ in range(rounds):
                for name, command in programs.items():
                    runs[name].append(_run(command, screen, folder))
        finally:
            server.terminate()
            server.wait()
    _print(runs)
    return 0


def _programs(folder: Path) -> dict[str, list[str]]:
    bare = folder / "bare.py"
    bare.write_text(_BARE)
    ours = [sys.executable, "-m", "viewer"]
    programs = {"bare window": [sys.executable, str(bare)], "bundled diagram": [*ours, "glutamate-surge"]}
    for nodes in (20, 2000):
        file = folder / f"nodes{nodes}.yaml"
        file.write_text(a_definition(nodes))
        programs[f"{nodes} nodes"] = [*ours, str(file)]
    return programs


def _screen(folder: Path) -> tuple[subprocess.Popen[bytes], mmap.mmap]:
    """Start a server that keeps its screen in a file, and tell programs of it."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [
            "Xvfb",
            "-displayfd",
            str(writing),
            "-screen",
            "0",
            f"{_WIDTH}x{_HEIGHT}x24",
            "-fbdir",
            str(folder),
            "-nolisten",
            "tcp",
        ],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as said:
        os.environ["DISPLAY"] = f":{said.readline().strip()}"
    os.environ.pop("QT_QPA_PLATFORM", None)
    with (folder / "Xvfb_screen0").open("rb") as file:
        return server, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _run(command: list[str], screen: mmap.mmap, folder: Path, quiet: float = _QUIET) -> Run:
    """Start a program and end it once the screen has been still for ``quiet`` seconds."""
    environment = {
        **os.environ,
        "MECHANISM_VIEWER_CACHE": str(folder / "cache"),
        "MECHANISM_VIEWER_CONFIG": str(folder / "config"),
    }
    empty = before = whole = screen[:]
    begun = time.perf_counter()
    program = subprocess.Popen(command, env=environment, cwd=Path(__file__).parents[1])
    painted, memory = begun, 0.0
    try:
        while program.poll() is None:
            time.sleep(_POLL)
            now = time.perf_counter()
            if screen[:] != whole:
                whole = screen[:]
                if _watched(whole) != _watched(before):
                    before, painted = whole, now
            if (_differences(empty, before) >= _LEAST_CHANGED and now - painted > quiet) or now - begun > _LONGEST:
                memory = _resident(program.pid)
                break
    finally:
        program.terminate()
        program.wait()
    return Run(painted - begun, memory)


def _watched(picture: bytes) -> list[bytes]:
    """Return the rows of a picture from ``_LEFT``, ``_TOP``; its head says how it lies in the file."""
    head = [int.from_bytes(picture[at : at + 4], "big") for at in range(0, 100, 4)]
    begin, row, deep = head[0] + 12 * head[19], head[12], head[11] // 8
    starts = range(begin + _TOP * row, begin + _HEIGHT * row, row)
    return [picture[start + _LEFT * deep : start + _WIDTH * deep] for start in starts]


def _differences(one: bytes, other: bytes) -> int:
    step = 997  # a sample is enough, and quick
    return sum(a != b for a, b in zip(one[::step], other[::step], strict=True)) * step


def _resident(process: int) -> float:
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1000
    return 0.0


def _print(runs: dict[str, list[Run]]) -> None:
    floor = next(iter(runs.values()))
    print(f"{'':16} {'painted s':>10} {'ratio':>6} {'MB':>6} {'ratio':>6}   medians of {len(floor)}")
    for name, own in runs.items():
        seconds, memory = (statistics.median(column) for column in zip(*own, strict=True))
        shares = statistics.median(a.painted / b.painted for a, b in zip(own, floor, strict=True))
        more = statistics.median(a.memory / b.memory for a, b in zip(own, floor, strict=True))
        print(f"{name:16} {seconds:10.3f} {shares:6.2f} {memory:6.0f} {more:6.2f}")


if __name__ == "__main__":
    sys.exit(main())
