"""Where the user has been: a pure value, so every move gives a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from viewer.model.diagram import DiagramId, ElementId

_LONGEST = 200


class Place(NamedTuple):
    """A diagram, and what was selected in it."""

    diagram: DiagramId
    element: ElementId | None = None


class History(NamedTuple):
    """The places in the order of the visits; ``at`` is the index of the one that is open, -1 before the first."""

    places: tuple[Place, ...] = ()
    at: int = -1

    @property
    def current(self) -> Place | None:
        """The place that is open, or None before the first."""
        return self.places[self.at] if self.at >= 0 else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is an earlier place."""
        return self.at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a later place."""
        return self.at < len(self.places) - 1

    def visit(self, place: Place) -> History:
        """Go to a new place and forget what lay forward; a selection in the same diagram is no new visit.

        The selection is kept in the place that is open, so that coming back restores it.
        """
        here = self.current
        if here is not None and here.diagram == place.diagram:
            kept = (*self.places[: self.at], place, *self.places[self.at + 1 :])
            return self._replace(places=kept)
        places = (*self.places[: self.at + 1], place)[-_LONGEST:]
        return History(places, len(places) - 1)

    def back(self) -> History:
        """Return the history one place earlier, or itself at the beginning."""
        return self._replace(at=self.at - 1) if self.can_go_back else self

    def forward(self) -> History:
        """Return the history one place later, or itself at the end."""
        return self._replace(at=self.at + 1) if self.can_go_forward else self
