"""What the documents say about elements: asked for by a click, glanced at by the pointer, or expected to be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.model.evidence import Findings, Target
from viewer.session.jobs import Lane, Token

if TYPE_CHECKING:
    from collections.abc import Callable

    from viewer.documents.library import Library
    from viewer.errors import ViewerError

_MOST_EXCERPTS = 40
_MOST_EXPECTED = 300  # elements of a diagram that are looked up before anyone asks
_REST_MS = 50  # without a question before that begins, or goes on
_GLANCE_MS = 30  # that the pointer rests on something
_NOTHING = Target("", "node", "", ("nothing",))


class Answers(QObject):
    """Signals: ``found(Findings)`` for what was asked, ``failed(ViewerError)``. Nothing is looked up twice."""

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Make it; there is nothing to ask before there is a library."""
        super().__init__(parent)
        self._library: Library | None = None
        self._lane = Lane(self)
        self._known: dict[Target, Findings] = {}
        self._asked = False
        self._expected: Callable[[], tuple[Target, ...]] | None = None
        self._glanced: Callable[[], Target | None] | None = None
        self._rest = self._timer(_REST_MS, self._on_rest_timeout)
        self._glance = self._timer(_GLANCE_MS, self._on_glance_timeout)

    @property
    def busy(self) -> bool:
        """Whether a look-up is under way, asked for or ahead."""
        return self._lane.busy

    def use(self, library: Library) -> None:
        """Ask this library from now on; what was found before may have changed."""
        if library is not self._library:
            self._lane.cancel()
            self._asked = False
        self._library = library
        self._known = {}
        self._rest.start()
        if not self._lane.busy:
            # The first look-up loads what ranks passages, and reads which documents there are: 20 ms that are better
            # spent while nobody waits.
            self._lane.submit(lambda _token: library.excerpts(_NOTHING, 1), _let_go, _let_go)

    def look_up(self, target: Target | None) -> None:
        """Find what the documents say about a target; the answer comes as ``found``. None drops the question."""
        library, known = self._library, self._known
        self._rest.start()
        self._glance.stop()
        self._asked = False
        if target is None or library is None:
            self._lane.cancel()
        elif target in known:
            self._lane.cancel()
            self.found.emit(known[target])
        else:
            self._asked = True
            self._lane.submit(lambda _token: _looked_up(library, known, target), self._on_found, self._on_failed)

    def glance(self, target: Callable[[], Target | None] | None) -> None:
        """Look up what the pointer rests on: a click is likely to ask for it. None says that it went on.

        ``target`` is called on a lane's thread. A question that was asked comes first, always.
        """
        self._glanced = target
        if target is None:
            self._glance.stop()
        else:
            self._glance.start()

    def expect(self, targets: Callable[[], tuple[Target, ...]]) -> None:
        """Look these up while nobody asks for anything, so that a click finds its answer ready.

        ``targets`` is called on a lane's thread: naming all that a large diagram holds takes a while.
        """
        self._expected = targets
        self._rest.start()

    def close(self) -> None:
        """Stop, and wait for what runs."""
        self._rest.stop()
        self._glance.stop()
        self._lane.close()
        self._library = None

    def _timer(self, interval: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval)
        timer.timeout.connect(slot)
        return timer

    def _on_glance_timeout(self) -> None:
        library, known, glanced = self._library, self._known, self._glanced
        if library is None or glanced is None or self._asked:
            return

        def work(_token: Token) -> None:
            target = glanced()
            if target is not None:
                _looked_up(library, known, target)

        self._rest.start()
        self._lane.submit(work, _let_go, self._on_failed)

    def _on_rest_timeout(self) -> None:
        library, known, expected = self._library, self._known, self._expected
        if library is None or expected is None:
            return
        if self._lane.busy:
            self._rest.start()  # what is under way took longer than the pause
            return

        def work(token: Token) -> None:
            for target in expected()[:_MOST_EXPECTED]:
                if token.cancelled.is_set():
                    return
                _looked_up(library, known, target)

        self._lane.submit(work, _let_go, self._on_failed)

    def _on_found(self, findings: Findings) -> None:
        self._asked = False
        self.found.emit(findings)

    def _on_failed(self, error: ViewerError) -> None:
        self._asked = False
        self.failed.emit(error)


def _looked_up(library: Library, known: dict[Target, Findings], target: Target) -> Findings:
    if target not in known:
        known[target] = library.excerpts(target, _MOST_EXCERPTS)
    return known[target]


def _let_go(_outcome: object) -> None:
    """Nobody waits for it."""
