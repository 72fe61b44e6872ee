"""The whole window over a temporary folder, and what a person does with it, by real mouse and key events."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from shiboken6 import isValid

from viewer.app import Window
from viewer.layout.geometry import Point
from viewer.layout.outlines import bezier_point
from viewer.model.diagram import ElementId
from viewer.places import Places, bundled
from viewer.ui.excerpts.excerpt_card import ExcerptCard

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from viewer.scene.view.diagram_view import DiagramView
    from viewer.session.session import Session
    from viewer.ui.main_window import MainWindow

STORY = """\
title: The story
summary: What the drug does.
compartments:
  cell: {label: Receiving cell}
nodes:
  drug: {label: Ketamine, kind: drug, summary: An anaesthetic.}
  nmda: {label: NMDA receptor, kind: receptor, aliases: [NMDAR], in: cell, opens: inside}
  firing: {label: Firing, kind: process, in: cell}
edges:
  - {source: drug, target: nmda, relation: inhibits, label: blocks, id: block}
  - {source: nmda, target: firing, relation: activates, label: sustains, id: sustain}
  - source: drug
    target: firing
    relation: increases
    label: raises
    id: raise
    evidence:
      - {document: primer, quote: Ketamine raises the firing of cells}
      - {document: reply, quote: the firing of cells falls under ketamine, stance: disputes}
steps:
  - {title: Before, show: [nmda, firing], caption: The receptor sustains the firing.}
  - {title: The block, show: [drug], caption: The drug comes.}
"""

INSIDE = """\
title: Inside the receptor
nodes:
  pore: {label: The pore, kind: receptor, aliases: [channel]}
  calcium: {label: Calcium, kind: ion}
edges:
  - {source: pore, target: calcium, relation: releases, label: lets in, id: flow}
"""

DOCUMENTS = {
    "primer.md": "# The primer\n\n"
    + "".join(f"Paragraph {number} is there to be scrolled past.\n\n" for number in range(60))
    + "## The block\n\nKetamine blocks the NMDA receptor within minutes. Ketamine raises the firing of cells.\n\n"
    "The NMDA receptor needs glycine as well.\n",
    "reply.md": "# The reply\n\nSome say that the firing of cells falls under ketamine.\n\n"
    "The NMDA receptor stays shut.\n",
}


class _Temporary(Places):
    """The real themes, icons and fonts; diagrams and documents of the test's own."""

    @property
    def documents(self) -> Path:
        return self.diagrams.parent / "documents"


def a_desk(path: Path) -> Path:
    """Write two definitions, the first leading to the second, and two documents; return the first one's file."""
    for name, text in {"story.yaml": STORY, "inside.yaml": INSIDE}.items():
        file = path / "diagrams" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    for name, text in DOCUMENTS.items():
        file = path / "documents" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return path / "diagrams" / "story.yaml"


class Room:
    """The window, and a person before it."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot

    @property
    def main(self) -> MainWindow:
        return self.window.main

    @property
    def session(self) -> Session:
        return self.window.session

    @property
    def view(self) -> DiagramView:
        return self.main.canvas.view

    def place_of(self, element: str) -> QPoint:
        """Where an element can be pointed at in the view: the middle of a node, the middle of an arrow."""
        layout = self.session.ready.layout
        node = layout.nodes.get(ElementId(element))
        if node is not None:
            spot = node.box.centre
        else:
            points = layout.edges[ElementId(element)].path
            pieces = (len(points) - 1) // 3
            first = 3 * (pieces // 2)
            spot = bezier_point(*points[first : first + 4], 0.5)
        seen = self.view.camera.to_view(Point(spot.x, spot.y))
        return QPoint(round(seen.x), round(seen.y))

    def click(self, element: str) -> None:
        self.qtbot.mouseClick(self.view, Qt.MouseButton.LeftButton, pos=self.place_of(element))

    def double_click(self, element: str) -> None:
        spot = self.place_of(element)
        self.qtbot.mouseClick(self.view, Qt.MouseButton.LeftButton, pos=spot)
        self.qtbot.mouseDClick(self.view, Qt.MouseButton.LeftButton, pos=spot)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(self.focus, key, modifier)

    def ctrl(self, key: Qt.Key) -> None:
        self.key(key, Qt.KeyboardModifier.ControlModifier)

    def shift(self, key: Qt.Key) -> None:
        self.key(key, Qt.KeyboardModifier.ShiftModifier)

    @property
    def focus(self) -> QWidget:
        """What has the keyboard: a field, a list, or else the window."""
        return QApplication.focusWidget() or self.main

    @property
    def words(self) -> list[str]:
        """What the right panel says, from the top."""
        return [block.text() for block in self.main.excerpts.findChildren(QLabel) if block.isVisible()]

    @property
    def passages(self) -> list[ExcerptCard]:
        return [card for card in self.main.excerpts.findChildren(ExcerptCard) if card.isVisible()]

    def until(self, condition: object) -> None:
        """Wait for a condition, never for a time."""
        self.qtbot.waitUntil(condition, timeout=10_000)

    def until_open(self, diagram: str) -> None:
        self.until(lambda: self.session.ready is not None and self.session.ready.id == diagram)

    def until_read(self) -> None:
        """Wait until the first definition of ``a_desk`` is open and its documents are read."""
        self.until_open("story")
        self.until(lambda: len(self.session.reading.shelf.entries) == len(DOCUMENTS))

    def until_passages(self) -> None:
        self.until(lambda: bool(self.passages))

    def close(self) -> None:
        """Close the window as its button does, and let everything go."""
        if isValid(self.main):
            self.main.close()
            self.window.close()
            # Now, on this thread: the garbage collector may run on the thread of another test's job.
            for owner in (self.main, self.session, self.window._thumbnails, self.window._wiring._appearance):
                owner.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def a_room(path: Path, qtbot: QtBot, diagram: str | None = "story", **others: object) -> Iterator[Room]:
    """Open the window over ``a_desk(path)``, read its documents, and close all at the end."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    font, palette = application.font(), application.palette()
    places = _Temporary(path / "diagrams", bundled().resources)
    room = Room(Window(application, places, diagram, (), (), **others), qtbot)
    try:
        room.main.activateWindow()
        yield room
    finally:
        room.close()
        application.setFont(font)
        application.setPalette(palette)
