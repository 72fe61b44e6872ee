"""What can be done with the questions of steps and quizzes: each a function from a show to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.presenting.state.quiz import Mode, make_quiz
from viewer.presenting.state.show import Sheet, Show, Zoom

if TYPE_CHECKING:
    from viewer.model.diagram import ElementId

_TEAMS = (1, 2, 3, 4)
_CLOCKS = (0, 30, 60)
TEAMS_ROW, CLOCK_ROW, SHUFFLE_ROW = 6, 7, 8
"""The numbers of the quiz list's lines below the modes."""


def seed_of(show: Show, number: int) -> int:
    """Return the seed of a quiz begun here: the place and how often it was shuffled, so that it can be repeated."""
    return 1000 * show.rules.shuffle + 100 * (show.place.scene + 1) + 10 * show.place.halt + number


def choose_row(show: Show, number: int) -> Show:
    """Take a line of the quiz list by its number: begin a quiz, or change how quizzes are played."""
    rules = show.rules
    if number == TEAMS_ROW:
        return show._replace(rules=rules._replace(teams=_after(_TEAMS, rules.teams)))
    if number == CLOCK_ROW:
        return show._replace(rules=rules._replace(seconds=_after(_CLOCKS, rules.seconds)))
    if number == SHUFFLE_ROW:
        return show._replace(rules=rules._replace(shuffle=rules.shuffle + 1))
    return begin_quiz(show, number)


def begin_quiz(show: Show, number: int) -> Show:
    """Begin the quiz of this number in the list of modes, on the whole scene; an unknown one changes nothing."""
    modes = tuple(Mode)
    if not 1 <= number <= len(modes):
        return show
    quiz = make_quiz(show.scene.diagram, modes[number - 1], seed_of(show, number), teams=show.rules.teams)
    if quiz is None:
        return show
    begun = show._replace(quiz=quiz, sheet=Sheet.NONE, zoom=Zoom(), whole=False, selected=None, trace=None)
    return wound(begun)


def wound(show: Show) -> Show:
    """Start the clock of the question that waits now, or have none."""
    seconds = 0
    if show.quiz is not None:
        seconds = show.rules.seconds if show.quiz.question is not None and not show.quiz.revealed else 0
    elif show.asking:
        ask = show.scene.ask(show.place.halt)
        seconds = ask.seconds or 0 if ask is not None else 0
    return show._replace(left=seconds or None)


def tick(show: Show) -> Show:
    """Let a second of the question's clock pass; at its end it stays, and the answer waits for the speaker."""
    return show if show.left is None or show.paused else show._replace(left=max(0, show.left - 1))


def pick(show: Show, choice: int) -> Show:
    """Take a choice (from 1): of the question that waits, in a quiz or at a step, or of the ways that are listed."""
    if show.quiz is not None:
        quiz = show.quiz.picked(choice)
        return _answered(show, quiz.revealed and not show.quiz.revealed)._replace(quiz=quiz)
    if show.trace is not None:
        return show._replace(trace=show.trace.chosen(choice), zoom=Zoom())
    ask = show.scene.ask(show.place.halt)
    if not show.asking or ask is None or not 1 <= choice <= len(ask.choices):
        return show
    picks = dict(show.picks) | {show.place: choice}
    return reveal(show)._replace(picks=tuple(picks.items()))


def find(show: Show, element: ElementId | None) -> Show:
    """Take the element that was pointed at as the answer to “where is it?”."""
    if show.quiz is None:
        return show
    quiz = show.quiz.found(element)
    return _answered(show, quiz.revealed)._replace(quiz=quiz)


def reveal(show: Show) -> Show:
    """Tell the answer of this step's question."""
    return show._replace(answered=show.answered | {show.place}, sheet=Sheet.NONE, left=None)


def advance(show: Show) -> Show:
    """Tell the answer of a quiz's question, or ask the next one."""
    if show.quiz is None:
        return show
    # What was enlarged to be looked at stays so for the answer; the next question begins in its own frame.
    zoom = Zoom() if show.quiz.revealed else show.zoom
    return wound(show._replace(quiz=show.quiz.advanced(), sheet=Sheet.NONE, zoom=zoom))


def give_point(show: Show) -> Show:
    """Count the answer that was given aloud as right, and tell it."""
    if show.quiz is None or show.quiz.question is None:
        return show
    return show._replace(quiz=show.quiz.granted(), left=None)


def quiz(show: Show) -> Show:
    """Leave the quiz, or list the quizzes."""
    if show.quiz is not None:
        return show._replace(quiz=None, left=None)
    sheet = Sheet.NONE if show.sheet is Sheet.QUIZZES else Sheet.QUIZZES
    return show._replace(sheet=sheet, digits="")


def _answered(show: Show, done: bool) -> Show:
    return show._replace(left=None) if done else show


def _after(values: tuple[int, ...], value: int) -> int:
    return values[(values.index(value) + 1) % len(values)] if value in values else values[0]
