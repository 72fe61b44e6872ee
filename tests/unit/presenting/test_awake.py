"""The machine is held awake once, and let go once."""

import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from viewer.presenting.awake import Awake

ROOT = Path(__file__).resolve().parents[3]


def test_one_request_is_made_and_taken_back() -> None:
    said: list[str] = []

    def ask() -> object:
        said.append("hold")
        return lambda: said.append("release")

    awake = Awake(ask=ask)  # type: ignore[arg-type]  # it returns what releases
    awake.hold()
    awake.hold()
    assert awake.held
    awake.release()
    awake.release()
    assert said == ["hold", "release"]


def test_a_desktop_that_says_no_is_left_alone() -> None:
    awake = Awake(ask=lambda: None)
    awake.hold()
    assert not awake.held
    awake.release()


BUS = """
import sys
from PySide6.QtCore import QCoreApplication, ClassInfo, QObject, Slot
from PySide6.QtDBus import QDBusConnection
app = QCoreApplication([])

@ClassInfo(**{"D-Bus Interface": "org.freedesktop.ScreenSaver"})
class Saver(QObject):
    @Slot(str, str, result=int)
    def Inhibit(self, name, reason):
        print("held", name, flush=True)
        return 7

bus = QDBusConnection.sessionBus()
saver = Saver()
bus.registerObject("/org/freedesktop/ScreenSaver", saver, QDBusConnection.RegisterOption.ExportAllSlots)
assert bus.registerService("org.freedesktop.ScreenSaver")
print("ready", flush=True)
app.exec()
"""
CLIENT = """
from PySide6.QtCore import QCoreApplication
from viewer.presenting.awake import Awake
app = QCoreApplication([])
awake = Awake()
awake.hold()
print(awake.held, flush=True)
awake.release()
print(awake.held, flush=True)
"""


@pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-run-session") is None, reason="needs a bus of its own"
)
def test_the_screen_saver_of_the_session_is_asked(tmp_path: Path) -> None:
    (tmp_path / "saver.py").write_text(textwrap.dedent(BUS))
    (tmp_path / "client.py").write_text(textwrap.dedent(CLIENT))
    both = tmp_path / "both.py"
    both.write_text(
        textwrap.dedent(
            f"""
            import subprocess, sys
            server = [sys.executable, {str(tmp_path / "saver.py")!r}]
            saver = subprocess.Popen(server, stdout=subprocess.PIPE, text=True)
            assert saver.stdout.readline() == "ready\\n"
            client = subprocess.run([sys.executable, {str(tmp_path / "client.py")!r}], capture_output=True, text=True)
            print(client.stdout, client.stderr, end="")
            saver.terminate()
            print(saver.stdout.read(), end="")
            """
        )
    )
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, str(both)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
    )
    assert done.stdout.split() == ["True", "False", "held", "Mechanism", "viewer"], done.stderr
