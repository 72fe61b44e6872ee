"""The order of excerpts follows what a sentence states, on a subject of its own."""

from pathlib import Path

import pytest

from tests.builders.documents import a_library, a_node, an_edge
from viewer.documents.library import Library
from viewer.model.evidence import DocumentId, Evidence, Target

BREWING = """Notes on brewing
Contents: yeast, malt, hops, water, beer
What is yeast?
People who visit the cellar often ask the guide about yeast and about hops on the same day.
Yeast is a single-celled fungus that lives on sugar.
Yeast turns sugar into alcohol at room temperature.
Heat kills yeast within a few minutes.
The shelf in the back room holds flour, salt, yeast and a broom.
Isohumulone and foam
Isohumulone stabilises foam on the glass.
Foam is broken by fat, not by isohumulone alone.
Isohumulone and foam are both mentioned on the label of this bottle.
Isohumulone is not known to destroy foam in the glass.
Sugar is measured first. The yield of alcohol depends on it.
"""
SECOND = """More on brewing
Foam is stabilised by isohumulone when the glass is clean.
Sulphite inhibits yeast. Yeast is a single-celled fungus that lives on sugar.
Yeast growth is fed by air.
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    made = a_library(tmp_path, {"one.txt": BREWING, "two.txt": SECOND})
    yield made
    made.close()


def _places(library: Library, target: Target) -> list[str]:
    return [excerpt.text for excerpt in library.excerpts(target).excerpts]


def _above(texts: list[str], better: str, worse: str) -> bool:
    return next(i for i, text in enumerate(texts) if text.startswith(better)) < next(
        i for i, text in enumerate(texts) if text.startswith(worse)
    )


def test_what_it_is_comes_first_and_passing_mentions_last(library: Library) -> None:
    texts = _places(library, a_node("Yeast"))
    assert texts[0] == "Yeast is a single-celled fungus that lives on sugar."
    for better in ("Yeast turns", "Heat kills", "Sulphite inhibits"):
        assert _above(texts, better, "The shelf in the back")
        assert _above(texts, better, "People who visit")


def test_headings_and_lists_of_words_do_not_win(library: Library) -> None:
    texts = _places(library, a_node("Yeast"))
    assert "What is yeast?" not in texts
    assert not any(text.startswith("Contents") for text in texts[:4])


def test_the_same_sentence_is_shown_once(library: Library) -> None:
    texts = _places(library, a_node("Yeast"))
    assert len(texts) == len(set(texts))


def test_documents_take_turns(library: Library) -> None:
    excerpts = library.excerpts(a_node("Yeast")).excerpts
    assert {excerpt.document for excerpt in excerpts[:3]} == {"one.txt", "two.txt"}


def test_a_stated_relation_comes_before_both_ends_by_chance(library: Library) -> None:
    texts = _places(library, an_edge("Isohumulone", "stabilises", "increases", "Foam"))
    assert {texts[0], texts[1]} == {
        "Isohumulone stabilises foam on the glass.",
        "Foam is stabilised by isohumulone when the glass is clean.",
    }
    assert _above(texts, "Isohumulone stabilises", "Isohumulone and foam")


def test_the_opposite_and_the_denied_come_later(tmp_path: Path) -> None:
    text = (
        "Title\nHops do not inhibit moulds in a wet cellar. Hops promote moulds in a warm cellar.\n"
        "Hops inhibit moulds in most of the casks.\n"
    )
    library = a_library(tmp_path, {"d.txt": text})
    texts = _places(library, an_edge("Hops", "inhibits", "inhibits", "Moulds"))
    assert texts[0] == "Hops inhibit moulds in most of the casks."
    assert len(texts) == 3
    library.close()


def test_the_order_of_the_ends_matters(tmp_path: Path) -> None:
    library = a_library(
        tmp_path, {"d.txt": "Title\nHops inhibit moulds in the cask. Moulds inhibit hops in the field.\n"}
    )
    assert _places(library, an_edge("Hops", "inhibits", "inhibits", "Moulds"))[0].startswith("Hops inhibit")
    assert _places(library, an_edge("Moulds", "inhibits", "inhibits", "Hops"))[0].startswith("Moulds inhibit")
    library.close()


def test_neighbouring_sentences_are_one_slice(library: Library) -> None:
    texts = _places(library, an_edge("Sugar", "gives", "leads-to", "Alcohol"))
    assert texts[0].startswith("Yeast turns sugar into alcohol")
    assert "Sugar is measured first. The yield of alcohol depends on it." in texts


def test_a_part_of_a_name_counts_less_than_the_whole(tmp_path: Path) -> None:
    text = "Title\nGABA antagonism is common there. The GABA receptor is a pore.\nThe mood is good at this time.\n"
    library = a_library(tmp_path, {"d.txt": text})
    found = library.excerpts(a_node("GABA receptor")).excerpts
    assert [excerpt.text for excerpt in found] == ["The GABA receptor is a pore.", "GABA antagonism is common there."]
    assert found[0].score > 1.2 * found[1].score
    library.close()


def test_a_name_within_a_longer_name_is_no_mention_of_the_other_end(tmp_path: Path) -> None:
    library = a_library(tmp_path, {"d.txt": "Title\nGlutamate release falls at night in this cell.\n"})
    assert library.excerpts(an_edge("Glutamate", "drives", "activates", "Glutamate release")).total == 0
    library.close()


def test_a_thing_that_is_not_it_is_not_marked(tmp_path: Path) -> None:
    library = a_library(tmp_path, {"d.txt": "Title\nThe non-NMDA receptors open first. AMPAR is another.\n"})
    assert library.excerpts(a_node("NMDA receptor")).total == 0
    assert library.excerpts(a_node("AMPA")).total == 0
    library.close()


def test_a_copy_is_shown_once_with_both_places(tmp_path: Path) -> None:
    said = "Amylase cuts the long chains of starch."
    library = a_library(
        tmp_path, {"one.txt": f"One\n\n{said}\n", "two.txt": f"Two\n\nFirst this. {said}\n", "three.txt": "Nothing."}
    )
    found = library.excerpts(a_node("Amylase"))
    (excerpt,) = found.excerpts
    (other,) = excerpt.also
    assert {excerpt.document, other.document} == {"one.txt", "two.txt"}
    assert found.places == (excerpt, other)
    text = library.text(other.document).text
    assert other.start is not None
    assert text[other.start : other.end] == other.text == said
    assert [other.text[a:b] for a, b in other.marks] == ["Amylase"]
    assert found.total == 1
    library.close()


def test_a_quote_names_the_other_places_of_its_words(tmp_path: Path) -> None:
    said = "Amylase cuts the long chains of starch."
    library = a_library(tmp_path, {"one.txt": f"One\n\n{said}\n", "two.txt": f"Two\n\nFirst this. {said}\n"})
    quote = (Evidence(DocumentId("one"), "cuts the long chains"),)
    (excerpt,) = library.excerpts(a_node("Amylase", evidence=quote)).excerpts
    assert (excerpt.document, [other.document for other in excerpt.also]) == ("one.txt", ["two.txt"])
    library.close()


def test_what_nearly_repeats_another_is_kept(tmp_path: Path) -> None:
    said = "In the mouth the enzyme amylase does {}cut the long chains of raw starch at once."
    library = a_library(
        tmp_path, {"one.txt": f"One\n\n{said.format('')}\n", "two.txt": f"Two\n\n{said.format('not ')}\n"}
    )
    assert library.excerpts(a_node("Amylase")).total == 2
    library.close()


def test_references_and_keywords_do_not_win(tmp_path: Path) -> None:
    text = (
        "# On amylase\n\nKeywords: amylase; starch; mouth; saliva.\n\n"
        "In most people with a cold, amylase is scarce.\n\n"
        "Starch is cut by amylase in the mouth.\n\n## References\n\n1. Miller R et al. Role of amylase in the gut.\n"
    )
    library = a_library(tmp_path, {"a.md": text})
    texts = _places(library, a_node("Amylase"))
    assert {text.split()[0] for text in texts[:2]} == {"In", "Starch"}
    assert len(texts) == 4
    library.close()


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("Vents cool the glass of the cellar in summer.", "Vents were first looked at in the year 1922."),
        ("Vents (also called flaps) hide the dust of a year.", "Vents and brooms were on the same shelf."),
        ("Dirt is lowered by vents in the cellar.", "Dirt is not lowered by vents in the cellar."),
    ],
)
def test_a_deed_comes_before_what_was_once_done_and_before_its_denial(
    tmp_path: Path, better: str, worse: str
) -> None:
    library = a_library(tmp_path, {"a.txt": f"Title\n\n{worse}\n", "b.txt": f"Title\n\n{better}\n"})
    assert _places(library, a_node("Vents")) == [better, worse]
    library.close()
