"""Look-ups of the session: answers that are ready before they are asked for, and new ones when documents change."""

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.builders.sessions import a_folder
from viewer.documents import library
from viewer.documents.index.database import Database
from viewer.documents.library import Library, Progress, Refreshed
from viewer.errors import DocumentError, Notice
from viewer.model.evidence import Findings, Target
from viewer.session.reading import Reading

NMDA = Target("nmda", "node", "NMDA receptor", ("NMDA receptor",))
GLYCINE = Target("glycine", "node", "Glycine", ("Glycine",))


class CountingLibrary(Library):
    """Counts how often each target was looked up."""

    asked: list[str]

    def excerpts(self, target: Target, limit: int | None = None, **more: bool) -> Findings:
        if target.id:  # nothing is looked up once, for practice
            self.asked.append(target.id)
        return super().excerpts(target, limit, **more)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    asked: list[str] = []
    monkeypatch.setattr(CountingLibrary, "asked", asked, raising=False)
    return asked


def test_what_is_expected_is_ready_when_it_is_asked_for(qtbot: QtBot, tmp_path: Path, asked: list[str]) -> None:
    a_folder(tmp_path)
    reading, found = Reading(lambda roots: CountingLibrary(roots, tmp_path / "index.sqlite")), list[Findings]()
    reading.found.connect(found.append)
    reading.expect(lambda: (NMDA, GLYCINE))
    reading.use((tmp_path / "documents",))
    qtbot.waitUntil(lambda: asked == ["nmda", "glycine"], timeout=10_000)
    qtbot.waitUntil(lambda: not reading.busy)
    reading.look_up(NMDA)
    assert [findings.total for findings in found] == [1]
    assert asked == ["nmda", "glycine"]
    reading.close()


def test_what_is_expected_is_looked_up_behind_a_question_that_takes_long(
    qtbot: QtBot, tmp_path: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    a_folder(tmp_path)
    told, excerpts = threading.Event(), CountingLibrary.excerpts

    def slowly(self: CountingLibrary, target: Target, limit: int | None = None, **more: bool) -> Findings:
        if target == NMDA:
            told.wait(20)
        return excerpts(self, target, limit, **more)

    monkeypatch.setattr(CountingLibrary, "excerpts", slowly)
    reading = Reading(lambda roots: CountingLibrary(roots, tmp_path / "index.sqlite"))
    with qtbot.waitSignal(reading.shelf_changed, timeout=10_000):
        reading.use((tmp_path / "documents",))
    qtbot.waitUntil(lambda: not reading.busy)
    reading.look_up(NMDA)
    with qtbot.waitSignal(reading._answers._rest.timeout, timeout=10_000):
        reading.expect(lambda: (GLYCINE,))
    told.set()
    qtbot.waitUntil(lambda: asked == ["nmda", "glycine"], timeout=10_000)
    reading.close()


def test_questions_one_after_the_other_share_a_connection_and_a_catalogue(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_folder(tmp_path)
    opened: list[int] = []
    read: list[object] = []
    connect, catalogue = Database._opened, library.catalogue

    def opening(self: Database) -> sqlite3.Connection:
        opened.append(threading.get_ident())
        return connect(self)

    monkeypatch.setattr(Database, "_opened", opening)
    monkeypatch.setattr(library, "catalogue", lambda connection: (read.append(connection), catalogue(connection))[1])
    reading, found = Reading(lambda roots: Library(roots, tmp_path / "index.sqlite")), list[Findings]()
    reading.found.connect(found.append)
    with qtbot.waitSignal(reading.shelf_changed, timeout=10_000):
        reading.use((tmp_path / "documents",))
    readings = set[int]()
    for number, target in enumerate((NMDA, GLYCINE, NMDA._replace(id="again"))):
        reading.look_up(target)
        qtbot.waitUntil(lambda number=number: len(found) == number + 1)
        readings.add(len(read))
    reading.close()
    assert len(opened) == len(set(opened))
    assert len(readings) == 1


def test_changed_documents_are_looked_through_again(qtbot: QtBot, tmp_path: Path, asked: list[str]) -> None:
    a_folder(tmp_path)
    reading, found = Reading(lambda roots: CountingLibrary(roots, tmp_path / "index.sqlite")), list[Findings]()
    reading.found.connect(found.append)
    with qtbot.waitSignal(reading.shelf_changed, timeout=10_000):
        reading.use((tmp_path / "documents",))
    reading.look_up(GLYCINE)
    qtbot.waitUntil(lambda: bool(found))
    (tmp_path / "documents" / "more.txt").write_text("More\nGlycine binds beside glutamate in the cleft.\n")
    with qtbot.waitSignal(reading.shelf_changed, timeout=10_000):
        reading.refresh()
    reading.look_up(GLYCINE)
    qtbot.waitUntil(lambda: len(found) == 2)
    assert [findings.total for findings in found] == [1, 2]
    reading.close()


def test_a_changed_document_is_read_again_by_itself(qtbot: QtBot, tmp_path: Path) -> None:
    a_folder(tmp_path)
    reading = Reading(lambda roots: Library(roots, tmp_path / "index.sqlite"))
    with qtbot.waitSignal(reading.shelf_changed, timeout=10_000):
        reading.use((tmp_path / "documents",))
    with qtbot.waitSignal(reading.shelf_changed, timeout=10_000):
        (tmp_path / "documents" / "primer.txt").write_text("Another title\nSomething else stands here now.\n")
    assert [entry.title for entry in reading.shelf.entries] == ["Another title"]
    with qtbot.waitSignal(reading.shelf_changed, timeout=10_000):
        (tmp_path / "documents" / "second.txt").write_text("The second\nIt came later than the first.\n")
    assert len(reading.shelf.entries) == 2
    reading.close()


def test_what_the_pointer_rests_on_is_ready_when_it_is_asked_for(
    qtbot: QtBot, tmp_path: Path, asked: list[str]
) -> None:
    a_folder(tmp_path)
    reading, found = Reading(lambda roots: CountingLibrary(roots, tmp_path / "index.sqlite")), list[Findings]()
    reading.found.connect(found.append)
    with qtbot.waitSignal(reading.shelf_changed, timeout=10_000):
        reading.use((tmp_path / "documents",))
    reading.glance(lambda: NMDA)
    reading.glance(None)  # it went on at once
    reading.glance(lambda: GLYCINE)
    qtbot.waitUntil(lambda: asked == ["glycine"])
    qtbot.waitUntil(lambda: not reading.busy)
    assert not found
    reading.look_up(GLYCINE)
    assert [findings.target for findings in found] == [GLYCINE]
    assert asked == ["glycine"]
    reading.close()


def test_a_glance_does_not_drop_a_question(qtbot: QtBot, tmp_path: Path, asked: list[str]) -> None:
    a_folder(tmp_path)
    reading, found = Reading(lambda roots: CountingLibrary(roots, tmp_path / "index.sqlite")), list[Findings]()
    reading.found.connect(found.append)
    with qtbot.waitSignal(reading.shelf_changed, timeout=10_000):
        reading.use((tmp_path / "documents",))
    reading.look_up(NMDA)
    reading.glance(lambda: GLYCINE)
    qtbot.waitUntil(lambda: bool(found))
    assert [findings.target for findings in found] == [NMDA]
    reading.close()


def test_another_set_of_documents_takes_over_what_was_read(qtbot: QtBot, tmp_path: Path) -> None:
    a_folder(tmp_path)
    more = tmp_path / "more.txt"
    more.write_text("More\nGlycine binds beside glutamate in the cleft.\n")
    reading = Reading(lambda roots: Library(roots, tmp_path / f"index-{len(roots)}.sqlite"))
    with qtbot.waitSignal(reading.shelf_changed, timeout=10_000):
        reading.use((tmp_path / "documents",))
    seen: list[int] = []
    reading.progress_changed.connect(lambda progress: progress and seen.append(progress.total))
    with qtbot.waitSignal(reading.shelf_changed, timeout=10_000):
        reading.use((tmp_path / "documents", more))
    assert max(seen) == 1  # the new one alone was read
    assert len(reading.shelf.entries) > 1
    reading.close()


def test_a_damaged_index_is_made_anew_with_a_notice(qtbot: QtBot, tmp_path: Path) -> None:
    a_folder(tmp_path)
    index = tmp_path / "index.sqlite"
    Library([tmp_path / "documents"], index).refresh()
    index.write_bytes(b"no database" * 999)
    reading, notices = Reading(lambda roots: Library(roots, index)), list[Notice]()
    reading.notice_posted.connect(notices.append)
    with qtbot.waitSignal(reading.shelf_changed, timeout=10_000):
        reading.use((tmp_path / "documents",))
    assert reading.shelf.entries
    assert [notice.text for notice in notices] == ["The index of the documents was damaged. It was built again."]
    with qtbot.waitSignal(reading.shelf_changed, timeout=10_000):
        reading.refresh()
    assert len(notices) == 1
    reading.close()


class FullDisk(Library):
    """Keeps what it read, and then has no room for more."""

    def refresh(self, *arguments: object) -> Refreshed:
        super().refresh()
        raise DocumentError("The disk is full.")


def test_what_was_read_before_the_disk_was_full_is_there(qtbot: QtBot, tmp_path: Path) -> None:
    a_folder(tmp_path)
    reading, notices = Reading(lambda roots: FullDisk(roots, tmp_path / "index.sqlite")), list[Notice]()
    reading.notice_posted.connect(notices.append)
    with qtbot.waitSignal(reading.shelf_changed, timeout=10_000):
        reading.use((tmp_path / "documents",))
    assert reading.shelf.entries
    assert [notice.text for notice in notices] == ["The disk is full."]
    with qtbot.waitSignal(reading.found, timeout=10_000) as found:
        reading.look_up(NMDA)
    assert found.args is not None
    assert found.args[0].excerpts
    reading.close()


class SlowLibrary(Library):
    """Stops in the middle of reading until it is told to go on."""

    go_on = threading.Event()

    def refresh(
        self, report: Callable[[Progress], None] | None = None, cancelled: Callable[[], bool] | None = None
    ) -> Refreshed:
        assert cancelled is not None
        while not self.go_on.wait(0.01) and not cancelled():
            pass
        return super().refresh(report, cancelled)


def test_what_is_in_the_index_is_served_while_files_are_read(qtbot: QtBot, tmp_path: Path) -> None:
    a_folder(tmp_path)
    index = tmp_path / "index.sqlite"
    before = Library([tmp_path / "documents"], index)
    before.refresh()
    before.close()
    SlowLibrary.go_on.clear()
    reading = Reading(lambda roots: SlowLibrary(roots, index))
    with qtbot.waitSignal(reading.shelf_changed, timeout=10_000):
        reading.use((tmp_path / "documents",))
    assert reading.shelf.entries
    with qtbot.waitSignal(reading.found, timeout=10_000):
        reading.look_up(NMDA)
    with qtbot.waitSignal(reading.shelf_changed, timeout=10_000):
        SlowLibrary.go_on.set()
    reading.close()


def test_what_was_read_when_reading_was_cancelled_is_shown(qtbot: QtBot, tmp_path: Path) -> None:
    a_folder(tmp_path)
    SlowLibrary.go_on.clear()
    reading = Reading(lambda roots: SlowLibrary(roots, tmp_path / "index.sqlite"))
    reading.use((tmp_path / "documents",))
    qtbot.wait(50)
    with qtbot.waitSignal(reading.shelf_changed, timeout=10_000):
        reading.cancel()
    assert not reading.shelf.entries
    SlowLibrary.go_on.set()
    with qtbot.waitSignal(reading.shelf_changed, timeout=10_000):
        reading.refresh()
    assert reading.shelf.entries
    reading.close()
