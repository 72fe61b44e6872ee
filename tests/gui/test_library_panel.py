"""The left side: diagrams as cards, documents as rows, all of it by keys too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent, QImage, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel

from tests.builders.diagrams import a_diagram
from tests.builders.room import a_catalog, a_shelf, an_entry, some_icons
from tests.builders.theming import a_theme
from viewer.definitions.catalog import Catalog
from viewer.definitions.reader import Definition
from viewer.errors import DiagramError, Problem
from viewer.layout.geometry import Box, EdgePlace, Layout, NodePlace, Point
from viewer.model.diagram import ElementId
from viewer.session.opening import Opened
from viewer.store import Store
from viewer.ui.library.diagram_list import DiagramList
from viewer.ui.library.document_list import DocumentList
from viewer.ui.library.filter_field import FilterField
from viewer.ui.library.library_panel import LibraryPanel
from viewer.ui.library.thumbnails import HEIGHT, WIDTH, Thumbnails
from viewer.ui.parts.plain_tips import plain_tip
from viewer.ui.parts.row_button import RowButton
from viewer.ui.parts.section_heading import SectionHeading

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


# The screen that is none cannot tell a window's least size to a desktop.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class _Engine:
    name = "by hand"


class _Measurer:
    fingerprint = "no font"


class FakeOpener:
    """Opens every file as a picture of two boxes, and counts."""

    engine, measurer = _Engine(), _Measurer()

    def __init__(self) -> None:
        self.opened: list[Path] = []
        self.fails = False

    def open(self, path: Path, known: object, token: object) -> Opened:
        self.opened.append(path)
        if self.fails:
            raise DiagramError((Problem(str(path), 1, 1, "It is broken."),))
        diagram = a_diagram(["a", "b"], [("a", "b")])
        a, b, edge = ElementId("a"), ElementId("b"), ElementId("a->b")
        layout = Layout(
            Box(0, 0, 100, 140),
            {
                a: NodePlace(a, Box(10, 10, 80, 36), ("a",), Box(10, 0, 10, 10)),
                b: NodePlace(b, Box(10, 90, 80, 36), ("b",), Box(10, 80, 10, 10)),
            },
            {edge: EdgePlace(edge, (Point(50, 48), Point(50, 60), Point(50, 70), Point(50, 85)), Point(50, 66),
                             Box(60, 60, 40, 16), ("activates",))},
            {},
            "by hand",
        )  # fmt: skip
        return Opened(Definition(diagram, {}, {}, ()), layout, path)


@pytest.fixture
def opener() -> FakeOpener:
    return FakeOpener()


@pytest.fixture
def thumbnails(opener: FakeOpener, tmp_path: Path, qtbot: QtBot) -> Iterator[Thumbnails]:
    made = Thumbnails(opener, Store(tmp_path / "store"))  # type: ignore[arg-type]
    yield made
    made.close()


@pytest.fixture
def panel(thumbnails: Thumbnails, qtbot: QtBot) -> LibraryPanel:
    made = LibraryPanel(some_icons(), thumbnails)
    made.set_theme(a_theme())
    qtbot.addWidget(made)
    made.resize(224, 800)
    with qtbot.waitExposed(made):
        made.show()
    return made


def _files(folder: Path, *names: str) -> Catalog:
    entries = []
    for name in names:
        path = folder / f"{name}.yaml"
        path.write_text(f"title: {name}")
        entries.append(an_entry(name, path=path))
    return Catalog(tuple(entries))


def _headings(panel: LibraryPanel) -> list[str]:
    return [heading.accessibleName() for heading in panel.findChildren(SectionHeading)]


def _words(panel: LibraryPanel) -> list[str]:
    seen = [*panel.findChildren(QLabel), *panel.findChildren(RowButton)]
    return [part.text() for part in seen if part.isVisible()]


def test_empty_shelves_teach(panel: LibraryPanel) -> None:
    assert "No diagrams yet. Open a definition, or start from an example." in _words(panel)
    assert "Add the papers your class reads." in _words(panel)


def test_diagrams_stand_under_their_sections(panel: LibraryPanel) -> None:
    panel.show_catalog(Catalog((an_entry("overview"), an_entry("surge", section="Brain"))))
    rows = panel.findChild(DiagramList).rows
    assert [rows.index(row).data() for row in range(rows.rowCount())] == ["overview", "Brain", "surge"]
    assert _headings(panel)[0] == "Diagrams, 2"


def test_a_click_on_a_card_asks_for_the_diagram(panel: LibraryPanel, qtbot: QtBot) -> None:
    panel.show_catalog(a_catalog("one", "two"))
    cards = panel.findChild(DiagramList)
    place = cards.visualRect(cards.rows.index_of("two")).center()
    with qtbot.waitSignal(panel.diagram_requested) as asked:
        qtbot.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == ["two"]


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
    assert _headings(panel)[0] == "Diagrams, 1 of 9"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert _headings(panel)[0] == "Diagrams, 9"


def test_typing_in_the_list_filters(panel: LibraryPanel, qtbot: QtBot) -> None:
    panel.show_catalog(a_catalog("one", "two"))
    qtbot.keyClicks(panel.findChild(DiagramList), "t")
    assert panel.findChild(FilterField).text() == "t"
    assert _headings(panel)[0] == "Diagrams, 1 of 2"


def test_a_filter_without_an_answer_says_so(panel: LibraryPanel) -> None:
    panel.show_catalog(a_catalog("one"))
    panel.findChild(FilterField).setText("<b>none</b>")
    assert "No diagram answers “<b>none</b>”." in _words(panel)


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
    panel.show_catalog(_files(tmp_path, *names))
    qtbot.waitUntil(lambda: panel.thumbnails.image("d001") is not None)
    qtbot.wait(50)
    assert 1 < len(opener.opened) < 20


def test_a_thumbnail_shows_the_diagram_in_the_themes_colours(
    thumbnails: Thumbnails, opener: FakeOpener, tmp_path: Path, qtbot: QtBot
) -> None:
    (entry,) = _files(tmp_path, "x").entries
    inks = {}
    for name in ("light", "dark"):
        thumbnails.set_theme(a_theme(name))
        with qtbot.waitSignal(thumbnails.ready):
            thumbnails.ask(entry)
        image = thumbnails.image("x")
        assert image is not None
        assert image.size().toTuple() == (2 * WIDTH, 2 * HEIGHT)
        inks[name] = _colours(image)
    assert inks["light"]
    assert inks["light"] != inks["dark"]


def test_a_kept_thumbnail_opens_nothing(opener: FakeOpener, tmp_path: Path, qtbot: QtBot) -> None:
    (entry,) = _files(tmp_path, "x").entries
    for _ in range(2):
        thumbnails = Thumbnails(opener, Store(tmp_path / "store"))  # type: ignore[arg-type]
        thumbnails.set_theme(a_theme())
        with qtbot.waitSignal(thumbnails.ready):
            thumbnails.ask(entry)
        assert thumbnails.image("x") is not None
        thumbnails.close()
    assert len(opener.opened) == 1


def test_a_changed_definition_gets_a_new_thumbnail(
    thumbnails: Thumbnails, opener: FakeOpener, tmp_path: Path, qtbot: QtBot
) -> None:
    thumbnails.set_theme(a_theme())
    for text in ("one", "two"):
        entry = _files(tmp_path, "x").entries[0]
        entry.path.write_text(text)
        with qtbot.waitSignal(thumbnails.ready):
            thumbnails.ask(entry)
    assert len(opener.opened) == 2


def test_a_diagram_without_a_picture_is_asked_once(
    thumbnails: Thumbnails, opener: FakeOpener, tmp_path: Path, qtbot: QtBot
) -> None:
    opener.fails = True
    thumbnails.set_theme(a_theme())
    (entry,) = _files(tmp_path, "x").entries
    with qtbot.waitSignal(thumbnails.ready):
        thumbnails.ask(entry)
    thumbnails.ask(entry)
    qtbot.wait(400)
    assert thumbnails.image("x") is None
    assert len(opener.opened) == 1


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
    assert panel.findChild(DocumentList).height() <= panel.height() * 0.4
    assert _headings(panel)[1] == "Documents, 300"


def test_files_dropped_anywhere_on_the_panel_are_handed_on(panel: LibraryPanel, tmp_path: Path, qtbot: QtBot) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.md")), QUrl("https://example.org/b.md")])
    with qtbot.waitSignal(panel.paths_dropped) as dropped:
        _drop(panel, carried)
    assert dropped.args == [(tmp_path / "a.md",)]


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


def test_tab_goes_from_diagrams_to_documents(panel: LibraryPanel, qtbot: QtBot) -> None:
    panel.show_catalog(a_catalog("one"))
    panel.show_shelf(a_shelf("primer"), None)
    cards = panel.findChild(DiagramList)
    cards.setFocus()
    qtbot.keyClick(cards, Qt.Key.Key_Tab)
    assert panel.focusWidget() is panel.findChild(DocumentList)


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


def _colours(image: QImage) -> set[str]:
    size = image.size()
    points = ((x, y) for x in range(0, size.width(), 2) for y in range(0, size.height(), 2))
    return {image.pixelColor(x, y).name() for x, y in points if image.pixelColor(x, y).alpha() == 255}
