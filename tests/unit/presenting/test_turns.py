"""What is framed and said at a place is the same before its question is answered and after."""

import pytest

from tests.builders.shows import BLOCK, a_scene
from viewer.presenting.state.keys import pressed
from viewer.presenting.state.quiz import Mode
from viewer.presenting.state.quizzing import pick
from viewer.presenting.state.show import Show
from viewer.presenting.state.speech import speech
from viewer.presenting.state.turns import hidden_in_turn, turns
from viewer.presenting.state.verbs import begun


def known(show: Show) -> tuple[object, object]:
    return turns(show.scene, show.look, None), hidden_in_turn(show.scene, show.look)


@pytest.mark.parametrize("choice", [1, 2])
def test_a_question_and_every_answer_know_of_each_other(choice: int) -> None:
    asking = pressed(begun((a_scene(),)), "PgDown")
    answered = pick(asking, choice)
    assert known(asking) == known(answered) == known(pressed(asking, "PgDown"))
    assert {speech(show.scene, show.look, None) for show in (asking, answered)} <= set(
        turns(asking.scene, asking.look, None)
    )
    assert hidden_in_turn(asking.scene, asking.look) == (frozenset({BLOCK}), frozenset())


def test_where_nothing_is_asked_only_what_is_said_is_known() -> None:
    show = begun((a_scene(),))
    assert turns(show.scene, show.look, None) == (speech(show.scene, show.look, None),)
    waiting, told = hidden_in_turn(show.scene, show.look)
    assert waiting == told


@pytest.mark.parametrize("mode", range(1, len(Mode) + 1))
def test_a_quiz_leaves_room_for_its_answer_and_its_clock(mode: int) -> None:
    asking = pressed(pressed(begun((a_scene(),)), "Q"), str(mode))
    answered = pressed(asking, "PgDown")
    roles = [{line.role for line in lines} for lines in turns(asking.scene, asking.look, None)]
    told = {line.role for line in speech(answered.scene, answered.look, None)}
    assert any(told <= one for one in roles)
    assert all("clock" in one for one in roles)
    assert len(turns(asking.scene, asking.look, None)) == len(turns(answered.scene, answered.look, None))
    assert hidden_in_turn(asking.scene, asking.look) == hidden_in_turn(answered.scene, answered.look)
