"""What a click costs until its passages are painted, and what a change of selection or step costs."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEventLoop, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from viewer.app import Window
from viewer.places import bundled
from viewer.session.page import Ready

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_benchmark.fixture import BenchmarkFixture
    from pytestqt.qtbot import QtBot

    from viewer.model.diagram import ElementId

_MORE = Path(__file__).resolve().parents[2] / "shared" / "documents"  # beside the checkout, where they are given


@pytest.fixture(params=["bundled", "more"])
def window(
    request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Window]:
    """Yield the whole program with a diagram open and its documents read."""
    documents = (_MORE,) if request.param == "more" else ()
    if documents and not _MORE.is_dir():
        pytest.skip("there are no documents beside the checkout")
    monkeypatch.setenv("MECHANISM_VIEWER_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("MECHANISM_VIEWER_CONFIG", str(tmp_path / "config"))
    whole = Window(qapp, bundled(), "glutamate-surge", (), documents)
    session = whole.session
    qtbot.waitUntil(lambda: isinstance(session.page, Ready) and bool(session.reading.shelf.entries), timeout=60_000)
    yield whole
    whole.main.close()
    whole.close()


def test_click_to_painted_passages(benchmark: BenchmarkFixture, window: Window) -> None:
    nodes = itertools.cycle(_nodes(window))

    def click() -> None:
        _click(window, next(nodes))
        if window.session.excerpts is None:
            # Waiting in the event loop, as the program does: a loop of our own would keep the worker from running.
            waiting = QEventLoop()
            window.session.excerpts_changed.connect(waiting.quit)
            waiting.exec()
            window.session.excerpts_changed.disconnect(waiting.quit)
        window.main.excerpts.repaint()
        QApplication.processEvents()

    benchmark(click)


def test_change_of_selection(benchmark: BenchmarkFixture, window: Window) -> None:
    view, nodes = window.main.canvas.view, itertools.cycle(_nodes(window))

    def select() -> None:
        window.session.select(next(nodes))
        view.repaint()

    benchmark(select)


def test_change_of_step(benchmark: BenchmarkFixture, window: Window) -> None:
    canvas, steps = window.main.canvas, itertools.cycle((1, 2, 3, 0))

    def step() -> None:
        canvas.show_step(next(steps))
        canvas.view.repaint()

    benchmark(step)


def _nodes(window: Window) -> list[ElementId]:
    assert window.session.ready is not None
    return [node.id for node in window.session.ready.diagram.nodes]


def _click(window: Window, element: ElementId) -> None:
    view = window.main.canvas.view
    assert view.picture is not None
    at = view.camera.to_view(view.picture.layout.nodes[element].box.centre)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(round(at.x), round(at.y)))
