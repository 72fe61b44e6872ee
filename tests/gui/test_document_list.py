"""The list of documents: counts, menus, and what could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication

from tests.builders.library_panels import a_library_panel
from tests.builders.openers import FakeOpener
from tests.builders.room import a_catalog, a_shelf
from tests.builders.theming import a_theme
from viewer.ui.library.document_list import DocumentList
from viewer.ui.parts.row_button import RowButton
from viewer.ui.parts.section_heading import SectionHeading

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from viewer.ui.library.library_panel import LibraryPanel


# The screen that is none cannot tell a window's least size to a desktop.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def opener() -> FakeOpener:
    return FakeOpener()


@pytest.fixture
def panel(opener: FakeOpener, tmp_path: Path, qtbot: QtBot) -> Iterator[LibraryPanel]:
    with a_library_panel(opener, tmp_path, qtbot) as made:
        yield made


def _headings(panel: LibraryPanel) -> list[str]:
    return [heading.accessibleName() for heading in panel.findChildren(SectionHeading)]


def test_documents_have_counts_and_the_silent_ones_say_so(panel: LibraryPanel) -> None:
    panel.show_shelf(a_shelf("primer", "lecture"), {"primer.md": 5})
    model = panel.findChild(DocumentList).model()
    said = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert said == ["primer, 5 passages", "lecture, nothing on this"]
    panel.show_shelf(a_shelf("primer", "lecture"), None)
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "primer"


def test_a_document_is_asked_for_by_click_and_by_enter(panel: LibraryPanel, qtbot: QtBot) -> None:
    panel.show_shelf(a_shelf("primer", "lecture"), None)
    rows = panel.findChild(DocumentList)
    place = rows.visualRect(rows.model().index(1, 0)).center()
    with qtbot.waitSignal(panel.document_requested) as asked:
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == ["lecture.md"]
    qtbot.keyClick(rows, Qt.Key.Key_Up)
    with qtbot.waitSignal(panel.document_requested) as asked:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert asked.args == ["primer.md"]


def test_removing_says_what_goes_a_file_or_a_whole_folder(panel: LibraryPanel, tmp_path: Path) -> None:
    alone, folder = tmp_path / "alone.md", tmp_path / "papers & co"
    folder.mkdir()
    alone.touch()
    (folder / "inside.md").touch()
    panel.show_shelf(a_shelf("alone", "inside", roots=(alone, folder)), None)
    rows = panel.findChild(DocumentList)
    removed: list[str] = []
    panel.document_removed.connect(removed.append)
    words = []
    for row in range(2):
        menu = rows.menu_for(rows.model().index(row, 0))
        words.append(menu.actions()[1].text())
        menu.actions()[1].trigger()
        menu.close()
    assert words == ["Remove from the library", "Remove the folder “papers && co”"]
    assert removed == [str(alone), str(folder)]


def test_skipped_files_are_counted_and_their_reasons_can_be_read(panel: LibraryPanel, qtbot: QtBot) -> None:
    panel.show_shelf(a_shelf("primer", skipped=("a.md", "b.md")), None)
    button = next(b for b in panel.findChildren(RowButton) if b.text() == "2 files could not be read")
    with qtbot.waitSignal(panel.problems_requested) as asked:
        button.click()
    assert [(problem.file, problem.text) for problem in asked.args[1]] == [
        ("a.md", "It is empty."),
        ("b.md", "It is empty."),
    ]


def test_many_documents_leave_room_for_the_diagrams(panel: LibraryPanel) -> None:
    panel.show_catalog(a_catalog("one", "two"))
    panel.show_shelf(a_shelf(*(f"d{number}" for number in range(300))), None)
    assert panel.findChild(DocumentList).height() <= panel.height() * 0.3
    assert _headings(panel)[1] == "Documents, 300"


def test_what_is_under_the_pointer_lies_on_a_ground_of_its_own(panel: LibraryPanel, qtbot: QtBot) -> None:
    panel.show_shelf(a_shelf("primer", "lecture"), None)
    rows = panel.findChild(DocumentList)
    panel.layout().activate()
    panel.grab()  # everything is in its place only then
    first, second = (rows.model().index(row, 0) for row in range(2))
    box = rows.visualRect(second)
    corner = QPoint(box.right() - 20, box.top() + 3)

    def ground() -> str:
        return rows.viewport().grab().toImage().pixelColor(corner).name()

    hover = a_theme().hover.lower()
    assert ground() != hover
    qtbot.mouseMove(rows.viewport(), box.center())
    qtbot.waitUntil(lambda: rows.hovers(second))
    assert ground() == hover
    qtbot.mouseMove(rows.viewport(), rows.visualRect(first).center())
    qtbot.waitUntil(lambda: rows.hovers(first))
    assert ground() != hover
    QApplication.sendEvent(rows, QEvent(QEvent.Type.Leave))
    assert not rows.hovers(first)
