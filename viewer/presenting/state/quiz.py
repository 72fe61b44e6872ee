"""A quiz on a diagram that has been taught: names and signs are hidden, guessed, revealed and counted.

Everything is made from a seed that is shown, so that the same quiz can be asked again. What is hidden is masked
before it reaches the picture: no tool tip, search or spoken name knows it.
"""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from viewer.model.diagram import Edge, ElementId, Node, Relation
from viewer.model.revealing import focus_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.model.diagram import Diagram

MOST_QUESTIONS = 12
_CHOICES = 4
LETTERS = "ABCDEFGH"


class Mode(StrEnum):
    """The kinds of quizzes."""

    ALL_HIDDEN = "Hide all names, guess one"
    ONE_HIDDEN = "Hide one name, guess it"
    WHERE = "Where is it?"
    UP_OR_DOWN = "Up or down?"
    ORDER = "Put the steps in order"


class Question(NamedTuple):
    """What is asked: ``hidden`` ids wait, ``target`` is pointed at (None: it is to be found), ``answer`` is from 1.

    ``right`` says the answer in words; ``order`` are the choices (from 1) in their right order, where that is asked,
    and ``among`` what the steps to be ordered are about.
    """

    prompt: str
    choices: tuple[str, ...]
    answer: int | None
    right: str
    target: ElementId | None
    hidden: frozenset[ElementId]
    sought: ElementId | None = None
    order: tuple[int, ...] = ()
    among: frozenset[ElementId] = frozenset()


class Quiz(NamedTuple):
    """Where a quiz stands. ``scores`` are right answers, one a team; the teams take turns.

    ``given`` are the choices put in order so far; ``right`` is whether this question was counted as right, None
    while it was not counted.
    """

    mode: Mode
    seed: int
    questions: tuple[Question, ...]
    at: int = 0
    revealed: bool = False
    choice: int | None = None
    asked: int = 0
    scores: tuple[int, ...] = (0,)
    turn: int = 0
    given: tuple[int, ...] = ()
    right: bool | None = None

    @property
    def question(self) -> Question | None:
        """The question that is asked, None when all were."""
        return self.questions[self.at] if self.at < len(self.questions) else None

    @property
    def hidden(self) -> frozenset[ElementId]:
        """What waits: all that the question hides, or all but the answer once it is revealed.

        An order is told by all that is there: nothing waits any more.
        """
        question = self.question
        if question is None or (self.revealed and question.order):
            return frozenset()
        shown = {question.target, question.sought} if self.revealed else set()
        return question.hidden - shown

    def picked(self, choice: int) -> Quiz:
        """Take a choice (from 1), count it, and reveal the answer; a second one does nothing.

        Where an order is asked, choices are gathered until all are there; one that is taken again is given back.
        """
        question = self.question
        if question is None or self.revealed or not 1 <= choice <= len(question.choices):
            return self
        if question.order:
            again = choice in self.given
            given = tuple(one for one in self.given if one != choice) if again else (*self.given, choice)
            taken = self._replace(given=given)
            return taken if len(given) < len(question.choices) else taken.scored(given == question.order)
        if question.answer is None:
            return self
        return self._replace(choice=choice).scored(choice == question.answer)

    def found(self, element: ElementId | None) -> Quiz:
        """Take the element that was pointed at as the answer to “where is it?”."""
        question = self.question
        if question is None or self.revealed or question.sought is None or element is None:
            return self
        return self.scored(element == question.sought)

    def scored(self, right: bool) -> Quiz:
        """Count an answer for the team whose turn it is, and reveal."""
        scores = tuple(score + (right and index == self.turn) for index, score in enumerate(self.scores))
        return self._replace(scores=scores, asked=self.asked + 1, revealed=True, right=right)

    def granted(self) -> Quiz:
        """Count the answer as right, also one that was counted as wrong, and reveal; a second time does nothing."""
        if self.question is None or self.right:
            return self
        counted = self if self.right is None else self._replace(asked=self.asked - 1)
        return counted.scored(True)

    def advanced(self) -> Quiz:
        """Reveal the answer, or ask the next question of the next team."""
        if self.question is None:
            return self
        if not self.revealed:
            return self._replace(revealed=True)
        turn = (self.turn + 1) % len(self.scores)
        return self._replace(at=self.at + 1, revealed=False, choice=None, turn=turn, given=(), right=None)

    @property
    def score(self) -> str:
        """The score in words."""
        if len(self.scores) == 1:
            return f"{self.scores[0]} of {self.asked} right"
        return " · ".join(f"Team {LETTERS[index]} {score}" for index, score in enumerate(self.scores))


def make_quiz(diagram: Diagram, mode: Mode, seed: int, *, teams: int = 1) -> Quiz | None:
    """Return a quiz on a whole diagram, or None when it holds too little to ask."""
    chance = Random(seed)
    questions = {
        Mode.ALL_HIDDEN: _names,
        Mode.ONE_HIDDEN: _names,
        Mode.WHERE: _places,
        Mode.UP_OR_DOWN: _signs,
        Mode.ORDER: _orders,
    }[mode](diagram, mode, chance)
    return Quiz(mode, seed, tuple(questions), scores=(0,) * teams) if questions else None


def _apart(diagram: Diagram) -> list[Node]:
    """Return the nodes whose labels no other one has: only those can be guessed or found."""
    labels = Counter(node.label for node in diagram.nodes)
    return [node for node in diagram.nodes if labels[node.label] == 1]


def _names(diagram: Diagram, mode: Mode, chance: Random) -> list[Question]:
    nodes = _apart(diagram)
    if len(nodes) < 2:
        return []
    asked = chance.sample(nodes, min(len(nodes), MOST_QUESTIONS))
    everything = frozenset(node.id for node in diagram.nodes)
    questions = []
    for node in asked:
        others = [other.label for other in nodes if other.id != node.id]
        choices, answer = _mixed(node.label, others, chance)
        hidden = everything if mode is Mode.ALL_HIDDEN else frozenset({node.id})
        questions.append(Question("What stands here?", choices, answer, node.label, node.id, hidden))
    return questions


def _places(diagram: Diagram, _mode: Mode, chance: Random) -> list[Question]:
    nodes = _apart(diagram)
    everything = frozenset(node.id for node in diagram.nodes)
    return [
        Question(f"Where is {node.label}?", (), None, node.label, None, everything, node.id)
        for node in chance.sample(nodes, min(len(nodes), MOST_QUESTIONS))
        if len(nodes) > 1
    ]


_UP = (Relation.ACTIVATES, Relation.INCREASES)
_DOWN = (Relation.INHIBITS, Relation.DECREASES)


def _signs(diagram: Diagram, _mode: Mode, chance: Random) -> list[Question]:
    edges = [edge for edge in diagram.edges if edge.relation in (*_UP, *_DOWN) and not edge.disputed]
    questions = []
    for edge in chance.sample(edges, min(len(edges), MOST_QUESTIONS)):
        # An arrow beside it that says the same would give the answer away.
        beside = frozenset(one.id for one in diagram.edges if {one.source, one.target} == {edge.source, edge.target})
        source, target = diagram.node(edge.source).label, diagram.node(edge.target).label
        prompt = f"More {source}: what does {target} do?"
        answer = 1 if edge.relation in _UP else 2
        questions.append(Question(prompt, ("Up", "Down"), answer, _told(diagram, edge), edge.id, beside | {edge.id}))
    return questions


def _orders(diagram: Diagram, _mode: Mode, chance: Random) -> list[Question]:
    titles = list(dict.fromkeys(step.title for step in diagram.steps))
    if len(titles) < 3:
        return []
    start = chance.randrange(max(1, len(titles) - 3))
    asked = titles[start : start + _CHOICES]
    mixed = chance.sample(asked, len(asked))
    if mixed == asked:
        mixed.reverse()
    order = tuple(mixed.index(title) + 1 for title in asked)
    right = ", ".join(LETTERS[choice - 1] for choice in order)
    # The picture tells the order: names are hidden until it is guessed.
    hidden = frozenset({node.id for node in diagram.nodes} | {edge.id for edge in diagram.edges})
    about = (focus_of(diagram, number) for number, step in enumerate(diagram.steps) if step.title in asked)
    among = frozenset().union(*about)
    return [
        Question("In which order do these come?", tuple(mixed), None, right, None, hidden, order=order, among=among)
    ]


def _mixed(right: str, others: Sequence[str], chance: Random) -> tuple[tuple[str, ...], int]:
    choices = [right, *chance.sample(list(others), min(_CHOICES - 1, len(others)))]
    chance.shuffle(choices)
    return tuple(choices), choices.index(right) + 1


def _told(diagram: Diagram, edge: Edge) -> str:
    return diagram.sentence(edge)
