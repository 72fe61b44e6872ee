"""What a screen reader says of a node and of an arrow."""

from tests.builders.diagrams import a_diagram, a_node, an_edge
from viewer.model.diagram import DiagramId, ElementId, Kind, Relation
from viewer.model.evidence import DocumentId, Evidence, Stance
from viewer.model.story import Step
from viewer.scene.access.words import spoken_name, spoken_surroundings

AGAINST = Evidence(DocumentId("book"), "words", Stance.DISPUTES)
DIAGRAM = a_diagram(
    [
        a_node("drug", label="Ketamine", kind=Kind.DRUG, summary="An anaesthetic."),
        a_node("nmda", label="NMDA receptor", kind=Kind.RECEPTOR, compartment="cell"),
    ],
    [an_edge("drug", "nmda", Relation.INHIBITS, label="blocks", evidence=(AGAINST,))],
    compartments=["cell"],
    steps=(Step("One", show=(ElementId("drug"),)), Step("Two", show=(ElementId("nmda"),))),
)


def test_a_node_is_named_with_its_kind() -> None:
    assert spoken_name(DIAGRAM, DIAGRAM.nodes[0]) == "Ketamine, drug"


def test_a_node_says_where_it_is_and_what_its_arrows_say() -> None:
    place = DIAGRAM.compartments[0].label
    said = spoken_surroundings(DIAGRAM, DIAGRAM.nodes[1])
    assert said == f"In {place}. Ketamine blocks NMDA receptor. Step 2 of 2."
    assert spoken_surroundings(DIAGRAM, DIAGRAM.nodes[0]) == (
        "Ketamine blocks NMDA receptor. Step 1 of 2. An anaesthetic."
    )


def test_a_node_with_a_diagram_behind_it_says_how_to_get_there() -> None:
    node = a_node("nmda", label="NMDA receptor", kind=Kind.RECEPTOR, opens=DiagramId("inside"))
    assert spoken_surroundings(a_diagram([node]), node) == "Enter opens the diagram behind it."


def test_an_arrow_is_its_sentence_and_says_that_it_is_disputed() -> None:
    assert spoken_name(DIAGRAM, DIAGRAM.edges[0]) == "Ketamine blocks NMDA receptor, disputed"
    assert spoken_surroundings(DIAGRAM, DIAGRAM.edges[0]) == "Step 2 of 2."
