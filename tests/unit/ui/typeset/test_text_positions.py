from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from viewer.ui.typeset.text_positions import LONGEST, TextPositions


def view_index(positions: TextPositions, position: int) -> str:
    """The character of the view that stands where a character of the text should."""
    units = positions.shown.encode("utf-16-le", "surrogatepass")
    at = positions.to_view(position) * 2
    return units[at : at + 2].decode("utf-16-le", "surrogatepass")


def test_plain_text_stands_where_it_stands() -> None:
    positions = TextPositions("one\ntwo")
    assert positions.shown == "one\ntwo"
    assert [positions.to_view(at) for at in range(8)] == list(range(8))


def test_wide_characters_shift_what_follows() -> None:
    positions = TextPositions("a🧠b")
    assert [positions.to_view(at) for at in range(4)] == [0, 1, 3, 4]
    assert positions.from_view(3) == 2


def test_a_line_that_is_too_long_is_broken_in_the_view_alone() -> None:
    text = "word " * 20_000
    positions = TextPositions(text)
    assert max(map(len, positions.shown.split("\n"))) <= LONGEST
    assert positions.shown.replace("\n", "") == text
    assert positions.text == text


def test_a_long_line_without_a_space_is_broken_too() -> None:
    positions = TextPositions("A" * (3 * LONGEST))
    assert max(map(len, positions.shown.split("\n"))) <= LONGEST


def test_every_character_of_a_broken_text_is_found_again() -> None:
    text = "🧠 head\n" + "word🧬 " * 9_000 + "\ntail"
    positions = TextPositions(text)
    for at in (0, 1, 5, 8, 19_999, 20_000, 20_009, 40_007, len(text) - 1):
        assert positions.from_view(positions.to_view(at)) == at
        if text[at] < "\uffff":
            assert view_index(positions, at) == text[at]


@given(st.text(st.sampled_from("ab \n🧠"), max_size=60))
def test_there_and_back_is_the_same_place(text: str) -> None:
    positions = TextPositions(text)
    for at in range(len(text)):
        assert positions.from_view(positions.to_view(at)) == at
