"""The pages of the PDF that is read: drawn one after the other, those in sight first, away from the GUI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from viewer.documents.paging.letters import PageLetters
from viewer.documents.paging.pages import PagesOf, Stopped
from viewer.session.jobs import Lane, Token

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from viewer.documents.paging.pages import Picture
    from viewer.documents.paging.places import Run
    from viewer.errors import ViewerError


Answer = TypeVar("Answer")


class Wish(NamedTuple):
    """A page that shall be drawn, counted from 0, and how wide, in pixels of the screen."""

    page: int
    width: int


class Lettering(NamedTuple):
    """A page whose letters shall be found, and the runs of the document's text that stand on it."""

    page: int
    runs: tuple[Run, ...]


class Paging(QObject):
    """Signals: ``opened(sizes)`` in points, ``drawn(Picture, Wish)``, ``not_drawn(Wish, str)`` with the reason,
    ``placed(Lettering, PageLetters)``, ``failed(str)`` when the file as a whole cannot be shown.
    """  # noqa: D205 - a list of signals is no paragraph

    opened = Signal(object)
    drawn = Signal(object, object)
    not_drawn = Signal(object, str)
    placed = Signal(object, object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._lane = Lane(self)
        self._pages: PagesOf | None = None
        self._gone: list[PagesOf] = []  # of files that were let go: their workers end on the lane's thread
        self._wishes: list[Wish] = []
        self._ahead: list[Wish] = []
        self._letterings: list[Lettering] = []
        self._running: Wish | Lettering | None = None

    def open(self, path: str) -> None:
        """Show the pages of the PDF at this path from now on."""
        self.leave()
        self._pages = pages = PagesOf(path)

        def failed(error: ViewerError) -> None:
            self.failed.emit(str(error))

        def done(sizes: tuple[tuple[float, float], ...] | None) -> None:
            if sizes is not None:
                self.opened.emit(sizes)
            self._next()

        def work(token: Token) -> tuple[tuple[float, float], ...] | None:
            self._end_gone()
            return _unless_stopped(lambda: pages.sizes(token.cancelled.is_set))

        self._lane.submit(work, done, failed)

    def want(self, wishes: Sequence[Wish], letterings: Sequence[Lettering] = (), ahead: Sequence[Wish] = ()) -> None:
        """Draw these pages, the first first, then find these letters, then draw what may be wanted soon.

        What was wanted before is wanted no more.
        """
        running = self._running
        self._wishes, self._ahead = list(wishes), list(ahead)
        self._letterings = [one for one in letterings if one != running]
        if isinstance(running, Wish):
            if running in self._wishes:
                self._wishes.remove(running)
            elif running in self._ahead:
                self._ahead.remove(running)
            elif self._wishes:
                self._lane.cancel()
                self._running = None
        self._next()

    def leave(self) -> None:
        """Let the file go."""
        self._lane.cancel()
        self._wishes, self._ahead, self._letterings, self._running = [], [], [], None
        if self._pages is not None:
            self._gone.append(self._pages)
            self._pages = None
            self._lane.submit(lambda _token: self._end_gone(), lambda _nothing: None, lambda _error: None)

    def close(self) -> None:
        """Stop, wait, and end the worker."""
        self._lane.close()
        if self._pages is not None:
            self._gone.append(self._pages)
            self._pages = None
        self._end_gone()

    def _end_gone(self) -> None:
        while self._gone:
            self._gone.pop().close()

    def _next(self) -> None:
        pages = self._pages
        if pages is None or self._lane.busy:
            return
        if self._wishes:
            self._draw(pages, self._wishes.pop(0))
        elif self._letterings:
            self._place(pages, self._letterings.pop(0))
        elif self._ahead:
            self._draw(pages, self._ahead.pop(0))

    def _draw(self, pages: PagesOf, wish: Wish) -> None:
        self._running = wish

        def work(token: Token) -> Picture | None:
            return _unless_stopped(lambda: pages.draw(wish.page, wish.width, token.cancelled.is_set))

        def done(picture: Picture | None) -> None:
            self._running = None
            if picture is not None:
                self.drawn.emit(picture, wish)
            self._next()

        def failed(error: ViewerError) -> None:
            self._running = None
            self.not_drawn.emit(wish, str(error))
            self._next()

        self._lane.submit(work, done, failed)

    def _place(self, pages: PagesOf, lettering: Lettering) -> None:
        self._running = lettering

        def work(token: Token) -> PageLetters | None:
            return _unless_stopped(lambda: pages.letters(*lettering, token.cancelled.is_set))

        def done(letters: PageLetters | None) -> None:
            self._running = None
            if letters is not None:
                self.placed.emit(lettering, letters)
            self._next()

        def failed(_error: ViewerError) -> None:
            self._running = None
            self.placed.emit(lettering, PageLetters())
            self._next()

        self._lane.submit(work, done, failed)


def _unless_stopped(ask: Callable[[], Answer]) -> Answer | None:
    """Return an answer, or None where nobody waits for it any more."""
    try:
        return ask()
    except Stopped:
        return None
