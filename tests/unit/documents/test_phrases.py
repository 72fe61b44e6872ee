from __future__ import annotations

import pytest

from viewer.documents.matching.phrases import LevelledText, pattern_of


def places(text: str, words: str, most: int = 1000) -> list[str]:
    found = LevelledText(text).places(words, most, lambda: False)
    assert found is not None
    return [text[start:end] for start, end in found]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("The Gate opens.", "gate", ["Gate"]),
        ("N\u2011methyl and N-methyl and N methyl", "n-methyl", ["N\u2011methyl", "N-methyl", "N methyl"]),
        ("one AMPA\nreceptor, one AMPA-receptor", "ampa receptor", ["AMPA\nreceptor", "AMPA-receptor"]),
        ("α-helix, alpha-helix, Alpha helix", "alpha helix", ["α-helix", "alpha-helix", "Alpha helix"]),
        ("TNFα and TNF-alpha", "TNF-α", ["TNFα", "TNF-alpha"]),
        ("Ca²⁺ and Ca2+", "ca2", ["Ca²", "Ca2"]),
        ("突触可塑性与突触", "突触", ["突触", "突触"]),
        ("the **big** gate", "big gate", ["big** gate"]),
        ("a (b) c* [d]", "(b)", ["(b)"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("a recep\u00adtor and a re-ceptor, Receptor", "receptor", ["recep\u00adtor", "re-ceptor", "Receptor"]),
        ("a re-ceptor alone", "receptor", []),
        ("nothing here", "gate", []),
    ],
)
def test_words_are_found_as_a_reader_means_them(text: str, words: str, found: list[str]) -> None:
    assert places(text, words) == found


@pytest.mark.parametrize("words", ["", "   ", "\n", "--"])
def test_nothing_to_look_for_is_found_nowhere(words: str) -> None:
    assert pattern_of(words) is None
    assert places("a -- b   c", words) == []


def test_a_place_over_the_edge_of_a_piece_is_found_once() -> None:
    text = "x" * ((1 << 17) - 3) + "needle" + "y" * (1 << 17) + "needle"
    assert places(text, "needle") == ["needle", "needle"]


def test_no_more_places_are_told_than_asked_for() -> None:
    assert len(places("ab " * 500, "ab", 20)) == 20


def test_whoever_gives_up_gets_no_answer() -> None:
    assert LevelledText("some words").places("words", 10, lambda: True) is None
