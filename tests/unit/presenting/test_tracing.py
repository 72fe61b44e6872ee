"""Following a way in the show: from where, to where, which one, arrow by arrow; and nothing that waits is told."""

from tests.builders.diagrams import a_diagram, an_edge
from tests.builders.layouts import a_layout
from tests.builders.shows import BLOCK, SECRET, a_scene
from viewer.model.diagram import ElementId, Relation
from viewer.presenting.picture.seen import seen_in
from viewer.presenting.sheets.names import ends_in, way_heading
from viewer.presenting.state.keys import pressed
from viewer.presenting.state.quizzing import pick
from viewer.presenting.state.scene import scene_of
from viewer.presenting.state.show import Place, Sheet, Show
from viewer.presenting.state.speech import speech
from viewer.presenting.state.tracing import choose_end, traced
from viewer.presenting.state.verbs import begun, join, touch

DRUG, NMDA, RELIEF, GLYCINE = (ElementId(name) for name in ("drug", "nmda", "relief", "glycine"))


def a_show() -> Show:
    """At the last step, where no question hides a sign."""
    return pressed(pressed(begun((a_scene(),)), "3"), "Return")


def said(show: Show) -> list[str]:
    return [line.text for line in speech(show.scene, show.look, None)]


def test_both_ends_are_chosen_by_name() -> None:
    show = pressed(a_show(), "V")
    assert show.sheet is Sheet.FROM
    assert way_heading(show) == "From where?"
    assert {name.text for name in ends_in(show)} == {"Glycine", "NMDA receptor", "Ketamine"}
    show = choose_end(show, DRUG)
    assert show.sheet is Sheet.TO
    assert way_heading(show) == "From Ketamine to where?"
    assert [(name.text, name.what) for name in ends_in(show)] == [
        ("NMDA receptor", "1 arrow"),
        ("Relief", "2 arrows"),
    ]
    show = choose_end(show, RELIEF)
    assert show.trace is not None
    assert show.sheet is Sheet.NONE


def test_the_way_is_told_whole_and_then_arrow_by_arrow() -> None:
    show = choose_end(choose_end(pressed(a_show(), "V"), DRUG), RELIEF)
    assert said(show) == [
        "The only way · 2 arrows",
        "Ketamine → NMDA receptor → Relief",
        "Net sign: minus, with 1 minus sign on the way",
    ]
    one = pressed(show, "PgDown")
    assert said(one) == ["The only way · arrow 1 of 2", f"Ketamine {SECRET} NMDA receptor"]
    last = pressed(pressed(one, "PgDown"), "PgDown")
    assert last.trace is not None
    assert last.trace.link == 2
    assert last.place == show.place
    assert pressed(one, "PgUp") == show
    assert pressed(last, "Esc").trace is None
    assert not pressed(last, "Esc").over


def test_all_of_the_way_stands_out_and_is_seen() -> None:
    show = begun((a_scene(),))
    show = choose_end(choose_end(pressed(show, "V"), GLYCINE), RELIEF)
    shown, focus = seen_in(show.scene, show.look)
    assert focus == {GLYCINE, NMDA, RELIEF, "glycine->nmda", "nmda->relief"}
    assert focus <= shown
    assert DRUG not in shown


def test_a_selected_node_is_where_the_way_begins() -> None:
    show = pressed(touch(a_show(), DRUG), "V")
    assert (show.sheet, show.origin) == (Sheet.TO, DRUG)
    assert pressed(show, "Esc").origin is None
    assert join(touch(a_show(), DRUG), RELIEF).trace is not None
    assert join(a_show(), DRUG).selected == DRUG


def test_what_waits_for_an_answer_lies_on_no_way() -> None:
    asking = pressed(begun((a_scene(),)), "PgDown")
    assert asking.hidden == {BLOCK}
    assert "Ketamine" not in {name.text for name in ends_in(asking._replace(origin=NMDA))}
    show = choose_end(choose_end(asking, DRUG), RELIEF)
    assert show.trace is not None
    assert show.trace.way is None
    assert said(show) == ["No arrows lead from Ketamine to Relief in 8 steps or fewer."]
    quiz = pressed(pressed(a_show(), "Q"), "4")
    assert pressed(quiz, "V") == quiz
    assert ends_in(quiz) == ()


def test_another_step_ends_the_way() -> None:
    show = choose_end(choose_end(pressed(a_show(), "V"), DRUG), RELIEF)
    assert pressed(show, "Home").trace is None
    assert pressed(show, "Home").place == Place(0, 0)


def test_all_ways_are_listed_with_their_signs_and_one_is_chosen() -> None:
    diagram = a_diagram(
        ("a", "b", "c"),
        (
            an_edge("a", "c", Relation.BINDS),
            an_edge("a", "b", Relation.INHIBITS),
            an_edge("b", "c", Relation.INHIBITS),
        ),
    )
    show = traced(begun((scene_of(diagram, a_layout(diagram)),)), ElementId("a"), ElementId("c"))

    def listed(of: Show) -> list[tuple[str, str]]:
        return [(line.role, line.text) for line in speech(of.scene, of.look, None) if line.role.startswith("way")]

    assert said(show)[0] == "Way 1 of 2 · 1 arrow"
    assert listed(show) == [("way-followed", "1  (?)  directly"), ("way", "2  (+)  b")]
    second = pressed(show, "2")
    assert said(second)[0] == "Way 2 of 2 · 2 arrows"
    assert listed(second) == [("way", "1  (?)  directly"), ("way-followed", "2  (+)  b")]
    assert pick(show, 2) == second
    assert pressed(show, "7") == show
    assert pressed(pressed(show, "PgDown"), "PgDown") == second
    assert pressed(second, "PgUp") == show
