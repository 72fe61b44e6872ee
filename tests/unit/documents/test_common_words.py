"""What stands nearly everywhere is looked at in part: told in whole numbers, taken from the whole library."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders.documents import a_library, a_node, an_edge
from viewer.documents.index import lookup
from viewer.documents.library import Library


def _other_words(number: int, line: int) -> str:
    return " ".join(f"{letter}{number}of{line}" for letter in "abcdef")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    documents = {
        f"d{number:02}.txt": "Notes\n"
        + "".join(f"Here zinc is in {_other_words(number, line)}. " for line in range(19))
        + f"Zinc is metal {_other_words(number, 19)}. Nickel blocks heat {number}. It is cold near cobalt {number}.\n"
        for number in range(30)
    }
    made = a_library(tmp_path, documents)
    yield made
    made.close()


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here a library of any size is taken for a large one."""
    monkeypatch.setattr(lookup, "FEW", 0)


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookup, "_MOST_HELD", 100)
    monkeypatch.setattr(lookup, "_RANKABLE", 50)
    monkeypatch.setattr(lookup, "MOST", 40)


@pytest.mark.usefixtures("few")
def test_a_word_that_stands_everywhere_is_counted_and_taken_from_everywhere(library: Library) -> None:
    found = library.excerpts(a_node("Zinc"), 40)
    assert (found.total, found.surveyed, found.silent) == (600, False, ())
    assert len(found.excerpts) == 40
    # The openings are the most telling, and no document's alone.
    assert len({one.document for one in found.excerpts}) > 20
    assert sum(one.text.startswith("Zinc is metal") for one in found.excerpts) >= 20
    for one in found.excerpts:
        assert library.text(one.document).text[one.start : one.end] == one.text


def test_where_all_are_known_the_silent_documents_are(library: Library) -> None:
    found = library.excerpts(a_node("Zinc"), 40, thorough=True)
    assert (found.total, found.surveyed) == (600, True)
    assert library.excerpts(a_node("Nickel"), 40).surveyed


@pytest.mark.parametrize("held", [10_000, 40])
def test_neighbours_are_found_whether_all_are_held_or_not(
    library: Library, monkeypatch: pytest.MonkeyPatch, held: int
) -> None:
    monkeypatch.setattr(lookup, "_MOST_HELD", held)
    with library._database.reading() as connection:
        asked = lookup.Lookup(connection)
        assert len(asked.beside('"nickel"', '"metal"')) == 30
        assert asked.beside('"nickel"', '"zinc"') == asked.beside('"zinc"', '"nickel"')
        assert len(asked.beside('"nickel"', '"zinc"')) == 30
        assert not asked.beside('"cobalt"', '"zinc"')


def test_enough_plain_statements_leave_weaker_ones_out(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    beside = an_edge("Heat", "raises", "increases", "Cobalt")
    assert len(library.excerpts(beside, 40).excerpts) == 30
    plain = an_edge("Nickel", "blocks", "inhibits", "Heat")
    assert {one.text[:12] for one in library.excerpts(plain, 40).excerpts} == {"Nickel block"}
    monkeypatch.setattr(lookup.Lookup, "beside", None)  # not so much as asked for
    monkeypatch.setattr(lookup, "MOST", 40)
    assert len(library.excerpts(plain, 40).excerpts) == 30


def test_in_a_small_library_all_that_is_said_is_looked_at(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(library.excerpts(a_node("Zinc")).excerpts) <= lookup.MOST
    monkeypatch.setattr(lookup, "FEW", 20_000)
    assert len(library.excerpts(a_node("Zinc")).excerpts) == lookup.MOST_OF_FEW
    found = library.excerpts(a_node("Nickel"))
    assert found.total == len(found.excerpts) == 30
