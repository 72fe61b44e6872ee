"""A quiz asks what the diagram says, is the same for the same seed, counts fairly, and hides what it asks for."""

from itertools import pairwise

import pytest

from tests.builders.diagrams import a_diagram, a_node
from tests.builders.layouts import FakeMeasurer, a_layout
from tests.builders.shows import BLOCK, SECRET, a_scene, a_story
from viewer.layout.engine import Engine
from viewer.model.diagram import ElementId
from viewer.presenting.picture.masking import UNKNOWN, masked
from viewer.presenting.sheets.lists import quiz_rows
from viewer.presenting.state.keys import pressed
from viewer.presenting.state.quiz import Mode, make_quiz
from viewer.presenting.state.scene import scene_of
from viewer.presenting.state.show import Rules, Show, Zoom
from viewer.presenting.state.speech import speech, spoken
from viewer.presenting.state.verbs import begun, touch


def a_quiz_show(mode: int) -> Show:
    return pressed(pressed(begun((a_scene(),)), "Q"), str(mode))


@pytest.mark.parametrize("mode", Mode)
def test_the_same_seed_makes_the_same_quiz(mode: Mode) -> None:
    assert make_quiz(a_story(), mode, 7) == make_quiz(a_story(), mode, 7)


def test_another_seed_makes_another_order() -> None:
    prompts = {tuple(q.right for q in make_quiz(a_story(), Mode.WHERE, seed).questions) for seed in range(9)}  # type: ignore[union-attr]
    assert len(prompts) > 1


@pytest.mark.parametrize("mode", [Mode.ALL_HIDDEN, Mode.ONE_HIDDEN, Mode.UP_OR_DOWN])
def test_the_right_choice_is_right_and_hidden_until_revealed(mode: Mode) -> None:
    quiz = make_quiz(a_story(), mode, 3)
    assert quiz is not None
    question = quiz.question
    assert question is not None
    assert question.answer is not None
    assert question.target in quiz.hidden
    right = quiz.picked(question.answer)
    assert right.scores == (1,)
    assert question.target not in right.hidden
    wrong = quiz.picked(question.answer % len(question.choices) + 1)
    assert wrong.scores == (0,)
    assert wrong.asked == 1
    assert right.picked(1) == right


def test_the_names_of_a_question_are_told_by_none_of_its_words_or_elements() -> None:
    show = a_quiz_show(1)
    drawn, placed = masked(show.scene.diagram, show.scene.layout, show.hidden)
    assert {node.label for node in drawn.nodes} == {UNKNOWN}
    assert not [node for node in drawn.nodes if node.aliases or node.summary]
    assert len({(place.box.width, place.box.height) for place in placed.nodes.values()}) == 1
    assert drawn.steps == ()


def test_arrows_end_at_hidden_boxes_alike_whatever_the_word() -> None:
    """An arrow that stopped where the word's box did would tell how long the word is."""
    ends = set()
    for label in ("X", "A name that is a good deal longer"):
        nodes = (a_node("left", label=label), a_node("right", label=label))
        diagram = a_diagram(nodes, (("left", "right"),), rows=((ElementId("left"), ElementId("right")),))
        layout = Engine().layout(diagram, FakeMeasurer())
        _drawn, placed = masked(diagram, layout, frozenset({ElementId("left"), ElementId("right")}))
        boxes = [placed.nodes[ElementId(name)].box for name in ("left", "right")]
        path = placed.edges[ElementId("left->right")].path
        assert (len(path) - 1) % 3 == 0
        ends.add((round(path[0].x - boxes[0].right, 2), round(boxes[1].x - path[-1].x, 2)))
    assert ends == {(3.0, 5.0)}


def test_a_hidden_sign_has_no_verb_relation_or_summary() -> None:
    scene = a_scene()
    drawn, placed = masked(scene.diagram, scene.layout, frozenset({BLOCK}))
    edge = drawn.elements[BLOCK]
    told = f"{edge} {placed.edges[BLOCK]}".replace(BLOCK, "")
    assert SECRET not in told
    assert "inhibits" not in told


def test_up_and_down_hides_every_arrow_between_the_two() -> None:
    quiz = make_quiz(a_story(), Mode.UP_OR_DOWN, 1)
    assert quiz is not None
    assert [question.target for question in quiz.questions] == [BLOCK]
    assert quiz.questions[0].answer == 2


def test_where_is_it_is_answered_by_a_click() -> None:
    show = a_quiz_show(3)
    assert show.quiz is not None
    assert show.quiz.question is not None
    sought = show.quiz.question.sought
    other = next(node.id for node in show.scene.diagram.nodes if node.id != sought)
    assert touch(show, sought).quiz.scores == (1,)  # type: ignore[union-attr]  # a quiz is on
    assert touch(show, other).quiz.scores == (0,)  # type: ignore[union-attr]  # a quiz is on
    assert touch(show, None).quiz.revealed is False  # type: ignore[union-attr]  # the empty canvas is no guess


def test_the_order_of_the_steps_is_asked_and_told() -> None:
    show = a_quiz_show(5)
    lines = speech(show.scene, show.look, None)
    choices = [line.text[3:] for line in lines if line.role == "choice"]
    assert sorted(choices) == ["Relief", "The block", "The receptor"]
    assert choices != ["The receptor", "The block", "Relief"]
    revealed = pressed(show, "Space")
    told = next(line.text for line in speech(show.scene, revealed.look, None) if line.role == "right")
    assert [choices["ABCD".index(letter)] for letter in told.split(", ")] == ["The receptor", "The block", "Relief"]


def test_an_order_is_asked_over_what_its_steps_are_about_and_named_when_it_is_told() -> None:
    show = a_quiz_show(5)
    assert show.quiz is not None
    assert show.quiz.question is not None
    assert show.quiz.question.among >= {ElementId("glycine"), ElementId("drug"), ElementId("relief")}
    assert show.quiz.hidden >= show.quiz.question.among
    revealed = pressed(show, "Space")
    assert revealed.hidden == frozenset()


def test_the_next_question_begins_in_its_own_frame() -> None:
    near = pressed(a_quiz_show(3), "+")
    told = pressed(near, "Space")
    assert told.zoom == near.zoom != Zoom()
    assert pressed(told, "Space").zoom == Zoom()


def test_space_reveals_and_then_asks_on_until_the_end() -> None:
    show = a_quiz_show(2)
    for _ in range(2 * len(show.quiz.questions)):  # type: ignore[union-attr]  # a quiz is on
        show = pressed(show, "Space")
    assert show.quiz is not None
    assert show.quiz.question is None
    assert "last question" in speech(show.scene, show.look, None)[0].text
    assert pressed(show, "Esc").quiz is None


def test_two_teams_take_turns() -> None:
    quiz = make_quiz(a_story(), Mode.ONE_HIDDEN, 3, teams=2)
    assert quiz is not None
    for _ in range(2):
        assert quiz.question is not None
        quiz = quiz.picked(quiz.question.answer or 0).advanced()
    assert quiz.scores == (1, 1)
    assert quiz.score == "Team A 1 · Team B 1"


def test_the_quiz_list_sets_teams_clock_and_shuffle() -> None:
    show = pressed(begun((a_scene(),)), "Q")
    for key in ("6", "7", "8"):
        show = pressed(show, key)
    assert show.rules == Rules(2, 30, 1)
    words = [text for _, text in quiz_rows(show)]
    assert words[-3:] == ["2 teams take turns", "30 seconds a question", "Shuffle again (seed 1100)"]
    begun_quiz = pressed(show, "2")
    assert begun_quiz.quiz is not None
    assert begun_quiz.quiz.scores == (0, 0)
    assert begun_quiz.left == 30
    assert [line.text for line in speech(show.scene, begun_quiz.look, None)][:2] == ["Team A · 1 of 4", "0:30"]


def test_a_shuffled_quiz_asks_otherwise_and_the_same_seed_the_same() -> None:
    one = pressed(pressed(begun((a_scene(),)), "Q"), "2").quiz
    other = pressed(pressed(pressed(begun((a_scene(),)), "Q"), "8"), "2").quiz
    assert one is not None
    assert other is not None
    assert one.seed != other.seed
    assert one == pressed(pressed(begun((a_scene(),)), "Q"), "2").quiz


@pytest.mark.parametrize("key", ["O", "Tab", "G", "Ctrl+F", "E", "V"])
def test_nothing_that_tells_the_answer_opens_during_a_quiz(key: str) -> None:
    assert pressed(a_quiz_show(1), key) == a_quiz_show(1)


def test_letters_answer_as_figures_do() -> None:
    for letter, figure in (("Shift+A", "1"), ("Shift+B", "2"), ("Shift+C", "3"), ("Shift+D", "4")):
        assert pressed(a_quiz_show(2), letter) == pressed(a_quiz_show(2), figure)


def test_an_order_is_put_together_and_counted() -> None:
    show = a_quiz_show(5)
    assert show.quiz is not None
    assert show.quiz.question is not None
    right = show.quiz.question.order
    for choice in right[:2]:
        show = pressed(show, str(choice))
    assert show.quiz is not None
    assert not show.quiz.revealed
    assert pressed(show, str(right[0])).quiz.given == right[1:2]  # type: ignore[union-attr]  # given back
    assert pressed(show, str(right[2])).quiz.scores == (1,)  # type: ignore[union-attr]  # a quiz is on
    wrong = a_quiz_show(5)
    for choice in reversed(right):
        wrong = pressed(wrong, str(choice))
    assert wrong.quiz is not None
    assert (wrong.quiz.scores, wrong.quiz.asked, wrong.quiz.revealed) == ((0,), 1, True)


def test_an_answer_given_aloud_counts_once() -> None:
    show = pressed(a_quiz_show(3), "Y")
    assert show.quiz is not None
    assert (show.quiz.scores, show.quiz.asked, show.quiz.revealed) == ((1,), 1, True)
    assert pressed(show, "Y") == show
    assert show.quiz.question is not None
    sought = show.quiz.question.sought
    other = next(node.id for node in show.scene.diagram.nodes if node.id != sought)
    mended = pressed(touch(a_quiz_show(3), other), "Y")
    assert mended.quiz is not None
    assert (mended.quiz.scores, mended.quiz.asked) == ((1,), 1)


def test_nothing_is_asked_of_too_little() -> None:
    lonely = a_diagram(("a",))
    assert all(make_quiz(lonely, mode, 1) is None for mode in Mode)


def test_a_quiz_without_questions_is_told_in_the_list() -> None:
    diagram = a_diagram(("a", "b"))
    show = pressed(begun((scene_of(diagram, a_layout(diagram)),)), "Q")
    rows = dict(quiz_rows(show))
    assert rows[4] == "Up or down? (nothing to ask in this diagram)"
    assert rows[1] == "Hide all names, guess one"
    assert pressed(show, "4").quiz is None


@pytest.mark.parametrize("mode", [Mode.ALL_HIDDEN, Mode.WHERE, Mode.UP_OR_DOWN])
def test_a_vast_diagram_is_asked_about_in_twelve_questions(mode: Mode) -> None:
    names = tuple(f"n{number}" for number in range(300))
    diagram = a_diagram(names, tuple(pairwise(names)))
    quiz = make_quiz(diagram, mode, 1)
    assert quiz is not None
    assert len(quiz.questions) == 12
    assert len({question.right for question in quiz.questions}) == 12


def test_right_and_wrong_are_told_by_words_and_not_by_colour_alone() -> None:
    show = a_quiz_show(4)  # does ketamine raise the receptor's activity, or lower it?
    right, wrong = pressed(show, "2"), pressed(show, "1")
    assert spoken(speech(show.scene, right.look, None)).splitlines()[2:4] == ["A  Up", "Answer: B  Down  – right"]
    assert spoken(speech(show.scene, wrong.look, None)).splitlines()[2:4] == ["A  Up  – wrong", "Answer: B  Down"]
