"""What is left out for speed changes nothing: the short way finds what the long way does."""

from hypothesis import given
from hypothesis import strategies as st

from viewer.documents.matching import relations
from viewer.documents.matching.levelling import level
from viewer.documents.matching.mentions import Names
from viewer.documents.ranking.candidate import Row, Sentence
from viewer.documents.ranking.spread import _ALIKE, _nearly_said

_NAMES = Names(("Zinc channel", "ZNC", "β-arrestin"), ("Zinc",))
_WORDS = st.sampled_from(
    ["zinc", "channel", "Channels", "ZNC", "znc", "β-arrestin", "é", "µ", "(", ")", " ", "-", "_", "non-", "x2", ". "]
)


@given(st.lists(_WORDS, max_size=14))
def test_patterns_without_chinese_signs_find_the_same(words: list[str]) -> None:
    for raw in ("".join(words), " ".join(words)):
        levelled = level(raw)
        for way in ("whole", "weaker", "all", "marks"):
            assert getattr(_NAMES, way)(levelled, raw) == getattr(_NAMES._for_signs, way)(levelled, raw)


def test_texts_with_chinese_signs_have_words_that_end_at_them() -> None:
    assert [mention[:2] for mention in _NAMES.whole("锌znc的", "锌ZNC的")] == [(1, 4)]
    assert _NAMES.marks("锌znc的", "锌ZNC的") == ([(1, 4)], True)


_CUES = st.sampled_from(
    [
        *("blocks", "switch", "switched", "it", "on", "bring", "brought", "about", "up", "-", "regulated", "give"),
        *("rise", "due", "é", "_", " ", " ", "theory", "no", "more", "x"),
    ]
)


@given(st.lists(_CUES, max_size=12))
def test_relation_words_are_found_where_the_whole_pattern_finds_them(words: list[str]) -> None:
    for text in ("".join(words), " ".join(words)):
        long = [(match.span(), match.lastgroup) for match in relations._pattern().finditer(text)]
        assert [(match.span(), match.lastgroup) for match in relations._places(text)] == long


_SETS = st.frozensets(st.sampled_from("abcdefghijklm"))


@given(_SETS, st.lists(_SETS, max_size=3))
def test_likeness_is_that_of_the_whole_sets(one: frozenset[str], others: list[frozenset[str]]) -> None:
    alike = [len(one & other) > _ALIKE * len(one | other) for other in others]
    assert _nearly_said(one, others) == any(alike)


@given(st.text(" \n\u3000ab", max_size=20), st.integers(0, 20), st.integers(0, 20))
def test_words_between_two_places_are_those_that_stand_there(text: str, start: int, end: int) -> None:
    sentence = Sentence(Row(1, 1, 0, len(text), 1, 1, None, 0, 1, -1, text))
    start, end = min(start, len(text)), min(end, len(text))
    assert sentence.distance(start, end) == len(sentence.levelled[start:end].split())
