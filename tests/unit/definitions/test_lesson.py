"""A lesson is read whole or told wrong by line, and what is written is read back."""

import pytest

from viewer.definitions.lesson import Lesson, Part, lesson_text, parse_lesson
from viewer.errors import DiagramError, Problem
from viewer.model.diagram import DiagramId

KNOWN = ("overview", "glutamate-surge")


def counted(_name: str) -> int:
    return 4


def problems(text: str) -> tuple[Problem, ...]:
    with pytest.raises(DiagramError) as error:
        parse_lesson(text.encode(), "a.lesson.yaml", KNOWN, counted)
    return error.value.problems


def test_a_lesson_names_diagrams_steps_and_captions() -> None:
    text = """\
title: One hour
diagrams:
  - overview
  - diagram: glutamate-surge
    steps: [1, 3]
    captions: {3: Ours.}
"""
    assert parse_lesson(text.encode(), "a.yaml", KNOWN, counted) == Lesson(
        "One hour",
        (Part(DiagramId("overview")), Part(DiagramId("glutamate-surge"), (1, 3), ((3, "Ours."),))),
    )


def test_what_is_written_is_read_back() -> None:
    lesson = Lesson(
        "Title: with a colon",
        (
            Part(DiagramId("overview"), (2,), ((2, "“Quoted”, and long " + "words " * 30),)),
            Part(DiagramId("overview")),
        ),
    )
    assert parse_lesson(lesson_text(lesson).encode(), "a.yaml", KNOWN) == lesson


def test_every_problem_is_told_at_its_place_with_the_close_match() -> None:
    text = """\
titel: One
diagrams:
  - overveiw
  - diagram: glutamate-surge
    steps: [1, nine, 7]
    captions: {5: Too far}
  - steps: [1]
"""
    found = problems(text)
    assert {problem.line for problem in found} == {1, 3, 5, 6, 7}
    assert "Did you mean “overview”?" in str(found)
    assert "Did you mean “title”?" in str(found)
    assert "There is no step 7: the diagram has 4." in str(found)


@pytest.mark.parametrize(
    "text", ["", "just text", "[a]", "title: x", "title: x\ndiagrams: []", "title: [x]\n", "a: {"]
)
def test_anything_else_is_told_wrong(text: str) -> None:
    assert problems(text)
