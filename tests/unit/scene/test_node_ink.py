"""Every kind of node is told by its outline and inner lines, in every state, and its words stay clear of both."""

from itertools import combinations, pairwise
from math import hypot

import pytest
from PySide6.QtGui import QGuiApplication

from tests.builders.grammar_sheet import DOUBT, LABELS, a_node, node_place
from tests.builders.images import cosine_distance, picture_of
from tests.builders.theming import a_measurer, a_theme
from viewer.layout.geometry import LABEL, TAG, Box, NodePlace, Point
from viewer.layout.outlines import CurveTo, LineTo, MoveTo, contains, corners_of, flattened
from viewer.model.diagram import DiagramId, ElementId, Kind, Node
from viewer.scene.ink.marks import Ink, Shape, Words
from viewer.scene.ink.node_ink import node_ink
from viewer.scene.ink.tags import TAGS, tag_of
from viewer.scene.states import State
from viewer.scene.text_metrics import QtMeasurer
from viewer.scene.theme import Theme

BOX = Box(10, 30, 120, 40)
SINGLE = ("Il", "Sedation", "N-methyl-D-aspartate receptor")
SEVERAL = (
    ("Excitatory", "transmission"),
    ("long-term", "potentiation of", "synapses"),
    ("a", "very wide line of words"),
)


@pytest.fixture
def theme() -> Theme:
    return a_theme()


@pytest.fixture
def measurer(qapp: QGuiApplication) -> QtMeasurer:
    return a_measurer()


def _place(kind: Kind, lines: tuple[str, ...] = ()) -> NodePlace:
    return NodePlace(ElementId(kind), BOX, lines, Box(BOX.x, BOX.y - 18, 20, 13))


def _bare(kind: Kind) -> Node:
    return Node(ElementId(kind), kind, kind)


def _shapes(ink: Ink) -> list[Shape]:
    return [mark for mark in ink if isinstance(mark, Shape)]


def _words(ink: Ink, role: object = LABEL) -> list[Words]:
    return [mark for mark in ink if isinstance(mark, Words) and mark.role == role]


@pytest.mark.parametrize("state", [State.NORMAL, State.CONTEXT])
def test_no_two_kinds_share_their_form(theme: Theme, state: State) -> None:
    forms = {}
    for kind in Kind:
        ink = node_ink(_bare(kind), _place(kind), theme, state)
        forms[kind] = tuple((s.outline, s.fill is None, s.stroke is None) for s in _shapes(ink))
    assert len(set(forms.values())) == len(Kind)


def test_kinds_differ_in_grey_without_words_or_tags(measurer: QtMeasurer) -> None:
    theme = a_theme("print")
    pictures = {}
    for kind in Kind:
        side = 76 if kind is Kind.ION else 120
        box = Box(70 - side / 2, 40 - (38 if kind is Kind.ION else 20), side, 76 if kind is Kind.ION else 40)
        place = NodePlace(ElementId(kind), box, (), Box(0, 0, 0, 0))
        pictures[kind] = picture_of(node_ink(_bare(kind), place, theme), 140, 80, theme.canvas)
    near = {
        (a.value, b.value): round(cosine_distance(pictures[a], pictures[b]), 3)
        for a, b in combinations(Kind, 2)
        if cosine_distance(pictures[a], pictures[b]) < 0.10
    }
    assert near == {}


def test_no_two_kinds_share_a_tag() -> None:
    assert len(set(TAGS.values())) == len(Kind)


def test_a_process_has_lines_at_its_top_and_bottom_alone(theme: Theme) -> None:
    field, *lines = _shapes(node_ink(_bare(Kind.PROCESS), _place(Kind.PROCESS), theme))
    assert field.stroke is None
    assert [{command.to.y for command in line.outline if not hasattr(command, "first")} for line in lines] == [
        {BOX.y},
        {BOX.bottom},
    ]


def _clear_inside(ink: Ink, box: Box) -> list[tuple[Point, ...]]:
    """Everything drawn that words must stay clear of, as points close together along it."""
    lines = []
    for shape in _shapes(ink):
        corners = flattened(shape.outline)
        closed = (*corners, corners[0]) if not isinstance(shape.outline[-1], LineTo | CurveTo) else corners
        points = []
        for a, b in pairwise(closed):
            count = max(1, int(hypot(b.x - a.x, b.y - a.y)))
            points.extend(Point(a.x + (b.x - a.x) * i / count, a.y + (b.y - a.y) * i / count) for i in range(count))
        lines.append(tuple(points))
    return lines


@pytest.mark.parametrize("opens", [None, DiagramId("more")])
@pytest.mark.parametrize("kind", Kind)
def test_words_never_touch_a_line(kind: Kind, opens: DiagramId | None, theme: Theme, measurer: QtMeasurer) -> None:
    for lines in (LABELS[kind], *((single,) for single in SINGLE), *SEVERAL):
        node = Node(ElementId("n"), " ".join(lines), kind, opens=opens)
        place = node_place(node, lines, Point(300, 300), measurer)
        ink = node_ink(node, place, theme)
        outline = corners_of(kind, place.box)
        drawn = [point for line in _clear_inside(ink, place.box) for point in line]
        for words in _words(ink):
            half = measurer.width(words.text, LABEL) / 2
            letters = Box(words.at.x - half, words.at.y - 10, 2 * half, 13)
            for corner in (
                Point(letters.x, letters.y),
                Point(letters.right, letters.y),
                Point(letters.x, letters.bottom),
                Point(letters.right, letters.bottom),
            ):
                assert contains(outline, corner), (lines, corner)
            room = letters.grown(2.0)
            touching = [p for p in drawn if room.x < p.x < room.right and room.y < p.y < room.bottom]
            assert touching == [], lines


def test_a_disputed_node_has_a_broken_border_and_a_question_mark(theme: Theme) -> None:
    node = a_node(Kind.PROTEIN, evidence=DOUBT)
    ink = node_ink(node, _place(Kind.PROTEIN), theme)
    (border,) = [shape.stroke for shape in _shapes(ink) if shape.fill and shape.stroke]
    assert border.dash
    assert [words.text for words in _words(ink, TAG)] == ["P ?"]
    assert tag_of(node) == "P ?"


def test_a_node_that_opens_a_diagram_carries_one_more_mark(theme: Theme) -> None:
    for kind in Kind:
        plain = node_ink(_bare(kind), _place(kind), theme)
        door = node_ink(Node(ElementId(kind), kind, kind, opens=DiagramId("x")), _place(kind), theme)
        (more,) = [shape for shape in _shapes(door) if shape not in _shapes(plain)]
        assert more.fill is None
        assert all(contains(corners_of(kind, BOX), point) for point in flattened(more.outline))


def test_a_tag_without_room_is_left_out(theme: Theme) -> None:
    place = NodePlace(ElementId("n"), BOX, ("PKA",), Box(0, 0, 0, 0))
    assert _words(node_ink(a_node(Kind.PROTEIN), place, theme), TAG) == []


def test_a_tag_on_the_right_ends_with_its_box(theme: Theme) -> None:
    place = NodePlace(ElementId("n"), BOX, (), Box(BOX.right - 20, BOX.y - 18, 20, 13))
    (tag,) = _words(node_ink(a_node(Kind.PROTEIN), place, theme), TAG)
    assert (tag.anchor, tag.at.x) == ("end", BOX.right)


def _border(ink: Ink, colour: str) -> float:
    return max(s.stroke.width for s in _shapes(ink) if s.stroke and s.stroke.colour == colour and s.fill)


def test_states_change_the_weight_of_the_border(theme: Theme) -> None:
    colour = theme.tone(Kind.PROTEIN).border
    width = {
        state: _border(node_ink(a_node(Kind.PROTEIN), _place(Kind.PROTEIN), theme, state), colour)
        for state in State
        if state is not State.CONTEXT
    }
    assert width[State.HOVERED] == width[State.NORMAL] + 1
    assert width[State.CURRENT] == 2 * width[State.NORMAL]
    assert width[State.NEIGHBOUR] > width[State.NORMAL]


def test_a_selection_is_a_ring_of_two_tones_that_follows_the_outline(theme: Theme) -> None:
    place = _place(Kind.RECEPTOR)
    ink = node_ink(a_node(Kind.RECEPTOR), place, theme, State.SELECTED, theme.group.fill)
    accent, clear, body = _shapes(ink)[:3]
    assert accent.outline == clear.outline == body.outline
    assert accent.stroke is not None
    assert clear.stroke is not None
    assert (accent.stroke.colour, clear.stroke.colour) == (theme.accent, theme.group.fill)
    assert accent.stroke.width - clear.stroke.width == pytest.approx(5)


def test_what_steps_back_uses_dim_tokens_and_no_opacity(theme: Theme) -> None:
    for kind in Kind:
        ink = node_ink(a_node(kind), _place(kind, LABELS[kind]), theme, State.CONTEXT)
        colours = {words.colour for words in ink if isinstance(words, Words)}
        lines = {shape.stroke.colour for shape in _shapes(ink) if shape.stroke}
        assert colours == {theme.dim_text}
        assert lines == {theme.dim_line}
        assert {mark.opacity for mark in _shapes(ink)} == {1.0}


def test_weight_scales_lines_and_leaves_forms_alone(theme: Theme) -> None:
    plain = _shapes(node_ink(a_node(Kind.CONDITION), _place(Kind.CONDITION), theme))
    thin = _shapes(node_ink(a_node(Kind.CONDITION), _place(Kind.CONDITION), theme, weight=0.5))
    assert [shape.outline for shape in thin] == [shape.outline for shape in plain]
    assert [s.stroke.width * 2 for s in thin if s.stroke] == [s.stroke.width for s in plain if s.stroke]


def test_every_outline_begins_with_a_move(theme: Theme) -> None:
    for kind in Kind:
        for state in State:
            for shape in _shapes(node_ink(a_node(kind), _place(kind), theme, state)):
                assert isinstance(shape.outline[0], MoveTo)


@pytest.mark.parametrize("top", [BOX.y - 18, BOX.bottom + 5])
def test_the_ring_of_a_selection_does_not_run_through_the_tag(theme: Theme, top: float) -> None:
    place = NodePlace(ElementId("n"), BOX, (), Box(BOX.x, top, 20, 13))
    ink = node_ink(a_node(Kind.PROTEIN), place, theme, State.SELECTED)
    (tag,) = _words(ink, TAG)
    ring = _shapes(ink)[0]
    assert ring.stroke is not None
    reach = ring.stroke.width / 2
    letters = (tag.at.y - 7, tag.at.y)
    assert max(letters) < BOX.y - reach or min(letters) > BOX.bottom + reach
