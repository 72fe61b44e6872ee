"""How long the show and its step have taken; the time is handed in, so that nothing here waits."""

from __future__ import annotations

from typing import NamedTuple


class Clock(NamedTuple):
    """Seconds of a steady clock. ``begun`` and ``step`` are when the show and its step began, held by pauses.

    ``held`` is when it was paused, None while it runs.
    """

    begun: float
    step: float
    held: float | None = None

    def paused(self, now: float, pause: bool) -> Clock:
        """Hold the clock or let it run; what passes meanwhile does not count."""
        if pause and self.held is None:
            return self._replace(held=now)
        if not pause and self.held is not None:
            away = now - self.held
            return Clock(self.begun + away, self.step + away)
        return self

    def stepped(self, now: float) -> Clock:
        """Begin to count for another step."""
        return self._replace(step=self.held if self.held is not None else now)

    def read(self, now: float) -> tuple[str, str]:
        """Return how long the show and its step have taken, as ``12:34``."""
        at = self.held if self.held is not None else now
        return told(at - self.begun), told(at - self.step)


def told(seconds: float) -> str:
    """Return a span as minutes and seconds, with hours from the first one on."""
    whole = max(0, int(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"
