"""How names are shown in messages, and which name was probably meant by one that does not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST_SHOWN = 60
_LONGEST_COMPARED = 100
_MOST_CANDIDATES = 20
_CLOSE_ENOUGH = 0.6


def quoted(name: str) -> str:
    """Return a name in quotation marks for a message: one line, not too long, nothing invisible."""
    shown = name if len(name) <= _LONGEST_SHOWN else name[: _LONGEST_SHOWN - 1] + "…"
    if not shown.isprintable():
        shown = "".join(
            letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii") for letter in shown
        )
    return f"“{shown}”"


class Names:
    """A set of names that a wrong one can be compared with. Large sets are indexed when first asked."""

    def __init__(self, names: Iterable[str], *, most: int = 500) -> None:
        """Take the names that exist. After ``most`` questions the answer is always None: a file may be all wrong."""
        self._names = tuple(dict.fromkeys(names))
        self._left = most
        self._index: dict[str, list[int]] | None = None

    def closest(self, name: str) -> str | None:
        """Return the name that was probably meant, or None when nothing is close."""
        if self._left <= 0 or not name or len(name) > _LONGEST_COMPARED:
            return None
        self._left -= 1
        levelled = _levelled(name)
        candidates = self._candidates(levelled)
        for candidate in candidates:
            if _levelled(candidate) == levelled:
                return candidate
        import difflib

        found = difflib.get_close_matches(name, candidates, n=1, cutoff=_CLOSE_ENOUGH)
        return found[0] if found else None

    def hint(self, name: str) -> str:
        """Return ``Did you mean “…”?``, or the empty text when nothing is close."""
        found = self.closest(name)
        return f"Did you mean {quoted(found)}?" if found is not None else ""

    def _candidates(self, levelled: str) -> list[str]:
        """Return the names that share most pairs of letters with this one, the likeliest first."""
        if len(self._names) <= _MOST_CANDIDATES:
            return list(self._names)
        if self._index is None:
            self._index = {}
            for position, name in enumerate(self._names):
                if len(name) <= _LONGEST_COMPARED:
                    for pair in _pairs(_levelled(name)):
                        self._index.setdefault(pair, []).append(position)
        shared: dict[int, int] = {}
        for pair in _pairs(levelled):
            for position in self._index.get(pair, ()):
                shared[position] = shared.get(position, 0) + 1
        # Of equally many shared pairs the shorter name is closer.
        best = sorted(shared, key=lambda position: (-shared[position], len(self._names[position]), position))
        return [self._names[position] for position in best[:_MOST_CANDIDATES]]


def closest(name: str, names: Iterable[str]) -> str | None:
    """Return the one of ``names`` that was probably meant by ``name``, or None."""
    return Names(names).closest(name)


def _levelled(name: str) -> str:
    return name.casefold().replace("_", "-").replace(" ", "-")


def _pairs(levelled: str) -> set[str]:
    framed = f"^{levelled}$"
    return {framed[start : start + 2] for start in range(len(framed) - 1)}
