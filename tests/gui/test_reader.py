"""What a person does in the reader beside reading: find, contents, sizes, copying, links, the way to the diagrams."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from tests.builders.findings import a_document, an_entry, placed
from tests.builders.readers import a_reader
from viewer.model.diagram import DiagramId, ElementId
from viewer.session.finding import Found, Group, Hit, HitKind
from viewer.ui.reader.bars.bar_button import BarButton
from viewer.ui.reader.bars.reading_choices import ReadingChoices
from viewer.ui.reader.mark_strip import TickKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from viewer.documents.entries import DocumentText
    from viewer.ui.reader.document_view import DocumentView

_FILL = "Words that say nothing of it, to and fro, and on for a while so that lines are filled. " * 3
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[DocumentView]:
    with a_reader(qtbot) as made:
        yield made


def the_document() -> DocumentText:
    parts = ["# A circuit account"]
    for number in range(20):
        parts.append(f"## Part {number}")
        parts.append(f"{_FILL}Sentence {number} says that the β\u2011channel is shut. {_FILL}")
    return a_document("\n\n".join(parts), an_entry(author="A. Doe", year="2020"))


def focus(view: DocumentView) -> QWidget:
    return QApplication.focusWidget() or view.page


def open_find(view: DocumentView, qtbot: QtBot, words: str) -> None:
    qtbot.keyClick(view.page, Qt.Key.Key_F, _CONTROL)
    qtbot.keyClicks(view.finding.bar.field, words)
    qtbot.waitUntil(lambda: view.finding.bar.count.text() != "")


def select(view: DocumentView, words: str) -> None:
    cursor = view.page.document().find(words)
    assert not cursor.isNull()
    view.page.setTextCursor(cursor)


def selected(view: DocumentView) -> str:
    start, end = view.page.selected
    return view.page.source[start:end]


def test_find_counts_walks_and_gives_the_keyboard_back(view: DocumentView, qtbot: QtBot) -> None:
    view.show_document(the_document(), (), None)
    open_find(view, qtbot, "beta-channel")
    bar, field = view.finding.bar, view.finding.bar.field
    assert QApplication.focusWidget() is field
    qtbot.waitUntil(lambda: bar.count.text() == "1 of 20")
    first = view.page.verticalScrollBar().value()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert bar.count.text() == "2 of 20"
    qtbot.keyClick(field, Qt.Key.Key_F3)
    assert bar.count.text() == "3 of 20"
    qtbot.keyClick(field, Qt.Key.Key_F3, _SHIFT)
    qtbot.keyClick(field, Qt.Key.Key_Return, _SHIFT)
    qtbot.keyClick(field, Qt.Key.Key_Return, _SHIFT)
    assert bar.count.text() == "20 of 20"
    assert view.page.verticalScrollBar().value() > first
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert QApplication.focusWidget() is view.page


def test_find_begins_where_the_reader_stands(view: DocumentView, qtbot: QtBot) -> None:
    document = the_document()
    view.show_document(document, (), None)
    view.page.scroll_to(document.text.index("## Part 9"))
    open_find(view, qtbot, "channel")
    qtbot.waitUntil(lambda: view.finding.bar.count.text() == "10 of 20")


def test_find_says_when_there_is_nothing(view: DocumentView, qtbot: QtBot) -> None:
    view.show_document(the_document(), (), None)
    open_find(view, qtbot, "kinase")
    qtbot.waitUntil(lambda: view.finding.bar.count.text() == "Nothing found")
    view.finding.bar.field.selectAll()
    qtbot.keyClick(view.finding.bar.field, Qt.Key.Key_Delete)
    assert view.finding.bar.count.text() == ""


def test_find_takes_the_selected_words(view: DocumentView, qtbot: QtBot) -> None:
    view.show_document(the_document(), (), None)
    select(view, "Sentence 7")
    qtbot.keyClick(view.page, Qt.Key.Key_F, _CONTROL)
    assert view.finding.bar.field.text() == "Sentence 7"
    qtbot.waitUntil(lambda: view.finding.bar.count.text() == "1 of 1")


def test_find_begins_at_the_selected_words(view: DocumentView, qtbot: QtBot) -> None:
    document = the_document()
    view.show_document(document, (), None)
    view.page.scroll_to(document.text.index("## Part 9"))
    cursor = view.page.document().find("channel", document.text.index("## Part 11"))
    view.page.setTextCursor(cursor)
    view.page.ensureCursorVisible()
    qtbot.keyClick(view.page, Qt.Key.Key_F, _CONTROL)
    qtbot.waitUntil(lambda: view.finding.bar.count.text() == "12 of 20")


def test_find_typed_letter_by_letter_stays_where_typing_began(view: DocumentView, qtbot: QtBot) -> None:
    words = [*[_FILL] * 4, "The channel is shut.", *[_FILL] * 9, "A chanter."] * 3
    view.show_document(a_document("\n\n".join(words), an_entry()), (), None)
    open_find(view, qtbot, "c")
    said = ["1 of 6", "1 of 6", "1 of 6", "1 of 6", "1 of 3"]
    field, count = view.finding.bar.field, view.finding.bar.count
    qtbot.waitUntil(lambda: count.text() == said[0])
    for letter, expected in zip("hant", said[1:], strict=True):
        qtbot.keyClick(field, letter)
        qtbot.waitUntil(lambda expected=expected: count.text() == expected)
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: count.text() == "1 of 6")


def test_what_is_found_looks_other_than_a_passage(view: DocumentView, qtbot: QtBot) -> None:
    document = the_document()
    excerpt = placed(document, "Sentence 0 says that the β\u2011channel is shut.", "channel")
    view.show_document(document, (excerpt,), excerpt)
    before = view.page.viewport().grab().toImage()
    open_find(view, qtbot, "lines are filled")
    qtbot.waitUntil(lambda: "of 120" in view.finding.bar.count.text())
    assert view.page.viewport().grab().toImage() != before
    kinds = {tick.kind for tick in view.page._ticks()}
    assert kinds == {TickKind.PASSAGE, TickKind.HIT}


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


def test_a_selection_is_copied_with_its_source_plain_and_rich(view: DocumentView, qtbot: QtBot) -> None:
    view.show_document(the_document(), (), None)
    select(view, "Sentence 4 says that")
    qtbot.keyClick(view.page, Qt.Key.Key_C, _CONTROL)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == "“Sentence 4 says that” — A. Doe, A circuit account (2020), Part 4, line 21"
    assert "<cite>A circuit account</cite>" in mime.html()


def test_the_words_alone_are_copied_as_the_document_has_them(view: DocumentView, qtbot: QtBot) -> None:
    document = a_document("word🧬 " * 9_000 + "\n<b>tail</b>\u00a0end")
    view.show_document(document, (), None)
    qtbot.keyClick(view.page, Qt.Key.Key_A, _CONTROL)
    qtbot.keyClick(view.page, Qt.Key.Key_C, _CONTROL | _SHIFT)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == document.text
    assert not mime.hasHtml()


def test_after_selecting_with_the_mouse_verbs_stand_beside(view: DocumentView, qtbot: QtBot) -> None:
    view.show_document(the_document(), (), None)
    page = view.page
    cursor = page.document().find("nothing")
    spot = page.cursorRect(cursor).center() - QPoint(6, 0)
    assert not view.verbs.beside.isVisible()
    qtbot.mouseDClick(page.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseRelease(page.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert selected(view) == "nothing"
    assert view.verbs.beside.isVisible()
    button = next(one for one in view.verbs.beside.findChildren(BarButton) if one.text() == "In the diagrams")
    with qtbot.waitSignal(view.diagrams_asked) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == ["nothing"]
    page.setTextCursor(QTextCursor(page.document()))
    assert not view.verbs.beside.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_of_a_word_asks_the_diagrams(view: DocumentView, qtbot: QtBot) -> None:
    view.show_document(the_document(), (), None)
    page = view.page
    spot = page.cursorRect(page.document().find("nothing")).center() - QPoint(6, 0)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, page.viewport().mapToGlobal(spot))
    QApplication.sendEvent(page.viewport(), event)
    menu = page.findChild(QMenu)
    assert menu is not None
    asks = next(action for action in menu.actions() if action.text().startswith("Which diagrams"))
    with qtbot.waitSignal(view.diagrams_asked) as asked:
        asks.trigger()
    assert asked.args == ["nothing"]
    menu.close()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_of_a_link_asks_before_it_is_opened(view: DocumentView, qtbot: QtBot) -> None:
    view.show_document(a_document("Some words and [a page](https://example.org/a) here."), (), None)
    page = view.page
    spot = page.cursorRect(page.document().find("a page")).center() - QPoint(8, 0)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, page.viewport().mapToGlobal(spot))
    QApplication.sendEvent(page.viewport(), event)
    menu = page.findChild(QMenu)
    assert menu is not None
    next(action for action in menu.actions() if action.text().startswith("Open the link")).trigger()
    assert view.links.address == "https://example.org/a"
    menu.close()


def test_words_that_run_the_other_way_are_found_and_outlined(view: DocumentView, qtbot: QtBot) -> None:
    view.show_document(a_document("الكيتامين يحجب مستقبل NMDA خلال دقائق في الدماغ."), (), None)
    view.do("find")
    view.finding.bar.field.setText("مستقبل NMDA")  # Qt's test keys know no such letters
    view.finding.bar.field.textEdited.emit("مستقبل NMDA")
    qtbot.waitUntil(lambda: view.finding.bar.count.text() == "1 of 1")
    block = view.page.firstVisibleBlock()
    start = view.page.source.index("مستقبل")
    boxes = list(view.page.boxes(block, start, start + len("مستقبل NMDA")))
    whole = list(view.page.boxes(block, 0, len(view.page.source)))
    assert 0 < sum(box.width() for box in boxes) < sum(box.width() for box in whole) / 2
    assert min(box.left() for box in whole) > 100  # such a line begins at the right


def test_what_speaks_of_it_can_be_gone_to_by_keys(view: DocumentView, qtbot: QtBot) -> None:
    view.show_document(the_document(), (), None)
    select(view, "channel")
    with qtbot.waitSignal(view.diagrams_asked):
        qtbot.keyClick(view.page, Qt.Key.Key_D)
    hits = tuple(
        Hit(HitKind.ELEMENT, name, "protein", DiagramId("sample"), ElementId(name))
        for name in ("Channel", "Channels")
    )
    view.verbs.show_speaking(Found("channel", (Group(HitKind.ELEMENT, hits, 2),)))
    assert view.verbs.speaking.isVisible()
    assert view.verbs.speaking.words == "Diagrams that speak of “channel”"
    qtbot.keyClick(focus(view), Qt.Key.Key_Down)
    with qtbot.waitSignal(view.hit_chosen) as chosen:
        qtbot.keyClick(focus(view), Qt.Key.Key_Return)
    assert chosen.args == [hits[1]]


def test_that_nothing_speaks_of_it_is_said(view: DocumentView, qtbot: QtBot) -> None:
    view.show_document(the_document(), (), None)
    select(view, "channel")
    view.verbs.show_speaking(Found("channel"))
    assert view.verbs.speaking.words == "No diagram speaks of “channel”."
    qtbot.keyClick(focus(view), Qt.Key.Key_Escape)
    assert not view.verbs.speaking.isVisible()
    assert QApplication.focusWidget() is view.page
    assert view.isVisible()


def test_without_a_selection_it_says_what_to_do(view: DocumentView, qtbot: QtBot) -> None:
    view.show_document(the_document(), (), None)
    with qtbot.waitSignal(view.notice_requested) as told:
        qtbot.keyClick(view.page, Qt.Key.Key_D)
    assert told.args == ["Select a word in the document first."]


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
