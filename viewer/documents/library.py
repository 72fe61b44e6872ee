"""A set of documents and its index: bring it up to date, ask what it holds, and what it says about a target.

A library may be used from several threads at once, and several processes may use one index.
"""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from viewer.documents.catalogue import Catalogue, catalogue
from viewer.documents.entries import DocumentEntry, DocumentText, LeftOut, Progress, Refreshed, SearchResult, Skipped
from viewer.documents.index.database import DamagedIndex, Database
from viewer.documents.index.own import Own
from viewer.errors import DocumentError
from viewer.model.naming import Names, quoted

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from viewer.documents.index.leaving_out import LeftOutPassages
    from viewer.documents.index.lookup import Lookup
    from viewer.documents.quotes import Located
    from viewer.model.evidence import Excerpt, Findings, Target

__all__ = [
    "DocumentEntry",
    "DocumentText",
    "LeftOut",
    "Library",
    "Progress",
    "Refreshed",
    "SearchResult",
    "Skipped",
    "index_for",
]

_Answer = TypeVar("_Answer")
_TRIES = 5
_DAMAGED = "The index of the documents is damaged each time it is made. Look whether the disk is sound."


class _Seen:
    """What one thread has read of the index, and for which state of it."""

    def __init__(self) -> None:
        self.stamp: tuple[object, int, int] | None = None
        self.catalogue = Catalogue({}, ())
        self.off: tuple[Catalogue, frozenset[str]] | None = None
        self.known: tuple[Catalogue, LeftOutPassages | None] = (self.catalogue, None)


class Library:
    """The documents at and under some files and folders. Nothing is opened or read before the first question."""

    def __init__(self, roots: Sequence[Path], index: Path) -> None:
        """Take files and folders, and the SQLite file of the index, which need not exist."""
        self._roots = tuple(roots)
        self._database = Database(index)
        self._writing = threading.Lock()
        self._seen: Own[_Seen] = Own()
        self.made_anew = 0
        """How often the index was damaged and made anew from the files."""
        self._left_out = LeftOut()

    def begin_with(self, other: Library) -> None:
        """Take over what another library has read, where this one's index is not there yet.

        The next refresh then reads what is new, and forgets what does not belong here.
        """
        self._database.begin_with(other._database)

    def leave_out(self, left_out: LeftOut) -> None:
        """Answer from now on as if these documents and passages were not there.

        They stay in the index, in ``entries`` and ``text``, and quotes are still ``located`` in them.
        """
        self._left_out = left_out

    def refresh(
        self,
        report: Callable[[Progress], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Refreshed:
        """Read what is new or changed since the last time, and forget what is gone.

        Only the time and size of an unchanged file are looked at. Whatever cannot be read is told in ``skipped``.
        ``report`` is called in this thread. Stopped by ``cancelled``, what was read so far is kept.
        """
        with self._writing:
            return self._refreshed(report, cancelled)

    def retry(self, files: Sequence[str]) -> None:
        """Read these files, which were skipped, with the next refresh even if they did not change since."""
        from viewer.documents.files.sources import key_of
        from viewer.documents.index.writing import forget_refusal

        with self._writing, self._database.writing() as connection:
            for file in files:
                forget_refusal(connection, key_of(file))

    def entries(self) -> tuple[DocumentEntry, ...]:
        """Return the documents in the order of the roots and their paths, as of the last refresh."""
        return tuple(self._ask(self._catalogue).entries.values())

    def held(self) -> tuple[DocumentEntry, ...]:
        """Return the documents that the index holds as it is: none where it is damaged, and nothing is mended."""
        try:
            with self._database.reading() as connection:
                return tuple(self._catalogue(connection).entries.values())
        except (DamagedIndex, DocumentError):
            return ()

    def excerpts(self, target: Target, limit: int | None = None, *, thorough: bool = False) -> Findings:
        """Return what the documents say about a target: pins, the definition's quotes, then passages, best first.

        Quotes that no document holds come last. At most ``limit`` excerpts are returned; ``total`` counts all.
        Of very many passages only some are looked at closely; ``thorough`` looks at more, and takes longer.
        """
        return self._ask(partial(self._findings, target=target, limit=limit, thorough=thorough))

    def excerpts_within(self, target: Target, document: str) -> tuple[Excerpt, ...]:
        """Return all that one document, by its path or id, says about a target; nothing when the library lacks it."""
        return self._ask(partial(self._within, target=target, document=document))

    def search(self, words: str, limit: int = 50, *, thorough: bool = False) -> SearchResult:
        """Return the passages and headings that hold all these words; the last one may be unfinished.

        Words that occur nowhere are told, and what is found is found for the others. ``thorough`` as above.
        """
        return self._ask(partial(self._search, words=words, limit=limit, thorough=thorough))

    def text(self, document: str) -> DocumentText:
        """Return a document whole, by its relative path or its id; DocumentError when the library lacks it."""
        return self._ask(partial(self._text, document=document))

    def located(self, document: str, quote: str) -> Located | None:
        """Return where a quote stands in the document of this id; None when the library lacks the document."""
        return self._ask(partial(self._located, document=document, quote=quote))

    def close(self) -> None:
        """Let go of the index. A later question opens it again."""
        self._database.close()

    def _ask(self, question: Callable[[sqlite3.Connection], _Answer]) -> _Answer:
        for _ in range(_TRIES):
            try:
                with self._database.reading() as connection:
                    return question(connection)
            except DamagedIndex:
                with self._writing:
                    self._start_anew()
                    self._refreshed(None, None)
        raise DocumentError(_DAMAGED)

    def _refreshed(
        self, report: Callable[[Progress], None] | None, cancelled: Callable[[], bool] | None
    ) -> Refreshed:
        from viewer.documents.index.refreshing import Refresh

        for _ in range(_TRIES):
            try:
                return Refresh(self._database, self._roots, report, cancelled).run()
            except DamagedIndex:
                self._start_anew()
        raise DocumentError(_DAMAGED)

    def _start_anew(self) -> None:
        self.made_anew += 1
        self._database.start_anew()

    def _catalogue(self, connection: sqlite3.Connection) -> Catalogue:
        # The version changes with the commits of others, the counter with this connection's own.
        stamp = (connection, connection.execute("PRAGMA data_version").fetchone()[0], connection.total_changes)
        seen = self._seen.get(_Seen)
        if seen.stamp != stamp:
            seen.catalogue = catalogue(connection)
            seen.stamp = stamp
        return seen.catalogue

    def _findings(
        self, connection: sqlite3.Connection, target: Target, limit: int | None, *, thorough: bool
    ) -> Findings:
        from viewer.documents.answering import findings

        left_out = self._left_out
        whole, known, lookup = self._asked(connection, left_out, thorough=thorough)
        return findings(connection, lookup, whole, known, target, limit, left_out.passages)

    def _asked(
        self, connection: sqlite3.Connection, left_out: LeftOut, *, thorough: bool
    ) -> tuple[Catalogue, Catalogue, Lookup]:
        """Return all documents, those that answer, and what asks them."""
        from viewer.documents.index.leaving_out import LeftOutPassages
        from viewer.documents.index.lookup import FEW, MOST, MOST_OF_FEW, THOROUGH, Lookup

        whole = self._catalogue(connection)
        (passages,) = connection.execute("SELECT max(id) FROM passages").fetchone()
        most = THOROUGH if thorough else MOST if (passages or 0) > FEW else MOST_OF_FEW
        if not left_out.files:
            return whole, whole, Lookup(connection, most)
        # Of thousands of documents this takes a few milliseconds: it is kept like the catalogue itself.
        seen = self._seen.get(_Seen)
        if seen.off is None or seen.off[0] is not whole or seen.off[1] != left_out.files:
            known = whole.without(left_out.files)
            seen.known = (known, LeftOutPassages.of(whole.stretches(known.entries)))
            seen.off = (whole, left_out.files)
        known, off = seen.known
        return whole, known, Lookup(connection, most, off)

    def _within(self, connection: sqlite3.Connection, target: Target, document: str) -> tuple[Excerpt, ...]:
        from viewer.documents.within import excerpts_within

        known = self._catalogue(connection)
        number = known.named(document)
        return excerpts_within(connection, known, target, number) if number is not None else ()

    def _search(self, connection: sqlite3.Connection, words: str, limit: int, *, thorough: bool) -> SearchResult:
        from viewer.documents.excerpting import Excerpts
        from viewer.documents.index.headings import Headings
        from viewer.documents.searching import Wanted, search

        whole, known, lookup = self._asked(connection, self._left_out, thorough=thorough)
        headings = Headings(connection, whole, known)
        found = search(Wanted(words), lookup, headings)
        most = max(0, limit)
        excerpts = Excerpts(connection, lookup, known).searched(found.ordered[:most], found.wanted)
        titled, count = headings.found(found.wanted, most)
        return SearchResult(words, tuple(excerpts), found.total, titled, count, found.unknown)

    def _text(self, connection: sqlite3.Connection, document: str) -> DocumentText:
        from viewer.documents.whole import whole

        known = self._catalogue(connection)
        number = known.named(document)
        if number is None:
            hint = Names(entry.id for entry in known.entries.values()).hint(document)
            raise DocumentError(f"The library has no document {quoted(document)}. {hint}".rstrip())
        return whole(connection, number, known.entries[number])

    def _located(self, connection: sqlite3.Connection, document: str, quote: str) -> Located | None:
        from viewer.documents.quotes import best_of, locate_quote

        numbers = self._catalogue(connection).by_stem(document)
        texts = (
            connection.execute("SELECT text FROM texts WHERE document = ?", (number,)).fetchone()[0]
            for number in numbers
        )
        return best_of([locate_quote(text, quote) for text in texts]) if numbers else None


def index_for(roots: Sequence[Path], cache: Path) -> Path:
    """Return where the index of a library of these roots stands within the cache folder; nothing is made."""
    from hashlib import sha256

    from viewer.documents.index.schema import VERSION

    # Another version of the program keeps to a file of its own, and may run at the same time.
    named = "\0".join(str(root.resolve()) for root in roots)
    return cache / "indexes" / f"{sha256(named.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}-{VERSION}.sqlite"
