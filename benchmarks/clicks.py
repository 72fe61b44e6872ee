"""What a click costs in the whole program, from the event's delivery until the passages are painted."""

from __future__ import annotations

import gc
import os
import random
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from PySide6.QtCore import SignalInstance

    from benchmarks.corpora import Thing
    from viewer.app import Window
    from viewer.layout.geometry import Point
    from viewer.model.diagram import ElementId

_LONGEST = 30_000  # ms
_BETWEEN = 100  # ms
_FEW_SECONDS = 3_000  # ms
_RELATIONS = (("inhibits", "blocks"), ("activates", "activates"), ("increases", "raises"), ("releases", "releases"))


class Clicks(NamedTuple):
    """Milliseconds of each click: at once when a diagram is open, when its answers are ready, and once more."""

    at_once: list[float]
    ready: list[float]
    again: list[float]


def a_diagram(named: Sequence[Thing], nodes: int, edges: int) -> str:
    """Return a definition whose nodes have these names."""
    chance = random.Random(4)
    lines = ["title: What is spoken of", "nodes:"]
    for number, (label, *aliases) in enumerate(named[:nodes]):
        lines.append(f"  n{number}: {{label: {label}, kind: protein, aliases: [{', '.join(aliases)}]}}")
    lines.append("edges:")
    for number in range(edges):
        source = number % (nodes - 4)
        target = source + chance.randint(1, 4)
        relation, verb = _RELATIONS[number % len(_RELATIONS)]
        lines.append(
            f"  - {{source: n{source}, target: n{target}, relation: {relation}, label: {verb}, id: e{number}}}"
        )
    return "\n".join(lines) + "\n"


def clicks(documents: Path, diagram: Path) -> dict[str, Clicks]:
    """Click every node and every edge of a diagram in windows of this process.

    Nothing is clicked twice but for the last round: what is said of a diagram's elements is looked up while nobody
    asks, so one window is clicked in at once, and one after a few seconds.
    """
    at_once = _first_clicks(documents, diagram, 1, ready=False)
    ready = _first_clicks(documents, diagram, 2, ready=True)
    return {kind: Clicks(at_once[kind][0], *ready[kind]) for kind in at_once}


def _first_clicks(documents: Path, diagram: Path, rounds: int, *, ready: bool) -> dict[str, list[list[float]]]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from viewer.app import Window
    from viewer.places import bundled
    from viewer.session.page import Ready

    gc.disable()
    sys.setswitchinterval(0.001)  # as the program does
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    window = Window(app, bundled(), str(diagram), (), (documents,))
    session = window.session
    _await(session.page_changed, lambda: isinstance(session.page, Ready))
    _await(session.reading.shelf_changed, lambda: bool(session.reading.shelf.entries))
    window.main.resize(1280, 800)
    window.settle()
    _rest(200)
    if ready:
        began = time.perf_counter()
        while time.perf_counter() - began < _LONGEST / 1000:
            _rest(_FEW_SECONDS)
            if not session.reading.busy:
                break
    assert session.ready is not None
    measured: dict[str, list[list[float]]] = {}
    for name, elements in (
        ("node", [node.id for node in session.ready.diagram.nodes]),
        ("edge", [edge.id for edge in session.ready.diagram.edges]),
    ):
        measured[name] = [
            [spent for one in elements if (spent := _clicked(window, one)) is not None] for _ in range(rounds)
        ]
    window.main.close()
    window.close()
    gc.enable()
    return measured


def _clicked(window: Window, element: ElementId) -> float | None:
    """Click an element and return how many ms it took; None where another one lies on top of it.

    Nobody clicks twice in a tenth of a second: what follows the passages of the click before is done by then.
    """
    from PySide6.QtCore import QCoreApplication, QPoint, Qt
    from PySide6.QtTest import QTest

    session, view = window.session, window.main.canvas.view
    assert view.picture is not None
    _rest(_BETWEEN)
    for place in _places(window, element):
        at = view.camera.to_view(place)
        before = time.perf_counter()
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(round(at.x), round(at.y)))
        if session.selection != element:
            continue
        _await(session.excerpts_changed, lambda: session.excerpts is not None)
        QCoreApplication.sendPostedEvents()  # sizes and paints; what waits for its time is not awaited
        window.main.excerpts.repaint()
        return (time.perf_counter() - before) * 1000
    return None


def _places(window: Window, element: ElementId) -> Iterator[Point]:
    picture = window.main.canvas.view.picture
    assert picture is not None
    if element in picture.layout.nodes:
        yield picture.layout.nodes[element].box.centre
    else:
        path = picture.layout.edges[element].path
        yield from path[3:-1:3] or path[:1]


def _rest(pause: int) -> None:
    """Let the event loop run for some ms."""
    from PySide6.QtCore import QEventLoop, QTimer

    resting = QEventLoop()
    QTimer.singleShot(pause, resting.quit)
    resting.exec()


def _await(signal: SignalInstance, done: Callable[[], bool]) -> None:
    """Wait in the event loop, as the program does: a loop of our own would keep the workers from running."""
    from PySide6.QtCore import QEventLoop, QTimer

    if done():
        return
    waiting = QEventLoop()

    def look() -> None:
        if done():
            waiting.quit()

    signal.connect(look)
    QTimer.singleShot(_LONGEST, waiting.quit)
    waiting.exec()
    signal.disconnect(look)
    assert done(), "it did not come"
