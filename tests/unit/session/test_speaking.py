from __future__ import annotations

import pytest

from tests.builders.diagrams import a_diagram, a_node, an_edge
from viewer.model.diagram import Diagram, DiagramId
from viewer.session.finding import Found, HitKind
from viewer.session.speaking import speaking_of


def some_diagrams() -> tuple[Diagram, ...]:
    surge = a_diagram(
        [
            a_node("nmda", label="NMDA receptor", aliases=("NMDAR",)),
            a_node("drug", label="Ketamine"),
            a_node("beta", label="β subunit"),
        ],
        [an_edge("drug", "nmda", label="blocks"), an_edge("nmda", "beta", label="holds")],
        name="surge",
        title="The surge",
    )
    cell = a_diagram([a_node("pore", label="Pore"), a_node("drug", label="Ketamine")], name="cell", title="The cell")
    return surge, cell


def names(found: Found, kind: HitKind) -> list[str]:
    return [hit.title for group in found.groups if group.kind is kind for hit in group.hits]


@pytest.mark.parametrize(
    ("words", "element"),
    [
        ("NMDA receptor", "NMDA receptor"),
        ("nmda receptors", "NMDA receptor"),
        ("NMDA-receptor", "NMDA receptor"),
        ("NMDARs", "NMDA receptor"),
        ("the NMDA receptor stays shut", "NMDA receptor"),
        ("beta subunits", "β subunit"),
        ("receptor", "NMDA receptor"),
    ],
)
def test_an_element_is_found_by_its_label_and_aliases(words: str, element: str) -> None:
    assert names(speaking_of(some_diagrams(), words), HitKind.ELEMENT) == [element]


def test_the_diagrams_that_hold_it_are_named_with_how_often() -> None:
    found = speaking_of(some_diagrams(), "ketamine")
    assert names(found, HitKind.DIAGRAM) == ["The surge", "The cell"]
    assert found.groups[0].hits[0].subtitle == "1 element"


def test_the_open_diagram_comes_first() -> None:
    found = speaking_of(some_diagrams(), "ketamine", DiagramId("cell"))
    assert names(found, HitKind.DIAGRAM) == ["The cell", "The surge"]


def test_an_arrow_between_both_comes_before_arrows_of_one() -> None:
    found = speaking_of(some_diagrams(), "ketamine blocks the NMDA receptor")
    assert names(found, HitKind.ARROW) == ["Ketamine blocks NMDA receptor", "NMDA receptor holds β subunit"]


def test_an_arrow_is_found_by_its_verb() -> None:
    assert names(speaking_of(some_diagrams(), "holds"), HitKind.ARROW) == ["NMDA receptor holds β subunit"]


@pytest.mark.parametrize("words", ["", "  ", "—", "port", "kinase"])
def test_what_nobody_speaks_of_is_found_nowhere(words: str) -> None:
    assert speaking_of(some_diagrams(), words).groups == ()


def test_words_without_spaces_are_found_within_a_sentence() -> None:
    diagram = a_diagram([a_node("a", label="谷氨酸")])
    assert names(speaking_of((diagram,), "谷氨酸是主要的神经递质"), HitKind.ELEMENT) == ["谷氨酸"]
