"""A changed lesson keeps its text: comments, order of keys and form of all that was not changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.definitions.lesson import Lesson, Part, lesson_text, parse_lesson
from viewer.definitions.lesson_source import with_lesson
from viewer.model.diagram import DiagramId

KNOWN = ("overview", "surge", "mtor", "bdnf")
TEXT = """\
# For the second year
title: One hour   # until noon
diagrams:
  # to warm up
  - overview   # all of it

  # the heart of it
  - captions:
      2: "In our words."   # short
      # the long one
      4: 'Longer words.'
    diagram: surge
    steps: [1, 2, 4]   # not the third
  - {diagram: mtor, steps: [1]}
# that is all
"""
OVERVIEW = Part(DiagramId("overview"))
SURGE = Part(DiagramId("surge"), (1, 2, 4), ((2, "In our words."), (4, "Longer words.")))
MTOR = Part(DiagramId("mtor"), (1,))
BDNF = Part(DiagramId("bdnf"), (3,), ((3, "Well: so."),))
WHOLE = Lesson("One hour", (OVERVIEW, SURGE, MTOR))


def changed(*parts: Part, title: str = "One hour", text: str = TEXT) -> str:
    after = with_lesson(text.encode(), Lesson(title, parts), "a.lesson.yaml")
    assert after is not None
    return after.decode()


def test_nothing_changes_where_nothing_was_changed() -> None:
    assert parse_lesson(TEXT.encode(), "a.yaml", KNOWN) == WHOLE
    assert changed(*WHOLE.parts) == TEXT


def test_another_title_is_all_that_changes() -> None:
    after = changed(*WHOLE.parts, title="Two: hours")
    assert after == TEXT.replace("title: One hour ", "title: 'Two: hours' ")


def test_a_diagram_moves_with_its_comments() -> None:
    after = changed(SURGE, OVERVIEW, MTOR)
    assert after.index("# the heart of it") < after.index("captions:") < after.index("# to warm up")
    assert sorted(after.split("\n")) == sorted(TEXT.split("\n"))


def test_a_diagram_goes_with_its_comments_and_a_new_one_comes() -> None:
    after = changed(OVERVIEW, BDNF, MTOR)
    assert "the heart of it" not in after
    assert after == TEXT.replace(
        TEXT[TEXT.index("\n  # the heart") : TEXT.index("  - {diagram: mtor")],
        "  - diagram: bdnf\n    steps: [3]\n    captions: {3: 'Well: so.'}\n",
    )


def test_steps_and_captions_are_changed_where_they_stand() -> None:
    part = SURGE._replace(steps=(2, 4), captions=((2, "Other words."), (4, "Longer words.")))
    after = changed(OVERVIEW, part, MTOR)
    assert after == TEXT.replace("[1, 2, 4]", "[2, 4]").replace('"In our words."', "Other words.")


def test_captions_come_and_go_line_by_line() -> None:
    part = SURGE._replace(captions=((1, "First."), (4, "Longer words.")))
    after = changed(OVERVIEW, part, MTOR)
    assert after == TEXT.replace('      2: "In our words."   # short\n', "").replace(
        "'Longer words.'\n", "'Longer words.'\n      1: First.\n"
    )


def test_steps_are_given_and_taken() -> None:
    given_steps = OVERVIEW._replace(steps=(2,))
    after = changed(given_steps, Part(DiagramId("surge")), Part(DiagramId("mtor")))
    assert "  - diagram: overview   # all of it\n    steps: [2]\n\n  # the heart of it\n" in after
    assert "    steps: [1, 2, 4]" not in after
    assert "  - mtor\n# that is all\n" in after


@pytest.mark.parametrize(
    "text",
    [
        "title: A\ndiagrams: [overview, surge]\n",
        "title: A\r\ndiagrams:\r\n- overview # one\r\n- surge",
        "\ufeff" + TEXT,
    ],
)
def test_other_forms_keep_theirs(text: str) -> None:
    after = with_lesson(text.encode(), Lesson("A", (Part(DiagramId("surge")), MTOR)), "a.yaml")
    assert after is not None
    assert parse_lesson(after, "a.yaml", KNOWN) == Lesson("A", (Part(DiagramId("surge")), MTOR))
    assert (b"\r\n" in after) == ("\r\n" in text)
    assert after.decode().startswith(text[:5])


@pytest.mark.parametrize("text", ["title: A\ndiagrams: &a [overview]\nmore: *a\n", "[", "title: A\n", "\x00"])
def test_a_text_that_leaves_no_place_is_told(text: str) -> None:
    assert with_lesson(text.encode(), WHOLE, "a.yaml") is None


_PARTS = st.builds(
    Part,
    st.sampled_from([DiagramId(name) for name in KNOWN]),
    st.lists(st.integers(1, 9), max_size=3).map(tuple),
    st.dictionaries(st.integers(1, 9), st.text("ab :#-'\"ü\n", min_size=1, max_size=8), max_size=3).map(
        lambda captions: tuple(sorted(captions.items()))
    ),
)
_LESSONS = st.builds(
    Lesson, st.text("ab #:", min_size=1).filter(str.strip), st.lists(_PARTS, min_size=1, max_size=4).map(tuple)
)


@given(_LESSONS, _LESSONS)
def test_whatever_is_changed_the_text_says_it_afterwards(before: Lesson, after: Lesson) -> None:
    for text in (TEXT, lesson_text(before)):
        written = with_lesson(text.encode(), after, "a.yaml")
        if written is not None:
            read = parse_lesson(written, "a.yaml", KNOWN)
            parts = tuple(part._replace(captions=tuple(sorted(part.captions))) for part in read.parts)
            assert read._replace(parts=parts) == after
