"""In which order the pages of a PDF are drawn, and their letters found."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest

from viewer.documents.paging.letters import PageLetters
from viewer.documents.paging.pages import Picture
from viewer.session import paging
from viewer.session.paging import Lettering, Paging, Wish

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot


class _Pages:
    """Draws nothing, but notes what it was asked, and waits with the first page until it is told to go on."""

    asked: list[str]
    go: Event

    def __init__(self, _path: str) -> None:
        pass

    def sizes(self, _cancelled: Callable[[], bool]) -> tuple[tuple[float, float], ...]:
        return ((100.0, 100.0),) * 9

    def draw(self, page: int, width: int, _cancelled: Callable[[], bool]) -> Picture:
        if not _Pages.asked:
            _Pages.asked.append(f"page {page}")
            _Pages.go.wait(20)
        else:
            _Pages.asked.append(f"page {page}")
        return Picture(page, width, 1, b"")

    def letters(self, page: int, _runs: object, _cancelled: Callable[[], bool]) -> PageLetters:
        _Pages.asked.append(f"letters {page}")
        return PageLetters()

    def close(self) -> None:
        pass


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Paging]:
    _Pages.asked, _Pages.go = [], Event()
    monkeypatch.setattr(paging, "PagesOf", _Pages)
    made = Paging()
    with qtbot.waitSignal(made.opened):
        made.open("a.pdf")
    yield made
    _Pages.go.set()
    made.close()


def test_what_is_in_sight_comes_before_letters_and_these_before_what_is_beside(pages: Paging, qtbot: QtBot) -> None:
    pages.want([Wish(1, 9), Wish(2, 9)], [Lettering(1, ())], [Wish(3, 9)])
    qtbot.waitUntil(lambda: bool(_Pages.asked))
    _Pages.go.set()
    qtbot.waitUntil(lambda: len(_Pages.asked) == 4)
    assert _Pages.asked == ["page 1", "page 2", "letters 1", "page 3"]


def test_what_is_wanted_no_more_is_not_drawn_and_nothing_is_drawn_twice(pages: Paging, qtbot: QtBot) -> None:
    pages.want([Wish(1, 9), Wish(2, 9)], [Lettering(1, ())], [Wish(3, 9)])
    qtbot.waitUntil(lambda: bool(_Pages.asked))
    pages.want([], [Lettering(4, ())], [Wish(1, 9), Wish(5, 9)])
    _Pages.go.set()
    qtbot.waitUntil(lambda: len(_Pages.asked) == 3)
    assert _Pages.asked == ["page 1", "letters 4", "page 5"]
