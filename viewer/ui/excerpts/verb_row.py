"""The verbs of a card, in one row that ends at its right edge: they come with the pointer and the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF

from viewer.ui.typeset.prose import Prose, Run

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from viewer.ui.typeset.style import Style

BETWEEN = 14
"""The distance between two verbs, and from the first one to what stands beside it, in pixels."""

_TARGET = 24


class Place(NamedTuple):
    """Where a row ends at the right, its upper edge, and how much room there is to the left, in pixels."""

    right: float
    top: float
    room: float


class VerbRow:
    """``width`` is the room that the row takes, ``line`` its height, in pixels."""

    def __init__(self, words: tuple[str, ...], style: Style, spare: tuple[str, ...] = ()) -> None:
        """Take the verbs from the left; every row of a style shares their words.

        ``spare`` are those that a narrow row leaves out, the first one first: there is another way to each.
        """
        self._verbs = tuple((word, _verb(word, style)) for word in words)
        self._spare = spare
        self.line = style.small_strong.line
        self.width = _width(self._verbs)

    def boxes(self, place: Place) -> list[tuple[str, QRectF]]:
        """Return where each verb stands."""
        found: list[tuple[str, QRectF]] = []
        right = place.right
        for word, prose in reversed(self._fitting(place.room)):
            left = right - prose.natural_width()
            found.append((word, QRectF(left, place.top, prose.natural_width(), self.line)))
            right = left - BETWEEN
        return found

    def _fitting(self, room: float) -> tuple[tuple[str, Prose], ...]:
        verbs = self._verbs
        for spare in self._spare:
            if _width(verbs) <= room:
                break
            verbs = tuple((word, prose) for word, prose in verbs if word != spare)
        return verbs

    def at(self, position: QPointF, place: Place) -> str:
        """Return the verb under the pointer, empty where there is none; a target is larger than its word."""
        spare = max(0.0, (_TARGET - self.line) / 2)
        for word, box in self.boxes(place):
            if box.adjusted(-BETWEEN / 2, -spare, BETWEEN / 2, spare).contains(position):
                return word
        return ""

    def paint(self, painter: QPainter, place: Place) -> None:
        """Paint the verbs."""
        proses = dict(self._verbs)
        for word, box in self.boxes(place):
            proses[word].paint(painter, box.x(), box.y())


def _width(verbs: tuple[tuple[str, Prose], ...]) -> float:
    return sum(prose.natural_width() for _, prose in verbs) + BETWEEN * (len(verbs) - 1)


def _verb(word: str, style: Style) -> Prose:
    if word not in style.words:
        prose = Prose((Run(word, style.colour("accent")),), style.small_strong)
        prose.height(1000)
        style.words[word] = prose
    return style.words[word]
