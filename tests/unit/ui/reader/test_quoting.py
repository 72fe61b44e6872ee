from __future__ import annotations

from tests.builders.findings import a_document, an_entry
from viewer.ui.reader.quoting import quoted

_TEXT = "# A circuit account\n\nFirst words.\n\n## The gate\n\nThe channel\nstays <shut>.\n\nNothing else.\n"


def test_a_selection_is_quoted_with_section_and_lines() -> None:
    document = a_document(_TEXT, an_entry(author="A. Doe", year="2020"))
    start = _TEXT.index("The channel")
    citation = quoted(document, start, _TEXT.index("\n\nNothing"))
    assert citation.plain == "“The channel stays <shut>.” — A. Doe, A circuit account (2020), The gate, lines 7–8"
    assert "“The channel stays &lt;shut&gt;.”" in citation.rich


def test_space_around_the_selection_counts_for_nothing() -> None:
    document = a_document(_TEXT)
    start = _TEXT.index("First")
    assert quoted(document, start - 2, start + 14).plain == "“First words.” — A circuit account, line 3"


def test_paragraphs_stay_apart() -> None:
    citation = quoted(a_document(_TEXT), _TEXT.index("The channel"), len(_TEXT))
    assert citation.plain.startswith("“The channel stays <shut>.\n\nNothing else.”\n\n— A circuit account")
    assert citation.rich.startswith(
        "<blockquote><p>The channel stays &lt;shut&gt;.</p><p>Nothing else.</p></blockquote>"
    )


def test_where_there_are_pages_they_are_told() -> None:
    document = a_document(_TEXT)._replace(pages=((0, 4), (_TEXT.index("Nothing"), 5)))
    assert quoted(document, 22, 27).plain.endswith("page 4")
    assert quoted(document, 22, len(_TEXT)).plain.endswith("pages 4–5")


def test_an_address_on_the_web_is_a_link_and_nothing_else_is() -> None:
    entry = an_entry()._replace(url="https://example.org/a?b&c")
    citation = quoted(a_document(_TEXT, entry), 22, 27)
    assert citation.plain.endswith(", https://example.org/a?b&c")
    assert '<a href="https://example.org/a?b&amp;c"><cite>' in citation.rich
    other = quoted(a_document(_TEXT, an_entry()._replace(url='javascript:alert("x")')), 22, 27)
    assert "href" not in other.rich
