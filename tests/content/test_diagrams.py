"""Every bundled diagram is whole: its parts, its names, its evidence, its way in."""

import pytest

from tests.content.bundle import catalog, diagrams
from viewer.definitions.evidence_text import with_evidence
from viewer.definitions.reader import parse_definition
from viewer.model.diagram import Diagram
from viewer.model.evidence import DocumentId, Evidence, Stance

_ALL = pytest.mark.parametrize("diagram", [pytest.param(diagram, id=diagram.id) for diagram in diagrams().values()])


def test_the_catalog_has_no_problems() -> None:
    assert catalog().problems == ()
    assert [entry.id for entry in catalog().entries if entry.problems] == []


def test_the_library_opens_with_the_overview_and_reads_in_sections() -> None:
    sections = [(title, [entry.id for entry in entries]) for title, entries in catalog().sections()]
    assert sections == [
        ("", ["overview"]),
        ("At the synapse", ["receptor-at-work", "receptor-blocked"]),
        ("In the brain", ["disinhibition", "glutamate-surge", "new-connections", "other-targets"]),
        ("In the clinic", ["minutes-to-months", "resistant-depression", "routes-and-care", "unwanted-effects"]),
        ("Open questions", ["disputes"]),
    ]


def test_the_overview_leads_to_every_other_diagram() -> None:
    ways = [node.opens for node in diagrams()["overview"].nodes]
    assert None not in ways
    assert sorted(map(str, ways)) == sorted(set(diagrams()) - {"overview"})


@_ALL
def test_a_diagram_has_the_size_of_a_lesson(diagram: Diagram) -> None:
    assert 8 <= len(diagram.nodes) <= 18
    assert diagram.summary.endswith(".")
    assert len(diagram.compartments) >= 3
    assert {node.compartment for node in diagram.nodes} - {None} >= {
        compartment.id
        for compartment in diagram.compartments
        if compartment.id not in {inner.parent for inner in diagram.compartments}
    }


@_ALL
def test_every_node_is_linked(diagram: Diagram) -> None:
    assert [node.id for node in diagram.nodes if node.id not in {**diagram.incoming, **diagram.outgoing}] == []


@_ALL
def test_no_name_stands_for_two_nodes_of_a_diagram(diagram: Diagram) -> None:
    owners: dict[str, set[str]] = {}
    for node in diagram.nodes:
        for name in (node.label, *node.aliases):
            owners.setdefault(name.casefold(), set()).add(node.id)
    assert {name: nodes for name, nodes in owners.items() if len(nodes) > 1} == {}


@_ALL
def test_a_node_does_not_list_a_name_twice(diagram: Diagram) -> None:
    for node in diagram.nodes:
        names = [name.casefold() for name in (node.label, *node.aliases)]
        assert len(names) == len(set(names)), node.id


@_ALL
def test_every_part_is_told_in_a_sentence_and_rests_on_a_quote(diagram: Diagram) -> None:
    for element in (*diagram.nodes, *diagram.edges):
        assert element.summary.endswith("."), element.id
        assert len(element.summary.split()) <= 20, element.id
        assert any(item.stance is Stance.SUPPORTS for item in element.evidence), element.id


@_ALL
def test_words_in_the_picture_are_short(diagram: Diagram) -> None:
    for element in (*diagram.nodes, *diagram.edges):
        assert len(element.label) <= 30, element.id
        assert len(element.label.split()) <= 4, element.id


def test_the_surge_is_the_finished_example() -> None:
    surge = diagrams()["glutamate-surge"]
    assert (len(surge.nodes), len(surge.edges), len(surge.compartments)) >= (14, 16, 4)
    disputed = {edge.id for edge in surge.edges if edge.disputed}
    assert disputed == {"ketamine->ampa", "ketamine->excitation"}


def test_the_disputes_are_thirteen() -> None:
    assert sum(edge.disputed for edge in diagrams()["disputes"].edges) == 13


@_ALL
def test_evidence_can_be_written_to_every_element_and_leaves_the_rest_as_it_is(diagram: Diagram) -> None:
    path = next(entry.path for entry in catalog().entries if entry.id == diagram.id)
    content = path.read_bytes()
    new = Evidence(DocumentId("nmda-primer"), "words: of several\nlines, “quoted” # no remark", Stance.CONTEXT)
    elements = [*(node.id for node in diagram.nodes), *(edge.id for edge in diagram.edges)]
    after = with_evidence(content, dict.fromkeys(elements, (new,)), path.name)
    read = parse_definition(after, diagram.id, path.name).diagram
    found = [read.elements[element].evidence[-1] for element in elements]  # type: ignore[union-attr]
    assert found == [new] * len(elements)
    assert read.steps == diagram.steps
    kept = iter(after.decode().split("\n"))
    assert [
        line for line in content.decode().split("\n") if line.strip() and line not in kept and "{" not in line
    ] == []
