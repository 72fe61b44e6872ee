"""The machine is held awake once, and let go once."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from viewer.presenting.awake import Awake, asked_macos, asked_windows, sandboxed

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


def test_windows_is_told_to_stay_awake_and_then_not() -> None:
    told: list[int] = []

    def set_state(flags: int) -> int:
        told.append(flags)
        return 1

    release = asked_windows(set_state)
    assert told == [0x80000003]
    assert release is not None
    release()
    assert told == [0x80000003, 0x80000000]


def test_windows_may_refuse() -> None:
    assert asked_windows(lambda _flags: 0) is None


@pytest.mark.skipif(sys.platform == "win32", reason="a program of other systems")
def test_macos_is_held_by_a_program_that_ends_with_the_show(tmp_path: Path) -> None:
    words = tmp_path / "words"
    program = tmp_path / "caffeinate"
    program.write_text(f"#!/bin/sh\necho $@ > {words}.part && mv {words}.part {words}\nexec sleep 60\n")
    program.chmod(0o755)
    release = asked_macos(str(program))
    assert release is not None
    while not words.exists():
        time.sleep(0.01)
    assert words.read_text().split() == ["-di", "-w", str(os.getpid())]
    release()  # waits for its end


def test_macos_without_its_program_sleeps(tmp_path: Path) -> None:
    assert asked_macos(str(tmp_path / "none")) is None


def test_a_sandbox_is_known_by_what_it_leaves(tmp_path: Path) -> None:
    assert not sandboxed(tmp_path, {})
    assert sandboxed(tmp_path, {"SNAP": "/snap/viewer/1"})
    (tmp_path / ".flatpak-info").touch()
    assert sandboxed(tmp_path, {})


DESKTOP = """
import sys
from PySide6.QtCore import QCoreApplication, ClassInfo, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusObjectPath
app = QCoreApplication([])
SAVER, PORTAL = "org.freedesktop.ScreenSaver", "org.freedesktop.portal.Desktop"

@ClassInfo(**{"D-Bus Interface": SAVER})
class Saver(QObject):
    @Slot(str, str, result=int)
    def Inhibit(self, name, reason):
        print("saver", name, flush=True)
        return 7

@ClassInfo(**{"D-Bus Interface": "org.freedesktop.portal.Inhibit"})
class Portal(QObject):
    @Slot(str, "uint", "QVariantMap", result=QDBusObjectPath)
    def Inhibit(self, window, flags, options):
        print("portal", flags, *options, flush=True)
        return QDBusObjectPath("/org/freedesktop/portal/desktop/request/1")

bus = QDBusConnection.sessionBus()
saver, portal = Saver(), Portal()
everything = QDBusConnection.RegisterOption.ExportAllSlots
if "saver" in sys.argv:
    bus.registerObject("/org/freedesktop/ScreenSaver", saver, everything)
    assert bus.registerService(SAVER)
if "portal" in sys.argv:
    bus.registerObject("/org/freedesktop/portal/desktop", portal, everything)
    assert bus.registerService(PORTAL)
print("ready", flush=True)
app.exec()
"""
CLIENT = """
import sys, time
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection
from viewer.presenting.awake import Awake, asked_bus
app = QCoreApplication([])
names = QDBusConnection.sessionBus().interface().registeredServiceNames
before = set(names().value())
awake = Awake(ask=lambda: asked_bus(sandboxed="sandboxed" in sys.argv, wait_ms=20_000))
awake.hold()
awake.hold()
print(awake.held, len(set(names().value()) - before), flush=True)
awake.release()
until = time.monotonic() + 20  # the bus hears of it in its own time
while set(names().value()) - before and time.monotonic() < until:
    time.sleep(0.01)
print(awake.held, len(set(names().value()) - before), flush=True)
"""
BOTH = """
import subprocess, sys
desktop = subprocess.Popen([sys.executable, "desktop.py", *sys.argv[1:]], stdout=subprocess.PIPE, text=True)
assert desktop.stdout.readline() == "ready\\n"
client = subprocess.run([sys.executable, "client.py", *sys.argv[1:]], capture_output=True, text=True)
print(client.stdout, client.stderr, end="")
desktop.terminate()
print(desktop.stdout.read(), end="")
"""


@pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-run-session") is None, reason="needs a bus of its own"
)
@pytest.mark.parametrize(
    ("offered", "asked"),
    [
        (("saver", "portal"), "saver Mechanism viewer"),
        (("portal",), "portal 12 reason"),
        (("saver", "portal", "sandboxed"), "portal 12 reason"),
        (("saver", "sandboxed"), "saver Mechanism viewer"),
    ],
)
def test_the_desktop_is_asked_once_by_a_connection_that_closes(
    tmp_path: Path, offered: tuple[str, ...], asked: str
) -> None:
    for name, text in (("desktop.py", DESKTOP), ("client.py", CLIENT), ("both.py", BOTH)):
        (tmp_path / name).write_text(text)
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "both.py", *offered],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
    )
    assert [line.strip() for line in done.stdout.splitlines()] == ["True 1", "False 0", asked], done.stderr
