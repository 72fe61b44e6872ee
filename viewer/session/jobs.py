"""Work away from the GUI thread. Only this module starts threads.

A job takes frozen values and returns a frozen value or raises; it never sees a widget. Jobs of one lane run one
after the other; within a lane the newest submission wins: an older one is told to stop and its result is dropped.
Results and errors are delivered on the thread that made the lane, or not at all.
"""

from __future__ import annotations

import os
from threading import Event, Timer
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from viewer.errors import ViewerError

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")

THREAD_NAME = "lane"
"""What the system calls the threads that are started here, so that one left over can be told from Qt's own."""


def leave_within(seconds: float, status: int) -> None:
    """End the process with this status after so long, should it not have ended by itself until then.

    A job that hangs, on a network that is gone say, must not keep a program alive whose window was closed.
    """
    watch = Timer(seconds, os._exit, (status,))
    watch.daemon = True
    watch.start()


class Progress(NamedTuple):
    """How far long work is: ``what`` in words, ``done`` of ``total`` (0 where the total is not known)."""

    what: str
    done: int = 0
    total: int = 0


class Token:
    """What a job holds of the world: whether to stop, where to say how far it is, and what it has so far."""

    def __init__(self, report: Callable[[Progress], None], tell: Callable[[object], None]) -> None:
        """Take the functions that hear of progress and of what there is so far, on the job's own thread."""
        self.cancelled = Event()
        self.report = report
        self.tell = tell


class _Bridge(QObject):
    """Carries an outcome to the thread that owns it."""

    finished = Signal(object, object, object)
    progressed = Signal(object, object)
    told = Signal(object, object)


class _Run(QRunnable, Generic[Result]):
    def __init__(self, work: Callable[[Token], Result], token: Token, bridge: _Bridge) -> None:
        super().__init__()
        self._work, self._token, self._bridge = work, token, bridge

    def run(self) -> None:
        result: Result | None = None
        error: Exception | None = None
        if not self._token.cancelled.is_set():
            try:
                result = self._work(self._token)
            except Exception as raised:  # every failure is a value for the owner, none may end the thread
                error = raised
        try:
            self._bridge.finished.emit(self._token, result, error)
        except RuntimeError:
            return  # the lane is gone: nobody waits for this any more


class Lane(QObject):
    """A queue with one worker.

    Signals: ``busy_changed(bool)``, ``progressed(Progress)``, ``told(object)`` with what a job has before its end.
    """

    busy_changed = Signal(bool)
    progressed = Signal(object)
    told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Make a lane; its thread starts with the first job."""
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setObjectName(THREAD_NAME)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)
        self._bridge = _Bridge(self)
        self._bridge.finished.connect(self._on_job_finished, Qt.ConnectionType.QueuedConnection)
        self._bridge.progressed.connect(self._on_job_progressed, Qt.ConnectionType.QueuedConnection)
        self._bridge.told.connect(self._on_job_told, Qt.ConnectionType.QueuedConnection)
        self._current: Token | None = None
        self._done: Callable[[object], None] | None = None
        self._failed: Callable[[ViewerError], None] | None = None

    @property
    def busy(self) -> bool:
        """Whether a job's outcome is still awaited."""
        return self._current is not None

    def submit(
        self,
        work: Callable[[Token], Result],
        done: Callable[[Result], None],
        failed: Callable[[ViewerError], None],
    ) -> None:
        """Run ``work`` on the lane's thread; ``done`` or ``failed`` is called here, unless a newer job came."""
        was_busy = self.busy
        if self._current is not None:
            self._current.cancelled.set()
        bridge = self._bridge
        token = Token(
            lambda progress: bridge.progressed.emit(token, progress), lambda value: bridge.told.emit(token, value)
        )
        self._current, self._done, self._failed = token, done, failed  # type: ignore[assignment]  # paired by token
        self._pool.start(_Run(work, token, bridge))
        if not was_busy:
            self.busy_changed.emit(True)

    def stop(self) -> None:
        """Tell the job that runs to stop; what it has come to is delivered, as ever."""
        if self._current is not None:
            self._current.cancelled.set()

    def cancel(self) -> None:
        """Tell the job that runs to stop, and drop its outcome."""
        if self._current is None:
            return
        self._current.cancelled.set()
        self._current = self._done = self._failed = None
        self.busy_changed.emit(False)

    def wait(self, longest: int) -> None:
        """Wait for the job, ``longest`` ms at most; its outcome is delivered later, as ever."""
        self._pool.waitForDone(longest)

    def close(self) -> None:
        """Stop and wait: after this no thread of the lane runs."""
        self.cancel()
        self._pool.clear()
        self._pool.waitForDone()

    @Slot(object, object)
    def _on_job_progressed(self, token: Token, progress: Progress) -> None:
        if token is self._current:
            self.progressed.emit(progress)

    @Slot(object, object)
    def _on_job_told(self, token: Token, value: object) -> None:
        if token is self._current:
            self.told.emit(value)

    @Slot(object, object, object)
    def _on_job_finished(self, token: Token, result: object, error: Exception | None) -> None:
        if token is not self._current:
            return
        done, failed = self._done, self._failed
        self._current = self._done = self._failed = None
        self.busy_changed.emit(False)
        if error is None:
            if done is not None and not (result is None and token.cancelled.is_set()):
                done(result)
        elif isinstance(error, ViewerError):
            if failed is not None:
                failed(error)
        else:
            import logging  # costs start-up time that only a bug should pay

            logging.getLogger(__name__).error("A job failed unexpectedly", exc_info=error)
            if failed is not None:
                failed(ViewerError(f"Something went wrong inside the program: {error}. The log has the details."))
