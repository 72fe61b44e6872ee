"""What was done last and can be undone: offered beside the notice that tells of it, and by Ctrl+Z."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.errors import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from viewer.ui.strips.strips import Strips

_KEY = "undo"
_MOST = 100


class Undoing:
    """A stack of what can be undone, the newest last."""

    def __init__(self, strips: Strips) -> None:
        """Take where notices are shown."""
        self._strips = strips
        self._done: list[tuple[str, Callable[[], object]]] = []

    def tell(self, done: str, undone: str, take_back: Callable[[], object]) -> None:
        """Say what was done and offer to undo it; ``undone`` is what is said then."""
        entry = (undone, take_back)
        self._done = [*self._done[1 - _MOST :], entry]

        def undo() -> None:
            if entry in self._done:
                self._done.remove(entry)
                take_back()

        self._strips.post(Notice(done, _KEY), "Undo", undo)

    def undo(self) -> None:
        """Undo what was done last."""
        if not self._done:
            self._strips.post(Notice("There is nothing to undo.", _KEY))
            return
        undone, take_back = self._done.pop()
        take_back()
        self._strips.post(Notice(undone, _KEY))
