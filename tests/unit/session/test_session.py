"""The session: what is open, selected and said, and what happens when files change."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.builders.sessions import SMALL, a_folder, a_session
from viewer.model.diagram import DiagramId, ElementId
from viewer.session.page import Failed, Ready
from viewer.session.session import Session

FIRST, SECOND = DiagramId("first"), DiagramId("second")
NMDA, EDGE = ElementId("nmda"), ElementId("drug->nmda")


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    a_folder(tmp_path)
    session = a_session(tmp_path)
    yield session
    session.close()


def started(qtbot: QtBot, session: Session, diagram: str | None = "first") -> None:
    session.start(diagram)
    qtbot.waitUntil(lambda: isinstance(session.page, Ready | Failed), timeout=10_000)


def opened(qtbot: QtBot, session: Session, diagram: DiagramId) -> None:
    session.open(diagram)
    qtbot.waitUntil(lambda: isinstance(session.page, Ready) and session.page.id == diagram, timeout=10_000)


def test_the_diagram_that_was_asked_for_opens(qtbot: QtBot, session: Session) -> None:
    started(qtbot, session, "second")
    assert isinstance(session.page, Ready)
    assert session.page.diagram.title == "Second"


def test_the_last_diagram_opens_after_a_restart(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    started(qtbot, session, "second")
    again = a_session(tmp_path)
    started(qtbot, again, None)
    assert again.ready is not None
    assert again.ready.id == SECOND
    again.close()


def test_an_unknown_diagram_is_told_and_another_opens(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignal(session.notice_posted) as told:
        session.start("secnd")
    assert "second" in told.args[0].text
    qtbot.waitUntil(lambda: isinstance(session.page, Ready), timeout=10_000)


def test_the_picture_stays_until_the_next_is_there(qtbot: QtBot, session: Session) -> None:
    started(qtbot, session)
    session.open(SECOND)
    assert session.ready is not None
    assert session.ready.id == FIRST
    qtbot.waitUntil(lambda: session.ready is not None and session.ready.id == SECOND, timeout=10_000)


@pytest.mark.parametrize("first", ["asked for", "opened"])
def test_back_returns_to_a_diagram_that_its_file_opened(
    qtbot: QtBot, session: Session, tmp_path_factory: pytest.TempPathFactory, first: str
) -> None:
    file = tmp_path_factory.mktemp("elsewhere") / "mine.yaml"
    file.write_text(SMALL.format(title="Mine", opens="second"))
    mine = DiagramId("mine")
    started(qtbot, session, str(file) if first == "asked for" else "first")
    if first == "opened":
        session.open_path(file)
    qtbot.waitUntil(lambda: isinstance(session.page, Ready) and session.page.id == mine, timeout=10_000)
    opened(qtbot, session, SECOND)
    session.back()
    qtbot.waitUntil(lambda: isinstance(session.page, Ready) and session.page.id == mine, timeout=10_000)


def test_back_returns_to_the_diagram_and_its_selection(qtbot: QtBot, session: Session) -> None:
    started(qtbot, session)
    session.select(NMDA)
    opened(qtbot, session, SECOND)
    session.back()
    qtbot.waitUntil(lambda: session.ready is not None and session.ready.id == FIRST, timeout=10_000)
    assert session.selection == NMDA
    session.forward()
    qtbot.waitUntil(lambda: session.ready is not None and session.ready.id == SECOND, timeout=10_000)


def test_whoever_hears_of_a_page_finds_no_selection_of_the_one_before(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    (tmp_path / "diagrams" / "other.yaml").write_text("title: Other\nnodes:\n  one: {label: One, kind: ion}\n")
    started(qtbot, session)
    session.select(NMDA)
    seen: list[ElementId | None] = []
    session.page_changed.connect(lambda page: seen.append(session.selection) if isinstance(page, Ready) else None)
    opened(qtbot, session, DiagramId("other"))
    assert seen == [None]


def test_selecting_what_is_not_there_selects_nothing(qtbot: QtBot, session: Session) -> None:
    started(qtbot, session)
    session.select(NMDA)
    session.select(ElementId("nowhere"))
    assert session.selection is None


def test_a_selection_finds_what_the_documents_say(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    started(qtbot, session)
    session.reading.use((tmp_path / "documents",))
    qtbot.waitUntil(lambda: bool(session.reading.shelf.entries), timeout=10_000)
    session.select(EDGE)
    qtbot.waitUntil(lambda: session.excerpts is not None, timeout=10_000)
    assert session.excerpts is not None
    assert [excerpt.text for excerpt in session.excerpts.excerpts] == [
        "Ketamine blocks the NMDA receptor within minutes."
    ]


def test_what_was_selected_before_the_documents_came_is_looked_up_then(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    started(qtbot, session)
    session.select(NMDA)
    session.reading.use((tmp_path / "documents",))
    qtbot.waitUntil(lambda: session.excerpts is not None, timeout=10_000)
    assert session.excerpts is not None
    assert session.excerpts.total == 1


def test_a_changed_file_is_shown_and_keeps_the_selection(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    started(qtbot, session)
    session.select(NMDA)
    (tmp_path / "diagrams" / "first.yaml").write_text(SMALL.format(title="Changed", opens="second"))
    qtbot.waitUntil(lambda: session.ready is not None and session.ready.diagram.title == "Changed", timeout=10_000)
    assert session.selection == NMDA


def test_a_broken_file_tells_its_problems_and_the_last_good_picture_stays(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    started(qtbot, session)
    path = tmp_path / "diagrams" / "first.yaml"
    path.write_text("title: Broken\nnodes: {a: {label: A, kind: drugg}}\n")
    qtbot.waitUntil(lambda: isinstance(session.page, Failed), timeout=10_000)
    assert isinstance(session.page, Failed)
    assert session.page.problems[0].line == 2
    assert "drug" in session.page.problems[0].sentence
    assert session.ready is not None
    assert session.ready.diagram.title == "First"
    path.write_text(SMALL.format(title="Mended", opens="second"))
    qtbot.waitUntil(lambda: isinstance(session.page, Ready), timeout=10_000)


def test_a_new_definition_appears_in_the_catalog(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    started(qtbot, session)
    (tmp_path / "diagrams" / "third.yaml").write_text(SMALL.format(title="Third", opens="second"))
    qtbot.waitUntil(lambda: "third" in session.catalog.by_id, timeout=10_000)


def test_opening_can_be_cancelled(qtbot: QtBot, session: Session) -> None:
    started(qtbot, session)
    session.open(SECOND)
    session.cancel()
    assert isinstance(session.page, Ready)
    assert session.page.id == FIRST
