"""A word that is another node's name is no short form of this node's, and says less of this node inside that name."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from tests.builders.documents import a_library
from viewer.documents.library import Library
from viewer.documents.targets import target_of, targets_of
from viewer.model.diagram import Diagram, DiagramId, Edge, ElementId, Kind, Node, Relation
from viewer.model.evidence import Target

TEXT = """# Hormones

Leptin resistance reduces what a meal does. Leptin binds the leptin receptor of the cell.

Fat cells release leptin. The leptin receptor wakes a kinase.

- Leptin: a hormone of fat cells.
- Kinase: an enzyme that is quick.
"""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    made = a_library(tmp_path, {"hormones.md": TEXT})
    yield made
    made.close()


def _diagram(*labels: str) -> Diagram:
    nodes = tuple(Node(ElementId(label), label, Kind.PROTEIN) for label in labels)
    edges = tuple(
        Edge(ElementId(f"{one.id}->{other.id}"), one.id, other.id, Relation.ACTIVATES, "activates")
        for one, other in pairwise(nodes)
    )
    return Diagram(DiagramId("d"), "D", nodes, edges)


def _said(library: Library, target: Target | None) -> list[str]:
    assert target is not None
    return [excerpt.text for excerpt in library.excerpts(target).excerpts]


def test_a_part_of_a_name_may_stand_for_the_whole(library: Library) -> None:
    alone = _diagram("Leptin receptor")
    assert "Fat cells release leptin." in _said(library, target_of(alone, ElementId("Leptin receptor")))


def test_a_part_that_is_another_node_may_not(library: Library) -> None:
    both = _diagram("Leptin receptor", "Leptin")
    said = _said(library, target_of(both, ElementId("Leptin receptor")))
    assert said
    assert all("leptin receptor" in one for one in said)


def test_a_longer_name_says_less_of_what_it_holds(library: Library) -> None:
    alone, among = _diagram("Leptin"), _diagram("Leptin", "Leptin resistance")
    resistance = "Leptin resistance reduces what a meal does."

    def score(diagram: Diagram) -> float:
        target = target_of(diagram, ElementId("Leptin"))
        assert target is not None
        return next(one.score for one in library.excerpts(target).excerpts if one.text == resistance)

    assert score(among) < score(alone)


def test_every_target_is_told_the_same_as_one_alone() -> None:
    diagram = _diagram("Leptin", "Leptin receptor", "Kinase")
    assert [target.taken for target in targets_of(diagram)] == [
        ("Leptin receptor",), ("Leptin",), (), ("Leptin", "Leptin receptor"), ("Leptin",),
    ]  # fmt: skip
    assert list(targets_of(diagram)) == [target_of(diagram, ElementId(target.id)) for target in targets_of(diagram)]


def test_items_with_words_of_their_own_are_no_statement_together(library: Library) -> None:
    edge = target_of(_diagram("Leptin", "Kinase"), ElementId("Leptin->Kinase"))
    assert not [one for one in _said(library, edge) if "Leptin:" in one]
