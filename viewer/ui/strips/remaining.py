"""How fast work goes and how long it still takes, guessed from how it went so far and said in words. Pure."""

from __future__ import annotations

_SURE = 2.0  # seconds of work before a guess is worth saying
_LONGEST = 24 * 3600.0


def seconds_left(done: int, total: int, elapsed: float) -> float | None:
    """Return how many seconds are left, or None while nothing can be said."""
    if not 0 < done <= total or elapsed < _SURE:
        return None
    return elapsed * (total - done) / done


def pace(done: int, elapsed: float) -> str:
    """Say how many things are done in a second; "" while nothing can be said, and for what is slow."""
    return f"{done / elapsed:,.0f} a second" if elapsed >= _SURE and done >= 2 * elapsed else ""


def said(seconds: float | None) -> str:
    """Say a time roughly: nobody can use the seconds of a minute."""
    if seconds is None or seconds > _LONGEST:
        return ""
    if seconds < 5:
        return "a few seconds left"
    if seconds < 55:
        return f"about {5 * max(1, round(seconds / 5))} s left"
    if seconds < 90:
        return "about a minute left"
    if seconds < 3600:
        return f"about {round(seconds / 60)} min left"
    hours = round(seconds / 3600)
    return f"about {hours} hour{'' if hours == 1 else 's'} left"
