"""What is said beside the picture at a place: caption and quotation, or a question with its choices. Pure words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from viewer.model.diagram import Relation
from viewer.model.paths import MOST_ARROWS, Sign
from viewer.presenting.state.quiz import LETTERS

if TYPE_CHECKING:
    from viewer.model.diagram import Diagram
    from viewer.model.paths import Way
    from viewer.model.story import Ask
    from viewer.presenting.state.quiz import Quiz
    from viewer.presenting.state.scene import Scene
    from viewer.presenting.state.show import Look
    from viewer.presenting.state.trace import Trace

LONGEST_QUOTE = 240
CHOICES = ("choice", "right-choice", "wrong", "way", "way-followed")
"""The roles of what can be chosen, or could be before the answer was told."""

LATE = 5
RIGHT, WRONG = "  – right", "  – wrong"
"""What is said of the choice that was made; a colour alone would not tell it."""
_ALOUD = {"asked": "Question: ", "right": "Answer: ", "right-choice": "Answer: "}
_WITHIN = str.maketrans("“”", "‘’")
"""Quotation marks in a quotation: of the other kind, so that its own are seen."""

_SPACE = re.compile(r"[\s\x00-\x1f\x7f]+")


class Passage(NamedTuple):
    """A quotation in its sentence: ``marks`` are the quoted words in ``text``; ``source`` says where it stands.

    ``whole``, ``start`` and ``end`` are the document's text and the quote's place in it, -1 where it is not known.
    """

    text: str
    marks: tuple[tuple[int, int], ...] = ()
    source: str = ""
    title: str = ""
    whole: str = ""
    start: int = -1
    end: int = -1


class Line(NamedTuple):
    """One thing that is said: its role (caption, quote, source, clock, choice, right, …) and its words."""

    role: str
    text: str
    marks: tuple[tuple[int, int], ...] = ()


def speech(scene: Scene, look: Look, passage: Passage | None) -> tuple[Line, ...]:
    """Return what is said at a look's place. While a question waits, nothing says the answer."""
    if look.quiz is not None:
        return _quiz_lines(look.quiz, look.left)
    if look.trace is not None:
        return _trace_lines(scene.diagram, look.trace)
    if look.whole:
        return (Line("caption", scene.diagram.title),)
    halt = look.place.halt
    step, ask = scene.step(halt), scene.ask(halt)
    if step is None:
        return ()
    asked = step.ask
    if look.asking and asked is not None:
        return (*_clock(look.left), Line("caption", asked.question), *_choices(asked.choices, None, None))
    lines: list[Line] = []
    if ask is None and asked is not None:
        lines.extend((Line("caption", asked.question), *_choices(asked.choices, None, None)))
    elif ask is not None:
        # An answer means nothing to those who have forgotten what was asked.
        lines.extend((Line("asked", ask.question), *_answered(ask, look.picked)))
    lines.append(Line("caption", scene.caption(halt)))
    if passage is not None:  # words that were not found in their document are no quotation
        marks = tuple((start + 1, end + 1) for start, end in passage.marks)
        lines.append(Line("quote", f"“{passage.text.translate(_WITHIN)}”", marks))
        lines.append(Line("source", passage.source))
    return tuple(lines)


def _answered(ask: Ask, picked: int | None) -> tuple[Line, ...]:
    if ask.answer is None or not 1 <= ask.answer <= len(ask.choices):
        return ()
    right = Line("right", _lettered(ask.choices, ask.answer) + (RIGHT if picked == ask.answer else ""))
    if picked is None or picked == ask.answer:
        return (right,)
    return (Line("wrong", _lettered(ask.choices, picked) + WRONG), right)


def _lettered(choices: tuple[str, ...], number: int) -> str:
    return f"{LETTERS[(number - 1) % len(LETTERS)]}  {choices[number - 1]}"


def _clock(left: int | None) -> tuple[Line, ...]:
    if left is None:
        return ()
    words = f"{left // 60}:{left % 60:02}" if left else "Time is up"
    return (Line("late" if left <= LATE else "clock", words),)


_LONGEST_WAY = 64
_SIGNS = {Sign.UP: "+", Sign.DOWN: "−", Sign.OPEN: "?"}
_NETS = {Sign.UP: "Net sign: plus", Sign.DOWN: "Net sign: minus", Sign.OPEN: "Net sign: open"}


def _trace_lines(diagram: Diagram, trace: Trace) -> tuple[Line, ...]:
    names = diagram.node(trace.source).label, diagram.node(trace.target).label
    way = trace.way
    if way is None:
        return (Line("caption", f"No arrows lead from {names[0]} to {names[1]} in {MOST_ARROWS} steps or fewer."),)
    count = len(way.edges)
    many = len(trace.ways)
    which = f"Way {trace.at + 1} of {many}" if many > 1 else "The only way"
    if trace.edge is not None:
        return (
            Line("source", f"{which} · arrow {trace.link} of {count}"),
            Line("caption", diagram.sentence(trace.edge)),
        )
    chain = " → ".join(diagram.node(element).label for element in way.nodes)
    lines = [
        Line("source", f"{which} · {count} arrow{'s' if count > 1 else ''}"),
        Line("caption", chain),
        Line("quote", _NETS[way.sign] + _why(way)),
    ]
    if many > 1:
        lines.extend(_listed(diagram, one, index, index == trace.at) for index, one in enumerate(trace.ways))
    return tuple(lines)


def _listed(diagram: Diagram, way: Way, index: int, followed: bool) -> Line:
    """Return a way in the list of all: its number, its net sign, and what it leads through."""
    between = " → ".join(diagram.node(element).label for element in way.nodes[1:-1]) or "directly"
    if len(between) > _LONGEST_WAY:
        between = between[: _LONGEST_WAY - 1].rstrip(" →") + "…"
    return Line("way-followed" if followed else "way", f"{index + 1}  ({_SIGNS[way.sign]})  {between}")


def _why(way: Way) -> str:
    """Return what makes the net sign what it is."""
    down = sum(edge.relation in (Relation.INHIBITS, Relation.DECREASES) for edge in way.edges)
    if way.sign is not Sign.OPEN:
        return f", with {down} minus sign{'' if down == 1 else 's'} on the way" if down else ""
    if any(edge.disputed for edge in way.edges):
        return ", because an arrow on the way is disputed"
    return ", because an arrow on the way has no sign"


def _quiz_lines(quiz: Quiz, left: int | None) -> tuple[Line, ...]:
    question = quiz.question
    foot = Line("source", f"{quiz.score} · quiz {quiz.seed}")
    if question is None:
        return (Line("caption", "That was the last question."), foot)
    at = f"{quiz.at + 1} of {len(quiz.questions)}"
    if len(quiz.scores) > 1:
        at = f"Team {LETTERS[quiz.turn]} · {at}"
    lines = [Line("source", at), *_clock(left), Line("caption", question.prompt)]
    lines.extend(_choices(question.choices, question.answer if quiz.revealed else None, quiz.choice))
    if quiz.given:
        lines.append(Line("quote", "Yours: " + ", ".join(LETTERS[choice - 1] for choice in quiz.given)))
    if quiz.revealed and question.answer is None:
        lines.append(Line("right", question.right))
    elif quiz.revealed and question.right not in question.choices:
        lines.append(Line("quote", question.right))
    return (*lines, foot)


def _choices(choices: tuple[str, ...], right: int | None, picked: int | None) -> tuple[Line, ...]:
    lines = []
    for index, choice in enumerate(choices[: len(LETTERS)], start=1):
        text = f"{LETTERS[index - 1]}  {choice}"
        if index == right:
            lines.append(Line("right-choice", text + (RIGHT if picked == right else "")))
        elif index == picked and right is not None:
            lines.append(Line("wrong", text + WRONG))
        else:
            lines.append(Line("choice", text))
    return tuple(lines)


def spoken(lines: tuple[Line, ...]) -> str:
    """Return what is said for those who cannot see it: what stands out is told by a word."""
    told = []
    for line in lines:
        told.append(_ALOUD.get(line.role, "") + line.text)
    return "\n".join(told)


def one_line(text: str) -> str:
    """Return words with every run of white space as one space."""
    return _SPACE.sub(" ", text).strip()


def passage_of(title: str, text: str, spans: tuple[tuple[int, int], ...], start: int, end: int) -> Passage:
    """Return the sentence that holds ``text[start:end]``, shortened round it when it is long.

    ``spans`` are the document's passages. A quote that is nearly the whole sentence is not marked in it.
    """
    first = min((a for a, b in spans if a <= start < b), default=start)
    last = max((b for a, b in spans if a < end <= b), default=end)
    lead, quote, tail = text[first:start], text[start:end], text[end:last]
    room = max(0, LONGEST_QUOTE - len(quote))
    if len(lead) > room // 2 and len(lead) + len(tail) > room:
        cut = lead.find(" ", len(lead) - room // 2)
        lead = "… " + lead[cut + 1 :] if cut >= 0 else "… "
    if len(tail) > room // 2 and len(lead) + len(tail) > room:
        cut = tail.rfind(" ", 0, room // 2 + 1)
        tail = (tail[:cut] if cut >= 0 else "") + " …"
    before = one_line(lead + "x")[:-1]
    words = one_line(quote)
    whole = before + words + one_line("x" + tail)[1:]
    marked = len(words) < 0.8 * len(whole)
    marks = ((len(before), len(before) + len(words)),) if marked and words else ()
    line = text.count("\n", 0, start) + 1
    # No line of the screen ends between the word and its number.
    return Passage(whole, marks, f"{title}, line\u00a0{line}", title, text, start, end)
