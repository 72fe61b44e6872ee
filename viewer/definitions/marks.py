"""Where the values of a YAML file stand: a tree beside the values, looked up by path."""

from __future__ import annotations

from dataclasses import dataclass, field

Value = str | int | None | list["Value"] | dict[str, "Value"]
"""What a definition's YAML holds."""

Place = tuple[int, int]
"""A line and a column, from 1."""


@dataclass(slots=True)
class Marks:
    """Where a value stands, where its keys stand, and the marks of what it holds."""

    place: Place
    keys: dict[str, Place] = field(default_factory=dict)
    children: dict[str, Marks | Place] | list[Marks | Place] = field(default_factory=list)

    def value(self, path: tuple[str | int, ...]) -> Place:
        """Return the place of the value at a path, or of the nearest thing around it that is there."""
        return self._find(path)[0]

    def key(self, path: tuple[str | int, ...]) -> Place:
        """Return the place of the key at the end of a path; for a list's item, the item's own."""
        return self._find(path)[1]

    def _find(self, path: tuple[str | int, ...]) -> tuple[Place, Place]:
        at: Marks | Place = self
        key = self.place
        for step in path:
            if isinstance(at, tuple):
                break
            children = at.children
            if isinstance(children, dict) and isinstance(step, str) and step in children:
                key, at = at.keys[step], children[step]
            elif isinstance(children, list) and isinstance(step, int) and step < len(children):
                at = children[step]
                key = at if isinstance(at, tuple) else at.place
            else:
                # What is missing is missing from the thing that has the key, not from its first line.
                return key, key
        return (at if isinstance(at, tuple) else at.place), key
