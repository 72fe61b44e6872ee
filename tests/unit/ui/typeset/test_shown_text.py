from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.ui.typeset.shown_text import MOST, first_words, last_words, shown, units


def marked(text: str, word: str, most: int | None = MOST) -> tuple[str, ...]:
    """The words that are marked in what is shown of a text."""
    at = text.index(word)
    piece = shown(text, ((at, at + len(word)),), most)
    return tuple(piece.text[a:b] for a, b in piece.marks)


def test_a_short_text_is_shown_as_it_is() -> None:
    piece = shown("The channel stays shut.", ((4, 11),))
    assert piece.text == "The channel stays shut."
    assert piece.marks == ((4, 11),)
    assert piece.whole


def test_white_space_is_levelled_and_marks_follow() -> None:
    assert shown("  The\n   channel\tstays\x00shut. ", ()).text == "The channel stays shut."
    assert marked("The \n\n   channel stays", "channel") == ("channel",)


def test_a_mark_across_lines_is_kept_whole() -> None:
    assert marked("of the NMDA\n    receptor here", "NMDA\n    receptor") == ("NMDA receptor",)


def test_a_long_text_is_shortened_around_its_match_and_says_so() -> None:
    text = "go on and " * 2000 + "the receptor shuts" + " and on" * 2000
    piece = shown(text, ((20004, 20012),))
    assert not piece.whole
    assert len(piece.text) < MOST + 10
    assert piece.text.startswith("… ")
    assert piece.text.endswith(" …")
    assert [piece.text[a:b] for a, b in piece.marks] == ["receptor"]


def test_a_long_text_whose_match_stands_early_keeps_its_beginning() -> None:
    text = "The receptor shuts " + "and on " * 2000
    piece = shown(text, ((4, 12),))
    assert piece.text.startswith("The receptor shuts and on")
    assert not piece.whole


def test_all_is_shown_when_asked_for() -> None:
    text = "go on and " * 2000
    assert shown(text, (), None).text == text.strip()


def test_a_match_longer_than_the_room_is_marked_as_far_as_it_is_shown() -> None:
    piece = shown("A" * 5000, ((0, 5000),))
    assert piece.marks
    assert not piece.whole


def test_neighbours_are_cut_on_the_far_side() -> None:
    text = " ".join(f"word{number}" for number in range(100))
    assert last_words(text).startswith("… word")
    assert last_words(text).endswith("word99")
    assert first_words(text).startswith("word0")
    assert first_words(text).endswith(" …")
    assert last_words("Short.\n") == first_words("\n Short.") == "Short."
    assert last_words("") == first_words("") == ""


@pytest.mark.parametrize("text", ["", "plain", "µ–“”"])
def test_qt_counts_like_python_without_wide_characters(text: str) -> None:
    assert units(text or " ") is None


def test_qt_counts_wide_characters_twice() -> None:
    assert units("a🧠b") == (0, 1, 3, 4)


@given(st.text(max_size=300), st.data())
def test_marked_words_stay_the_words_that_matched(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    piece = shown(text, ((start, end),), None)
    whole = shown(text[start:end], (), None).text
    got = "".join(piece.text[a:b] for a, b in piece.marks)
    assert got.strip() == whole
