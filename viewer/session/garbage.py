"""Collects cyclic garbage on the GUI thread alone.

Python collects on whatever thread happens to allocate. A cycle that holds a QObject, let go on a job's thread, is
freed there, and Qt's objects may only be freed on their own thread: the process would die some day, anywhere.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY_MS = 500


class GarbageCollection(QObject):
    """Takes the collector over from Python while it lives; ``close`` leaves it as it was found."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Stop collecting anywhere else; begin here with the event loop."""
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._thresholds = gc.get_threshold()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start()

    def close(self) -> None:
        """Stop collecting, and leave the collector to Python where Python had it."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()

    @Slot()
    def _on_timer_timeout(self) -> None:
        # As Python would: a generation is due when its count has passed its threshold, the oldest first.
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return
