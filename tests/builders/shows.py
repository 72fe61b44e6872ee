"""A small story for tests of the show, its scenes, and a theatre on them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication

from tests.builders.diagrams import a_diagram, a_node, an_edge
from tests.builders.layouts import a_layout
from tests.builders.theming import a_measurer, a_theme
from viewer.layout.engine import Engine
from viewer.model.diagram import ElementId, Kind, Relation
from viewer.model.evidence import DocumentId
from viewer.model.story import Ask, Step, StepQuote
from viewer.presenting.awake import Awake
from viewer.presenting.quotations import Quotations
from viewer.presenting.state.keyboard import Keyboard
from viewer.presenting.state.scene import scene_of
from viewer.presenting.theatre import Theatre

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from viewer.model.diagram import Diagram
    from viewer.presenting.state.scene import Scene

SECRET = "throttles"
BLOCK = ElementId("drug->nmda")


def a_story(name: str = "story") -> Diagram:
    """Three steps: the first asks nothing, the second hides an arrow's sign, the third asks without hiding."""
    nodes = (
        a_node("glycine", label="Glycine", kind=Kind.NEUROTRANSMITTER),
        a_node("nmda", label="NMDA receptor", kind=Kind.RECEPTOR, aliases=("NMDAR",)),
        a_node("drug", label="Ketamine", kind=Kind.DRUG, summary="An old drug."),
        a_node("relief", label="Relief", kind=Kind.EFFECT),
    )
    edges = (
        an_edge("glycine", "nmda", Relation.BINDS),
        an_edge("drug", "nmda", Relation.INHIBITS, label=SECRET, summary=f"Ketamine {SECRET} it."),
        an_edge("nmda", "relief", Relation.LEADS_TO),
    )
    steps = (
        Step("The receptor", (ElementId("glycine"), ElementId("nmda")), caption="Glycine binds.", notes="Why?"),
        Step(
            "The block",
            (ElementId("drug"),),
            focus=(ElementId("drug"), BLOCK, ElementId("nmda")),
            caption=f"Ketamine {SECRET} the receptor.",
            quote=StepQuote(DocumentId("primer"), f"{SECRET} the channel"),
            ask=Ask("What does ketamine do?", ("It opens it", "It shuts it"), 2, BLOCK),
        ),
        Step("Relief", (ElementId("relief"),), caption="And then?", ask=Ask("What follows?", ("Sleep", "Relief"), 2)),
    )
    return a_diagram(nodes, edges, steps=steps, name=name, title="How ketamine works")


def a_scene(name: str = "story", *, legend: bool = False) -> Scene:
    """The story, laid out with type of a fixed width."""
    diagram = a_story(name)
    return scene_of(diagram, a_layout(diagram), legend=legend)


def a_drawn_scene(name: str = "story", *, legend: bool = False) -> Scene:
    """The story, laid out with the bundled font; a QGuiApplication must exist."""
    diagram = a_story(name)
    return scene_of(diagram, Engine().layout(diagram, a_measurer()), legend=legend)


def a_theatre(*scenes: Scene, letters: bool = True, fetch: object = None, changes: tuple[str, ...] = ()) -> Theatre:
    """A theatre without motion, whose machine may sleep."""

    def nothing(_document: str, _done: object, lost: object) -> None:
        lost()  # type: ignore[operator]  # a function without arguments

    quotations = Quotations(fetch or nothing)  # type: ignore[arg-type]  # a test's own fetch
    awake = Awake(ask=lambda: None)
    return Theatre(
        scenes or (a_drawn_scene(),),
        a_theme,
        quotations,
        moves=False,
        keyboard=Keyboard(letters=letters, changes=changes),
        awake=awake,
    )


@contextmanager
def an_open_theatre(
    qtbot: QtBot, beside: QWidget, *scenes: Scene, changes: tuple[str, ...] = ()
) -> Iterator[Theatre]:
    """Show a theatre on the screen where ``beside`` is, and take all of it down at the end."""
    made = a_theatre(*scenes, changes=changes)
    made.open(beside)
    qtbot.waitExposed(made.audience)
    yield made
    if not made.show.over:
        made.become(made.show._replace(over=True))
    made.deleteLater()
    QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
