"""What a library answers: excerpts are slices, marks are matches, quotes come first."""

from itertools import pairwise
from pathlib import Path

import pytest

from tests.builders.documents import a_library, a_node, an_edge
from viewer.documents.library import Library
from viewer.errors import DocumentError
from viewer.model.evidence import DocumentId, Evidence, Excerpt, Origin, Stance, Status

CHANNELS = """# Channels

Intro before any section. A potassium channel lets potassium out.

## The KV channel

The voltage-gated potassium (KV) channel is a pore that opens when the membrane is warm. Tetraethylammonium (TEA)
blocks KV channels within a millisecond.

- Tail: it closes slowly.
- TEA is washed out in an hour.

## Uses

TEA relaxes nothing. Tea is a drink.
"""
SECOND = """Notes on pores
The drug blocks many things.
KV channels are opened by warmth, and Tetraethylammonium shuts them.
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    made = a_library(tmp_path, {"channels.md": CHANNELS, "deep/pores.txt": SECOND})
    yield made
    made.close()


def _marked(excerpt: Excerpt) -> list[str]:
    return [excerpt.text[start:end] for start, end in excerpt.marks]


def _check(library: Library, excerpt: Excerpt) -> None:
    text = library.text(excerpt.document).text
    assert excerpt.start is not None
    assert excerpt.end is not None
    assert excerpt.text == text[excerpt.start : excerpt.end]
    assert excerpt.line == text.count("\n", 0, excerpt.start) + 1
    assert excerpt.last_line == text.count("\n", 0, excerpt.end) + 1
    assert 0 <= excerpt.score <= 1
    assert all(0 <= start < end <= len(excerpt.text) for start, end in excerpt.marks)
    assert all(before[1] < after[0] for before, after in pairwise(excerpt.marks))
    assert excerpt.marks


def test_every_excerpt_is_a_slice_with_its_place(library: Library) -> None:
    for target in (a_node("KV channel"), a_node("TEA"), an_edge("TEA", "blocks", "inhibits", "KV channel")):
        found = library.excerpts(target)
        assert found.total == len(found.excerpts) > 0
        assert found.documents == 2
        for excerpt in found.excerpts:
            _check(library, excerpt)
        scores = [excerpt.score for excerpt in found.excerpts]
        assert scores == sorted(scores, reverse=True)


def test_an_abbreviation_counts_where_a_document_introduces_it(library: Library) -> None:
    found = library.excerpts(a_node("Tetraethylammonium")).excerpts
    assert {word for excerpt in found for word in _marked(excerpt)} == {"Tetraethylammonium", "TEA"}
    assert all("TEA" not in excerpt.text for excerpt in found if excerpt.document == "deep/pores.txt")


def test_an_acronym_is_not_an_ordinary_word(library: Library) -> None:
    texts = [excerpt.text for excerpt in library.excerpts(a_node("TEA")).excerpts]
    assert "Tea is a drink." not in texts
    assert "TEA relaxes nothing." in texts


def test_neighbours_are_shown_beside_an_excerpt_of_the_same_section(library: Library) -> None:
    excerpt = next(one for one in library.excerpts(a_node("TEA")).excerpts if one.text == "TEA relaxes nothing.")
    assert (excerpt.section, excerpt.before, excerpt.after) == ("Uses", "", "Tea is a drink.")


def test_a_limit_is_told_by_the_total(library: Library) -> None:
    whole = library.excerpts(a_node("KV channel"))
    short = library.excerpts(a_node("KV channel"), limit=1)
    assert short.total == whole.total > 1
    assert short.excerpts == whole.excerpts[:1]


def test_a_thorough_look_finds_every_passage_of_many(tmp_path: Path) -> None:
    said = "".join(f"Amylase cuts the starch of grain number {number}.\n" for number in range(300))
    library = a_library(tmp_path, {"grain.txt": said})
    quick, thorough = library.excerpts(a_node("Amylase")), library.excerpts(a_node("Amylase"), thorough=True)
    library.close()
    assert len(quick.excerpts) < 300
    assert len(thorough.excerpts) == thorough.total
    assert thorough.total > len(quick.excerpts)


def test_documents_that_say_nothing_are_named(library: Library) -> None:
    assert library.excerpts(a_node("Tail")).silent == ("Notes on pores",)
    assert library.excerpts(a_node("Absent thing")).silent == ("Channels", "Notes on pores")


def test_a_document_that_repeats_another_is_not_silent(tmp_path: Path) -> None:
    said = "Notes\n\nAmylase cuts the long chains of starch.\n"
    library = a_library(tmp_path, {"one.txt": said, "two.txt": said, "three.txt": "Other\n\nOf grain alone.\n"})
    found = library.excerpts(a_node("Amylase"))
    library.close()
    assert (found.total, found.silent) == (1, ("Other",))


def test_quotes_come_first_and_are_not_repeated(library: Library) -> None:
    evidence = (
        Evidence(DocumentId("channels"), "is NOT there", Stance.SUPPORTS),
        Evidence(DocumentId("nowhere"), "either", Stance.CONTEXT),
        Evidence(DocumentId("pores"), "tetraethylammonium shuts", Stance.SUPPORTS, "moved"),
        Evidence(DocumentId("channels"), "within a millisecond", Stance.DISPUTES, "a note"),
    )
    found = library.excerpts(a_node("Tetraethylammonium", evidence=evidence))
    first, second = found.excerpts[:2]
    assert (first.status, first.stance, first.note) == (Status.VERIFIED, Stance.DISPUTES, "a note")
    assert first.text.startswith("Tetraethylammonium (TEA)\nblocks")
    assert _marked(first) == ["within a millisecond"]
    assert (second.status, _marked(second)) == (Status.MOVED, ["Tetraethylammonium shuts"])
    assert [one.text for one in found.excerpts[-2:]] == ["is NOT there", "either"]
    for missing in found.excerpts[-2:]:
        assert (missing.status, missing.start, missing.line, missing.marks) == (Status.MISSING, None, None, ())
    rest = found.excerpts[2:-2]
    assert rest
    assert all(one.origin is Origin.FOUND for one in rest)
    assert found.missing == 2
    assert not {one.text for one in rest} & {first.text, second.text}
    assert found.total == len(found.excerpts)


def test_a_quote_from_a_heading_is_found(library: Library) -> None:
    quote = (Evidence(DocumentId("channels"), "The KV channel"),)
    (excerpt, *_) = library.excerpts(a_node("Xenon", evidence=quote)).excerpts
    assert (excerpt.status, excerpt.text, excerpt.line) == (Status.VERIFIED, "The KV channel", 5)


def test_search_needs_every_word_and_marks_them(library: Library) -> None:
    result = library.search("warm membrane")
    assert [_marked(excerpt) for excerpt in result.excerpts] == [["membrane", "warm"]]
    assert library.search("potass").total == 2
    assert library.search('"lets potassium"').total == 1
    assert library.search("").total == 0
    for excerpt in library.search("channel", limit=1).excerpts:
        _check(library, excerpt)


@pytest.mark.parametrize(
    "words", ['"', "(", "a* OR b", "NEAR(x y)", "-", "body:x", "'; DROP TABLE", "^", "\x00", "β2"]
)
def test_search_takes_any_words(library: Library, words: str) -> None:
    assert library.search(words).total >= 0


@pytest.mark.parametrize("name", ['"', "()", "β₂-AR", "氯胺酮", "a" * 300, "x " * 99, "NOT", "*", "Ca²⁺", "\u0130"])
def test_a_name_may_hold_anything(library: Library, name: str) -> None:
    assert library.excerpts(a_node(name)).total == len(library.excerpts(a_node(name)).excerpts)
    assert library.excerpts(an_edge(name, "blocks", "inhibits", "KV channel")).documents == 2


def test_a_document_is_given_whole(library: Library) -> None:
    whole = library.text("channels")
    assert whole.text == CHANNELS
    assert whole == library.text("channels.md")
    assert [section.title for section in whole.sections] == ["Channels", "The KV channel", "Uses"]
    start, end = whole.passages[0]
    assert CHANNELS[start:end] == "Intro before any section."
    assert whole.entry.passages == len(whole.passages)
    with pytest.raises(DocumentError, match="Did you mean “channels”"):
        library.text("chanels")


def test_levelled_writings_are_one_name(tmp_path: Path) -> None:
    text = (
        "Signs\nBeta‑2 adrenoceptors are found in the lung. The β₂-adrenoceptor is blocked here.\n"
        "Ca²⁺ is an ion of note. Depolarization lets it in. Anaesthesia follows soon after this.\n"
        "Les récepteurs are named here. 氯胺酮阻断NMDA受体。\n"
    )
    library = a_library(tmp_path, {"signs.txt": text})
    assert [_marked(one) for one in library.excerpts(a_node("β2-adrenoceptor")).excerpts] == [
        ["Beta‑2 adrenoceptors"], ["β₂-adrenoceptor"],
    ]  # fmt: skip
    for name, marked in (
        ("Ca2+", "Ca²⁺"[:3]),
        ("depolarisation", "Depolarization"),
        ("anesthesia", "Anaesthesia"),
        ("recepteur", "récepteurs"),
        ("氯胺酮", "氯胺酮"),
        ("NMDA受体", "NMDA受体"),
        ("NMDA", "NMDA"),
    ):
        (excerpt,) = library.excerpts(a_node(name)).excerpts
        assert _marked(excerpt) == [marked]
    library.close()
