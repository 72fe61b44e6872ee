from __future__ import annotations

from tests.builders.findings import an_entry, an_excerpt
from viewer.model.evidence import Status
from viewer.ui.excerpts.citation import cite, place_of


def test_a_citation_names_author_title_year_section_and_line() -> None:
    citation = cite(an_excerpt("The channel\n  stays shut."), an_entry(author="A. Doe", year="2020"))
    assert citation.plain == "“The channel stays shut.” — A. Doe, A circuit account (2020), Mechanism, line 14"
    assert "<cite>A circuit account</cite> (2020)" in citation.rich


def test_what_the_document_does_not_say_is_left_out() -> None:
    citation = cite(an_excerpt("Shut.", section="", title="Notes"), None)
    assert citation.plain == "“Shut.” — Notes, line 14"


def test_markup_in_a_document_is_text_in_the_citation() -> None:
    hostile = "<img src=x onerror=alert(1)> & <b>bold</b>"
    citation = cite(an_excerpt(hostile), an_entry(title="<script>", author='"A" <B>'))
    assert hostile in citation.plain
    for tag in ("<img", "<b>", "<script", "<B>"):
        assert tag not in citation.rich


def test_a_quote_that_was_not_found_is_not_cited_as_if_it_were() -> None:
    assert cite(an_excerpt(status=Status.MISSING), None).plain.endswith("not found in the document")


def test_a_place_is_a_page_where_there_are_pages_else_lines() -> None:
    assert place_of(an_excerpt(page=12)) == "page 12"
    assert place_of(an_excerpt(line=3)) == "line 3"
    assert place_of(an_excerpt(line=3, last_line=5)) == "lines 3–5"
