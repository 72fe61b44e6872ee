"""Questions of steps: chosen, timed, and answered by the speaker's word alone."""

from dataclasses import replace

from tests.builders.shows import BLOCK, a_scene
from viewer.presenting.state.keys import pressed
from viewer.presenting.state.quizzing import tick
from viewer.presenting.state.show import Place, Show
from viewer.presenting.state.speech import speech
from viewer.presenting.state.verbs import begun


def a_timed_show(seconds: int | None = 30) -> Show:
    scene = a_scene()
    steps = list(scene.diagram.steps)
    asked = steps[1].ask
    assert asked is not None
    steps[1] = steps[1]._replace(ask=asked._replace(seconds=seconds))
    return begun((scene._replace(diagram=replace(scene.diagram, steps=tuple(steps))),))


def said(show: Show) -> list[tuple[str, str]]:
    return [(line.role, line.text) for line in speech(show.scene, show.look, None)]


def test_the_clock_of_a_question_runs_down_and_waits_for_the_speaker() -> None:
    show = pressed(a_timed_show(), "PgDown")
    assert show.left == 30
    assert said(show)[0] == ("clock", "0:30")
    for _ in range(27):
        show = tick(show)
    assert said(show)[0] == ("late", "0:03")
    for _ in range(9):
        show = tick(show)
    assert said(show)[0] == ("late", "Time is up")
    assert show.hidden == {BLOCK}
    answered = pressed(show, "PgDown")
    assert answered.left is None
    assert answered.hidden == frozenset()


def test_a_question_without_seconds_has_no_clock() -> None:
    show = pressed(a_timed_show(None), "PgDown")
    assert show.left is None
    assert tick(show) == show
    assert said(show)[0][0] == "caption"


def test_the_clock_is_held_with_the_other_one_and_left_with_its_step() -> None:
    show = pressed(a_timed_show(), "PgDown")
    assert tick(pressed(show, "T")).left == 30
    assert pressed(show, "PgUp").left is None
    assert pressed(pressed(show, "PgUp"), "PgDown").left == 30


def test_a_choice_is_taken_shown_and_remembered() -> None:
    show = pressed(a_timed_show(), "PgDown")
    wrong = pressed(show, "Shift+A")
    assert not wrong.asking
    assert said(wrong)[0] == ("asked", "What does ketamine do?")
    assert said(wrong)[1:3] == [("wrong", "A  It opens it  – wrong"), ("right", "B  It shuts it")]
    assert wrong.place == show.place
    right = pressed(show, "Shift+B")
    assert said(right)[1] == ("right", "B  It shuts it  – right")
    assert said(pressed(pressed(wrong, "PgDown"), "PgUp"))[:3] == said(wrong)[:3]
    assert pressed(wrong, "Shift+B").picks == ((Place(0, 1), 1),)


def test_a_letter_without_a_choice_does_nothing() -> None:
    show = pressed(a_timed_show(), "PgDown")
    assert pressed(show, "Shift+D") == show
    assert pressed(a_timed_show(), "Shift+A") == a_timed_show()


def test_figures_still_go_to_a_step_while_a_question_waits() -> None:
    show = pressed(pressed(pressed(a_timed_show(), "PgDown"), "1"), "Return")
    assert show.place == Place(0, 0)
