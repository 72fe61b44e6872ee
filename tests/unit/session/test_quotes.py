"""The window hears of quotes that no document holds, once documents have been read and whenever a diagram opens."""

from pathlib import Path
from typing import TYPE_CHECKING

from pytestqt.qtbot import QtBot

from tests.builders.sessions import SMALL, a_folder, a_session

if TYPE_CHECKING:
    from viewer.errors import Problem

QUOTING = SMALL.replace(
    "label: blocks}}",
    "label: blocks, evidence: [{{document: primer, quote: {quote}}}]}}",
)


def test_a_quote_that_no_document_holds_is_told_with_its_line(qtbot: QtBot, tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    (folder / "first.yaml").write_text(QUOTING.format(title="First", opens="second", quote="never said"))
    session = a_session(tmp_path)
    told: list[tuple[Problem, ...]] = []
    session.quotes_checked.connect(told.append)
    session.start("first")
    qtbot.waitUntil(lambda: session.ready is not None, timeout=10_000)
    session.reading.use((tmp_path / "documents",))
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    ((problem,),) = told
    assert problem.line == 6
    assert "never said" in problem.text
    (folder / "first.yaml").write_text(QUOTING.format(title="First", opens="second", quote="Glycine is needed"))
    qtbot.waitUntil(lambda: told[-1] == (), timeout=10_000)
    session.close()
