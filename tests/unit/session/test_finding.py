"""What is found by words, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders.diagrams import a_compartment, a_diagram, a_node, an_edge
from viewer.documents.entries import DocumentEntry, FoundHeading, SearchResult
from viewer.model.diagram import DiagramId, Kind
from viewer.model.evidence import DocumentId, Excerpt, Origin, Status
from viewer.session.finding import Found, HitKind, find, index_of, index_of_documents
from viewer.session.levelling import forms, levelled, traced
from viewer.session.passage_hits import with_passages


@dataclass(frozen=True)
class _Entry:
    id: DiagramId
    title: str
    section: str = ""
    summary: str = ""


def _titles(found: Found, kind: HitKind) -> list[str]:
    return [hit.title for group in found.groups if group.kind is kind for hit in group.hits]


def _of(*labels: str, **summaries: str):
    nodes = [a_node(f"n{place}", label=label) for place, label in enumerate(labels)]
    return index_of((), (a_diagram(nodes),))


def _excerpt(text: str, marks: tuple[tuple[int, int], ...], **others: object) -> Excerpt:
    values = {
        "document": "folder/primer.md", "document_id": DocumentId("primer"), "title": "Primer", "section": "Gates",
        "page": None, "line": 14, "last_line": 14, "start": 0, "end": len(text), "text": text, "marks": marks,
        "score": 1.0, "origin": Origin.FOUND, "stance": None, "status": Status.VERIFIED,
    }  # fmt: skip
    return Excerpt(**{**values, **others})  # type: ignore[arg-type]


def test_names_come_in_the_order_of_how_well_they_answer() -> None:
    nodes = [
        a_node("summary", label="Channel", summary="Opened by calm."),
        a_node("piece", label="Recalmer"),
        a_node("alias", label="Gate", aliases=("calm gate",)),
        a_node("word", label="Deep calm"),
        a_node("prefix", label="Calmness"),
        a_node("name", label="Calm"),
    ]
    found = find(index_of((), (a_diagram(nodes),)), "calm")
    assert _titles(found, HitKind.ELEMENT) == ["Calm", "Calmness", "Deep calm", "Gate", "Recalmer", "Channel"]


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("nmda", "NMDA receptor"),
        ("NMDA-R", "NMDAR"),
        ("nmdar", "NMDA-R"),
        ("gaba a", "GABA-A"),
        ("gabaa", "GABA-A"),
        ("GABA-A", "GABA A receptor"),
        ("beta", "β-catenin"),
        ("β", "Beta-arrestin"),
        ("naive", "Naïve cell"),
        ("Naïve", "naive cell"),
        ("ca2+", "Ca²⁺ influx"),
        ("strasse", "Straße"),
        ("receptor nmda", "NMDA receptor"),
        ("5ht", "5‑HT"),
        ("parkinsons", "Parkinson’s disease"),
        ("ΚΕΤΑΜΙΝΗ", "κεταμινη"),
    ],
)
def test_case_accents_greek_letters_and_hyphens_make_no_difference(words: str, label: str) -> None:
    assert _titles(find(_of(label, "Nothing here"), words), HitKind.ELEMENT) == [label]


def test_all_words_must_be_found() -> None:
    found = find(_of("NMDA receptor", "AMPA receptor"), "ampa receptor")
    assert _titles(found, HitKind.ELEMENT) == ["AMPA receptor"]


@pytest.mark.parametrize("words", ["", "   ", "—", "\x00"])
def test_nothing_is_found_without_letters(words: str) -> None:
    assert find(_of("Ketamine"), words).groups == ()


def test_one_letter_finds_only_what_begins_with_it() -> None:
    assert _titles(find(_of("Ketamine", "Spike", "Blood kinase"), "k"), HitKind.ELEMENT) == [
        "Ketamine",
        "Blood kinase",
    ]


def test_groups_stand_in_one_order_with_their_counts() -> None:
    diagram = a_diagram(
        [a_node("k", label="Ketamine", kind=Kind.DRUG), a_node("n", label="NMDA receptor", compartment="c")],
        [an_edge("k", "n", label="blocks")],
        compartments=[a_compartment("c", label="Ketamine's place")],
        name="surge", title="The surge",
    )  # fmt: skip
    index = index_of((_Entry(DiagramId("surge"), "Ketamine at work", "Brain"),), (diagram,))  # type: ignore[arg-type]
    found = find(index, "ketamine")
    assert [(group.kind, group.total) for group in found.groups] == [
        (HitKind.DIAGRAM, 1), (HitKind.ELEMENT, 2), (HitKind.ARROW, 1),
    ]  # fmt: skip
    node, arrow = found.groups[1].hits[0], found.groups[2].hits[0]
    assert (node.diagram, node.element, node.subtitle) == ("surge", "k", "drug · The surge")
    assert (arrow.title, arrow.element) == ("Ketamine blocks NMDA receptor", "k->n")


def test_an_arrow_is_found_by_its_words_in_any_order_and_by_the_aliases_of_its_ends() -> None:
    nodes = [a_node("k", label="Ketamine"), a_node("n", label="NMDA receptor", aliases=("NMDAR",))]
    index = index_of((), (a_diagram(nodes, [an_edge("k", "n", label="blocks")]),))
    assert _titles(find(index, "nmdar blocks"), HitKind.ARROW) == ["Ketamine blocks NMDA receptor"]


def test_the_open_diagram_comes_first_among_equals() -> None:
    diagrams = [a_diagram([a_node("k", label="Ketamine")], name=name) for name in ("one", "two", "three")]
    found = find(index_of((), diagrams), "ketamine", DiagramId("two"))
    assert [hit.diagram for hit in found.hits] == ["two", "one", "three"]


def test_the_alias_that_matched_is_said() -> None:
    nodes = [a_node("n", label="Gate", kind=Kind.RECEPTOR, aliases=("NMDAR", "the calm gate"))]
    hit = find(index_of((), (a_diagram(nodes, title="Surge"),)), "calm").hits[0]
    assert (hit.marks, hit.subtitle) == ((), "the calm gate · receptor · Surge")


def test_a_search_that_nobody_waits_for_stops() -> None:
    index = _of(*(f"Kinase {number}" for number in range(5000)))
    looks: list[int] = []

    def cancelled() -> bool:
        looks.append(1)
        return len(looks) > 1

    assert find(index, "kinase", cancelled=cancelled).groups == ()
    assert len(looks) == 2


def test_the_best_of_all_groups_is_known() -> None:
    diagrams = [a_diagram([a_node("m", label="mTOR pathway")], name=name) for name in ("far", "open")]
    entries = (_Entry(DiagramId("far"), "BDNF and mTOR"), _Entry(DiagramId("open"), "The surge"))
    index = index_of(entries, diagrams)  # type: ignore[arg-type]
    found = find(index, "mtor", DiagramId("open"))
    assert found.groups[0].kind is HitKind.DIAGRAM
    assert (found.hits[found.best].diagram, found.hits[found.best].element) == ("open", "m")
    named = find(index, "bdnf and mtor", DiagramId("open"))
    assert named.hits[named.best].kind is HitKind.DIAGRAM


def test_hits_beyond_the_limit_are_counted() -> None:
    group = find(_of(*(f"Kinase {number}" for number in range(30))), "kinase", most=5).groups[0]
    assert (len(group.hits), group.total) == (5, 30)


@pytest.mark.parametrize(
    ("words", "title", "marked"),
    [
        ("nmda", "The NMDA receptor", ["NMDA"]),
        ("gabaa", "GABA-A receptor", ["GABA-A"]),
        ("catenin", "β-catenin", ["catenin"]),
        ("beta", "β-catenin", ["β"]),
        ("rec nm", "NMDA receptor", ["NM", "rec"]),
        ("naive", "Naïve", ["Naïve"]),
        ("a", "Banana at a bar", ["a", "a"]),
    ],
)
def test_the_letters_that_matched_are_marked(words: str, title: str, marked: list[str]) -> None:
    hit = find(_of(title), words).hits[0]
    assert [hit.title[start:end] for start, end in hit.marks] == marked


def test_a_name_that_was_perhaps_meant_is_suggested() -> None:
    assert find(_of("Ketamine", "Glutamate"), "ketamnie").suggestion == "Ketamine"
    assert find(_of("Ketamine"), "ketamine").suggestion == ""


def test_documents_are_found_by_title_author_and_file() -> None:
    entry = DocumentEntry(DocumentId("p"), "papers/p.md", "Gates", "Ångström", "2020", "", "", "", 3, 99)
    index = index_of_documents((entry,))
    for words in ("gates", "angstrom", "papers p md", "2020"):
        assert [hit.document for hit in find(index, words).hits] == ["papers/p.md"]


def test_passages_stand_last_and_keep_their_marks() -> None:
    text = (
        "A very long beginning that nobody searched for. " * 4 + "Here the\nchannel stays shut. And on it goes. " * 4
    )
    start = text.index("channel")
    result = SearchResult("channel", (_excerpt(text, ((start, start + 7),)),), 12)
    found = with_passages(find(_of("Channel"), "channel"), result)
    group = found.groups[-1]
    hit = group.hits[0]
    assert (group.kind, group.total) == (HitKind.PASSAGE, 12)
    assert [hit.title[a:b] for a, b in hit.marks] == ["channel"]
    assert "\n" not in hit.title
    assert hit.title.startswith("… ")
    assert hit.title.endswith(" …")
    assert hit.subtitle == "Primer · Gates · line 14"


def test_later_passages_take_the_place_of_earlier_ones() -> None:
    found = with_passages(find(_of("Gate"), "gate"), SearchResult("gate", (_excerpt("A gate.", ((2, 6),)),), 1))
    assert [group.kind for group in with_passages(found, SearchResult("gate", (), 0)).groups] == [HitKind.ELEMENT]


@given(st.text(max_size=60), st.booleans())
def test_both_ways_of_levelling_agree(text: str, spaced: bool) -> None:
    plain, origins = traced(text, spaced=spaced)
    assert levelled(text, spaced=spaced) == plain
    assert len(origins) == len(plain)
    assert all(earlier <= later < len(text) for earlier, later in pairwise(origins))


@given(st.text(max_size=40))
def test_whatever_is_typed_a_name_finds_itself_and_marks_stay_inside(text: str) -> None:
    found = find(_of(text), text)
    assert bool(found.hits) == bool(forms(text) and levelled(" ".join(text.split())))
    for hit in found.hits:
        ends = [0, *(place for span in hit.marks for place in span), len(hit.title)]
        assert ends == sorted(ends)


def test_headings_come_before_passages_and_say_where_they_stand() -> None:
    heading = FoundHeading("primer.pdf", "Primer", "The\tgate", 31, 4, ((4, 8),))
    result = SearchResult("gate xyz", (_excerpt("A gate.", ((2, 6),)),), 1, (heading,), 7, ("xyz",))
    found = with_passages(find(_of("Gate"), "gate xyz"), result)
    assert [(group.kind, group.total) for group in found.groups] == [(HitKind.HEADING, 7), (HitKind.PASSAGE, 1)]
    hit = found.groups[0].hits[0]
    assert (hit.title, hit.subtitle, hit.document, hit.start) == ("The gate", "Primer · page 4", "primer.pdf", 31)
    assert found.unknown == ("xyz",)
