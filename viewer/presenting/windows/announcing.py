"""Says to a screen reader what a step says: the picture itself is silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    Send = Callable[[QAccessibleAnnouncementEvent], None]


class Announcer:
    """Announces every text once, politely: what is being read is not cut off."""

    def __init__(
        self, send: Send = QAccessible.updateAccessibility, listening: Callable[[], bool] | None = None
    ) -> None:
        """``send`` hands an event to the desktop; ``listening`` says whether anybody hears it."""
        self._send = send
        self._listening = listening or QAccessible.isActive
        self._said = ""

    def say(self, words: str, window: QWidget) -> None:
        """Announce words that are not those announced last."""
        if words == self._said:
            return
        self._said = words
        if words and self._listening():
            self._send(QAccessibleAnnouncementEvent(window, words))
