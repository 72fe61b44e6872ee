"""What the user pins and hides: at once in the window, soon in the file. Another window's pins come by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from viewer.errors import Notice, Severity, ViewerError
from viewer.model.evidence import Pin, Stance, Status
from viewer.session.jobs import Lane
from viewer.session.pins.board import Board, Change, Hidden, Pinned
from viewer.session.pins.board_file import BoardFile
from viewer.session.watcher import Watcher

if TYPE_CHECKING:
    from pathlib import Path

    from viewer.model.evidence import Excerpt, Target
    from viewer.session.jobs import Token

_LONGEST = 4000  # characters of a quote


class Pinning(QObject):
    """Signals: ``changed(Board)``, ``notice_posted(Notice)``."""

    changed = Signal(object)
    notice_posted = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        """Take the path of the file, which need not exist; nothing is read yet."""
        super().__init__(parent)
        self.board = Board()
        self._file = BoardFile(path)
        self._unwritten: tuple[Change, ...] = ()
        self._files = Lane(self)
        self._watcher = Watcher(self)
        self._watcher.files_changed.connect(self._on_watcher_files_changed)
        self._watcher.folders_changed.connect(self._on_watcher_files_changed)

    # What is asked of it

    def load(self) -> None:
        """Read what is kept; it comes as ``changed``."""
        self._submit()

    def asked(self, diagram: str, target: Target) -> Target:
        """Return what to ask the documents for a target of this diagram: the user's pins go with it."""
        pins = self.board.of(diagram, target.id)
        return target._replace(pins=pins) if pins else target

    # What the user says

    def pin(self, diagram: str, element: str, excerpt: Excerpt, stance: Stance = Stance.SUPPORTS) -> Pin:
        """Keep an excerpt for an element, or give one that is kept another stance; return the pin."""
        pin = excerpt.pin
        kept = pin._replace(stance=stance) if pin is not None else pin_of(excerpt, stance)
        self._say(Change(pin=Pinned(diagram, element, kept)))
        return kept

    def unpin(self, diagram: str, element: str, pin: Pin) -> None:
        """Let go of a pin."""
        self._say(Change(unpin=Pinned(diagram, element, pin)))

    def put_back(self, diagram: str, element: str, pin: Pin) -> None:
        """Keep a pin again that was let go."""
        self._say(Change(pin=Pinned(diagram, element, pin)))

    def hide(self, excerpt: Excerpt) -> None:
        """Show a passage no more, whatever is selected."""
        self._say(Change(hide=Hidden(excerpt.document_id, excerpt.text)))

    def show(self, *excerpts: Excerpt) -> None:
        """Show passages again that were hidden."""
        for excerpt in excerpts:
            same = _levelled(excerpt.text)
            for one in self.board.hidden:
                if one.document == excerpt.document_id and _levelled(one.words) == same:
                    self._say(Change(show=one))

    def close(self) -> None:
        """Write what is not written yet, and wait for it."""
        self._files.close()
        if self._unwritten:
            try:
                self._file.change(self._unwritten)
            except ViewerError:
                return  # it was told when it was tried before

    # The file

    def _say(self, change: Change) -> None:
        after = change.applied(self.board)
        if after == self.board:
            return
        self._unwritten = (*self._unwritten, change)
        self._become(after)
        self._submit()

    def _submit(self) -> None:
        # A newer job takes the place of an older one, so each carries all that is not written yet.
        file, changes = self._file, self._unwritten

        def work(_token: Token) -> tuple[Board, Notice | None, tuple[Change, ...]]:
            return (*(file.change(changes) if changes else file.read()), changes)

        self._files.submit(work, self._on_files_done, self._on_files_failed)

    def _on_files_done(self, outcome: tuple[Board, Notice | None, tuple[Change, ...]]) -> None:
        board, said, written = outcome
        self._unwritten = self._unwritten[len(written) :]
        for change in self._unwritten:
            board = change.applied(board)
        if said is not None:
            self.notice_posted.emit(said)
        self._watcher.watch((self._file.path,), ())
        self._become(board)
        if not self._files.busy and self._file.stamp_now() != self._file.stamp:
            self._submit()  # another window wrote before this one began to watch

    def _on_files_failed(self, error: ViewerError) -> None:
        lost = " What you pin and hide now is forgotten when the window closes." if self._unwritten else ""
        self.notice_posted.emit(Notice(f"{error}{lost}", "pins", Severity.ERROR))

    def _on_watcher_files_changed(self, _paths: object = None) -> None:
        if not self._files.busy:
            self._submit()

    def _become(self, board: Board) -> None:
        if board != self.board:
            self.board = board
            self.changed.emit(board)


def pin_of(excerpt: Excerpt, stance: Stance = Stance.SUPPORTS) -> Pin:
    """Return the pin that keeps an excerpt: its words as they stand, and where.

    Of a passage that is longer than anybody quotes it keeps the beginning.
    """
    start = -1 if excerpt.start is None else excerpt.start
    return Pin(excerpt.document_id, _quotable(excerpt.text), stance, start, _place(excerpt))


def _quotable(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    words = text[:_LONGEST].rsplit(maxsplit=1)
    return words[0] if len(words) == 2 else text[:_LONGEST]


def _place(excerpt: Excerpt) -> str:
    where = f"page {excerpt.page}" if excerpt.page is not None else f"line {excerpt.line}" if excerpt.line else ""
    return " · ".join(part for part in (" ".join(excerpt.section.split()), where) if part)


def can_be_pinned(excerpt: Excerpt) -> bool:
    """Whether an excerpt's words stand in a document, or are a pin already."""
    return excerpt.pin is not None or excerpt.status is not Status.MISSING


def _levelled(words: str) -> str:
    return " ".join(words.split()).casefold()
