"""The list of documents: counts, menus, and what could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea

from tests.builders.library_panels import a_library_panel, headings
from tests.builders.room import a_catalog, a_document, a_shelf
from tests.builders.theming import a_theme
from viewer.session.reading import Shelf
from viewer.ui.library.document_list import DocumentList
from viewer.ui.library.skipped_sheet import SkippedSheet
from viewer.ui.parts.row_button import RowButton
from viewer.ui.parts.section_heading import SIDE
from viewer.ui.strips.problem_list import ProblemList

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.builders.openers import FakeOpener
    from viewer.ui.library.library_panel import LibraryPanel


# The screen that is none cannot tell a window's least size to a desktop.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def panel(opener: FakeOpener, tmp_path: Path, qtbot: QtBot) -> Iterator[LibraryPanel]:
    with a_library_panel(opener, tmp_path, qtbot) as made:
        yield made


def test_documents_have_counts_and_the_silent_ones_say_so(panel: LibraryPanel) -> None:
    panel.show_shelf(a_shelf("primer", "lecture"), {"primer.md": 5})
    model = panel.findChild(DocumentList).model()
    said = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert said == ["primer, 5 passages", "lecture, nothing on this"]
    panel.show_shelf(a_shelf("primer", "lecture"), {"primer.md": 5}, whole=False)
    said = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert said == ["primer, 5 passages or more", "lecture"]
    panel.show_shelf(a_shelf("primer", "lecture"), None)
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "primer"


def test_a_screen_reader_is_told_that_a_document_can_be_switched(panel: LibraryPanel) -> None:
    panel.show_shelf(a_shelf("primer"), None)
    row = QAccessible.queryAccessibleInterface(panel.findChild(DocumentList)).child(0)
    assert row.state().checkable
    assert row.state().checked


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


def _shelf(tmp_path: Path, off: tuple[str, ...] = ()) -> Shelf:
    """One document added by itself, two in a folder and one below it, one that comes with the program."""
    alone, folder, bundled = tmp_path / "alone.md", tmp_path / "papers & co", tmp_path / "bundled"
    places = {"alone": tmp_path, "one": folder, "two": folder, "deep": folder / "deep", "given": bundled}
    entries = tuple(a_document(name, folder=place) for name, place in places.items())
    files = frozenset(entry.file for entry in entries if entry.id in off)
    return Shelf(entries, (), (bundled, alone, folder), files, (bundled,))


def _rows(panel: LibraryPanel) -> list[str]:
    model = panel.findChild(DocumentList).model()
    return [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]


def _press(panel: LibraryPanel, row: int, key: Qt.Key, qtbot: QtBot) -> None:
    rows = panel.findChild(DocumentList)
    rows.setCurrentIndex(rows.model().index(row, 0))
    qtbot.keyClick(rows, key)


def test_documents_stand_under_their_folders_ones_own_first(panel: LibraryPanel, tmp_path: Path) -> None:
    panel.show_shelf(_shelf(tmp_path, off=("one", "deep")), None)
    assert _rows(panel) == [
        "Single documents, 1 document",
        "alone",
        "papers & co, 2 documents, 1 on",
        "one, off",
        "two",
        "papers & co › deep, 1 document, off",
        "deep, off",
        "With the program, 1 document",
        "given",
    ]
    assert headings(panel)[1] == "Documents, 3 of 5 on"


@pytest.mark.parametrize("with_mouse", [True, False])
def test_a_document_and_a_folder_are_switched_by_mouse_and_by_space(
    panel: LibraryPanel, tmp_path: Path, qtbot: QtBot, with_mouse: bool
) -> None:
    panel.resize(224, 900)
    panel.show_shelf(_shelf(tmp_path, off=("one",)), None)
    rows = panel.findChild(DocumentList)
    switched: list[tuple[str, bool]] = []
    panel.document_switched.connect(lambda path, on: switched.append((path, on)))
    opened: list[str] = []
    panel.document_requested.connect(opened.append)
    for row in (1, 3, 2):
        if with_mouse:
            index = rows.model().index(row, 0)
            rows.scrollTo(index)
            spot = QPoint(SIDE + 6, rows.visualRect(index).center().y())
            qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        else:
            _press(panel, row, Qt.Key.Key_Space, qtbot)
    folder = tmp_path / "papers & co"
    assert switched == [(str(tmp_path / "alone.md"), False), (str(folder / "one.md"), True), (str(folder), True)]
    assert opened == []


def test_a_group_folds_by_click_and_by_keys_and_a_filter_looks_into_it(
    panel: LibraryPanel, tmp_path: Path, qtbot: QtBot
) -> None:
    panel.show_shelf(_shelf(tmp_path), None)
    whole = len(_rows(panel))
    _press(panel, 2, Qt.Key.Key_Left, qtbot)
    assert _rows(panel)[2] == "papers & co, 2 documents, folded"
    assert len(_rows(panel)) == whole - 2
    qtbot.keyClicks(panel.findChild(DocumentList), "two")
    assert _rows(panel) == ["papers & co, 2 documents", "two"]
    assert headings(panel)[1] == "Documents, 1 of 5"
    qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Escape)
    assert len(_rows(panel)) == whole - 2
    _press(panel, 2, Qt.Key.Key_Return, qtbot)
    assert len(_rows(panel)) == whole


def test_large_groups_are_folded_at_first(panel: LibraryPanel, tmp_path: Path, qtbot: QtBot) -> None:
    folders = [tmp_path / "few", tmp_path / "many"]
    entries = [a_document("one", folder=folders[0]), *(a_document(f"d{i}", folder=folders[1]) for i in range(40))]
    panel.show_shelf(Shelf(tuple(entries), (), tuple(folders)), None)
    assert _rows(panel) == ["few, 1 document", "one", "many, 40 documents, folded"]
    _press(panel, 2, Qt.Key.Key_Right, qtbot)
    assert len(_rows(panel)) == 43


def test_removing_says_what_goes_a_file_or_a_whole_folder(panel: LibraryPanel, tmp_path: Path, qtbot: QtBot) -> None:
    panel.show_shelf(_shelf(tmp_path), None)
    rows = panel.findChild(DocumentList)
    removed: list[str] = []
    panel.document_removed.connect(removed.append)
    words = []
    for row in (1, 3, 8):
        menu = rows.menu_for(rows.model().index(row, 0))
        words.append(menu.actions()[-1].text())
        menu.close()
    assert words == ["Remove from the library", "Remove the folder “papers && co”", "Show in &folder"]
    _press(panel, 1, Qt.Key.Key_Delete, qtbot)
    _press(panel, 2, Qt.Key.Key_Delete, qtbot)
    assert removed == [str(tmp_path / "alone.md"), str(tmp_path / "papers & co")]
    with qtbot.waitSignal(panel.notice_requested) as told:
        _press(panel, 8, Qt.Key.Key_Delete, qtbot)
    assert "Space switches it off" in told.args[0]


def test_skipped_files_are_counted_and_can_be_seen(panel: LibraryPanel, qtbot: QtBot) -> None:
    panel.show_shelf(a_shelf("primer", skipped=("a.md", "b.md")), None)
    button = next(b for b in panel.findChildren(RowButton) if b.text() == "2 files were skipped")
    with qtbot.waitSignal(panel.skipped_requested):
        button.click()


def test_the_sheet_of_skipped_files_says_why_and_what_can_be_done(panel: LibraryPanel, qtbot: QtBot) -> None:
    shelf = a_shelf(skipped=("/x/a.md", "/x/b.md"))
    sheet = SkippedSheet(shelf.skipped, a_theme(), panel)
    qtbot.addWidget(sheet)
    sheet.open()
    listed = sheet.findChild(ProblemList)
    assert [listed.model().index(row, 0).data() for row in range(2)] == ["a.md: It is empty.", "b.md: It is empty."]
    assert sheet.findChild(QScrollArea).verticalScrollBar().maximum() == 0  # its buttons are whole
    buttons = {button.text().replace("&", ""): button for button in sheet.findChildren(QPushButton)}
    qtbot.keyClick(listed, Qt.Key.Key_Down)
    with qtbot.waitSignal(sheet.retry_requested) as asked:
        buttons["Try again"].click()
    assert asked.args == [("/x/b.md",)]
    with qtbot.waitSignal(sheet.folder_requested) as asked:
        buttons["Show in folder"].click()
    assert asked.args == ["/x/b.md"]
    with qtbot.waitSignal(sheet.retry_requested) as asked:
        buttons["Try all again"].click()
    assert asked.args == [("/x/a.md", "/x/b.md")]
    buttons["Copy the list"].click()
    assert QGuiApplication.clipboard().text() == "/x/a.md: It is empty.\n/x/b.md: It is empty."
    qtbot.keyClick(listed, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "/x/b.md: It is empty."
    sheet.show_shelf(a_shelf(skipped=("/x/b.md",)))
    assert any(label.text().startswith("1 file was skipped") for label in sheet.findChildren(QLabel))
    sheet.show_shelf(a_shelf())
    assert any(label.text() == "All files are read." for label in sheet.findChildren(QLabel))
    assert not buttons["Try again"].isEnabled()
    sheet.reject()


def test_many_documents_leave_room_for_the_diagrams(panel: LibraryPanel) -> None:
    panel.show_catalog(a_catalog("one", "two"))
    panel.show_shelf(a_shelf(*(f"d{number}" for number in range(300))), None)
    assert panel.findChild(DocumentList).height() <= panel.height() * 0.36
    assert headings(panel)[1] == "Documents, 300"


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
