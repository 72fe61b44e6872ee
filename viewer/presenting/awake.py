"""Keeps the screen from locking and the machine from sleeping during a show; one hold, let go of at its end.

Nothing of the user's settings is changed, and where the desktop offers no way, nothing happens.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtDBus import QDBusConnection

    Release = Callable[[], None]

_NAME, _REASON = "Mechanism viewer", "A diagram is being presented"
_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x1, 0x2  # of SetThreadExecutionState
_SUSPEND, _IDLE = 4, 8  # of the portal
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
        import ctypes

        return asked_windows(getattr(ctypes, "windll").kernel32.SetThreadExecutionState)  # noqa: B009 - there alone
    if sys.platform == "darwin":
        return asked_macos()
    return asked_bus(sandboxed=sandboxed())


def asked_windows(set_state: Callable[[int], int]) -> Release | None:
    """Ask Windows by its function for this, which returns 0 when it fails."""
    if not set_state(_CONTINUOUS | _SYSTEM | _DISPLAY):
        return None

    def release() -> None:
        set_state(_CONTINUOUS)

    return release


def asked_macos(program: str = "/usr/bin/caffeinate") -> Release | None:
    """Ask macOS by its own program for this, which ends with this process should the show never get to its end."""
    import subprocess

    try:
        process = subprocess.Popen([program, "-di", "-w", str(os.getpid())])
    except OSError:
        return None

    def release() -> None:
        process.terminate()
        process.wait(5)

    return release


def sandboxed(root: Path = Path("/"), environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the program runs in a Flatpak or a Snap, where the desktop is asked through its portal."""
    return (root / ".flatpak-info").exists() or "SNAP" in environment


def asked_bus(*, sandboxed: bool, wait_ms: int = _WAIT_MS) -> Release | None:
    """Ask the desktop: its screen saver, or else its portal; the portal first in a sandbox. Each may take a while.

    The connection is this request's own: when it closes, every desktop takes the request back.
    """
    try:
        from PySide6.QtDBus import QDBusConnection
    except ImportError:
        return None
    bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _CONNECTION)

    def release() -> None:
        QDBusConnection.disconnectFromBus(_CONNECTION)

    ways = (_portal, _screen_saver) if sandboxed else (_screen_saver, _portal)
    if bus.isConnected() and any(way(bus, wait_ms) for way in ways):
        return release
    release()
    return None


def _screen_saver(bus: QDBusConnection, wait_ms: int) -> bool:
    from PySide6.QtDBus import QDBusMessage

    service = "org.freedesktop.ScreenSaver"
    call = QDBusMessage.createMethodCall(service, "/org/freedesktop/ScreenSaver", service, "Inhibit")
    call.setArguments([_NAME, _REASON])
    answer = bus.call(call, timeout=wait_ms)
    return bool(answer.type() is QDBusMessage.MessageType.ReplyMessage)


def _portal(bus: QDBusConnection, wait_ms: int) -> bool:
    from PySide6.QtCore import Q_ARG, QMetaObject, Qt
    from PySide6.QtDBus import QDBusInterface

    portal = QDBusInterface(
        "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Inhibit", bus
    )
    portal.setTimeout(wait_ms)
    if not portal.isValid():
        return False
    # The call needs an unsigned number, which a plain message of this binding cannot carry.
    flags, options = Q_ARG("uint", _SUSPEND | _IDLE), Q_ARG("QVariantMap", {"reason": _REASON})
    direct = Qt.ConnectionType.DirectConnection
    try:
        QMetaObject.invokeMethod(portal, "Inhibit", direct, Q_ARG(str, ""), flags, options)
    except RuntimeError:
        return False  # a portal whose method is another one
    return not portal.lastError().isValid()
