"""What a person does in the reader beside reading: contents, sizes, links, the screen reader."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel

from tests.builders.findings import a_document, placed
from tests.builders.readers import a_reader, focus, the_document
from viewer.ui.reader.bars.bar_button import BarButton
from viewer.ui.reader.bars.reading_choices import ReadingChoices

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from viewer.ui.reader.document_view import DocumentView

_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[DocumentView]:
    with a_reader(qtbot) as made:
        yield made


def test_a_click_in_the_margin_goes_to_the_passage(view: DocumentView, qtbot: QtBot) -> None:
    document = the_document()
    excerpts = tuple(
        placed(document, f"Sentence {number} says that the β\u2011channel is shut.") for number in (2, 15)
    )
    view.show_document(document, excerpts, excerpts[0])
    strip = view.page.strip
    last = next(tick for tick in view.page._ticks() if tick.number == 1)
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.centre_of(last))
    assert view.position == "2 of 2"


def test_the_contents_lead_and_follow(view: DocumentView, qtbot: QtBot) -> None:
    document = the_document()
    view.show_document(document, (), None)
    contents = view.body.contents
    assert contents.isVisible()
    assert contents.current == 0
    rows = contents.list
    spot = rows.visualRect(rows.model().index(9, 0)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert view.page.first_in_sight == document.sections[9].start
    assert contents.current == 9
    qtbot.keyClick(view.page, Qt.Key.Key_PageDown)
    qtbot.keyClick(view.page, Qt.Key.Key_PageDown)
    assert contents.current > 9
    qtbot.keyClick(view.page, Qt.Key.Key_Home)
    assert contents.current == 0


def test_the_contents_fold_away_and_work_by_keys(view: DocumentView, qtbot: QtBot) -> None:
    document = the_document()
    view.show_document(document, (), None)
    with qtbot.waitSignal(view.remembered) as told:
        qtbot.keyClick(view.page, Qt.Key.Key_O)
    assert told.args == [{"reader_outline": False}]
    assert not view.body.contents.isVisible()
    qtbot.mouseClick(view.bar.buttons["contents"], Qt.MouseButton.LeftButton)
    assert view.body.contents.isVisible()
    rows = view.body.contents.list
    assert QApplication.focusWidget() is rows
    for _ in range(5):
        qtbot.keyClick(rows, Qt.Key.Key_Down)
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert view.page.first_in_sight == document.sections[5].start
    qtbot.keyClick(rows, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is view.page


def test_a_document_without_sections_has_no_contents(view: DocumentView) -> None:
    view.show_document(a_document("Only words.\n\nAnd more."), (), None)
    assert not view.body.contents.isVisible()
    assert not view.bar.buttons["contents"].isVisible()


def test_in_a_narrow_window_the_contents_lie_over_the_text_until_one_is_chosen(
    view: DocumentView, qtbot: QtBot
) -> None:
    document = the_document()
    view.resize(420, 700)
    view.show_document(document, (), None)
    contents = view.body.contents
    assert not contents.isVisible()
    wide = view.page.width()
    qtbot.keyClick(view.page, Qt.Key.Key_O)
    assert contents.isVisible()
    assert view.page.width() == wide
    qtbot.keyClick(contents.list, Qt.Key.Key_Down)
    qtbot.keyClick(contents.list, Qt.Key.Key_Return)
    assert not contents.isVisible()
    assert view.page.first_in_sight == document.sections[1].start


def test_the_button_tells_whether_the_contents_are_there(view: DocumentView) -> None:
    view.show_document(the_document(), (), None)
    assert view.bar.buttons["contents"].isChecked()
    view.resize(420, 700)
    assert not view.body.contents.isVisible()
    assert not view.bar.buttons["contents"].isChecked()


@pytest.mark.parametrize("width", [240, 320, 420, 560, 1000])
def test_the_bar_fits_any_width(view: DocumentView, width: int) -> None:
    document = the_document()
    excerpts = (placed(document, "Sentence 3 says"),)
    view.show_document(document, excerpts, excerpts[0])
    view.resize(width, 700)
    shown = [button for button in view.bar.buttons.values() if button.isVisible()]
    view.bar.layout().activate()
    assert all(button.geometry().right() < width for button in shown)
    for one, other in pairwise(shown):
        assert not one.geometry().intersects(other.geometry())
    assert view.bar.buttons["back"] in shown
    assert view.bar.buttons["next_passage"] in shown


def test_keys_make_the_text_larger_and_smaller_and_the_place_stays(view: DocumentView, qtbot: QtBot) -> None:
    document = the_document()
    view.show_document(document, (), None)
    view.page.scroll_to(document.text.index("## Part 9"))
    kept = view.page.first_in_sight
    before = view.page.font().pixelSize()
    with qtbot.waitSignal(view.remembered) as told:
        qtbot.keyClick(view.page, Qt.Key.Key_Plus, _CONTROL)
    assert told.args == [{"reader_size": 16}]
    assert view.page.font().pixelSize() > before
    assert view.page.first_in_sight == kept
    for _ in range(60):
        qtbot.keyClick(view.page, Qt.Key.Key_Minus, _CONTROL)
    assert view.choices[0] == "9"
    qtbot.keyClick(view.page, Qt.Key.Key_0, _CONTROL)
    assert view.page.font().pixelSize() == before


@pytest.mark.parametrize("shift", [Qt.KeyboardModifier.NoModifier, _SHIFT], ids=["keypad", "shifted"])
def test_plus_is_plus_wherever_the_keyboard_has_it(
    view: DocumentView, qtbot: QtBot, shift: Qt.KeyboardModifier
) -> None:
    view.show_document(the_document(), (), None)
    qtbot.keyClick(view.page, Qt.Key.Key_Plus, _CONTROL | shift)
    assert view.choices[0] == "16"


def test_the_choices_set_size_and_width_by_buttons(view: DocumentView, qtbot: QtBot) -> None:
    view.show_document(the_document(), (), None)
    qtbot.mouseClick(view.bar.buttons["choices"], Qt.MouseButton.LeftButton)
    choices = view.findChild(ReadingChoices)
    assert choices is not None

    def press(name: str) -> None:
        button = next(one for one in choices.findChildren(BarButton) if one.accessibleName() == name)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    press("Larger (Ctrl++)")
    assert "16" in [label.text() for label in choices.findChildren(QLabel)]
    before = view.page.viewport().width()
    with qtbot.waitSignal(view.remembered) as told:
        press("Narrow lines")
    assert told.args == [{"reader_width": "narrow"}]
    assert view.page.viewport().width() < before
    qtbot.keyClick(choices, Qt.Key.Key_Escape)
    assert not choices.isVisible()


def test_a_link_is_followed_after_a_question_only(view: DocumentView, qtbot: QtBot) -> None:
    view.show_document(a_document("Some words and https://example.org/a here."), (), None)
    page = view.page
    page.grab()
    box = page.cursorRect(page.document().find("example.org"))
    spot = box.center() - QPoint(8, 0)
    with qtbot.assertNotEmitted(view.link_chosen):
        qtbot.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert view.links.isVisible()
    assert view.links.address == "https://example.org/a"
    assert QApplication.focusWidget().text() == "Not now"
    qtbot.keyClick(focus(view), Qt.Key.Key_Escape)
    assert not view.links.isVisible()
    qtbot.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    opening = next(one for one in view.links.findChildren(BarButton) if one.text() == "Open" and one.isVisible())
    with qtbot.waitSignal(view.link_chosen) as chosen:
        qtbot.mouseClick(opening, Qt.MouseButton.LeftButton)
    assert chosen.args == ["https://example.org/a"]


def test_a_long_text_comes_slice_by_slice_and_its_place_is_reached(view: DocumentView, qtbot: QtBot) -> None:
    text = "\n\n".join(f"Paragraph {number} is one of very many." for number in range(30_000))
    document = a_document(text)
    excerpt = placed(document, "Paragraph 29990 is one of very many.")
    view.show_document(document, (excerpt,), excerpt)
    assert not view.page.whole
    qtbot.waitUntil(lambda: view.page.whole, timeout=20_000)
    assert view.page.toPlainText() == text
    assert view.page.first_in_sight > text.index("Paragraph 29900 ")
    assert view.position == "1 of 1"


def test_a_screen_reader_reads_the_text(view: DocumentView) -> None:
    document = the_document()
    view.show_document(document, (), None)
    heard = QAccessible.queryAccessibleInterface(view.page)
    assert heard.text(QAccessible.Text.Name) == "Text of the document"
    assert heard.text(QAccessible.Text.Value) == document.text
    assert heard.state().readOnly


def test_a_screen_reader_is_told_which_document_it_reads(view: DocumentView) -> None:
    view.wait_for("A circuit account")
    view.show_document(the_document(), (), None)
    heard = QAccessible.queryAccessibleInterface(view.page)
    assert heard.text(QAccessible.Text.Name) == "Text of “A circuit account”"


def test_every_control_has_a_name(view: DocumentView) -> None:
    view.show_document(the_document(), (), None)
    view.do("find")
    for control in (*view.bar.buttons.values(), view.page, view.finding.bar.field, view.body.contents.list):
        assert control.accessibleName()
