"""What can be done with selected words: copied with their source, or asked of the diagrams."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu

from tests.builders.findings import a_document
from tests.builders.readers import a_reader, focus, select, selected, the_document
from viewer.model.diagram import DiagramId, ElementId
from viewer.session.finding import Found, Group, Hit, HitKind
from viewer.ui.reader.bars.bar_button import BarButton

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from viewer.ui.reader.document_view import DocumentView

_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[DocumentView]:
    with a_reader(qtbot) as made:
        yield made


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


def menu_of(view: DocumentView, words: str, before: int) -> QMenu:
    """Open the menu of words by a right click, so many pixels before their end."""
    page = view.page
    spot = page.cursorRect(page.document().find(words)).center() - QPoint(before, 0)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, page.viewport().mapToGlobal(spot))
    QApplication.sendEvent(page.viewport(), event)
    menu = page.findChild(QMenu)
    assert menu is not None
    return menu


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_of_a_word_asks_the_diagrams(view: DocumentView, qtbot: QtBot) -> None:
    view.show_document(the_document(), (), None)
    menu = menu_of(view, "nothing", 6)
    asks = next(action for action in menu.actions() if action.text().startswith("Which diagrams"))
    with qtbot.waitSignal(view.diagrams_asked) as asked:
        asks.trigger()
    assert asked.args == ["nothing"]
    menu.close()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_of_a_link_asks_before_it_is_opened(view: DocumentView, qtbot: QtBot) -> None:
    view.show_document(a_document("Some words and [a page](https://example.org/a) here."), (), None)
    menu = menu_of(view, "a page", 8)
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
