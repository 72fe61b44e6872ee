"""Every relation is told by line, head and sign; a dispute and a state change what they should and nothing else."""

from itertools import combinations
from math import hypot

import pytest

from tests.builders.grammar_sheet import DOUBT, an_edge
from tests.builders.theming import a_theme
from viewer.layout import plan
from viewer.layout.geometry import Box, EdgePlace, Point
from viewer.layout.outlines import MoveTo, flattened
from viewer.model.diagram import ElementId, Relation
from viewer.scene.ink.badges import BADGE_RADIUS, RING_REACH
from viewer.scene.ink.edge_ink import SIGNS, edge_colour, edge_ink, edge_line, sign_of
from viewer.scene.ink.lettering import STRONG_VERB
from viewer.scene.ink.marks import Ink, Shape, Words
from viewer.scene.states import State
from viewer.scene.theme import THEMES, mixed

THEME = a_theme()
WAY = (Point(0, 50), Point(40, 50), Point(80, 50), Point(120, 50))
BENT = (Point(0, 0), Point(60, 0), Point(90, 30), Point(90, 90))


def _place(way: tuple[Point, ...] = WAY, lines: tuple[str, ...] = ("verb",)) -> EdgePlace:
    middle = Point((way[0].x + way[-1].x) / 2, (way[0].y + way[-1].y) / 2)
    return EdgePlace(ElementId("e"), way, middle, Box(middle.x + 14, middle.y - 8, 30, 16), lines)


def _shapes(ink: Ink) -> list[Shape]:
    return [mark for mark in ink if isinstance(mark, Shape)]


def _words(ink: Ink) -> list[str]:
    return [mark.text for mark in ink if isinstance(mark, Words)]


def _form(relation: Relation, *, doubt: bool, colour: bool = False) -> tuple[object, ...]:
    """What is drawn, without the verb and, unless asked for, without its colours."""
    edge = an_edge(relation, evidence=DOUBT if doubt else ())
    ink = edge_ink(edge, _place(lines=()), THEME)
    return tuple(
        (
            shape.outline,
            shape.fill if colour else shape.fill is not None,
            None if shape.stroke is None else (shape.stroke.width, shape.stroke.dash, shape.stroke.cap),
        )
        for shape in _shapes(ink)
    )


@pytest.mark.parametrize("doubt", [False, True])
def test_no_two_relations_share_their_form_even_without_colour(doubt: bool) -> None:
    forms = {relation: _form(relation, doubt=doubt) for relation in Relation}
    assert [pair for pair in combinations(Relation, 2) if forms[pair[0]] == forms[pair[1]]] == []


@pytest.mark.parametrize("relation", Relation)
def test_a_dispute_breaks_the_line_and_asks_a_question_but_keeps_head_and_colour(relation: Relation) -> None:
    plain = edge_ink(an_edge(relation), _place(), THEME)
    doubted = edge_ink(an_edge(relation, evidence=DOUBT), _place(), THEME)
    lines = [shape for shape in _shapes(doubted) if shape.stroke and shape.stroke.dash]
    assert len(lines) == (2 if relation in (Relation.INCREASES, Relation.DECREASES) else 1)
    assert {line.stroke.colour for line in lines if line.stroke} == {edge_colour(relation, THEME)}
    assert "?" in _words(doubted)
    assert "?" not in _words(plain)
    head = _shapes(plain)[len(lines)]
    assert head in _shapes(doubted)


def test_signs_are_those_of_the_grammar() -> None:
    signs = {relation: sign_of(an_edge(relation)) for relation in Relation}
    assert signs == {relation: SIGNS.get(relation, "") for relation in Relation}
    assert "".join(signs.values()) == "+−↑↓~"
    assert {sign_of(an_edge(relation, evidence=DOUBT)) for relation in Relation} == {"?"}


@pytest.mark.parametrize("relation", [Relation.INCREASES, Relation.DECREASES])
def test_an_amount_has_two_lines_beside_the_way(relation: Relation) -> None:
    one, other = _shapes(edge_ink(an_edge(relation), _place(), THEME))[:2]
    assert {point.y for point in flattened(one.outline)} == {50 - 1.9}
    assert {point.y for point in flattened(other.outline)} == {50 + 1.9}


@pytest.mark.parametrize("relation", Relation)
def test_the_head_ends_where_the_way_ends(relation: Relation) -> None:
    ink = edge_ink(an_edge(relation), _place(lines=()), THEME)
    right = max(
        point.x + (shape.stroke.width / 2 if shape.stroke else 0)
        for shape in _shapes(ink)
        for point in flattened(shape.outline)
    )
    assert right == pytest.approx(120, abs=1.6)


@pytest.mark.parametrize("relation", Relation)
@pytest.mark.parametrize("way", [(Point(5, 5),) * 4, (Point(0, 0), Point(1, 0), Point(2, 0), Point(3, 0))])
def test_a_way_shorter_than_its_head_is_still_drawn(relation: Relation, way: tuple[Point, ...]) -> None:
    for state in State:
        ink = edge_ink(an_edge(relation), _place(way), THEME, state)
        for shape in _shapes(ink):
            assert isinstance(shape.outline[0], MoveTo)
            assert all(-30 < p.x < 80 and -30 < p.y < 80 for p in flattened(shape.outline))


def test_a_missing_badge_place_is_made_up_for_half_of_the_way_along() -> None:
    place = EdgePlace(ElementId("e"), WAY, None, Box(0, 0, 0, 0), ())
    (words,) = [
        mark for mark in edge_ink(an_edge(Relation.BINDS, evidence=DOUBT), place, THEME) if isinstance(mark, Words)
    ]
    assert words.at.x == pytest.approx(60)


def test_badges_heads_and_verbs_stand_on_the_ground_they_are_given() -> None:
    ink = edge_ink(an_edge(Relation.MODULATES), _place(), THEME, ground=THEME.group.fill)
    fills = [shape.fill for shape in _shapes(ink) if shape.fill]
    assert len(fills) == 3
    assert set(fills) == {THEME.group.fill}


def test_a_selected_arrow_runs_in_a_tube_with_a_ring_round_its_sign() -> None:
    ink = edge_ink(an_edge(Relation.INCREASES), _place(), THEME, State.SELECTED)
    rim, core = (shape.stroke for shape in _shapes(ink)[:2])
    assert rim is not None
    assert core is not None
    assert (rim.colour, rim.width) == (THEME.accent, 14)
    assert (core.colour, core.width) == (mixed(THEME.canvas, THEME.accent, 0.1), 10.5)
    discs = [shape for shape in _shapes(ink) if shape.fill == THEME.accent]
    (ring,) = discs
    reach = max(p.x for p in flattened(ring.outline)) - 60
    assert reach > BADGE_RADIUS + 2


def test_states_change_weight_and_words() -> None:
    def line(state: State) -> float:
        ink = edge_ink(an_edge(Relation.ACTIVATES), _place(), THEME, state)
        return max(s.stroke.width for s in _shapes(ink) if s.stroke and s.stroke.colour == THEME.edge_plus)

    def role(state: State) -> object:
        ink = edge_ink(an_edge(Relation.ACTIVATES), _place(), THEME, state)
        return next(mark.role for mark in ink if isinstance(mark, Words))

    assert line(State.HOVERED) == line(State.NORMAL) + 1
    assert line(State.CURRENT) == 2 * line(State.NORMAL)
    strong = {state for state in State if role(state) == STRONG_VERB}
    assert strong == {State.SELECTED, State.NEIGHBOUR, State.CURRENT}


@pytest.mark.parametrize("relation", Relation)
@pytest.mark.parametrize("name", THEMES)
def test_what_steps_back_uses_dim_tokens(relation: Relation, name: str) -> None:
    theme = a_theme(name)
    ink = edge_ink(an_edge(relation), _place(), theme, State.CONTEXT)
    colours = {shape.stroke.colour for shape in _shapes(ink) if shape.stroke}
    colours |= {shape.fill for shape in _shapes(ink) if shape.fill} - {theme.canvas}
    assert colours == {theme.dim_line}
    assert {mark.colour for mark in ink if isinstance(mark, Words)} == {theme.dim_text}


def test_room_for_a_ring_shortens_the_arrow_at_both_ends() -> None:
    edge = an_edge(Relation.ACTIVATES)
    ink = edge_ink(edge, _place(lines=()), THEME, clear=(4, 6))
    points = [point for shape in _shapes(ink)[:2] for point in flattened(shape.outline)]
    assert min(p.x for p in points) == pytest.approx(4, abs=0.1)
    assert max(p.x for p in points) == pytest.approx(114, abs=0.1)


def test_the_middle_line_follows_the_way() -> None:
    line = flattened(edge_line(an_edge(Relation.DECREASES), _place(BENT)))
    assert (line[0], line[-1]) == (BENT[0], BENT[-1])


def test_weight_scales_the_line_and_not_the_head() -> None:
    plain = _shapes(edge_ink(an_edge(Relation.ACTIVATES), _place(), THEME))
    thin = _shapes(edge_ink(an_edge(Relation.ACTIVATES), _place(), THEME, weight=0.5))
    assert plain[0].stroke is not None
    assert thin[0].stroke is not None
    assert thin[0].stroke.width * 2 == plain[0].stroke.width
    assert thin[1] == plain[1]


@pytest.mark.parametrize(
    ("label", "anchor"),
    [(Box(74, 42, 30, 16), "start"), (Box(16, 42, 30, 16), "end"), (Box(45, 64, 30, 16), "middle")],
)
def test_a_verb_keeps_clear_of_the_ring_of_its_badge(label: Box, anchor: str) -> None:
    place = EdgePlace(ElementId("e"), WAY, Point(60, 50), label, ("verb",))

    def verb(state: State) -> tuple[Words, Shape]:
        *_, band, words = edge_ink(an_edge(Relation.INHIBITS), place, THEME, state)
        assert isinstance(words, Words)
        assert isinstance(band, Shape)
        return words, band

    (plain, _), (chosen, band) = verb(State.NORMAL), verb(State.SELECTED)
    assert plain.anchor == chosen.anchor == anchor
    moved = abs(chosen.at.x - plain.at.x) + abs(chosen.at.y - plain.at.y)
    assert moved == RING_REACH
    ring = BADGE_RADIUS + RING_REACH
    assert all(hypot(p.x - 60, p.y - 50) > ring - 2.5 for p in flattened(band.outline))


def test_layout_and_drawing_agree_on_the_size_of_a_badge() -> None:
    assert BADGE_RADIUS == plan.BADGE_RADIUS
