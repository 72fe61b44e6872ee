"""Finds words inside the document that is being read, away from the GUI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from viewer.documents.matching.phrases import LevelledText
from viewer.session.jobs import Lane, Token

if TYPE_CHECKING:
    from viewer.documents.matching.phrases import Places
    from viewer.errors import ViewerError

MOST = 10_000
"""More places than this are not told apart: the count says that there are more."""


class Looking(QObject):
    """Signal: ``found(str, Places)`` with the words that were asked for and where they stand, in characters."""

    found = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Look through nothing yet."""
        super().__init__(parent)
        self._lane = Lane(self)
        self._text = LevelledText("")

    def use(self, text: str) -> None:
        """Look through this text from now on."""
        self._lane.cancel()
        self._text = LevelledText(text)

    def look(self, words: str) -> None:
        """Find these words; the newest question wins."""
        text = self._text

        def work(token: Token) -> Places:
            return text.places(words, MOST + 1, token.cancelled.is_set) or ()

        def done(places: Places) -> None:
            self.found.emit(words, places)

        def failed(_error: ViewerError) -> None:
            self.found.emit(words, ())

        self._lane.submit(work, done, failed)

    def cancel(self) -> None:
        """Drop the question."""
        self._lane.cancel()

    def close(self) -> None:
        """Stop and wait."""
        self._lane.close()
