"""Find inside the document: joins the field, the places that were found, and the page that shows them."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from viewer.session.looking import MOST, Looking
from viewer.ui.reader.bars.find_bar import FindBar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from viewer.documents.matching.phrases import Places


class Paper(Protocol):
    """What shows a document: its text, or its pages. Positions are characters of the text."""

    @property
    def top_in_sight(self) -> int:
        """The first character that is in sight, at the upper edge."""

    @property
    def selected(self) -> tuple[int, int]:
        """The characters that are selected; empty where none are."""

    def set_hits(self, hits: Places, current: int) -> None:
        """Outline what find has found."""

    def set_hit(self, current: int) -> None:
        """Make another one the full one."""

    def show_place(self, start: int, end: int) -> None:
        """Bring a place into sight."""


class Finding(QObject):
    """Signal: ``closed()`` when the field is closed and the keyboard goes back to the document."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Make the field, which is hidden, and what looks."""
        super().__init__(parent)
        self.bar = FindBar(parent)
        self.bar.hide()
        self._looking = Looking(self)
        self._looking.found.connect(self._on_looking_found)
        self._paper: Paper | None = None
        self._places: Places = ()
        self._at = -1
        self._from = 0
        self.bar.asked.connect(self._on_bar_asked)
        self.bar.step_requested.connect(self.step)
        self.bar.left.connect(self.close)

    @property
    def open(self) -> bool:
        """Whether the field is there."""
        return not self.bar.isHidden()

    def use(self, paper: Paper) -> None:
        """Show places on this paper from now on; what was found stays found."""
        if self._paper is not None and self._paper is not paper:
            self._paper.set_hits((), -1)
        self._paper = paper
        if self.open:
            paper.set_hits(self._places, self._at)

    def read(self, text: str) -> None:
        """Look through this text from now on."""
        self._looking.use(text)
        self._places, self._at = (), -1
        self._tell()
        if self.open:
            self._on_bar_asked(self.bar.field.text())

    def begin(self, words: str) -> None:
        """Open the field with these words, if there are any."""
        if not self.open:
            self._from = self._standing()
            self.bar.show()
        self.bar.begin(words)

    def _standing(self) -> int:
        """Return where the reader stands: at what is selected, else at the upper edge of what is in sight."""
        if self._paper is None:
            return 0
        start, end = self._paper.selected
        return start if start < end else self._paper.top_in_sight

    def step(self, by: int) -> None:
        """Go some places on, or back where negative; behind the last comes the first."""
        if self._places:
            self.go((self._at + by) % min(len(self._places), MOST))

    def go(self, number: int) -> None:
        """Go to a place by its number."""
        if self._paper is not None and 0 <= number < len(self._places):
            self._at = number
            self._from = self._places[number][0]
            self._paper.set_hit(number)
            self._paper.show_place(*self._places[number])
            self._tell()

    def close(self) -> None:
        """Close the field; the places are no longer outlined."""
        self._looking.cancel()
        self.bar.hide()
        self._places, self._at = (), -1
        if self._paper is not None:
            self._paper.set_hits((), -1)
        self._tell()
        self.closed.emit()

    def end(self) -> None:
        """Stop what looks."""
        self._looking.close()

    def _on_bar_asked(self, words: str) -> None:
        if words.strip():
            self._looking.look(words)
        else:
            self._looking.cancel()
            self._show((), -1)

    def _on_looking_found(self, words: str, places: Places) -> None:
        if not self.open or words != self.bar.field.text():
            return
        # The first place is the next one from where the reader stands.
        at = bisect_left(places, (self._from, 0)) if places else -1
        self._show(places, at if at < min(len(places), MOST) else 0)
        if places and self._paper is not None:
            self._paper.show_place(*places[self._at])

    def _show(self, places: Places, at: int) -> None:
        self._places, self._at = places, at
        if self._paper is not None:
            self._paper.set_hits(places[:MOST], at)
        self._tell()

    def _tell(self) -> None:
        self.bar.show_places(self._places, self._at, MOST)
