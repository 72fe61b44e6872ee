"""Puts a long text into the page slice by slice, so that the window answers while it grows."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

AT_ONCE = 1 << 17
"""So many characters are there at once: a few hundred pages' worth would take too long."""

_SLICE = 1 << 15
_BREATH = 0.01  # seconds of a frame


class Filling(QObject):
    """Signal: ``grew()`` after every slice; then ``done`` tells whether all is there."""

    grew = Signal()

    def __init__(self, document: QTextDocument, parent: QObject | None = None) -> None:
        """Take the document that is filled."""
        super().__init__(parent)
        self._document = document
        self._text = ""
        self._at = 0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_timer_timeout)

    @property
    def done(self) -> bool:
        """Whether nothing is left to put in."""
        return self._at >= len(self._text)

    @property
    def share(self) -> float:
        """How much of the text is there, from 0 to 1."""
        return 1.0 if self.done else self._at / len(self._text)

    def begin(self, text: str) -> str:
        """Return the beginning, which the caller puts in; the rest follows by itself."""
        self._text, self._at = text, AT_ONCE
        if self.done:
            self.stop()
        else:
            self._timer.start()
        return text[:AT_ONCE]

    def stop(self) -> None:
        """Leave the rest out."""
        self._timer.stop()
        self._text, self._at = "", 0

    def _on_timer_timeout(self) -> None:
        until = perf_counter() + _BREATH
        cursor = QTextCursor(self._document)
        while not self.done and perf_counter() < until:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText(self._text[self._at : self._at + _SLICE])
            self._at += _SLICE
        if self.done:
            self.stop()
        self.grew.emit()
