"""The bundled documents are teaching texts of our own: signed, of a length to read, and in nobody else's words."""

from pathlib import Path

import pytest

from tests.content.bundle import diagrams, documents, prose, quotes, runs, words
from viewer.documents.files.reading import ReadDocument, read
from viewer.documents.files.sources import read_bytes, survey

_SOURCES = Path(__file__).resolve().parents[2].parent / "shared" / "documents"
_RUN = 8
_ALL = pytest.mark.parametrize(
    "document", [pytest.param(document, id=name) for name, document in documents().items()]
)


def test_there_is_a_text_for_each_subject_a_glossary_and_two_on_reading() -> None:
    assert set(documents()) == {
        "beyond-glutamate",
        "glossary",
        "how-to-read-a-diagram",
        "minutes-to-months",
        "nmda-primer",
        "plasticity-cascade",
        "resistant-depression",
        "risks-and-addiction",
        "routes-and-care",
        "surge-explained",
        "what-the-sources-dispute",
    }


@_ALL
def test_a_document_says_who_wrote_it_and_how_it_may_be_used(document: ReadDocument) -> None:
    front = document.outline.front
    assert front.title == document.title
    assert front.author == "The mechanism viewer's authors"
    assert front.year == "2026"
    assert front.licence == "CC BY 4.0"
    assert front.evidence == "teaching"
    assert front.url == ""


@_ALL
def test_a_document_is_of_a_length_to_read_and_has_headings(document: ReadDocument) -> None:
    body = " ".join(document.text[passage.start : passage.end] for passage in document.passages)
    assert 600 <= len(words(body)) <= 1200
    assert len(document.outline.sections) >= 5
    assert "not medical advice" in body


@_ALL
def test_a_document_has_no_line_break_inside_a_paragraph(document: ReadDocument) -> None:
    for block in document.outline.blocks:
        assert "\n" not in document.text[block.start : block.end].strip()


def test_every_document_but_the_guide_is_quoted() -> None:
    quoted = {item.document for diagram in diagrams().values() for item in quotes(diagram)}
    assert set(documents()) - quoted == {"how-to-read-a-diagram"}


@pytest.mark.skipif(not _SOURCES.is_dir(), reason="the source texts are not beside the checkout")
def test_nothing_is_copied_from_the_sources() -> None:
    sources = survey([_SOURCES]).sources
    assert sources
    theirs = set().union(*(runs(read(source, read_bytes(source)).text, _RUN) for source in sources))
    for name, document in documents().items():
        assert runs(document.text, _RUN) & theirs == set(), name
    for name, diagram in diagrams().items():
        for sentence in prose(diagram):
            assert runs(sentence, _RUN) & theirs == set(), name
