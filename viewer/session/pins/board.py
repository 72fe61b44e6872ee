"""All pins and hidden passages as one frozen value, and the changes that lead from one to the next. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from viewer.model.evidence import Pin


class Pinned(NamedTuple):
    """A pin and where it belongs: the id of a diagram, and of an element in it."""

    diagram: str
    element: str
    pin: Pin


class Hidden(NamedTuple):
    """A passage that is shown no more: the document's id, and the passage word for word."""

    document: str
    words: str


class Board(NamedTuple):
    """What the user said about passages, in the order it was said."""

    pins: tuple[Pinned, ...] = ()
    hidden: tuple[Hidden, ...] = ()

    def of(self, diagram: str, element: str) -> tuple[Pin, ...]:
        """Return the pins of one element."""
        return tuple(one.pin for one in self.pins if one.element == element and one.diagram == diagram)

    def of_diagram(self, diagram: str) -> dict[str, tuple[Pin, ...]]:
        """Return the pins of a diagram by element."""
        found: dict[str, tuple[Pin, ...]] = {}
        for one in self.pins:
            if one.diagram == diagram:
                found[one.element] = (*found.get(one.element, ()), one.pin)
        return found


class Change(NamedTuple):
    """One thing that the user said. Said twice it changes nothing more, so it may be applied to any board."""

    pin: Pinned | None = None
    unpin: Pinned | None = None
    hide: Hidden | None = None
    show: Hidden | None = None

    def applied(self, board: Board) -> Board:
        """Return the board after this. A pin that is there already takes the new stance at its old place."""
        pins, hidden = board
        if self.pin is not None:
            new, key = self.pin, _key(self.pin)
            there = any(_key(one) == key for one in pins)
            pins = tuple(new if _key(one) == key else one for one in pins) if there else (*pins, new)
        if self.unpin is not None:
            gone = _key(self.unpin)
            pins = tuple(one for one in pins if _key(one) != gone)
        if self.hide is not None and self.hide not in hidden:
            hidden = (*hidden, self.hide)
        if self.show is not None:
            hidden = tuple(one for one in hidden if one != self.show)
        return Board(pins, hidden)


def _key(one: Pinned) -> tuple[str, str, str, str]:
    return one.diagram, one.element, one.pin.document, one.pin.quote
