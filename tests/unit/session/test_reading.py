"""Look-ups of the session: answers that are ready before they are asked for, and new ones when documents change."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.builders.sessions import a_folder
from viewer.documents.library import Library
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
