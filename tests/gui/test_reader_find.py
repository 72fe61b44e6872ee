"""Finding words in a document: counted, walked through, from where the reader stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.builders.findings import a_document, an_entry, placed
from tests.builders.readers import FILL, a_reader, open_find, select, the_document
from viewer.ui.reader.mark_strip import TickKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from viewer.ui.reader.document_view import DocumentView

_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[DocumentView]:
    with a_reader(qtbot) as made:
        yield made


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
    words = [*[FILL] * 4, "The channel is shut.", *[FILL] * 9, "A chanter."] * 3
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
