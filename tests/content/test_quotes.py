"""Every quote stands in its document, in a sentence of it, and is labelled where it is not from the sources."""

import pytest

from tests.content.bundle import diagrams, documents, quotes
from viewer.documents.quotes import locate_quote
from viewer.model.diagram import Diagram
from viewer.model.evidence import Status

_OUTSIDE = "From outside the five sources"
_ALL = pytest.mark.parametrize("diagram", [pytest.param(diagram, id=diagram.id) for diagram in diagrams().values()])


@_ALL
def test_a_quote_stands_once_in_its_document_word_for_word(diagram: Diagram) -> None:
    for quoted in quotes(diagram):
        text = documents()[quoted.document].text
        assert locate_quote(text, quoted.quote).status is Status.VERIFIED, quoted
        assert text.count(quoted.quote) == 1, quoted


@_ALL
def test_a_quote_is_taken_from_the_running_text(diagram: Diagram) -> None:
    for quoted in quotes(diagram):
        document = documents()[quoted.document]
        start = document.text.index(quoted.quote)
        end = start + len(quoted.quote)
        assert any(block.start <= start and end <= block.end for block in document.outline.blocks), quoted


@_ALL
def test_what_no_source_says_is_labelled_so(diagram: Diagram) -> None:
    for quoted in quotes(diagram):
        text = documents()[quoted.document].text
        start = text.index(quoted.quote)
        # The remark runs from its label to the end of its paragraph.
        before = text[text.rfind("\n", 0, start) + 1 : start]
        if quoted.evidence is not None and _OUTSIDE in before:
            assert quoted.evidence.note == f"{_OUTSIDE}.", quoted
