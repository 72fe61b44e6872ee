"""Where a reader of the passages is, kept while the list is made anew: what is open and in sight, the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QAbstractButton, QWidget

    from viewer.ui.excerpts.passage_list import Unfolded
    from viewer.ui.typeset.scrolled_column import ScrolledColumn

_AIR = 24


class KeptPlace:
    """Taken before the list goes, and put back when the next one, of the same element, is laid out."""

    def __init__(
        self, passages: QWidget | None, area: ScrolledColumn | None, stops: Sequence[QAbstractButton]
    ) -> None:
        """Take the list, what it scrolls in, and all that the keyboard can stop at, from the top."""
        self.unfolded: Unfolded | None = None
        unfolded = getattr(passages, "unfolded", None)
        if callable(unfolded):
            self.unfolded = unfolded()
        self._scrolled = area.verticalScrollBar().value() if area is not None else 0
        self._stop = next((number for number, stop in enumerate(stops) if stop.hasFocus()), -1)
        self._by_keys = self._stop >= 0 and bool(getattr(stops[self._stop], "by_keys", False))
        self._passage = _passage(stops[self._stop]) if self._stop >= 0 else None

    def restore(self, area: ScrolledColumn, stops: Sequence[QAbstractButton]) -> None:
        """Show what was in sight; the keyboard stays with its passage, or with what took its place."""
        area.verticalScrollBar().setValue(self._scrolled)
        if self._stop < 0 or not stops:
            return
        same = [stop for stop in stops if self._passage is not None and _passage(stop) == self._passage]
        to = same[0] if same else stops[min(self._stop, len(stops) - 1)]
        to.setFocus(Qt.FocusReason.TabFocusReason if self._by_keys else Qt.FocusReason.MouseFocusReason)
        area.ensureWidgetVisible(to, 0, _AIR)


def _passage(stop: QAbstractButton) -> tuple[str, str] | None:
    excerpt = getattr(stop, "excerpt", None)
    return None if excerpt is None else (excerpt.document_id, excerpt.text)
