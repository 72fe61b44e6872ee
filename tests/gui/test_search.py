"""The search field and what it finds: all by keys, and the keyboard goes back to where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tests.builders.diagrams import a_diagram, a_node
from tests.builders.room import some_icons
from tests.builders.sessions import a_folder, a_session
from tests.builders.theming import a_theme
from viewer.session.finding import Found, Group, Hit, HitKind, find, index_of
from viewer.session.searching import Searching
from viewer.store import Store
from viewer.ui.bar.search_field import SearchField
from viewer.ui.bar.search_rows import More, SearchRows
from viewer.ui.parts.row_list import RowList

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

_INDEX = index_of(
    (), (a_diagram([a_node(f"n{number}", label=f"Kinase {number:02}") for number in range(30)], name="d"),)
)


class _Room(QWidget):
    """A search field over another thing that can have the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.field = SearchField(some_icons(), self)
        self.other = QLineEdit(self)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.other, 1)
        self.field.set_theme(a_theme())
        self.field.search_requested.connect(self._on_field_search_requested)
        self.chosen: list[Hit] = []
        self.field.chosen.connect(self.chosen.append)
        self.answers = True

    def _on_field_search_requested(self, words: str, _here: object) -> None:
        if self.answers:
            self.field.show_found(find(_INDEX, words))


@pytest.fixture
def room(qtbot: QtBot) -> _Room:
    made = _Room()
    qtbot.addWidget(made)
    made.resize(900, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.other.setFocus()
    made.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
    return made


def _rows(room: _Room) -> list[str]:
    model = room.field.popup.findChild(SearchRows)
    return [model.index(row).data() for row in range(model.rowCount())]


def _current(room: _Room) -> str:
    return str(room.field.popup.findChild(RowList).currentIndex().data())


def test_typing_opens_the_list_with_groups_and_counts(room: _Room, qtbot: QtBot) -> None:
    qtbot.keyClicks(room.field, "kin")
    assert room.field.popup.isVisible()
    assert _rows(room)[:2] == ["Elements, 30", "Kinase 00, process · Sample"]
    assert _rows(room)[-1] == "… 23 more"


def test_down_and_up_walk_and_enter_goes(room: _Room, qtbot: QtBot) -> None:
    qtbot.keyClicks(room.field, "kin")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return):
        qtbot.keyClick(room.field, key)
    assert [hit.title for hit in room.chosen] == ["Kinase 01"]
    assert not room.field.popup.isVisible()
    assert room.focusWidget() is room.other


def test_the_best_is_taken_at_once(room: _Room, qtbot: QtBot) -> None:
    qtbot.keyClicks(room.field, "kinase 07")
    qtbot.keyClick(room.field, Qt.Key.Key_Return)
    assert [hit.element for hit in room.chosen] == ["n7"]


def test_enter_before_the_answer_goes_when_the_answer_comes(room: _Room, qtbot: QtBot) -> None:
    room.answers = False
    qtbot.keyClicks(room.field, "kinase 07")
    qtbot.keyClick(room.field, Qt.Key.Key_Return)
    assert room.chosen == []
    room.field.show_found(find(_INDEX, "kinase 07"))
    assert [hit.element for hit in room.chosen] == ["n7"]


def test_escape_gives_the_keyboard_back_and_keeps_the_words(room: _Room, qtbot: QtBot) -> None:
    qtbot.keyClicks(room.field, "kin")
    qtbot.keyClick(room.field, Qt.Key.Key_Escape)
    assert not room.field.popup.isVisible()
    assert room.focusWidget() is room.other
    assert room.field.text() == "kin"


def test_next_and_previous_go_round_all_hits(room: _Room, qtbot: QtBot) -> None:
    qtbot.keyClicks(room.field, "kin")
    qtbot.keyClick(room.field, Qt.Key.Key_Return)
    room.field.go_next()
    room.field.go_previous()
    room.field.go_previous()
    assert [hit.title for hit in room.chosen] == ["Kinase 00", "Kinase 01", "Kinase 00", "Kinase 29"]


def test_next_without_a_search_comes_to_the_field(room: _Room) -> None:
    room.other.setFocus()
    room.field.go_next()
    assert room.focusWidget() is room.field
    assert room.chosen == []


def test_more_opens_the_group_and_the_place_is_kept(room: _Room, qtbot: QtBot) -> None:
    qtbot.keyClicks(room.field, "kin")
    for _ in range(7):
        qtbot.keyClick(room.field, Qt.Key.Key_Down)
    assert _current(room) == "… 23 more"
    qtbot.keyClick(room.field, Qt.Key.Key_Return)
    assert room.field.popup.isVisible()
    assert _current(room) == "Kinase 07, process · Sample"
    assert len(_rows(room)) == 31


def test_what_cannot_be_shown_is_counted_and_not_walked_to(qtbot: QtBot) -> None:
    rows = SearchRows()
    hits = tuple(Hit(HitKind.PASSAGE, str(number)) for number in range(3))
    rows.show_found(Found("x", (Group(HitKind.PASSAGE, hits, 12),)))
    last = rows.index(rows.rowCount() - 1)
    assert last.data() == "… 9 more; another word narrows them down"
    assert not rows.flags(last)


def test_one_hit_more_is_shown_rather_than_counted(qtbot: QtBot) -> None:
    rows = SearchRows()
    hits = tuple(Hit(HitKind.DIAGRAM, str(number)) for number in range(5))
    rows.show_found(Found("x", (Group(HitKind.DIAGRAM, hits, 5),)))
    assert not any(isinstance(rows.data(rows.index(row), Qt.ItemDataRole.UserRole), More) for row in range(6))


def test_nothing_found_says_so_and_offers_what_was_perhaps_meant(room: _Room, qtbot: QtBot) -> None:
    qtbot.keyClicks(room.field, "kniase 00")
    assert _rows(room) == ["Nothing found for “kniase 00”. Did you mean “Kinase 00”?"]
    qtbot.keyClick(room.field, Qt.Key.Key_Return)
    assert room.field.text() == "Kinase 00"
    assert _rows(room)[0] == "Elements, 1"


def test_an_answer_to_other_words_is_dropped(room: _Room, qtbot: QtBot) -> None:
    room.answers = False
    qtbot.keyClicks(room.field, "kinase")
    room.field.show_found(find(_INDEX, "kin"))
    assert not room.field.popup.isVisible()


def test_emptying_the_field_closes_the_list_and_stops_the_search(room: _Room, qtbot: QtBot) -> None:
    qtbot.keyClicks(room.field, "kin")
    asked: list[str] = []
    room.field.search_requested.connect(lambda words, _here: asked.append(words))
    room.field.selectAll()
    qtbot.keyClick(room.field, Qt.Key.Key_Delete)
    assert asked == [""]
    assert not room.field.popup.isVisible()


def test_later_passages_do_not_move_the_place(room: _Room, qtbot: QtBot) -> None:
    qtbot.keyClicks(room.field, "kin")
    qtbot.keyClick(room.field, Qt.Key.Key_Down)
    found = find(_INDEX, "kin")
    more = Found("kin", (*found.groups, Group(HitKind.PASSAGE, (Hit(HitKind.PASSAGE, "A kin."),), 1)))
    room.field.show_found(more)
    assert _current(room) == "Kinase 01, process · Sample"
    assert _rows(room)[-1] == "A kin."


def test_other_words_take_the_best_again(room: _Room, qtbot: QtBot) -> None:
    qtbot.keyClicks(room.field, "kin")
    qtbot.keyClick(room.field, Qt.Key.Key_Down)
    qtbot.keyClicks(room.field, "a")
    assert _current(room) == "Kinase 00, process · Sample"


def test_the_best_is_taken_whatever_its_group(room: _Room, qtbot: QtBot) -> None:
    room.answers = False
    qtbot.keyClicks(room.field, "x")
    groups = tuple(Group(kind, (Hit(kind, kind.value),), 1) for kind in (HitKind.DIAGRAM, HitKind.ELEMENT))
    room.field.show_found(Found("x", groups, best=1))
    assert _current(room) == "element"
    room.field.go_next()
    assert [hit.kind for hit in room.chosen] == [HitKind.ELEMENT]


def test_a_click_chooses(room: _Room, qtbot: QtBot) -> None:
    qtbot.keyClicks(room.field, "kin")
    rows = room.field.popup.findChild(RowList)
    place = rows.visualRect(rows.model().index(3, 0)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [hit.title for hit in room.chosen] == ["Kinase 02"]


def test_the_list_stays_inside_the_window(room: _Room, qtbot: QtBot) -> None:
    room.resize(420, 300)
    qtbot.keyClicks(room.field, "kin")
    popup = room.field.popup
    shadow = 12
    assert room.rect().contains(popup.geometry().adjusted(shadow, shadow, -shadow, -shadow))


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_what_matched_is_marked_in_every_theme(room: _Room, qtbot: QtBot, theme: str) -> None:
    room.field.set_theme(a_theme(theme))
    qtbot.keyClicks(room.field, "kin")
    image = room.field.popup.grab().toImage()
    size = image.size()
    colours = {image.pixelColor(x, y).name().upper() for x in range(size.width()) for y in range(0, size.height(), 3)}
    assert a_theme(theme).mark.upper() in colours
    assert a_theme(theme).card.upper() in colours


def test_the_session_finds_diagrams_elements_arrows_and_passages(tmp_path: Path, qtbot: QtBot) -> None:
    a_folder(tmp_path)
    session = a_session(tmp_path)
    searching = Searching(Store(tmp_path / "store"), session.reading, session)
    session.catalog_changed.connect(searching.use)
    try:
        with qtbot.waitSignal(session.reading.shelf_changed):
            session.reading.use((tmp_path / "documents",))
        with qtbot.waitSignal(session.catalog_changed):
            session.rescan()
        answers: list[Found] = []
        searching.found.connect(answers.append)
        searching.search("ketamine", None)
        qtbot.waitUntil(lambda: bool(answers) and len(answers[-1].groups) == 3)
        assert [(group.kind, group.total) for group in answers[-1].groups] == [
            (HitKind.ELEMENT, 2),
            (HitKind.ARROW, 2),
            (HitKind.PASSAGE, 1),
        ]
        searching.search("second", None)
        qtbot.waitUntil(lambda: answers[-1].words == "second")
        assert answers[-1].hits[0].diagram == "second"
    finally:
        searching.close()
        session.close()


def test_a_broken_diagram_is_still_found_by_its_name(tmp_path: Path, qtbot: QtBot) -> None:
    folder = a_folder(tmp_path)
    (folder / "broken.yaml").write_text("title: [")
    session = a_session(tmp_path)
    searching = Searching(Store(tmp_path / "store"), session.reading, session)
    session.catalog_changed.connect(searching.use)
    try:
        with qtbot.waitSignal(session.catalog_changed):
            session.rescan()
        with qtbot.waitSignal(searching.found) as answer:
            searching.search("broken", None)
        assert [hit.diagram for hit in answer.args[0].hits] == ["broken"]
    finally:
        searching.close()
        session.close()


def test_a_word_that_occurs_nowhere_is_told_above_what_was_found_for_the_rest(room: _Room, qtbot: QtBot) -> None:
    room.answers = False
    qtbot.keyClicks(room.field, "gate xyz")
    passage = Hit(HitKind.PASSAGE, "A gate opens.", "Primer", document="primer.md")
    heading = Hit(HitKind.HEADING, "The gate", "Primer", document="primer.md", start=31)
    groups = (Group(HitKind.HEADING, (heading,), 1), Group(HitKind.PASSAGE, (passage,), 1))
    room.field.show_found(Found("gate xyz", groups, unknown=("xyz",)))
    assert _rows(room) == [
        "Nothing contains “xyz”; shown for the rest.",
        "Headings, 1",
        "The gate, Primer",
        "Passages, 1",
        "A gate opens., Primer",
    ]
    qtbot.keyClick(room.field, Qt.Key.Key_Return)
    assert room.chosen == [heading]
