"""A library that grows or shrinks takes over what was read before."""

from pathlib import Path

import pytest

from viewer.documents.library import Library
from viewer.model.evidence import Target

GLYCINE = Target("glycine", "node", "Glycine", ("Glycine",))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    for number in range(5):
        (folder / f"d{number}.txt").write_text(f"Number {number}\nGlycine is told of in number {number} alone.\n")
    return folder


@pytest.fixture
def before(folder: Path, tmp_path: Path) -> Library:
    library = Library((folder,), tmp_path / "before.sqlite")
    library.refresh()
    return library


def test_of_a_library_that_grows_only_what_is_new_is_read(before: Library, folder: Path, tmp_path: Path) -> None:
    alone = tmp_path / "alone.txt"
    alone.write_text("Alone\nGlycine comes by itself.\n")
    grown = Library((alone, folder), tmp_path / "grown.sqlite")
    grown.begin_with(before)
    refreshed = grown.refresh()
    assert (refreshed.added, refreshed.changed, refreshed.removed, refreshed.unchanged) == (1, 0, 0, 5)
    assert [entry.title for entry in grown.entries()][:2] == ["Alone", "Number 0"]
    assert grown.excerpts(GLYCINE).total == 6
    assert before.excerpts(GLYCINE).total == 5
    shrunk = Library((alone,), tmp_path / "shrunk.sqlite")
    shrunk.begin_with(grown)
    assert shrunk.refresh().removed == 5
    assert shrunk.excerpts(GLYCINE).total == 1
    for library in (before, grown, shrunk):
        library.close()
    assert sorted(path.name for path in tmp_path.glob("*.sqlite*")) == [
        "before.sqlite",
        "grown.sqlite",
        "shrunk.sqlite",
    ]


def test_an_index_that_is_there_is_kept_as_it_is(before: Library, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "x.txt").write_text("Other\nGlycine elsewhere.\n")
    own = Library((tmp_path / "other",), tmp_path / "own.sqlite")
    own.refresh()
    own.begin_with(before)
    assert [entry.title for entry in own.entries()] == ["Other"]
    own.close()
    before.close()


def test_a_damaged_index_to_begin_with_costs_only_time(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "damaged.sqlite").write_bytes(b"no database at all" * 100)
    fresh = Library((folder,), tmp_path / "fresh.sqlite")
    fresh.begin_with(Library((folder,), tmp_path / "damaged.sqlite"))
    assert fresh.refresh().added == 5
    fresh.close()
