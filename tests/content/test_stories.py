"""Every bundled diagram can be taught: a story of short steps, each with a question, at least one to answer."""

import pytest

from tests.content.bundle import diagrams
from viewer.model.diagram import Diagram, Edge
from viewer.model.revealing import revealed

_ALL = pytest.mark.parametrize("diagram", [pytest.param(diagram, id=diagram.id) for diagram in diagrams().values()])


@_ALL
def test_a_story_has_four_to_twelve_steps_and_asks(diagram: Diagram) -> None:
    assert 4 <= len(diagram.steps) <= 12
    assert any(step.ask is not None for step in diagram.steps)


@_ALL
def test_a_step_says_little_and_asks_the_class(diagram: Diagram) -> None:
    for step in diagram.steps:
        assert 1 <= len(step.caption.split()) <= 12, step.title
        assert "?" in step.notes, step.title
        assert step.quote is not None, step.title


@_ALL
def test_the_steps_name_what_exists_and_end_with_everything(diagram: Diagram) -> None:
    for step in diagram.steps:
        assert {*step.show, *step.hide, *step.focus} <= set(diagram.elements), step.title
    assert revealed(diagram, len(diagram.steps)) == set(diagram.elements)


@_ALL
def test_every_step_shows_what_it_is_about(diagram: Diagram) -> None:
    for count, step in enumerate(diagram.steps, start=1):
        assert set(step.focus) <= revealed(diagram, count), step.title


@_ALL
def test_a_question_has_its_answer_and_hides_an_arrow_with_a_sign(diagram: Diagram) -> None:
    for count, step in enumerate(diagram.steps, start=1):
        if step.ask is None:
            continue
        assert step.ask.answer is not None
        assert 1 <= step.ask.answer <= len(step.ask.choices)
        if step.ask.hides is not None:
            assert isinstance(diagram.elements[step.ask.hides], Edge)
            # It is new in this step: an arrow that was seen before gives the answer away.
            assert step.ask.hides in revealed(diagram, count) - revealed(diagram, count - 1), step.title
