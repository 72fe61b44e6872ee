"""Keeps the screen from locking and the machine from sleeping during a show; one hold, let go of at its end.

Nothing of the user's settings is changed, and where the desktop offers no way, nothing happens.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    Release = Callable[[], None]

_NAME, _REASON = "Mechanism viewer", "A diagram is being presented"
_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x1, 0x2  # of SetThreadExecutionState
_WAIT_MS = 500
_CONNECTION = "mechanism-viewer-show"


class Awake(QObject):
    """Holds at most one request to the desktop."""

    def __init__(self, parent: QObject | None = None, ask: Callable[[], Release | None] | None = None) -> None:
        """``ask`` makes the request and returns what takes it back, or None; this machine's own where it is None."""
        super().__init__(parent)
        self._ask = ask or _asked_here
        self._release: Release | None = None

    @property
    def held(self) -> bool:
        """Whether the desktop granted it."""
        return self._release is not None

    def hold(self) -> None:
        """Ask the desktop to stay awake; a second time does nothing."""
        if self._release is None:
            self._release = self._ask()

    def release(self) -> None:
        """Let the desktop sleep again."""
        release, self._release = self._release, None
        if release is not None:
            release()


def _asked_here() -> Release | None:
    if sys.platform == "win32":
        return _windows()
    if sys.platform == "darwin":
        return _macos()
    return _screen_saver()


def _windows() -> Release | None:
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - the name exists on Windows alone
    if not kernel.SetThreadExecutionState(_CONTINUOUS | _SYSTEM | _DISPLAY):
        return None
    return lambda: kernel.SetThreadExecutionState(_CONTINUOUS)


def _macos() -> Release | None:
    import os
    import subprocess

    try:
        # It ends with this process, should the show never get to its end.
        process = subprocess.Popen(["/usr/bin/caffeinate", "-di", "-w", str(os.getpid())])
    except OSError:
        return None

    def release() -> None:
        process.terminate()
        process.wait(5)

    return release


def _screen_saver() -> Release | None:
    """Ask through a connection of its own: when it closes, every desktop takes the request back."""
    try:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage
    except ImportError:
        return None
    bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _CONNECTION)

    def release() -> None:
        QDBusConnection.disconnectFromBus(_CONNECTION)

    if not bus.isConnected():
        release()
        return None
    service = "org.freedesktop.ScreenSaver"
    call = QDBusMessage.createMethodCall(service, "/org/freedesktop/ScreenSaver", service, "Inhibit")
    call.setArguments([_NAME, _REASON])
    answer = bus.call(call, timeout=_WAIT_MS)
    if answer.type() is not QDBusMessage.MessageType.ReplyMessage:
        release()
        return None
    return release
