"""Documents that are added, taken out, switched off, and that come and go on the disk."""

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from viewer.documents.library import Library
from viewer.errors import Notice
from viewer.model.evidence import Findings, Target
from viewer.session.reading import Reading
from viewer.session.settings import SettingsFile
from viewer.session.shelves.shelving import Shelving

NMDA = Target("nmda", "node", "NMDA receptor", ("NMDA receptor",))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    (folder / "deep").mkdir(parents=True)
    (folder / "one.txt").write_text("One\nThe NMDA receptor is told of here.\n")
    (folder / "deep" / "two.txt").write_text("Two\nHere the NMDA receptor is told of as well.\n")
    return folder


@pytest.fixture
def reading(qapp: object, tmp_path: Path) -> Iterator[Reading]:
    reading = Reading(lambda roots: Library(roots, tmp_path / f"{len(roots)}.sqlite"))
    yield reading
    reading.close()


@pytest.fixture
def shelving(reading: Reading, tmp_path: Path) -> Shelving:
    return Shelving(reading, SettingsFile(tmp_path / "settings.json"))


def titles(reading: Reading) -> list[str]:
    return sorted(entry.title for entry in reading.shelf.entries)


def until(qtbot: QtBot, reading: Reading, *expected: str) -> None:
    qtbot.waitUntil(lambda: titles(reading) == sorted(expected), timeout=10_000)


def kept(tmp_path: Path) -> SettingsFile:
    settings = SettingsFile(tmp_path / "settings.json")
    settings.load()
    return settings


def test_what_was_added_is_remembered_and_taken_out_with_a_way_back(
    qtbot: QtBot, reading: Reading, shelving: Shelving, folder: Path, tmp_path: Path
) -> None:
    alone = tmp_path / "alone.txt"
    alone.write_text("Alone\nIt stands by itself.\n")
    shelving.add((folder, alone))
    until(qtbot, reading, "One", "Two", "Alone")
    assert kept(tmp_path).value.documents == (str(folder), str(alone))
    put_back = shelving.remove(folder)
    until(qtbot, reading, "Alone")
    assert kept(tmp_path).value.documents == (str(alone),)
    put_back()
    until(qtbot, reading, "One", "Two", "Alone")
    assert reading.shelf.roots == (folder, alone)
    assert set(kept(tmp_path).value.documents) == {str(folder), str(alone)}


def test_a_document_that_is_off_answers_nothing_at_once_and_after_a_restart(
    qtbot: QtBot, reading: Reading, shelving: Shelving, folder: Path, tmp_path: Path
) -> None:
    shelving.add((folder,))
    until(qtbot, reading, "One", "Two")
    found: list[Findings] = []
    reading.found.connect(found.append)
    shelving.switch(str(folder / "one.txt"), on=False)
    assert reading.shelf.off == {str(folder / "one.txt")}
    reading.look_up(NMDA)
    qtbot.waitUntil(lambda: len(found) == 1)
    assert [excerpt.title for excerpt in found[0].excerpts] == ["Two"]
    again = Reading(lambda roots: Library(roots, tmp_path / "again.sqlite"))
    Shelving(again, kept(tmp_path)).restore()
    again.use((folder,))
    qtbot.waitUntil(lambda: len(again.shelf.entries) == 2, timeout=10_000)
    assert again.shelf.off == {str(folder / "one.txt")}
    again.close()
    shelving.switch(str(folder), on=True)
    assert reading.shelf.off == frozenset()


def test_a_document_that_comes_into_a_folder_that_is_off_is_off(
    qtbot: QtBot, reading: Reading, shelving: Shelving, folder: Path
) -> None:
    shelving.add((folder,))
    until(qtbot, reading, "One", "Two")
    shelving.switch(str(folder), on=False)
    (folder / "three.txt").write_text("Three\nIt came later.\n")
    until(qtbot, reading, "One", "Two", "Three")
    assert len(reading.shelf.off) == 3


def test_documents_come_and_go_in_every_folder_below(qtbot: QtBot, reading: Reading, folder: Path) -> None:
    (folder / "empty").mkdir()
    reading.use((folder,))
    until(qtbot, reading, "One", "Two")
    (folder / "empty" / "three.txt").write_text("Three\nInto a folder that held none.\n")
    until(qtbot, reading, "One", "Two", "Three")
    (folder / "deep" / "deeper").mkdir()
    qtbot.wait(500)  # the new folder alone changes nothing that could be waited for
    (folder / "deep" / "deeper" / "four.txt").write_text("Four\nInto one that is new.\n")
    until(qtbot, reading, "One", "Two", "Three", "Four")
    (folder / "deep" / "two.txt").unlink()
    until(qtbot, reading, "One", "Three", "Four")
    shutil.rmtree(folder / "deep")
    until(qtbot, reading, "One", "Three")


def test_a_document_that_is_written_beside_and_moved_in_is_read_anew(
    qtbot: QtBot, reading: Reading, folder: Path
) -> None:
    reading.use((folder,))
    until(qtbot, reading, "One", "Two")
    for title in ("Uno", "Eins"):
        beside = folder / ".one.txt.part"
        beside.write_text(f"{title}\nThe NMDA receptor is told of here.\n")
        beside.replace(folder / "one.txt")
        until(qtbot, reading, title, "Two")


def test_a_folder_that_is_gone_is_told_and_comes_back_by_itself(
    qtbot: QtBot, reading: Reading, folder: Path, tmp_path: Path
) -> None:
    reading.use((folder,))
    until(qtbot, reading, "One", "Two")
    folder.rename(tmp_path / "elsewhere")
    until(qtbot, reading)
    assert [(one.path, one.reason) for one in reading.shelf.skipped] == [
        (str(folder), "There is no such file or folder.")
    ]
    (tmp_path / "elsewhere").rename(folder)
    until(qtbot, reading, "One", "Two")
    assert reading.shelf.skipped == ()


class RetryingLibrary(Library):
    """Tells which files were to be tried again."""

    retried: tuple[str, ...] = ()

    def retry(self, files: Sequence[str]) -> None:
        RetryingLibrary.retried = tuple(files)
        super().retry(files)


def test_a_skipped_file_is_tried_again_on_demand(qtbot: QtBot, folder: Path, tmp_path: Path) -> None:
    odd = folder / "odd.pdf"
    odd.write_bytes(b"no PDF")
    reading = Reading(lambda roots: RetryingLibrary(roots, tmp_path / "index.sqlite"))
    reading.use((folder,))
    qtbot.waitUntil(lambda: len(reading.shelf.skipped) == 1, timeout=10_000)
    with qtbot.waitSignal(reading.shelf_changed, timeout=10_000):
        reading.refresh((str(odd),))
    assert RetryingLibrary.retried == (str(odd),)
    assert len(reading.shelf.skipped) == 1
    reading.close()


def test_trying_again_forgets_that_a_file_was_refused(folder: Path, tmp_path: Path) -> None:
    odd = folder / "odd.pdf"
    odd.write_bytes(b"no PDF")
    library = Library((folder,), tmp_path / "index.sqlite")

    def refused() -> int:
        with closing(sqlite3.connect(tmp_path / "index.sqlite")) as connection:
            return int(connection.execute("SELECT count(*) FROM refusals").fetchone()[0])

    library.refresh()
    assert refused() == 1
    library.retry([str(odd)])
    assert refused() == 0
    library.close()


def test_reading_that_is_stopped_keeps_what_was_read_and_says_how_to_go_on(qtbot: QtBot, tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(400):
        (many / f"d{number:03}.md").write_text(f"# Title {number}\n\n" + "The NMDA receptor is told of here. " * 40)
    reading, said = Reading(lambda roots: Library(roots, tmp_path / "index.sqlite")), list[Notice]()
    reading.notice_posted.connect(said.append)
    reading.progress_changed.connect(lambda progress: reading.cancel() if progress and progress.done > 5 else None)
    reading.use((many,))
    with qtbot.waitSignal(reading.shelf_changed, timeout=20_000):
        pass
    read = len(reading.shelf.entries)
    assert 0 < read < 400
    qtbot.waitUntil(lambda: bool(said))
    assert "Read changed files again" in said[0].text
    reading.progress_changed.disconnect()
    reading.refresh()
    qtbot.waitUntil(lambda: len(reading.shelf.entries) == 400, timeout=20_000)
    reading.close()
