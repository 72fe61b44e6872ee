"""Ask the index: which passages may speak of something, and what stands around a passage."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from viewer.documents.index.leaving_out import KEPT, LeftOutPassages, count_of
from viewer.documents.matching.introductions import key
from viewer.documents.ranking.candidate import Row

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

MOST = 80
"""How many passages are looked at closely for one question, so that an answer takes less than a frame."""

MOST_OF_FEW = 200
"""How many in a small library, where the index has its answer sooner: all that is said of most things."""

FEW = 20_000
"""Up to so many passages a library is small."""

THOROUGH = 5000
"""How many where the answer may take its time."""

_RANKABLE = 1000
_MOST_HELD = 8000
_MOST_IDS = 500_000
_OPENING = 16  # of so many passages with a word at most one is thought to open with it
_COLUMNS = "p.id, p.document, p.start, p.end, p.line, p.last_line, p.page, p.kind, p.block, p.section, p.text"
_AT_ONCE = 500


class Matches(NamedTuple):
    """The ids of the passages that match, ascending; of very many only some, taken evenly. ``total`` counts all."""

    ids: list[int]
    total: int

    @property
    def whole(self) -> bool:
        """Whether all of them are here."""
        return len(self.ids) == self.total


class Lookup:
    """Questions to one connection of the index."""

    def __init__(
        self, connection: sqlite3.Connection, most: int = MOST, left_out: LeftOutPassages | None = None
    ) -> None:
        """Take a connection, used in the thread that calls, and how many passages to look at for one question.

        Where ``enough`` match plainly, nobody need look for weaker ones. What is ``left_out`` answers
        nothing.
        """
        self._connection = connection
        self.most = most
        self._left_out = left_out or LeftOutPassages()
        self._condition = KEPT if left_out else ""
        self.enough = most // 2
        self._held = _MOST_HELD if most <= MOST else _MOST_IDS

    def matches(self, question: str) -> Matches:
        """Return what matches. To count costs little however much it is; to hold it all does not."""
        if not question:
            return Matches([], 0)
        ids = self._ids(question, self._condition, self._held + 1)
        if len(ids) <= self._held:
            return Matches(ids, len(ids))
        count = self._left_out.matching(self._connection, question)
        return Matches(self._some(question, count // (4 * self.most)), count)

    def rows(self, question: str, matches: Matches, opening: str = "", most: int | None = None) -> list[Row]:
        """Return the passages that match, ``matches`` as found before; of too many the most telling.

        Those are told by BM25. To rank a word that stands everywhere so costs too much: then it is some that match
        ``opening``, taken evenly from the whole library.
        """
        most = self.most if most is None else most
        if matches.total <= most:
            return self.by_id(matches.ids)
        # What is left out is ranked all the same.
        matching = count_of(self._connection, question) if self._condition else matches.total
        if matching <= _RANKABLE:
            return self.by_id(self._ranked(question, most))
        first = self._some(opening, matches.total // (_OPENING * most)) if opening else []
        chosen = _evenly(first, most)
        if len(chosen) < most:
            taken = set(chosen)
            chosen += [key for key in _evenly(matches.ids, 2 * most) if key not in taken][: most - len(chosen)]
        return self.by_id(chosen)

    def beside(self, one: str, other: str) -> list[int]:
        """Return the ids of passages that match one of two questions, and the next passage the other, ascending."""
        rare, often = sorted(((self.matches(question), question) for question in (one, other)), key=_counted)
        keys = set(rare[0].ids)
        if often[0].whole:
            beside = set(often[0].ids)
        else:
            near = sorted({key + step for key in keys for step in (-1, 1)})
            beside = set(self._among(often[1], near))
        return sorted({key for key in keys if key + 1 in beside} | {key for key in beside if key + 1 in keys})

    def _ids(self, question: str, condition: str, most: int = _MOST_IDS) -> list[int]:
        # One step of the statement, not one for each id: each would wait for whoever has the interpreter.
        (joined,) = self._connection.execute(
            "SELECT group_concat(id, ' ') FROM"
            f" (SELECT rowid AS id FROM words WHERE words MATCH :asked {condition} ORDER BY rowid LIMIT :most)",
            {"asked": question, "most": most, "off": self._left_out.mask},
        ).fetchone()
        return list(map(int, joined.split())) if joined else []

    def _ranked(self, question: str, most: int) -> list[int]:
        (joined,) = self._connection.execute(
            "SELECT group_concat(id, ' ') FROM"
            f" (SELECT rowid AS id FROM words WHERE words MATCH :asked {self._condition} ORDER BY rank LIMIT :most)",
            {"asked": question, "most": most, "off": self._left_out.mask},
        ).fetchone()
        return list(map(int, joined.split())) if joined else []

    def _some(self, question: str, step: int) -> list[int]:
        """Return every so-manieth passage that matches, by chance rather than in turn."""
        every = f"AND rowid % {step} = {step // 2}" if step > 1 else ""
        return self._ids(question, f"{every} {self._condition}")

    def _among(self, question: str, keys: Sequence[int]) -> list[int]:
        """Return those of the ids that match."""
        # The sign keeps the index from being asked once for each id.
        wanted = "AND +rowid IN (SELECT value FROM json_each(?))"
        found = self._connection.execute(
            f"SELECT rowid FROM words WHERE words MATCH ? {wanted}", (question, f"[{','.join(map(str, keys))}]")
        )
        return [key for (key,) in found]

    def by_id(self, keys: Iterable[int]) -> list[Row]:
        """Return the passages of these ids that there are."""
        wanted = list(keys)
        found: list[Row] = []
        for at in range(0, len(wanted), _AT_ONCE):
            part = wanted[at : at + _AT_ONCE]
            marks = ",".join("?" * len(part))
            found += [
                Row(*row)
                for row in self._connection.execute(
                    f"SELECT {_COLUMNS} FROM passages p WHERE p.id IN ({marks})", part
                )
            ]
        return found

    def headings(self, documents: Iterable[int]) -> dict[tuple[int, int], str]:
        """Return the headings of these documents by document and number."""
        wanted = sorted(set(documents))
        found: dict[tuple[int, int], str] = {}
        for at in range(0, len(wanted), _AT_ONCE):
            part = wanted[at : at + _AT_ONCE]
            marks = ",".join("?" * len(part))
            for document, number, title in self._connection.execute(
                f"SELECT document, number, title FROM sections WHERE document IN ({marks})", part
            ):
                found[document, number] = title
        return found

    def within(self, document: int, start: int, end: int) -> list[Row]:
        """Return the passages of a document that overlap a stretch of its text, ascending."""
        last, count = self._connection.execute(
            "SELECT last, passages FROM documents WHERE id = ?", (document,)
        ).fetchone()
        first = self._first(last - count + 1, last + 1, "end", start + 1)
        beyond = self._first(first, last + 1, "start", end)
        return [
            Row(*row)
            for row in self._connection.execute(
                f"SELECT {_COLUMNS} FROM passages p WHERE p.id >= ? AND p.id < ? ORDER BY p.id", (first, beyond)
            )
        ]

    def _first(self, low: int, high: int, column: str, least: int) -> int:
        """Return the first of these ids of one document whose column reaches ``least``, or ``high``: halving."""
        while low < high:
            middle = (low + high) // 2
            row = self._connection.execute(f"SELECT {column} FROM passages WHERE id = ?", (middle,)).fetchone()
            if row[0] < least:
                low = middle + 1
            else:
                high = middle
        return low

    def introduced(self, shorts: Sequence[str], longs: Sequence[str]) -> list[tuple[int, str, str]]:
        """Return (document, short form, long form) for abbreviations with one of these forms, however written."""
        found: dict[tuple[int, str, str], None] = {}
        for column, forms in (("short_key", shorts), ("long_key", longs)):
            part = list(dict.fromkeys(filter(None, map(key, forms))))[:_AT_ONCE]
            marks = ",".join("?" * len(part))
            for row in self._connection.execute(
                f"SELECT document, short, long FROM introductions WHERE {column} IN ({marks}) LIMIT 2000", part
            ):
                found[row] = None
        return list(found)


def _evenly(keys: Sequence[int], most: int) -> list[int]:
    """Return at most so many of the keys, taken evenly from all of them."""
    if len(keys) <= most:
        return list(keys)
    return [keys[place * len(keys) // most] for place in range(most)]


def _counted(found: tuple[Matches, str]) -> int:
    return found[0].total
