"""Words in lines: nothing is lost, no line is too wide, the lines are even."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders.layouts import FakeMeasurer
from viewer.layout.geometry import LABEL
from viewer.layout.wrapping import wrapped


def _wrapped(text: str, width: float = 170) -> tuple[str, ...]:
    return wrapped(text, LABEL, width, FakeMeasurer())


def test_words_that_fit_stay_on_one_line() -> None:
    assert _wrapped("Glutamate release") == ("Glutamate release",)


def test_lines_are_about_equally_long() -> None:
    assert _wrapped("one two three four five six seven", 140) == ("one two three four", "five six seven")
    assert _wrapped("Monoamine antidepressants today", 180) == ("Monoamine", "antidepressants today")


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\x00\x1b"])
def test_text_without_a_visible_character_gives_one_empty_line(text: str) -> None:
    assert _wrapped(text) == ("",)


def test_control_characters_part_words_and_vanish() -> None:
    assert _wrapped("a\x00b\nc\u2028d") == ("a b c d",)


def test_a_no_break_space_holds_words_together() -> None:
    assert _wrapped("take 5\u00a0mg", 60) == ("take", "5\u00a0mg")


def test_a_word_too_wide_is_broken_behind_its_hyphen() -> None:
    assert _wrapped("N-methyl-D-aspartate", 100) == ("N-methyl-D-", "aspartate")


def test_a_word_too_wide_without_a_hyphen_is_broken_anywhere() -> None:
    lines = _wrapped("W" * 60)
    assert "".join(lines) == "W" * 60
    assert max(map(len, lines)) <= 24


def test_marks_stay_with_their_character() -> None:
    for text in ("e\u0301" * 60, "\N{WOMAN}\u200d\N{MICROSCOPE}" * 20, "\N{THUMBS UP SIGN}\U0001f3fd" * 40):
        for line in _wrapped(text)[1:]:
            assert line[0] not in "\u0301\u200d\N{MICROSCOPE}\U0001f3fd"


def test_an_unpaired_surrogate_becomes_the_sign_for_unreadable() -> None:
    assert _wrapped("a\ud800b") == ("a\ufffdb",)


@given(st.text(min_size=1, max_size=200), st.sampled_from([60.0, 140.0, 170.0]))
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, width: float) -> None:
    lines = _wrapped(text, width)
    breaks = "[\x00-\x20\x7f-\x9f\u1680\u2000-\u2006\u2008-\u200b\u2028\u2029\u205f\u3000]"
    assert re.sub(breaks, "", "".join(lines)) == re.sub(breaks, "", text)
    for line in lines:
        # A character with all its marks is never parted, however wide.
        assert 7 * len(line) <= width or len(line) <= 32
