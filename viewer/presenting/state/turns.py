"""A place before its question is answered and after: both are framed alike, so that the answer moves nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.presenting.state.speech import speech

if TYPE_CHECKING:
    from viewer.model.diagram import ElementId
    from viewer.presenting.state.quiz import Question, Quiz
    from viewer.presenting.state.scene import Scene
    from viewer.presenting.state.show import Look
    from viewer.presenting.state.speech import Line, Passage


def turns(scene: Scene, look: Look, passage: Passage | None) -> tuple[tuple[Line, ...], ...]:
    """Return all that can be said at a look's place: while its question waits, and once it is answered anyhow.

    It is the same before the answer and after; where nothing is asked it is what is said there.
    """
    return tuple(speech(scene, turn, passage) for turn in _looks(scene, look))


def hidden_in_turn(scene: Scene, look: Look) -> tuple[frozenset[ElementId], frozenset[ElementId]]:
    """Return what is hidden at a look's place while its question waits, and once it is answered."""
    quiz = look.quiz
    if quiz is not None:
        waiting, told = quiz._replace(revealed=False), quiz._replace(revealed=True)
        return waiting.hidden, told.hidden
    ask = scene.ask(look.place.halt) if look.trace is None and not look.whole else None
    own = frozenset({ask.hides}) if ask is not None and ask.hides is not None else frozenset()
    return look.hidden | own, look.hidden - own


def _looks(scene: Scene, look: Look) -> tuple[Look, ...]:
    quiz = look.quiz
    if quiz is not None and quiz.question is not None:
        # Whether this quiz has a clock is no longer known when the answer is told: there is always room for one.
        return tuple(look._replace(quiz=turn, left=60) for turn in _quizzes(quiz, quiz.question))
    ask = scene.ask(look.place.halt) if quiz is None and look.trace is None and not look.whole else None
    if ask is None:
        return (look,)
    asking = look._replace(asking=True, picked=None, left=ask.seconds)
    picks = (None, *range(1, len(ask.choices) + 1))
    return (asking, *(look._replace(asking=False, picked=pick, left=None) for pick in picks))


def _quizzes(quiz: Quiz, question: Question) -> tuple[Quiz, ...]:
    waiting = quiz._replace(revealed=False, choice=None, given=question.order)
    told = waiting._replace(revealed=True)
    choices = () if question.order else range(1, len(question.choices) + 1)
    return (waiting, told, *(told._replace(choice=choice) for choice in choices))
