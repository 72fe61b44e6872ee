"""The excerpt panel in a window, and what a person sees and presses in it, for tests."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from tests.builders.diagrams import a_compartment, a_diagram, a_node, an_edge
from tests.builders.findings import a_shelf
from tests.builders.theming import RESOURCES, a_theme
from viewer.model.diagram import ElementId, Kind, Relation
from viewer.model.evidence import DocumentId, Evidence, Stance
from viewer.ui.excerpts.excerpt_card import ExcerptCard
from viewer.ui.excerpts.excerpt_panel import ExcerptPanel
from viewer.ui.excerpts.relation_row import RelationRow
from viewer.ui.icons import Icons
from viewer.ui.typeset.text_button import GroupTitle, TextButton

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from viewer.model.diagram import Diagram
    from viewer.model.evidence import Findings
    from viewer.session.reading import Shelf

_BOTH = (Evidence(DocumentId("a"), "more"), Evidence(DocumentId("b"), "less", Stance.DISPUTES))


def the_diagram() -> Diagram:
    return a_diagram(
        [
            a_node(
                "nmda",
                label="NMDA receptor",
                kind=Kind.RECEPTOR,
                compartment="cell",
                aliases=("NMDAR",),
                summary="A channel.",
                opens="inside",
            ),
            a_node("ketamine", label="Ketamine", kind=Kind.DRUG),
            a_node("firing", label="Firing", compartment="cell"),
        ],
        [
            an_edge("ketamine", "nmda", Relation.INHIBITS, name="block", label="blocks"),
            an_edge("nmda", "firing", name="sustain", label="sustains"),
            an_edge("ketamine", "firing", Relation.INCREASES, name="raise", label="raises", evidence=_BOTH),
        ],
        compartments=[a_compartment("cell", label="Neuron")],
    )


@contextmanager
def an_excerpt_panel(qtbot: QtBot) -> Iterator[ExcerptPanel]:
    """Yield the panel inside a window, because it never is one."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(700, 900)
    panel = ExcerptPanel(Icons(RESOURCES / "icons"), window)
    panel.resize(328, 800)
    panel.set_theme(a_theme())
    with qtbot.waitExposed(window):
        window.show()
    yield panel
    window.close()


def show(panel: ExcerptPanel, element: str, findings: Findings | None = None, shelf: Shelf | None = None) -> None:
    panel.show_element(the_diagram(), ElementId(element))
    if findings is not None:
        panel.show_findings(findings, shelf or a_shelf())


def texts(panel: ExcerptPanel) -> list[str]:
    return [block.text() for block in panel.findChildren(QLabel) if block.isVisible()]


def cards(panel: ExcerptPanel) -> list[ExcerptCard]:
    return [card for card in panel.findChildren(ExcerptCard) if card.isVisible()]


def rows(panel: ExcerptPanel) -> list[RelationRow]:
    return [row for row in panel.findChildren(RelationRow) if row.isVisible()]


def button(panel: ExcerptPanel, words: str) -> TextButton:
    return next(b for b in panel.findChildren(TextButton) if b.isVisible() and b.text() == words)


def title(panel: ExcerptPanel, words: str) -> GroupTitle:
    return next(b for b in panel.findChildren(GroupTitle) if b.isVisible() and b.text() == words)


def press(qtbot: QtBot, widget: QAbstractButton) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(12, widget.height() // 2))
