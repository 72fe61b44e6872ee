"""What each thread has of its own, over all that it is asked to do.

``threading.local`` forgets whenever a thread that Python did not start comes back to Python, as those of Qt's pool do
for each job: a connection and the list of documents would be made anew at every click.
"""

from __future__ import annotations

from threading import get_ident
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Kept = TypeVar("Kept")


class Own(Generic[Kept]):
    """One thing for each thread. A thread that takes the place of one that ended takes over what it had."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._kept: dict[int, Kept] = {}

    def get(self, make: Callable[[], Kept]) -> Kept:
        """Return this thread's own; the first time it is made."""
        thread = get_ident()
        kept = self._kept.get(thread)
        if kept is None:
            kept = self._kept[thread] = make()
        return kept

    def clear(self) -> None:
        """Forget what every thread had."""
        self._kept.clear()
