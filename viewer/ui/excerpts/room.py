"""How much of a panel is in sight: what would come below its edge is made after the rest has been painted."""

from __future__ import annotations


class Room:
    """``width`` is that of a card in pixels; a card is made as long as the ones before it have not used up all."""

    def __init__(self, width: int, height: int) -> None:
        """Take both in pixels."""
        self.width = width
        self._left = height
        self._begun = False

    @property
    def full(self) -> bool:
        """Whether what comes next would be out of sight; the first passage never is, below however tall a heading."""
        return self._begun and self._left <= 0

    def take(self, height: int, *, passage: bool = False) -> None:
        """Count something of this height in pixels as placed."""
        self._left -= height
        self._begun = self._begun or passage

    def beside(self, width: int) -> Room:
        """Return as much room for cards of another width."""
        return Room(width, self._left)
