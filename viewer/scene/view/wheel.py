"""What a turn of the wheel, or two fingers on a trackpad, means: a zoom or a move of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

_NOTCH = 1.0015  # to the power of the wheel's angle: 20 % a notch, as fine as a trackpad reports
_MOST = 360  # three notches at once are the most that one event may say


def zooms(event: QWheelEvent, *, wheel_zooms: bool) -> bool:
    """Whether the turn zooms: with Ctrl, or without it where the user chose so."""
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier) != wheel_zooms


def zoom_factor(event: QWheelEvent) -> float:
    """Return by how much the turn zooms; 1 for a wheel that did not turn, which trackpads tell of, too."""
    turned = event.angleDelta()
    return float(_NOTCH ** max(-_MOST, min(_MOST, turned.y() or turned.x())))


def page_move(event: QWheelEvent) -> tuple[float, float]:
    """Return how far the turn moves the page, in view pixels; Shift turns down into aside."""
    moved = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta() / 2
    aside = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) and not moved.x()
    return (moved.y(), 0) if aside else (moved.x(), moved.y())
