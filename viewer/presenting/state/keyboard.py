"""The keys of the show as a user wants them: changed one by one, and single letters switched off."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from viewer.presenting.state.keys import BY_NAME, KEYS, is_letter, pressed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from viewer.presenting.state.keys import Key
    from viewer.presenting.state.show import Show

FIXED = frozenset({"PgDown", "PgUp", ".", "F5", "Shift+F5", "Esc", "Return", "Enter", *"0123456789"})
"""What clickers send, what leaves, and figures: they keep their meaning."""


class Keyboard:
    """``letters`` says whether single letters work. ``changes`` are ``NAME=KEY``; one that cannot be is left out."""

    def __init__(self, *, letters: bool = True, changes: Iterable[str] = ()) -> None:
        """Make the table."""
        self.letters = letters
        self.changes: Mapping[str, str] = {}
        for change in changes:
            name, _, key = change.partition("=")
            if name in BY_NAME and key and not self.refusal(name, key):
                self.changes = {**self.changes, name: key}

    @property
    def rows(self) -> tuple[Key, ...]:
        """The table of keys; a changed row has its new key in place of its letters."""
        found = []
        for row in KEYS:
            new = self.changes.get(row.name)
            kept = row.keys if new is None else (new, *(key for key in row.keys if not is_letter(key) and key != new))
            found.append(row._replace(keys=kept))
        return tuple(found)

    @property
    def by_key(self) -> Mapping[str, Key]:
        """The rows by their keys."""
        return MappingProxyType({key: row for row in self.rows for key in row.keys})

    def refusal(self, name: str, key: str) -> str:
        """Return why a row cannot have a key, nothing when it can."""
        if key in FIXED and key not in BY_NAME[name].keys:
            return f"{key} keeps its meaning: clickers and numbers need it."
        other = self.by_key.get(key)
        if other is not None and other.name != name:
            return f"{key} is taken by “{other.words}”."
        return ""

    def pressed(self, show: Show, key: str) -> Show:
        """Return the show after a key."""
        return pressed(show, key, letters=self.letters, by_key=self.by_key)

    def key_of(self, name: str) -> str:
        """Return the key that does something, empty where none does."""
        keys = next(row.keys for row in self.rows if row.name == name)
        return next((key for key in keys if self.letters or not is_letter(key)), "")
