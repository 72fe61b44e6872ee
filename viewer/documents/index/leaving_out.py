"""Which passages answer nothing, told to SQLite, so that a question meets only the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

KEPT = "AND substr(:off, words.rowid + 1, 1) <> x'01'"
"""The condition on words that leaves passages out; ``off`` is a mask."""

_FEW = 64
"""Up to so many stretches each is counted by itself, which costs less than to look at every passage that matches."""


class LeftOutPassages(NamedTuple):
    """Stretches of passages, as (first, last) of their ids, ascending; in the mask, the byte of each of them is 1."""

    stretches: Sequence[tuple[int, int]] = ()
    mask: bytes = b""

    @classmethod
    def of(cls, stretches: Sequence[tuple[int, int]]) -> LeftOutPassages:
        """Leave these stretches out."""
        mask = bytearray(stretches[-1][1] + 1 if stretches else 0)
        for first, last in stretches:
            mask[first : last + 1] = b"\1" * (last + 1 - first)
        return cls(stretches, bytes(mask))

    def matching(self, connection: sqlite3.Connection, question: str) -> int:
        """Return how many of the other passages match."""
        if len(self.stretches) > _FEW:
            (count,) = connection.execute(
                f"SELECT count(*) FROM words WHERE words MATCH :asked {KEPT}", {"asked": question, "off": self.mask}
            ).fetchone()
            return int(count)
        count = count_of(connection, question)
        for stretch in self.stretches if count else ():
            (out,) = connection.execute(
                "SELECT count(*) FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ?", (question, *stretch)
            ).fetchone()
            count -= int(out)
        return count


def count_of(connection: sqlite3.Connection, question: str) -> int:
    """Return how many passages match, left out or not."""
    (count,) = connection.execute("SELECT count(*) FROM words WHERE words MATCH ?", (question,)).fetchone()
    return int(count)
