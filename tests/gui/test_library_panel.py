"""The left side: diagrams as cards, documents as rows, all of it by keys too."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent, QHelpEvent, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QToolTip

from tests.builders.library_panels import a_library_panel, headings
from tests.builders.openers import FakeOpener, definitions_in
from tests.builders.room import a_catalog, a_shelf, an_entry
from tests.builders.theming import a_theme
from viewer.definitions.catalog import Catalog
from viewer.errors import Problem
from viewer.session.shelves.shelf import Shelf
from viewer.ui.library.diagram_list import DiagramList
from viewer.ui.library.document_list import DocumentList
from viewer.ui.library.filter_field import FilterField
from viewer.ui.parts.plain_tips import plain_tip
from viewer.ui.parts.row_button import RowButton
from viewer.ui.typeset.style import Style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from viewer.ui.library.library_panel import LibraryPanel


# The screen that is none cannot tell a window's least size to a desktop.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

# Qt 6.12 gave it a successor that older versions lack.
_OLD_EVENT = pytest.mark.filterwarnings("ignore:.*QDragEnterEvent:DeprecationWarning")


def _words(panel: LibraryPanel) -> list[str]:
    seen = [*panel.findChildren(QLabel), *panel.findChildren(RowButton)]
    return [part.text() for part in seen if part.isVisible()]


@pytest.fixture
def panel(opener: FakeOpener, tmp_path: Path, qtbot: QtBot) -> Iterator[LibraryPanel]:
    with a_library_panel(opener, tmp_path, qtbot) as made:
        yield made


def test_nobody_is_invited_before_it_is_known_that_there_are_no_documents(panel: LibraryPanel) -> None:
    panel.show_shelf(Shelf(roots=(Path("/library"),)), None)
    assert not any(words.startswith("Add the papers") for words in _words(panel))


def test_empty_shelves_teach(panel: LibraryPanel) -> None:
    panel.show_shelf(Shelf(read=True), None)
    assert "No diagrams yet. Open a definition, or start from an example." in _words(panel)
    assert any(words.startswith("Add the papers your class reads") for words in _words(panel))


def test_diagrams_stand_under_their_sections(panel: LibraryPanel) -> None:
    panel.show_catalog(Catalog((an_entry("overview"), an_entry("surge", section="Brain"))))
    rows = panel.findChild(DiagramList).rows
    assert [rows.index(row).data() for row in range(rows.rowCount())] == ["overview", "Brain", "surge"]
    assert headings(panel)[0] == "Diagrams, 2"


def test_a_click_on_a_card_asks_for_the_diagram(panel: LibraryPanel, qtbot: QtBot) -> None:
    panel.show_catalog(a_catalog("one", "two"))
    cards = panel.findChild(DiagramList)
    place = cards.visualRect(cards.rows.index_of("two")).center()
    with qtbot.waitSignal(panel.diagram_requested) as asked:
        qtbot.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == ["two"]


def test_cards_take_the_height_that_a_new_width_asks_for(panel: LibraryPanel) -> None:
    panel.show_catalog(a_catalog(*"abcdefgh"))
    cards = panel.findChild(DiagramList)
    heights = []
    for width in (160, 260):
        cards.resize(width, 400)
        heights.append(cards.visualRect(cards.rows.index_of("b")).height())
    assert heights[1] > heights[0]


def test_cards_that_just_fit_keep_their_height_when_the_scroll_bar_comes(panel: LibraryPanel) -> None:
    panel.show_catalog(a_catalog("a", "b"))
    cards = panel.findChild(DiagramList)
    both = cards.visualRect(cards.rows.index_of("b")).bottom() + 1
    heights = set()
    for height in range(both - 12, both + 4):
        cards.resize(216, height)
        heights.add(cards.visualRect(cards.rows.index_of("b")).height())
    assert len(heights) == 1


def test_keys_walk_over_section_titles_and_enter_opens(panel: LibraryPanel, qtbot: QtBot) -> None:
    panel.show_catalog(Catalog((an_entry("one", section="A"), an_entry("two", section="B"))))
    panel.show_current("one")
    cards = panel.findChild(DiagramList)
    qtbot.keyClick(cards, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.diagram_requested) as asked:
        qtbot.keyClick(cards, Qt.Key.Key_Return)
    assert asked.args == ["two"]


def test_a_filter_appears_for_many_diagrams_and_says_how_many_it_leaves(panel: LibraryPanel, qtbot: QtBot) -> None:
    field = panel.findChild(FilterField)
    panel.show_catalog(a_catalog("one", "two"))
    assert not field.isVisible()
    panel.show_catalog(a_catalog(*(f"receptor {number}" for number in range(8)), "β-arrestin"))
    assert field.isVisible()
    qtbot.keyClicks(field, "BETA")
    assert headings(panel)[0] == "Diagrams, 1 of 9"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert headings(panel)[0] == "Diagrams, 9"


def test_typing_in_the_list_filters(panel: LibraryPanel, qtbot: QtBot) -> None:
    panel.show_catalog(a_catalog("one", "two"))
    qtbot.keyClicks(panel.findChild(DiagramList), "t")
    assert panel.findChild(FilterField).text() == "t"
    assert headings(panel)[0] == "Diagrams, 1 of 2"


def test_a_filter_without_an_answer_says_so(panel: LibraryPanel) -> None:
    panel.show_catalog(a_catalog("one"))
    panel.findChild(FilterField).setText("<b>none</b>")
    assert "No diagram matches “<b>none</b>”." in _words(panel)


def test_a_broken_definition_is_shown_with_its_problems(panel: LibraryPanel) -> None:
    problems = (Problem("x.yaml", 1, 1, "One."), Problem("x.yaml", 2, 1, "Two."))
    panel.show_catalog(Catalog((an_entry("x", problems=problems),)))
    index = panel.findChild(DiagramList).rows.index_of("x")
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "x, 2 problems"


def test_problems_of_the_folders_can_be_seen(panel: LibraryPanel, qtbot: QtBot) -> None:
    problems = (Problem("two/x.yaml", 0, 0, "The id is taken."),)
    panel.show_catalog(a_catalog("x", problems=problems))
    button = next(b for b in panel.findChildren(RowButton) if b.text() == "1 problem in the folders")
    with qtbot.waitSignal(panel.problems_requested) as asked:
        button.click()
    assert asked.args[1] == problems


def test_the_open_diagram_is_told_to_a_screen_reader(panel: LibraryPanel) -> None:
    panel.show_catalog(a_catalog("one", "two"))
    panel.show_current("two")
    index = panel.findChild(DiagramList).rows.index_of("two")
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "two, 14 elements, 16 arrows, open"


def test_a_thumbnail_is_made_for_what_is_seen_and_for_nothing_else(
    panel: LibraryPanel, opener: FakeOpener, tmp_path: Path, qtbot: QtBot
) -> None:
    names = [f"d{number:03}" for number in range(200)]
    panel.show_catalog(definitions_in(tmp_path, *names))
    qtbot.waitUntil(lambda: panel.thumbnails.image("d001") is not None)
    qtbot.wait(50)
    assert 1 < len(opener.opened) < 20


def test_the_open_diagram_stays_in_sight_until_the_user_looks_elsewhere(panel: LibraryPanel, qtbot: QtBot) -> None:
    panel.show_catalog(a_catalog(*(f"d{number:02}" for number in range(30))))
    cards = panel.findChild(DiagramList)
    panel.show_current("d20")

    def seen() -> bool:
        return cards.viewport().rect().contains(cards.visualRect(cards.rows.index_of("d20")))

    assert seen()
    panel.show_shelf(a_shelf(*(f"d{number}" for number in range(30))), None)
    panel.resize(224, 600)
    qtbot.waitUntil(seen)
    cards.verticalScrollBar().triggerAction(cards.verticalScrollBar().SliderAction.SliderToMinimum)
    panel.resize(224, 700)
    panel.grab()
    assert cards.verticalScrollBar().value() == 0


@_OLD_EVENT
def test_files_dropped_anywhere_on_the_panel_are_handed_on(panel: LibraryPanel, tmp_path: Path, qtbot: QtBot) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.md")), QUrl("https://example.org/b.md")])
    with qtbot.waitSignal(panel.paths_dropped) as dropped:
        _drop(panel, carried)
    assert dropped.args == [(tmp_path / "a.md",)]


@_OLD_EVENT
def test_what_is_no_file_is_not_taken(panel: LibraryPanel) -> None:
    carried = QMimeData()
    carried.setText("words")
    event = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, _NO_KEYS)
    event.ignore()
    panel.dragEnterEvent(event)
    assert not event.isAccepted()


def test_every_target_is_large_enough_and_has_a_name(panel: LibraryPanel) -> None:
    panel.show_catalog(a_catalog(*(f"d{number}" for number in range(9)), problems=(Problem("x", 0, 0, "y"),)))
    panel.show_shelf(a_shelf("primer", skipped=("a.md",)), None)
    parts: list[Any] = [*panel.findChildren(RowButton), panel.findChild(FilterField), panel.findChild(DocumentList)]
    for part in parts:
        assert part.height() >= 24
        interface = QAccessible.queryAccessibleInterface(part)
        assert interface.text(QAccessible.Text.Name)
        assert "<" not in interface.text(QAccessible.Text.Description)


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
@pytest.mark.parametrize(("width", "told"), [(160, "Add documents"), (400, "")])
def test_a_row_that_is_cut_says_all_of_its_words_in_its_tip(panel: LibraryPanel, width: int, told: str) -> None:
    add = next(row for row in panel.findChildren(RowButton) if row.text() == "Add documents")
    font = add.font()
    font.setPixelSize(24)
    add.set_style(Style(a_theme(), font))
    add.resize(width, add.height())
    QToolTip.hideText()
    QApplication.sendEvent(add, QHelpEvent(QEvent.Type.ToolTip, QPoint(20, 10), add.mapToGlobal(QPoint(20, 10))))
    document = QTextDocument()
    document.setHtml(QToolTip.text())
    assert document.toPlainText() == told


def test_tab_goes_from_diagrams_to_documents(panel: LibraryPanel, qtbot: QtBot) -> None:
    panel.show_catalog(a_catalog("one"))
    panel.show_shelf(a_shelf("primer"), None)
    cards = panel.findChild(DiagramList)
    cards.setFocus()
    qtbot.keyClick(cards, Qt.Key.Key_Tab)
    assert panel.focusWidget() is panel.findChild(DocumentList)


def test_what_a_tool_tip_says_is_never_taken_for_markup() -> None:
    document = QTextDocument()
    document.setHtml(plain_tip("<img src=x> & <b>bold</b>\nsecond line"))
    assert document.toPlainText() == "<img src=x> & <b>bold</b>\nsecond line"


@pytest.mark.parametrize("width", [160, 224, 480])
def test_any_width_and_theme_can_be_painted(panel: LibraryPanel, width: int) -> None:
    panel.resize(width, 700)
    pictures = set()
    for name in ("light", "dark", "contrast"):
        panel.set_theme(a_theme(name))
        panel.show_catalog(a_catalog(*(f"{'long ' * 30}{number}" for number in range(9))))
        panel.show_shelf(a_shelf("a" * 200), {"a": 3})
        pictures.add(panel.grab().toImage().pixelColor(2, 2).name())
    assert len(pictures) > 1


_NO_KEYS = Qt.KeyboardModifier.NoModifier


def _drop(panel: LibraryPanel, carried: QMimeData) -> None:
    left = Qt.MouseButton.LeftButton
    panel.dragEnterEvent(QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, carried, left, _NO_KEYS))
    panel.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, carried, left, _NO_KEYS))
