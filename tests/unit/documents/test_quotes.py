"""Quotes are found where they stand, and only there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.documents.quotes import locate_quote
from viewer.model.evidence import Status

TEXT = "The drug’s effect — a “rapid” one — is long-\nlasting,\n  and the NMDA‑receptor is its target."


def test_words_that_stand_there_are_verified() -> None:
    located = locate_quote(TEXT, "a “rapid” one")
    assert (located.status, TEXT[located.start : located.end]) == (Status.VERIFIED, "a “rapid” one")


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("the drug's effect", "The drug’s effect"),
        ('a "rapid" one', "a “rapid” one"),
        ("long-lasting, and the", "long-\nlasting,\n  and the"),
        ("NMDA-receptor is ITS target", "NMDA‑receptor is its target"),
        ("effect - a", "effect — a"),
    ],
)
def test_words_that_differ_in_levelled_signs_have_moved(quote: str, words: str) -> None:
    located = locate_quote(TEXT, quote)
    assert (located.status, TEXT[located.start : located.end]) == (Status.MOVED, words)


@pytest.mark.parametrize(
    "quote",
    ["", "   ", "the drug effect", "NMDA-receptors is its target", "rapid slow", "a.*one", "effect a"],
)
def test_words_that_do_not_stand_there_are_missing(quote: str) -> None:
    assert locate_quote(TEXT, quote).status is Status.MISSING


def test_a_whole_word_is_preferred_to_a_part_of_one() -> None:
    located = locate_quote("inhibits, and to inhibit", "inhibit")
    assert located.start == len("inhibits, and to ")


@given(st.text(max_size=80), st.integers(0, 80), st.integers(1, 40))
def test_every_slice_is_found_word_for_word(text: str, start: int, length: int) -> None:
    quote = text[start : start + length].strip()
    located = locate_quote(text, quote)
    if quote:
        assert located.status is Status.VERIFIED
        assert text[located.start : located.end] == quote
    else:
        assert located.status is Status.MISSING


@given(st.text(alphabet="aA -‑’'\n", max_size=40), st.text(alphabet="aA -‑’'\n", max_size=12))
def test_what_is_found_holds_the_letters_of_the_quote(text: str, quote: str) -> None:
    located = locate_quote(text, quote)
    if located.status is not Status.MISSING:
        found = text[located.start : located.end]
        letters = [sign for sign in quote.lower() if sign == "a"]
        assert [sign for sign in found.lower() if sign == "a"] == letters


def test_a_quote_is_found_where_its_words_are_broken_at_the_ends_of_lines() -> None:
    text = "The hormone pro-\nmotes the growth of a root, and the pan\u00adcreas does not."
    for quote, standing in (
        ("promotes the growth", "pro-\nmotes the growth"),
        ("the pancreas does", "the pan\u00adcreas does"),
    ):
        located = locate_quote(text, quote)
        assert (located.status, text[located.start : located.end]) == (Status.MOVED, standing)
