"""A diagram's ink is put together in one order, each piece on the colour it stands on."""

from tests.builders.diagrams import a_compartment, a_diagram, a_node, an_edge
from tests.builders.layouts import a_layout
from tests.builders.theming import a_theme
from viewer.layout.geometry import Point
from viewer.model.diagram import ElementId
from viewer.scene.ink.drawing import Drawing, drawing_of
from viewer.scene.ink.marks import Shape, Words
from viewer.scene.states import State

DIAGRAM = a_diagram(
    [a_node("a", compartment="inner"), a_node("b", compartment="inner"), a_node("c")],
    [an_edge("a", "b"), an_edge("b", "c")],
    compartments=[a_compartment("outer"), a_compartment("inner", parent="outer")],
)
LAYOUT = a_layout(DIAGRAM)
THEME = a_theme()


def test_pieces_come_in_layers_compartments_outermost_first() -> None:
    pieces = drawing_of(DIAGRAM, LAYOUT, THEME)
    assert [piece.kind.value for piece in pieces] == ["group"] * 2 + ["edge"] * 2 + ["node"] * 3 + ["verb"] * 2
    assert [piece.id for piece in pieces[:2]] == ["outer", "inner"]


def test_words_of_an_arrow_lie_in_the_upper_layer_alone() -> None:
    for piece in drawing_of(DIAGRAM, LAYOUT, THEME):
        worded = any(isinstance(mark, Words) for mark in piece.ink)
        assert worded == (piece.kind.value != "edge")


def test_only_what_is_shown_is_drawn_and_compartments_always() -> None:
    pieces = drawing_of(DIAGRAM, LAYOUT, THEME, shown=frozenset({ElementId("a")}))
    assert [piece.id for piece in pieces] == ["outer", "inner", "a"]


def test_a_state_changes_its_element_alone() -> None:
    plain = drawing_of(DIAGRAM, LAYOUT, THEME)
    chosen = drawing_of(DIAGRAM, LAYOUT, THEME, states={ElementId("a"): State.SELECTED})
    changed = [one.id for one, other in zip(plain, chosen, strict=True) if one != other]
    assert changed == ["a"]


def test_the_ground_is_the_compartments_inside_it_and_the_canvas_outside() -> None:
    drawing = Drawing(DIAGRAM, LAYOUT, THEME)
    assert drawing.ground_at(LAYOUT.nodes[ElementId("a")].box.centre) == THEME.group.fill
    assert drawing.ground_at(LAYOUT.nodes[ElementId("c")].box.centre) == THEME.canvas
    assert drawing.ground_at(Point(-1e6, 0)) == THEME.canvas


def test_a_verb_inside_a_compartment_stands_on_its_colour() -> None:
    pieces = drawing_of(DIAGRAM, LAYOUT, THEME)
    (ink,) = [piece.ink for piece in pieces if (piece.id, piece.kind.value) == ("a->b", "verb")]
    fills = [mark.fill for mark in ink if isinstance(mark, Shape) and mark.fill]
    assert fills
    assert set(fills) == {THEME.group.fill}
