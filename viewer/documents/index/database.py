"""The index file: a connection for each thread, tables made when they are missing, a damaged file made anew.

SQLite in WAL mode: readers never wait for a writer, and a kill at any moment leaves the last whole state. Where the
file's place cannot be written, as in a read-only home, the index stands in a temporary folder until it is closed.
"""

from __future__ import annotations

import os
import threading
import weakref
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from viewer.documents.index.keeping import keep_latest, note_use
from viewer.documents.index.own import Own
from viewer.documents.index.schema import TABLES, VERSION
from viewer.errors import DocumentError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

_PATIENCE = 30.0
"""How long a connection waits for another process that writes, in seconds."""


class DamagedIndex(Exception):  # noqa: N818 - a state of the file, dealt with, never shown
    """The index file is no sound database of our version: it must be made anew."""


class Database:
    """The index file. Nothing is opened before the first use."""

    def __init__(self, path: Path) -> None:
        """Take the file, which need not exist."""
        self._path = path
        self._spare: Path | None = None
        self._opened_file: tuple[int, int] | None = None
        self._own: Own[sqlite3.Connection] = Own()
        self._all: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        # One that nobody closed, since its reading was no longer waited for, lets go of its file all the same.
        # Not at the program's end: a job may still be asking, and SQLite would die of that; the system closes it.
        weakref.finalize(self, _close, self._all).atexit = False

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give this thread's connection; trouble comes out as DocumentError, damage as DamagedIndex."""
        import sqlite3

        try:
            yield self._connection()
        except sqlite3.DatabaseError as error:
            raise self._told(error) from error

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give this thread's connection inside one transaction that is kept whole or not at all."""
        import sqlite3

        try:
            connection = self._connection()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        except sqlite3.DatabaseError as error:
            raise self._told(error) from error

    def start_anew(self) -> None:
        """Throw the file away; the next use makes an empty one. What another process made anew is left."""
        replaced = self._replaced()
        self.close()
        if replaced:
            return
        for ending in ("", "-wal", "-shm"):
            beside = self._path.with_name(self._path.name + ending)
            try:
                beside.unlink(missing_ok=True)
            except OSError as error:
                raise DocumentError(
                    f"The index {beside} is damaged and cannot be removed: {error.strerror}. Delete it by hand."
                ) from None

    def begin_with(self, other: Database) -> None:
        """Take over all that another index holds, where this one is not there yet; what fails only costs time."""
        import sqlite3

        if self._path.exists() or not _may_write(self._path):
            return
        beside = self._path.with_name(f"{self._path.name}.{os.getpid()}.part")
        try:
            with other.reading() as source:
                target = sqlite3.connect(beside)
                try:
                    source.backup(target)
                finally:
                    target.close()
            if not self._path.exists():
                beside.replace(self._path)
                keep_latest(self._path.parent)
        except (sqlite3.Error, OSError, DamagedIndex, DocumentError):
            return
        finally:
            for ending in ("", "-wal", "-shm"):
                with suppress(OSError):
                    beside.with_name(beside.name + ending).unlink(missing_ok=True)

    def close(self) -> None:
        """Close every connection. The database can be used again afterwards."""
        with self._lock:
            _close(self._all)
            self._own.clear()
            spare, self._spare = self._spare, None
        if spare is not None:
            import shutil

            shutil.rmtree(spare.parent, ignore_errors=True)

    def _connection(self) -> sqlite3.Connection:
        return self._own.get(self._opened)

    def _opened(self) -> sqlite3.Connection:
        import sqlite3

        with self._lock:
            place = self._place()
            self._opened_file = _identity(place)
        # Closing comes from any thread; everything else keeps to the thread that opened it.
        connection = sqlite3.connect(place, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
        try:
            self._prepare(connection)
        except BaseException:
            connection.close()
            raise
        with self._lock:
            self._all.append(connection)
            self._opened_file = self._opened_file or _identity(place)
        note_use(place)
        return connection

    def _replaced(self) -> bool:
        """Whether another process threw away the file that is open here."""
        return self._opened_file is not None and _identity(self._spare or self._path) != self._opened_file

    def _place(self) -> Path:
        """Return the file to open: the one that was named, or one in a temporary folder."""
        if self._spare is None and not _may_write(self._path):
            from pathlib import Path
            from tempfile import mkdtemp

            try:
                self._spare = Path(mkdtemp(prefix="mechanism-viewer-"), self._path.name)
            except OSError as error:
                raise DocumentError(
                    f"The index of the documents has no place: neither {self._path.parent} nor the folder for"
                    f" temporary files can be written ({error.strerror})."
                ) from None
        return self._spare or self._path

    def _prepare(self, connection: sqlite3.Connection) -> None:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version == VERSION:
            connection.execute("PRAGMA synchronous=NORMAL")
            connection.execute("PRAGMA cache_size=-16000")
            return
        _log_ahead(connection)
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute("BEGIN IMMEDIATE")
        try:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version == 0 and not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                _probe(connection)
                for statement in TABLES.split(";\n"):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version={VERSION}")
                version = VERSION
        finally:
            connection.execute("COMMIT" if version == VERSION else "ROLLBACK")
        if version != VERSION:
            raise DamagedIndex

    def _told(self, error: sqlite3.DatabaseError) -> Exception:
        import sqlite3

        words = str(error)
        damaged = not isinstance(error, sqlite3.OperationalError | sqlite3.ProgrammingError | sqlite3.IntegrityError)
        if damaged or "malformed" in words or "no such table" in words or "no such column" in words:
            return DamagedIndex(words)
        if "locked" in words or "busy" in words:
            return DocumentError("Another window is writing to the index of the documents. Try again in a moment.")
        if "disk I/O error" in words and self._replaced():
            return DamagedIndex(words)
        if "full" in words:
            return DocumentError(f"The disk is full: the index {self._path} cannot be written.")
        return DocumentError(f"The index {self._path} cannot be used: {words}.")


def _close(connections: list[sqlite3.Connection]) -> None:
    for connection in connections:
        connection.close()
    connections.clear()


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _may_write(path: Path) -> bool:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(path.parent, os.W_OK | os.X_OK) and (os.access(path, os.W_OK) or not path.exists())


def _log_ahead(connection: sqlite3.Connection) -> None:
    """Switch to WAL. Two processes that do so at once do not wait for one another by themselves."""
    import sqlite3
    import time

    until = time.monotonic() + _PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


def _probe(connection: sqlite3.Connection) -> None:
    import sqlite3

    try:
        connection.execute("CREATE VIRTUAL TABLE temp.probe USING fts5(words)")
        connection.execute("DROP TABLE temp.probe")
    except sqlite3.OperationalError:
        raise DocumentError(
            "This Python's SQLite has no full-text search (FTS5), which the documents need."
            " Use another build of Python."
        ) from None
