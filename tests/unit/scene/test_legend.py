"""The legend names what a diagram uses, and nothing else, in as many columns as there is room for."""

import pytest

from tests.builders.grammar_sheet import DOUBT
from tests.builders.theming import a_theme
from viewer.layout.geometry import TextRole
from viewer.layout.outlines import flattened
from viewer.model.diagram import Diagram, DiagramId, Edge, ElementId, Kind, Node, Relation
from viewer.scene.ink.edge_ink import sign_of
from viewer.scene.ink.legend import legend_ink
from viewer.scene.ink.marks import Ink, Shape, Words

THEME = a_theme()


class SevenALetter:
    """A measurer whose letters are all 7 pixels wide."""

    fingerprint = "seven"

    def width(self, text: str, role: TextRole) -> float:
        return 7.0 * len(text)

    def line_height(self, role: TextRole) -> float:
        return 16.0


def _diagram(kinds: tuple[Kind, ...], relations: tuple[Relation, ...], *, doubted: bool = False) -> Diagram:
    nodes = tuple(Node(ElementId(f"n{i}"), "n", kind) for i, kind in enumerate(kinds))
    doubt = DOUBT if doubted else ()
    edges = tuple(
        Edge(ElementId(f"e{i}"), nodes[0].id, nodes[0].id, relation, relation.verb, evidence=doubt)
        for i, relation in enumerate(relations)
    )
    return Diagram(DiagramId("d"), "D", nodes, edges)


def _names(ink: Ink) -> list[str]:
    return [mark.text for mark in ink if isinstance(mark, Words) and mark.role.name == "note"]


def test_only_what_is_used_is_named_once_each() -> None:
    diagram = _diagram((Kind.DRUG, Kind.RISK, Kind.DRUG), (Relation.LEADS_TO, Relation.LEADS_TO))
    ink, _, _ = legend_ink(diagram, THEME, SevenALetter(), 400)
    assert _names(ink) == ["Drug", "Risk", "Leads to"]


def test_disputed_comes_last_and_is_drawn_as_such() -> None:
    diagram = _diagram((Kind.DRUG,), (Relation.BINDS,), doubted=True)
    ink, _, _ = legend_ink(diagram, THEME, SevenALetter(), 400)
    assert _names(ink) == ["Drug", "Binds", "Binds, disputed"]
    assert sign_of(diagram.edges[0]) in [mark.text for mark in ink if isinstance(mark, Words)]


def test_a_disputed_node_is_explained() -> None:
    node = Node(ElementId("n"), "n", Kind.CELL, evidence=DOUBT)
    ink, _, _ = legend_ink(Diagram(DiagramId("d"), "D", (node,)), THEME, SevenALetter(), 400)
    assert _names(ink) == ["Cell", "Cell, disputed"]


@pytest.mark.parametrize("width", [0, 250, 500, 900, 5000])
def test_everything_stands_inside_the_size_that_is_told(width: float) -> None:
    diagram = _diagram(tuple(Kind), tuple(Relation))
    ink, wide, high = legend_ink(diagram, THEME, SevenALetter(), width)
    assert wide <= max(width, 200)
    for mark in ink:
        points = flattened(mark.outline) if isinstance(mark, Shape) else (mark.at,)
        for point in points:
            assert -1 <= point.x <= wide + 1
            assert 0 <= point.y <= high
    names = [mark for mark in ink if isinstance(mark, Words) and mark.role.name == "note"]
    assert max(mark.at.x + 7 * len(mark.text) for mark in names) <= wide
    assert len({mark.at for mark in names}) == len(Kind) + len(Relation)


def test_more_room_means_fewer_rows() -> None:
    diagram = _diagram(tuple(Kind), tuple(Relation))
    heights = [legend_ink(diagram, THEME, SevenALetter(), width)[2] for width in (150, 400, 800)]
    assert heights == sorted(heights, reverse=True)
    assert len(set(heights)) == 3
