"""What is sent to the engine is measured, indexed, and outermost first."""

from tests.builders.diagrams import a_compartment, a_diagram, a_node, an_edge
from tests.builders.layouts import FakeMeasurer
from viewer.layout.plan import plan_of
from viewer.model.diagram import Direction, Kind, Relation
from viewer.model.evidence import DocumentId, Evidence, Stance

_DISPUTED = (Evidence(DocumentId("d"), "q", Stance.DISPUTES),)


def test_a_node_is_as_large_as_its_words_need() -> None:
    plan = plan_of(a_diagram([a_node("a", label="four"), a_node("b", label="word " * 30)]), FakeMeasurer())
    short, long = plan.nodes
    assert (short.width, short.height) == (64, 36)
    assert long.width <= 170 + 36 + 4
    assert long.height == 4 * -(-(18 * len(long.lines) + 18) // 4)


def test_a_badge_stands_on_signed_and_on_disputed_arrows() -> None:
    edges = [an_edge(relation=relation, name=relation) for relation in Relation]
    edges += [an_edge(relation=relation, name=f"{relation}?", evidence=_DISPUTED) for relation in Relation]
    plan = plan_of(a_diagram(edges=edges), FakeMeasurer())
    plain = {str(edge.id) for edge in plan.edges if edge.badge and not edge.id.endswith("?")}
    assert plain == {"activates", "inhibits", "increases", "decreases", "modulates"}
    assert all(edge.badge for edge in plan.edges if edge.id.endswith("?"))


def test_compartments_come_outermost_first() -> None:
    diagram = a_diagram(
        [a_node("a", compartment="inner")],
        compartments=[a_compartment("inner", parent="outer"), a_compartment("alone"), a_compartment("outer")],
    )
    plan = plan_of(diagram, FakeMeasurer())
    assert [group.id for group in plan.groups] == ["alone", "outer", "inner"]
    assert [group.parent for group in plan.groups] == [-1, -1, 1]
    assert [group.hollow for group in plan.groups] == [True, False, False]
    assert plan.nodes[0].group == 2


def test_rows_are_indices_and_a_direction_may_lie() -> None:
    diagram = a_diagram(["a", "b", "c"], rows=[["c", "a"]], direction=Direction.LEFT)
    plan = plan_of(diagram, FakeMeasurer())
    assert plan.rows == ((2, 0),)
    assert plan.sideways


def test_a_disputed_node_has_a_wider_tag() -> None:
    nodes = [a_node("a", kind=Kind.DRUG), a_node("b", kind=Kind.DRUG, evidence=_DISPUTED)]
    plain, disputed = plan_of(a_diagram(nodes), FakeMeasurer()).nodes
    assert disputed.tag[0] == plain.tag[0] + 2 * 7


def test_an_arrow_without_words_takes_no_room() -> None:
    (edge,) = plan_of(a_diagram(edges=[an_edge(label=" ")]), FakeMeasurer()).edges
    assert edge.lines == ()
    assert edge.words == (0.0, 0.0)
