"""The file that pins live in: JSON, written beside its place and moved in, by one window at a time."""

from __future__ import annotations

import json
import os
import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLockFile

from viewer.errors import Notice, Severity, ViewerError
from viewer.model.evidence import DocumentId, Pin, Stance
from viewer.session.pins.board import Board, Change, Hidden, Pinned

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

VERSION = 1
"""Raise it when an older program could not read the file any more."""

_WAIT_MS = 5000
_STALE_MS = 20_000
_LARGEST = 64 * 1024 * 1024


class BoardFile:
    """Reads and changes the file; every method is called on a job's thread, and may wait for another window."""

    def __init__(self, path: Path) -> None:
        """Take the file's path; it need not exist.

        ``stamp`` tells the file as it was last read or written here from what another window made of it since.
        """
        self.path = path
        self.stamp: tuple[int, int] | None = None

    def stamp_now(self) -> tuple[int, int] | None:
        """Return what tells one state of the file from another; None where there is none."""
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size

    def read(self) -> tuple[Board, Notice | None]:
        """Return what is kept, and a notice where something of it could not be used.

        A damaged file is put aside under another name, never lost. ViewerError when there is one that must not be
        read or that a newer program wrote: it stays as it is.
        """
        board, harm = self._parsed()
        return self.change(()) if harm else (board, None)

    def change(self, changes: Sequence[Change]) -> tuple[Board, Notice | None]:
        """Apply changes to what the file holds now, another window's changes included, and return the outcome.

        ViewerError when it cannot be written: then the file is as it was.
        """
        with self._alone():
            before, harm = self._parsed()
            said = self._put_aside(harm, before) if harm else None
            after = before
            for change in changes:
                after = change.applied(after)
            if after != before or harm:
                self._write(after)
                self.stamp = self.stamp_now()
        return after, said

    def _parsed(self) -> tuple[Board, str]:
        """Return what can be used, and what is wrong with the file, empty where nothing is."""
        self.stamp = self.stamp_now()
        try:
            with self.path.open("rb") as file:
                content = file.read(_LARGEST + 1)
        except FileNotFoundError:
            return Board(), ""
        except OSError as error:
            raise ViewerError(f"The pins in {self.path} cannot be read: {_reason(error)}.") from None
        try:
            raw = json.loads(content.decode("utf-8", "surrogatepass"))
            if not isinstance(raw, dict):
                raise ValueError("not an object")
        except (ValueError, RecursionError):
            return Board(), "The file of pins was damaged."
        version = raw.get("version")
        if isinstance(version, int) and version > VERSION:
            text = f"The pins in {self.path} were written by a newer version of this program."
            raise ViewerError(f"{text} Use that one; this one leaves them alone.")
        board, lost = _from_json(raw)
        if not lost:
            return board, ""
        count = "One entry" if lost == 1 else f"{lost} entries"
        return board, f"{count} in the file of pins could not be read."

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with _saving(self.path):
            self.path.parent.mkdir(parents=True, exist_ok=True)
        lock = QLockFile(f"{self.path}.lock")
        lock.setStaleLockTime(_STALE_MS)
        if not lock.tryLock(_WAIT_MS):
            reason = "another window holds the file"
            if lock.error() == QLockFile.LockError.PermissionError:
                reason = "there is no permission to write there"
            raise ViewerError(f"Pins cannot be kept in {self.path}: {reason}.")
        try:
            yield
        finally:
            lock.unlock()

    def _write(self, board: Board) -> None:
        beside = self.path.with_name(f"{self.path.name}.{os.getpid()}.part")
        try:
            with _saving(self.path), beside.open("wb") as file:
                file.write(_to_json(board))
                file.flush()
                os.fsync(file.fileno())
            with _saving(self.path):
                beside.replace(self.path)
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)

    def _put_aside(self, harm: str, rest: Board) -> Notice:
        """Keep a copy of the file as it is under a name that is free, and say where."""
        number = 1
        while (aside := self.path.with_name(f"{self.path.stem}.broken-{number}.json")).exists():
            number += 1
        try:
            shutil.copyfile(self.path, aside)
        except OSError as error:
            # Nothing may be written over what could not be saved.
            raise ViewerError(f"{harm} It cannot be put aside: {_reason(error)}.") from None
        left = "The others are there." if rest != Board() else "You begin without pins."
        return Notice(f"{harm} The old file is kept as {aside}. {left}", "pins", Severity.ERROR)


@contextmanager
def _saving(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ViewerError(f"Pins cannot be kept in {path}: {_reason(error)}.") from None


def _reason(error: OSError) -> str:
    reason = error.strerror or str(error)
    return reason[:1].lower() + reason[1:]


def _to_json(board: Board) -> bytes:
    pins = [
        {
            "diagram": one.diagram,
            "element": one.element,
            "document": one.pin.document,
            "quote": one.pin.quote,
            "stance": one.pin.stance.value,
            "start": one.pin.start,
            "place": one.pin.place,
        }
        for one in board.pins
    ]
    hidden = [{"document": one.document, "words": one.words} for one in board.hidden]
    whole = {"version": VERSION, "pins": pins, "hidden": hidden}
    return json.dumps(whole, indent=1, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _from_json(raw: dict[str, Any]) -> tuple[Board, int]:
    """Return what can be used, and how many entries cannot."""
    pins: list[Pinned] = []
    hidden: list[Hidden] = []
    lost = 0
    for entry in _entries(raw, "pins"):
        words = [_words(entry, name) for name in ("diagram", "element", "document", "quote")]
        stance = _STANCES.get(_words(entry, "stance"))
        if not all(words) or stance is None:
            lost += 1
            continue
        diagram, element, document, quote = words
        start = entry.get("start")
        place = _words(entry, "place")
        pin = Pin(DocumentId(document), quote, stance, start if isinstance(start, int) else -1, place)
        pins.append(Pinned(diagram, element, pin))
    for entry in _entries(raw, "hidden"):
        document, words_hidden = _words(entry, "document"), _words(entry, "words")
        if document and words_hidden:
            hidden.append(Hidden(document, words_hidden))
        else:
            lost += 1
    lost += sum(not isinstance(raw.get(name, []), list) for name in ("pins", "hidden"))
    return Board(tuple(pins), tuple(hidden)), lost


_STANCES = {stance.value: stance for stance in Stance}


def _entries(raw: dict[str, Any], name: str) -> list[dict[str, Any]]:
    listed = raw.get(name, [])
    return [entry if isinstance(entry, dict) else {} for entry in listed] if isinstance(listed, list) else []


def _words(entry: dict[str, Any], name: str) -> str:
    value = entry.get(name)
    return value if isinstance(value, str) else ""
