"""The index follows the files, and survives what happens to it."""

import gc
import os
import sqlite3
import sys
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.builders.documents import a_library, a_node, write_documents
from viewer.documents.library import Library
from viewer.errors import DocumentError

if TYPE_CHECKING:
    from viewer.documents.entries import Progress

PORES = "Pores\nA pore is a hole in a membrane. Zinc blocks the pore of this channel.\n"
GATES = "Gates\nA gate is a part of a channel that moves. Heat opens the gate of this channel.\n"


def _said(library: Library, name: str) -> list[str]:
    return [excerpt.text for excerpt in library.excerpts(a_node(name)).excerpts]


def test_only_what_changed_is_read_again(tmp_path: Path) -> None:
    library = a_library(
        tmp_path, {"pores.txt": PORES, "gates.txt": GATES, "old.txt": "Old\nNickel is a metal here.\n"}
    )
    folder = tmp_path / "documents"
    again = library.refresh()
    assert (again.added, again.changed, again.removed, again.unchanged) == (0, 0, 0, 3)
    (folder / "pores.txt").write_text(PORES.replace("Zinc", "Cadmium"), encoding="utf-8")
    (folder / "old.txt").unlink()
    (folder / "new.txt").write_text("New\nCobalt is a metal that blocks it.\n", encoding="utf-8")
    os.utime(folder / "gates.txt", (1, 1))
    again = library.refresh()
    assert (again.added, again.changed, again.removed, again.unchanged) == (1, 1, 1, 1)
    assert [entry.id for entry in library.entries()] == ["gates", "new", "pores"]
    assert not _said(library, "Zinc")
    assert not _said(library, "Nickel")
    assert _said(library, "Cadmium") == ["Cadmium blocks the pore of this channel."]
    library.close()


def test_an_index_is_found_again_without_reading(tmp_path: Path) -> None:
    a_library(tmp_path, {"pores.txt": PORES}).close()
    library = Library([tmp_path / "documents"], tmp_path / "index.sqlite")
    assert _said(library, "Zinc") == ["Zinc blocks the pore of this channel."]
    library.close()


def test_progress_is_told_and_cancelling_keeps_what_was_read(tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "documents", {f"d{number}.txt": PORES for number in range(6)})
    library = Library([folder], tmp_path / "index.sqlite")
    seen: list[Progress] = []
    done = library.refresh(seen.append, lambda: len(seen) >= 3)
    assert done.cancelled
    assert [step.done for step in seen] == [0, 1, 2]
    assert len(library.entries()) == 3
    assert library.refresh().added == 3
    library.close()


def test_what_cannot_be_read_is_skipped_with_a_sentence(tmp_path: Path) -> None:
    folder = write_documents(
        tmp_path / "documents",
        {
            "good.md": "# Good\n\nZinc is a metal.\n",
            "empty.txt": b"",
            "blank.txt": " \n",
            "binary.txt": b"\x00\x01" * 99,
            "paper.pdf": b"%PDF-1.4",
            "picture.png": b"\x89PNG",
        },
    )
    with (folder / "large.txt").open("wb") as large:
        large.truncate(51 * 1024 * 1024)
    os.mkfifo(folder / "pipe.txt")
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "dangling.txt").symlink_to(folder / "nothing.txt")
    library = Library([folder, tmp_path / "absent"], tmp_path / "index.sqlite")
    skipped = {Path(one.path).name: one.reason for one in library.refresh().skipped}
    assert [entry.id for entry in library.entries()] == ["good"]
    assert set(skipped) == {
        *("empty.txt", "blank.txt", "binary.txt", "paper.pdf", "large.txt"),
        *("pipe.txt", "loop", "dangling.txt", "absent"),
    }
    assert all(reason.endswith(".") and reason[0].isupper() for reason in skipped.values())
    library.close()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything may be read")
def test_a_file_without_rights_is_skipped(tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "documents", {"shut.txt": PORES, "open.txt": GATES})
    (folder / "shut.txt").chmod(0)
    library = Library([folder], tmp_path / "index.sqlite")
    assert [Path(one.path).name for one in library.refresh().skipped] == ["shut.txt"]
    library.close()


def test_a_document_that_can_no_longer_be_read_leaves_the_index(tmp_path: Path) -> None:
    library = a_library(tmp_path, {"pores.txt": PORES})
    (tmp_path / "documents" / "pores.txt").write_bytes(b"\x00\x01" * 50)
    assert len(library.refresh().skipped) == 1
    assert not library.entries()
    library.close()


@pytest.mark.parametrize("damage", ["garbage", "torn", "zeros", "other"])
def test_a_damaged_index_is_made_anew(tmp_path: Path, damage: str) -> None:
    index = tmp_path / "index.sqlite"
    a_library(tmp_path, {"pores.txt": PORES, "gates.txt": GATES * 400}).close()
    whole = index.read_bytes()
    if damage == "garbage":
        index.write_bytes(b"no database at all" * 999)
    elif damage == "torn":
        index.write_bytes(whole[: len(whole) // 2])
    elif damage == "zeros":
        index.write_bytes(whole[:100] + bytes(len(whole) - 100))
    else:
        index.unlink()
        other = sqlite3.connect(index)
        other.execute("CREATE TABLE somebody_elses (x)")
        other.execute("PRAGMA user_version=99")
        other.commit()
        other.close()
    library = Library([tmp_path / "documents"], index)
    assert _said(library, "Zinc") == ["Zinc blocks the pore of this channel."]
    assert len(library.entries()) == 2
    library.close()


def test_a_library_that_nobody_closes_lets_go_of_its_index(tmp_path: Path) -> None:
    library = a_library(tmp_path, {"pores.txt": PORES})
    with library._database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM documents").fetchone() == (1,)
    del library
    gc.collect()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        connection.execute("SELECT 1")


def test_an_index_without_any_place_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    (tmp_path / "file").write_text("in the way")
    library = Library([tmp_path], tmp_path / "file" / "index.sqlite")
    with pytest.raises(DocumentError, match="file"):
        library.refresh()


def test_threads_share_a_library_while_it_is_read(tmp_path: Path) -> None:
    library = a_library(tmp_path, {"pores.txt": PORES})
    write_documents(tmp_path / "documents", {f"more{number}.txt": GATES for number in range(60)})
    failures: list[BaseException] = []
    stop = threading.Event()

    def ask() -> None:
        try:
            while not stop.is_set():
                assert _said(library, "Zinc") == ["Zinc blocks the pore of this channel."]
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    assert library.refresh().added == 60
    stop.set()
    for thread in threads:
        thread.join()
    library.close()
    assert not failures


def test_an_index_without_a_place_is_a_temporary_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spare = tmp_path / "spare"
    spare.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(spare))
    (tmp_path / "taken").write_text("a file where a folder should be", encoding="utf-8")
    folder = write_documents(tmp_path / "documents", {"pores.txt": PORES})
    library = Library([folder], tmp_path / "taken" / "indexes" / "index.sqlite")
    assert library.refresh().added == 1
    assert "Zinc blocks the pore of this channel." in _said(library, "Zinc")
    library.close()
    assert not list(spare.iterdir())


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux alone")
def test_a_name_that_is_no_text_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    Path(os.fsdecode(os.fsencode(folder) + b"/bad\xff.txt")).write_text("Amylase cuts starch.", encoding="utf-8")
    library = Library([folder], tmp_path / "index.sqlite")
    assert library.refresh().added == 1
    assert library.refresh().unchanged == 1
    (entry,) = library.entries()
    assert library.text(entry.path).text == "Amylase cuts starch."
    library.close()
