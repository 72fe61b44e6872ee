"""The window without a mouse and without eyes: where Tab goes, and what a screen reader is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QScrollArea

from viewer.ui.library.document_list import DocumentList
from viewer.ui.sheets.sheet_dialog import SheetDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.builders.windows import Room

_NAMED = {
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.Link,
    QAccessible.Role.List,
    QAccessible.Role.ListItem,
    QAccessible.Role.MenuItem,
    QAccessible.Role.RadioButton,
    QAccessible.Role.SpinBox,
}


@pytest.fixture
def room(room: Room) -> Room:
    """The window with an element selected and the keyboard in the diagram."""
    room.click("nmda")
    room.until_passages()
    room.view.setFocus()
    return room


def _round(room: Room) -> list[QWidget]:
    """Where Tab goes from the canvas until it is there again."""
    stops = [room.focus]
    for _press in range(200):
        QTest.keyClick(room.focus, Qt.Key.Key_Tab)
        if room.focus is stops[0]:
            return stops
        stops.append(room.focus)
    raise AssertionError(f"Tab does not come round: {[stop.accessibleName() for stop in stops[-4:]]}")


@pytest.mark.parametrize("name", ["keys", "about", "legend"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_sheet_wears_the_theme_of_the_window_and_goes_with_escape(room: Room, name: str, theme: str) -> None:
    room.main.actions_by_name[f"theme_{theme}"].trigger()
    room.main.actions_by_name[name].trigger()
    (sheet,) = [sheet for sheet in room.main.findChildren(SheetDialog) if sheet.isVisible()]
    wears = room.main.canvas._theme
    seen = sheet.grab().toImage()
    assert seen.pixelColor(3, 3).name() == wears.panel.lower()
    assert sheet.findChild(QScrollArea).verticalScrollBar().maximum() == 0 or name == "keys"  # all of it is in sight
    close = sheet.findChild(QPushButton)
    assert seen.pixelColor(close.mapTo(sheet, QPoint(6, close.height() // 2))).name() == wears.accent.lower()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_tab_reaches_every_part_and_comes_round(room: Room) -> None:
    stops = _round(room)
    main = room.main
    for part in (main.top, main.library, main.canvas, main.excerpts):
        assert any(part.isAncestorOf(stop) for stop in stops), part
    assert all(stop.accessibleName() for stop in stops)


def test_the_diagram_shows_that_tab_came_to_it_and_a_click_needs_no_such_sign(room: Room) -> None:
    edge = QPoint(1, room.view.height() // 2)
    room.key(Qt.Key.Key_Escape)

    def ring() -> bool:
        theme = room.main.canvas._theme
        return room.view.grab().toImage().pixelColor(edge).name() == theme.accent.lower()

    assert not ring()
    room.key(Qt.Key.Key_Tab)
    room.shift(Qt.Key.Key_Backtab)
    assert room.focus is room.view
    assert ring()
    room.click("drug")
    assert not ring()


def test_tab_goes_through_the_bar_as_the_eye_does(room: Room) -> None:
    room.double_click("nmda")
    room.until_open("inside")
    room.view.setFocus()
    stops = [stop for stop in _round(room) if room.main.top.isAncestorOf(stop)]
    at = [stop.mapTo(room.main, stop.rect().center()).x() for stop in stops]
    assert len(at) >= 5
    assert at == sorted(at)


def test_nothing_in_the_fields_lets_the_canvas_take_its_keys(room: Room) -> None:
    for stop in _round(room):
        if stop is room.view:
            continue
        stop.setFocus()
        QTest.keyClick(stop, Qt.Key.Key_BracketRight)
        assert room.session.selection == "nmda", stop.accessibleName()


def _unnamed(node: QAccessibleInterface, found: list[str]) -> list[str]:
    state = node.state()
    if (
        node.role() in _NAMED
        and not state.invisible
        and not state.offscreen
        and not node.text(QAccessible.Text.Name).strip()
    ):
        found.append(f"{node.role()} {type(node.object()).__name__}")
    for index in range(node.childCount()):
        child = node.child(index)
        if child is not None:
            _unnamed(child, found)
    return found


def test_everything_that_can_be_used_has_a_name(room: Room) -> None:
    assert _unnamed(QAccessible.queryAccessibleInterface(room.main), []) == []


@pytest.mark.parametrize("dialog", ["keys", "about", "legend", "export"])
def test_everything_in_a_dialog_has_a_name_and_esc_closes_it(room: Room, dialog: str) -> None:
    room.main.actions_by_name[dialog].trigger()
    sheet = next(w for w in QApplication.topLevelWidgets() if w is not room.main and w.isVisible())
    assert _unnamed(QAccessible.queryAccessibleInterface(sheet), []) == []
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_the_canvas_says_what_it_shows_and_what_is_selected(room: Room) -> None:
    spoken = QAccessible.queryAccessibleInterface(room.view)
    assert spoken.text(QAccessible.Text.Name) == "Diagram: The story"
    assert "NMDA receptor" in spoken.text(QAccessible.Text.Description)
    room.click("block")
    assert "Ketamine blocks NMDA receptor" in spoken.text(QAccessible.Text.Description)
    room.key(Qt.Key.Key_Escape)
    assert spoken.text(QAccessible.Text.Description) == "What the drug does."


# The screen that is none cannot bring a menu to the front.
_MENUS = pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing the keyboard", extend=True)


def _menu(room: Room) -> QMenu:
    """The menu that Shift+F10 opens."""
    room.shift(Qt.Key.Key_F10)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


@_MENUS
@pytest.mark.parametrize("element", ["nmda", "block"])
def test_the_menu_key_is_about_what_is_selected_and_opens_there(room: Room, element: str) -> None:
    room.click(element)
    room.view.setFocus()
    menu = _menu(room)
    assert "Fit selection" in [action.text().replace("&", "") for action in menu.actions()]
    assert room.session.selection == element
    there = room.view.mapToGlobal(room.place_of(element))
    assert (menu.pos() - there).manhattanLength() < 60
    menu.close()


@_MENUS
def test_the_menu_key_opens_the_menu_of_a_passage_and_of_a_document(room: Room) -> None:
    room.passages[0].setFocus()
    menu = _menu(room)
    assert any("citation" in action.text() for action in menu.actions())
    menu.close()
    rows = room.main.findChild(DocumentList)
    rows.setFocus()
    rows.setCurrentIndex(rows.model().index(1, 0))
    menu = _menu(room)
    with room.qtbot.waitSignal(rows.document_requested) as asked:
        menu.actions()[0].trigger()
    assert asked.args == ["reply.md"]
    menu.close()


def _heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is announced from now on."""
    heard: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return heard


def test_another_diagram_is_said_though_the_keyboard_stays(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    heard = _heard(monkeypatch)
    room.main.canvas.settle()
    assert heard == []
    room.key(Qt.Key.Key_Return)
    room.until_open("inside")
    assert heard == ["Diagram: Inside the receptor"]


def test_a_step_is_said_though_the_keyboard_stays_in_the_diagram(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    heard = _heard(monkeypatch)
    room.key(Qt.Key.Key_PageDown)
    room.key(Qt.Key.Key_PageUp)
    assert heard == ["Step 1 of 2: Before. The receptor sustains the firing.", "All steps shown."]
    assert room.focus is room.view


def _children(room: Room) -> list[QAccessibleInterface]:
    spoken = QAccessible.queryAccessibleInterface(room.view)
    return [child for index in range(spoken.childCount()) if (child := spoken.child(index)) is not None]


def test_every_node_and_arrow_is_a_named_child_of_the_canvas_at_its_place(room: Room) -> None:
    room.main.canvas.settle()
    diagram = room.session.ready.diagram
    children = _children(room)
    names = [child.text(QAccessible.Text.Name) for child in children]
    assert len(names) == len(diagram.nodes) + len(diagram.edges)
    assert "NMDA receptor, receptor" in names
    assert "Ketamine blocks NMDA receptor" in names
    spoken = QAccessible.queryAccessibleInterface(room.view)
    for index, child in enumerate(children):
        assert spoken.indexOfChild(child) == index
        assert child.parent().object() is room.view
    there = room.view.mapToGlobal(room.place_of("nmda"))
    nmda = children[names.index("NMDA receptor, receptor")]
    assert nmda.rect().contains(there)
    assert spoken.childAt(there.x(), there.y()).text(QAccessible.Text.Name) == "NMDA receptor, receptor"
    assert "Ketamine blocks NMDA receptor." in nmda.text(QAccessible.Text.Description)


def test_the_selected_child_says_so_and_has_the_keyboard(room: Room) -> None:
    room.main.canvas.settle()
    room.click("block")
    selected = [child.text(QAccessible.Text.Name) for child in _children(room) if child.state().selected]
    assert selected == ["Ketamine blocks NMDA receptor"]
    focused = QAccessible.queryAccessibleInterface(room.view).focusChild()
    assert focused.text(QAccessible.Text.Name) == "Ketamine blocks NMDA receptor"


def test_another_diagram_and_another_step_have_other_children(room: Room) -> None:
    room.main.canvas.settle()
    whole = len(_children(room))
    room.main.canvas.show_step(1)
    assert 0 < len(_children(room)) < whole
    room.main.canvas.show_step(0)
    room.double_click("nmda")
    room.until_open("inside")
    diagram = room.session.ready.diagram
    names = [child.text(QAccessible.Text.Name) for child in _children(room)]
    assert len(names) == len(diagram.nodes) + len(diagram.edges)
