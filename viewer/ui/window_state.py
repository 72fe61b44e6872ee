"""Where the window stood: kept between starts, and never brought back where no screen is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_STANDARD = QSize(1280, 800)
_REACHABLE = 120  # pixels of the title bar that must lie on a screen


def kept(window: QWidget) -> str:
    """Return the window's place as text for the settings."""
    return bytes(window.saveGeometry().toBase64().data()).decode("ascii")


def restore(window: QWidget, text: str) -> None:
    """Put the window where it stood, else in the middle of the screen at its standard size."""
    done = bool(text) and window.restoreGeometry(QByteArray.fromBase64(text.encode("ascii", "ignore")))
    if not done or not _reachable(window):
        screen = QGuiApplication.primaryScreen()
        room = screen.availableGeometry() if screen is not None else None
        size = _STANDARD if room is None else _STANDARD.boundedTo(room.size())
        window.resize(size)
        if room is not None:
            window.move(room.center() - window.rect().center())


def _reachable(window: QWidget) -> bool:
    frame = window.geometry()
    for screen in QGuiApplication.screens():
        common = screen.availableGeometry().intersected(frame)
        if (
            common.width() >= min(_REACHABLE, frame.width())
            and common.height() >= 40
            and common.top() <= frame.top() + 8
        ):
            return True
    return False
