"""Where a sentence ends."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.documents.formats.sentences import sentences

_GOLD = Path(__file__).resolve().parents[2] / "data" / "documents" / "sentences.txt"


def _cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


def _paragraphs() -> list[list[str]]:
    lines = [line for line in _GOLD.read_text(encoding="utf-8").split("\n") if not line.startswith("#")]
    return [block.split("\n") for block in "\n".join(lines).strip().split("\n\n")]


# Two of the gold lines hold two sentences each, to keep them beside each other.
_SPLIT = {
    "The half-life is 2.5 h. Excretion is renal.": ["The half-life is 2.5 h.", "Excretion is renal."],
    "The pH was 7.4. The buffer held it there.": ["The pH was 7.4.", "The buffer held it there."],
    "Levels rose by 1.5-fold, 3.2-fold, etc. The rest did not change.": [
        "Levels rose by 1.5-fold, 3.2-fold, etc.",
        "The rest did not change.",
    ],
    "He said “stop.” She did not.": ["He said “stop.”", "She did not."],
    "(See Suppl. Table 2.) It lists all doses.": ["(See Suppl. Table 2.)", "It lists all doses."],
    "We used vitamin C. The second batch had none.": ["We used vitamin C.", "The second batch had none."],
    "The effect lasts.[12] It fades within a week.": ["The effect lasts.[12]", "It fades within a week."],
    "Growth was seen¹². Loss was not.": ["Growth was seen¹².", "Loss was not."],
}


@pytest.mark.parametrize("lines", _paragraphs(), ids=lambda lines: lines[0][:24])
def test_scientific_prose_is_cut_where_a_reader_would(lines: list[str]) -> None:
    expected = [sentence for line in lines for sentence in _SPLIT.get(line, [line])]
    assert _cut(" ".join(lines)) == expected


def test_a_hard_wrapped_sentence_is_one() -> None:
    assert _cut("The receptor\n  opens slowly. It closes\nfast.") == [
        "The receptor\n  opens slowly.",
        "It closes\nfast.",
    ]


def test_scripts_without_spaces_are_cut_at_their_own_stops() -> None:
    assert _cut("氯胺酮阻断受体。它起效快！真的吗？是。") == ["氯胺酮阻断受体。", "它起效快！", "真的吗？", "是。"]


def test_a_text_without_stops_is_cut_between_words() -> None:
    pieces = _cut("word " * 2000)
    assert len(pieces) > 1
    assert max(map(len, pieces)) <= 1500
    assert all(piece.startswith("word") and piece.endswith("word") for piece in pieces)


@given(st.text(alphabet=st.sampled_from("ab A.!?。 \n\t(\"'1é[]"), max_size=200))
def test_nothing_but_white_space_lies_between_sentences(text: str) -> None:
    at = 0
    for start, end in sentences(text, 0, len(text)):
        assert at <= start < end
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()
