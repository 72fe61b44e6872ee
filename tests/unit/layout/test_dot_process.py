"""A program is run, waited for, stopped and reported on; small scripts stand in for the engine."""

from __future__ import annotations

import subprocess
import sys
import time
from threading import Event, Timer
from typing import TYPE_CHECKING

import pytest

from viewer.errors import LayoutCancelled
from viewer.layout.dot_process import EngineError, EngineMissingError, EngineSlowError, run

if TYPE_CHECKING:
    from pathlib import Path


def _script(text: str) -> list[str]:
    return [sys.executable, "-S", "-c", text]


def test_the_answer_is_what_the_program_writes() -> None:
    echo = "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read()[::-1])"
    assert run(_script(echo), "abc", 20) == b"cba"


def test_an_answer_counts_whatever_the_exit_status() -> None:
    assert run(_script("print('{}'); raise SystemExit(1)"), "", 20).strip() == b"{}"


def test_where_in_the_engine_it_happened_is_left_out() -> None:
    told = "import sys; sys.stderr.write('memory is short\\nstack backtrace:\\n 0: std::alloc'); sys.exit(1)"
    with pytest.raises(EngineError, match=r"said: memory is short$"):
        run([sys.executable, "-c", told], "", 20.0)


def test_complaints_are_quoted() -> None:
    with pytest.raises(EngineError, match="said: syntax error in line 1 near 'x'"):
        run(_script("import sys; sys.exit(\"Error: syntax error\\n in line 1 near 'x'\")"), "", 20)


def test_a_silent_end_is_told() -> None:
    with pytest.raises(EngineError, match="status 3 and no answer"):
        run(_script("raise SystemExit(3)"), "", 20)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no signals")
def test_a_crash_is_told() -> None:
    with pytest.raises(EngineError, match="crashed"):
        run(_script("import os, signal; os.kill(os.getpid(), signal.SIGKILL)"), "", 20)


def test_a_program_that_is_not_there_is_told() -> None:
    with pytest.raises(EngineMissingError, match="could not be started"):
        run(["no such program anywhere"], "", 20)


def test_a_slow_program_is_ended() -> None:
    with pytest.raises(EngineSlowError, match="took"):
        run(_script("import time; time.sleep(600)"), "", 0.2)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no process groups")
def test_what_a_slow_program_started_is_ended_too(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    starts = (
        "import subprocess; child = subprocess.Popen(['sleep', '600']);"
        f"open({str(note)!r}, 'w').write(str(child.pid)); child.wait()"
    )
    with pytest.raises(EngineSlowError):
        run(_script(starts), "", 2)
    child = int(note.read_text())
    for _ in range(200):
        if not _runs(child):
            break
        time.sleep(0.02)
    assert not _runs(child)


def _runs(process: int) -> bool:
    """Whether a process is there and no mere remnant that nobody has waited for yet."""
    said = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False)
    return said.stdout.strip()[:1] not in ("", "Z")


def test_a_cancelled_program_is_ended_at_once() -> None:
    cancelled = Event()
    timer = Timer(0.2, cancelled.set)
    timer.start()
    begun = time.monotonic()
    with pytest.raises(LayoutCancelled):
        run(_script("import time; time.sleep(600)"), "", 600, cancelled)
    timer.join()
    # Far from the ten minutes that the program would have taken.
    assert time.monotonic() - begun < 60


@pytest.mark.skipif(sys.platform != "linux", reason="the system bounds no other process")
def test_an_engine_that_wants_all_memory_is_refused_it() -> None:
    greedy = "import time; time.sleep(0.3); held = bytearray(4 << 30); print(len(held))"
    with pytest.raises(EngineError, match="MemoryError"):
        run([sys.executable, "-c", greedy], "", 20.0)
