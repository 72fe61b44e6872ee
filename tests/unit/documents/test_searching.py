"""A reader's own words: what holds them, which headings, and which of them nothing holds."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders.pdfs import At, a_pdf, lines
from viewer.documents.library import LeftOut, Library

FILES = {
    "primer.md": "# The primer\n\n## Open-channel block\n\n### Trapping\n\nKetamine enters the pore.\n\n"
    "## Dosage\n\nLow doses only.\n",
    "reply.md": "# The reply\n\n## A block of another kind\n\nThe pore stays open.\n",
}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    folder = tmp_path / "documents"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text)
    page = [At(60, 760, "The pore itself", 18, True), *lines("It is a hole in the gate.", top=720)]
    (folder / "pages.pdf").write_bytes(a_pdf(lines("A first page speaks of gates."), page, title="Gates"))
    made = Library((folder,), tmp_path / "index.sqlite")
    made.refresh()
    yield made
    made.close()


def headings(library: Library, words: str) -> list[str]:
    return sorted(heading.heading for heading in library.search(words).headings)


def test_headings_are_found_by_all_their_words_even_where_nothing_stands_below(library: Library) -> None:
    assert headings(library, "block") == ["A block of another kind", "Open-channel block"]
    assert headings(library, "channel block") == ["Open-channel block"]
    assert headings(library, "dos") == ["Dosage"]
    assert headings(library, "ketamine") == []
    assert headings(library, "primer") == []  # the title is the document, and found as such


def test_a_heading_says_where_it_stands_and_what_matched(library: Library) -> None:
    (found,) = library.search("trapping").headings
    text = library.text("primer").text
    assert text[found.start :].startswith("### Trapping")
    assert (found.document, found.title, found.page) == ("primer.md", "The primer", None)
    assert [found.heading[start:end] for start, end in found.marks] == ["Trapping"]
    (on_page,) = library.search("pore itself").headings
    assert (on_page.heading, on_page.page) == ("The pore itself", 2)


def test_of_many_headings_some_are_shown_and_all_are_counted(library: Library) -> None:
    found = library.search("block", 1)
    assert (len(found.headings), found.headings_total) == (1, 2)


def test_the_headings_of_a_document_that_is_off_or_gone_are_not_found(library: Library, tmp_path: Path) -> None:
    file = next(entry.file for entry in library.entries() if entry.path == "reply.md")
    library.leave_out(LeftOut(frozenset({file})))
    assert headings(library, "block") == ["Open-channel block"]
    assert library.search("block").headings_total == 1
    library.leave_out(LeftOut())
    (tmp_path / "documents" / "primer.md").write_text("# The primer\n\n## Dosage\n\nLow doses only.\n")
    (tmp_path / "documents" / "reply.md").unlink()
    library.refresh()
    assert headings(library, "block") == []
    assert headings(library, "dosage") == ["Dosage"]


def test_a_word_that_nothing_holds_is_told_and_the_rest_is_found(library: Library) -> None:
    found = library.search("ketamine xyzzy pore")
    assert found.unknown == ("xyzzy",)
    assert [excerpt.text for excerpt in found.excerpts] == ["Ketamine enters the pore."]
    assert found.total == 1
    assert library.search("block Qqq").unknown == ("Qqq",)
    assert headings(library, "block qqq") == ["A block of another kind", "Open-channel block"]


def test_words_that_stand_apart_are_not_told_as_unknown(library: Library) -> None:
    found = library.search("ketamine stays")
    assert found.unknown == ()
    assert found.total > 0
    # In a heading alone is not nowhere.
    assert library.search("trapping pore").unknown == ()


def test_where_nothing_holds_any_word_none_is_told_apart(library: Library) -> None:
    found = library.search("xyzzy plugh")
    assert (found.unknown, found.excerpts, found.headings) == ((), (), ())


def test_a_document_that_is_off_holds_no_word(library: Library) -> None:
    file = next(entry.file for entry in library.entries() if entry.path == "primer.md")
    library.leave_out(LeftOut(frozenset({file})))
    found = library.search("ketamine pore")
    assert found.unknown == ("ketamine",)
    assert [excerpt.text for excerpt in found.excerpts] == ["The pore stays open."]
