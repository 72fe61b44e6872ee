"""What is said beside the picture at a place: caption and quotation, or a question with its choices. Pure words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from viewer.presenting.quiz import LETTERS

if TYPE_CHECKING:
    from viewer.presenting.quiz import Quiz
    from viewer.presenting.scene import Scene
    from viewer.presenting.show import Look

LONGEST_QUOTE = 240
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
    """One thing that is said: its role (caption, quote, source, choice, right, score) and its words."""

    role: str
    text: str
    marks: tuple[tuple[int, int], ...] = ()


def speech(scene: Scene, look: Look, passage: Passage | None) -> tuple[Line, ...]:
    """Return what is said at a look's place. While a question waits, nothing says the answer."""
    if look.quiz is not None:
        return _quiz_lines(look.quiz)
    if look.whole:
        return (Line("caption", scene.diagram.title),)
    halt = look.place.halt
    step, ask = scene.step(halt), scene.ask(halt)
    if step is None:
        return ()
    asked = step.ask
    if look.asking and asked is not None:
        return (Line("caption", asked.question), *_choices(asked.choices, None, None))
    lines: list[Line] = []
    if ask is None and asked is not None:
        lines.extend((Line("caption", asked.question), *_choices(asked.choices, None, None)))
    elif asked is not None and asked.answer is not None and 1 <= asked.answer <= len(asked.choices):
        lines.append(Line("right", f"{LETTERS[(asked.answer - 1) % 8]}  {asked.choices[asked.answer - 1]}"))
    lines.append(Line("caption", scene.caption(halt)))
    quote = passage
    if quote is None and step.quote is not None:
        quote = Passage(one_line(step.quote.quote))
    if quote is not None:
        lines.append(Line("quote", f"“{quote.text}”", tuple((start + 1, end + 1) for start, end in quote.marks)))
        if quote.source:
            lines.append(Line("source", quote.source))
    return tuple(lines)


def _quiz_lines(quiz: Quiz) -> tuple[Line, ...]:
    question = quiz.question
    foot = Line("source", f"{quiz.score} · quiz {quiz.seed}")
    if question is None:
        return (Line("caption", "That was the last question."), foot)
    at = f"{quiz.at + 1} of {len(quiz.questions)}"
    if len(quiz.scores) > 1:
        at = f"Team {LETTERS[quiz.turn]} · {at}"
    lines = [Line("source", at), Line("caption", question.prompt)]
    lines.extend(_choices(question.choices, question.answer if quiz.revealed else None, quiz.choice))
    if quiz.revealed and question.answer is None:
        lines.append(Line("right", question.right))
    elif quiz.revealed and question.right not in question.choices:
        lines.append(Line("quote", question.right))
    return (*lines, foot)


def _choices(choices: tuple[str, ...], right: int | None, picked: int | None) -> tuple[Line, ...]:
    lines = []
    for index, choice in enumerate(choices[: len(LETTERS)], start=1):
        role = "right" if index == right else "wrong" if index == picked and right is not None else "choice"
        lines.append(Line(role, f"{LETTERS[index - 1]}  {choice}"))
    return tuple(lines)


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
    return Passage(whole, marks, f"{title}, line {line}", title, text, start, end)
