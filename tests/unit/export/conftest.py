"""One small diagram with a bit of everything, laid out once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.builders.diagrams import a_compartment, a_diagram, a_node, an_edge
from tests.builders.theming import a_measurer, a_theme
from viewer.export.sheet import Sheet, compose
from viewer.layout.engine import Engine
from viewer.model.diagram import Diagram, ElementId, Kind, Relation
from viewer.model.evidence import DocumentId, Evidence, Stance
from viewer.model.story import Step

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QGuiApplication

    from viewer.export.options import Options
    from viewer.layout.geometry import Layout
    from viewer.scene.text_metrics import QtMeasurer

DOUBT = (Evidence(DocumentId("text"), "words", Stance.DISPUTES),)


def a_picture() -> Diagram:
    return a_diagram(
        [
            a_node("ketamine", label="Ketamine", kind=Kind.DRUG),
            a_node("nmda", label="NMDA & <receptor>", kind=Kind.RECEPTOR, compartment="cell"),
            a_node("firing", label="Efficient firing", compartment="cell"),
            a_node("relief", label="Relief", kind=Kind.EFFECT),
        ],
        [
            an_edge("ketamine", "nmda", Relation.INHIBITS, label="blocks"),
            an_edge("nmda", "firing", Relation.ACTIVATES),
            an_edge("firing", "relief", Relation.LEADS_TO, evidence=DOUBT),
        ],
        compartments=[a_compartment("cell", label="Receiving cell")],
        steps=[
            Step("One", show=(ElementId("ketamine"), ElementId("nmda"))),
            Step("Two", show=(ElementId("firing"),)),
        ],
        name="small",
        title="A small picture",
        summary="What it is about.",
    )


@pytest.fixture
def measurer(qapp: QGuiApplication) -> QtMeasurer:
    return a_measurer()


@pytest.fixture
def diagram() -> Diagram:
    return a_picture()


@cache
def _laid_out() -> Layout:
    return Engine().layout(a_picture(), a_measurer())


@pytest.fixture
def layout(measurer: QtMeasurer) -> Layout:
    return _laid_out()


@pytest.fixture
def sheet_of(diagram: Diagram, layout: Layout, measurer: QtMeasurer) -> Callable[[Options], Sheet]:
    """Compose the small diagram with options."""

    def make(options: Options) -> Sheet:
        return compose(diagram, layout, a_theme(options.theme), measurer, options)

    return make
