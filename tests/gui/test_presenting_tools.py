"""The show without a keyboard: everything is a large button after a right click or a long press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from viewer.presenting.desk.buttons import BUTTONS
from viewer.presenting.sheets.tools import ToolPage
from viewer.presenting.state.keys import BY_NAME
from viewer.presenting.state.show import Place, Sheet, Tool

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from viewer.presenting.theatre import Theatre


def the_page(theatre: Theatre) -> ToolPage:
    page = theatre.house.covers.page
    assert isinstance(page, ToolPage)
    return page


def press(theatre: Theatre, text: str) -> None:
    """Open the tools by a right click, and press one."""
    QTest.mouseClick(theatre.audience, Qt.MouseButton.RightButton, pos=QPoint(30, 30))
    page = the_page(theatre)
    (cell,) = (cell for button, cell in page._cells() if button.text == text)
    QTest.mouseClick(page, Qt.MouseButton.LeftButton, pos=cell.center().toPoint())


def test_every_button_has_its_verb_and_its_place(theatre: Theatre) -> None:
    QTest.mouseClick(theatre.audience, Qt.MouseButton.RightButton, pos=QPoint(30, 30))
    page = the_page(theatre)
    cells = [cell for _button, cell in page._cells()]
    assert all(button.verb in BY_NAME for button in BUTTONS)
    assert not [1 for at, cell in enumerate(cells) for other in cells[:at] if cell.intersects(other)]
    assert all(page.rect().contains(cell.toRect()) for cell in cells)
    assert min(min(cell.width(), cell.height()) for cell in cells) >= 44
    assert "Pen" in page.accessibleDescription().splitlines()


def test_a_button_does_what_its_key_does_and_the_sheet_goes_away(theatre: Theatre) -> None:
    press(theatre, "Next")
    assert theatre.show.place == Place(0, 1)
    press(theatre, "Pen")
    assert theatre.show.tool is Tool.PEN
    assert theatre.show.sheet is Sheet.NONE
    press(theatre, "Steps")
    assert theatre.show.sheet is Sheet.OVERVIEW


def test_escape_or_a_click_beside_the_buttons_closes_the_sheet_alone(theatre: Theatre) -> None:
    for close in (
        lambda: QTest.keyClick(theatre.audience, Qt.Key.Key_Escape),
        lambda: QTest.mouseClick(the_page(theatre), Qt.MouseButton.LeftButton, pos=QPoint(3, 3)),
    ):
        theatre.press("K")
        assert theatre.show.sheet is Sheet.TOOLS
        close()
        assert theatre.show.sheet is Sheet.NONE
        assert not theatre.show.over


def test_the_show_is_ended_by_a_button(qtbot: QtBot, theatre: Theatre) -> None:
    with qtbot.waitSignal(theatre.left):
        press(theatre, "End")


def test_a_long_press_opens_the_tools_and_is_no_tap(qtbot: QtBot, theatre: Theatre) -> None:
    window = theatre.audience
    window.hand._held.setInterval(1)
    screen = QTest.createTouchDevice()
    at = QPoint(30, 30)
    QTest.touchEvent(window, screen).press(0, at).commit()  # type: ignore[call-overload]
    qtbot.waitUntil(lambda: theatre.show.sheet is Sheet.TOOLS)
    QTest.touchEvent(window, screen).release(0, at).commit()  # type: ignore[call-overload]
    assert theatre.show.sheet is Sheet.TOOLS
    assert theatre.show.place == Place(0, 0)
