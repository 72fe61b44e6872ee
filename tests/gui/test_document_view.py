from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from tests.builders.findings import a_document, an_entry, an_excerpt, placed
from tests.builders.readers import a_reader
from tests.builders.theming import a_theme
from viewer.model.evidence import Status
from viewer.ui.typeset.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QRect
    from pytestqt.qtbot import QtBot

    from viewer.documents.entries import DocumentText
    from viewer.model.evidence import Excerpt
    from viewer.ui.reader.document_view import DocumentView

_FILL = "Words that say nothing of it, to and fro, and on for a while so that lines are filled. " * 3


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[DocumentView]:
    with a_reader(qtbot, width=900) as made:
        yield made


def the_document(paragraphs: int = 30) -> DocumentText:
    parts = ["# A circuit account"]
    for number in range(paragraphs):
        parts.append(f"## Part {number} 🧠")
        parts.append(f"{_FILL}Sentence {number} says the channel is shut. {_FILL}")
    return a_document("\n\n".join(parts), an_entry(author="A. Doe", year="2020"))


def sentence(document: DocumentText, number: int) -> Excerpt:
    return placed(document, f"Sentence {number} says the channel is shut.", "channel")


def shown_words(view: DocumentView, excerpt: Excerpt) -> str:
    """What stands in the view where the view puts an excerpt."""
    cursor = view.page.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, len(excerpt.text))
    return cursor.selectedText()


def place_of_current(view: DocumentView) -> QRect:
    return view.page.cursorRect()


def heads(view: DocumentView) -> list[str]:
    return [block.text() for block in view.findChildren(TextBlock) if block.isVisible()]


def test_the_text_is_the_documents_own(view: DocumentView) -> None:
    document = the_document()
    view.show_document(document, (), None)
    assert view.page.toPlainText() == document.text
    assert heads(view) == ["A circuit account", "A. Doe · 2020"]
    assert view.position == ""


def test_it_opens_at_the_passage_a_third_from_the_top(view: DocumentView) -> None:
    document = the_document()
    wanted = sentence(document, 17)
    view.show_document(document, (sentence(document, 3), wanted), wanted)
    assert shown_words(view, wanted) == wanted.text
    assert view.position == "2 of 2"
    height = view.page.viewport().height()
    assert height * 0.15 < place_of_current(view).y() < height * 0.5


def test_the_passage_is_painted_in_the_themes_tint(view: DocumentView) -> None:
    document = the_document()
    wanted = sentence(document, 17)
    view.show_document(document, (wanted,), wanted)
    ground = view.page.viewport().grab().toImage()
    ratio = ground.devicePixelRatio()
    colours = {
        ground.pixelColor(round(x * ratio), round(y * ratio)).name()
        for x in range(0, view.page.viewport().width(), 2)
        for y in range(place_of_current(view).y() - 4, place_of_current(view).y() + 30, 2)
    }
    theme = a_theme()
    assert {theme.mark.lower(), theme.accent_tint.lower(), theme.accent.lower()} <= colours


def test_a_document_without_the_selection_has_no_marks(view: DocumentView) -> None:
    document = the_document()
    other = an_excerpt("Sentence 3", document="b.md")
    view.show_document(document, (other,), None)
    assert view.position == ""
    assert not view.bar.buttons["next_passage"].isVisible()


def test_next_and_previous_walk_round_by_buttons_and_keys(view: DocumentView, qtbot: QtBot) -> None:
    document = the_document()
    excerpts = tuple(sentence(document, number) for number in (3, 11, 25))
    view.show_document(document, excerpts, excerpts[0])
    before, after = (view.bar.buttons[name] for name in ("previous_passage", "next_passage"))
    qtbot.mouseClick(after, Qt.MouseButton.LeftButton)
    assert view.position == "2 of 3"
    assert shown_words(view, excerpts[1]) == excerpts[1].text
    qtbot.keyClick(view.page, Qt.Key.Key_N)
    assert view.position == "3 of 3"
    qtbot.keyClick(view.page, Qt.Key.Key_F3)
    assert view.position == "1 of 3"
    qtbot.keyClick(view.page, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert view.position == "3 of 3"
    qtbot.keyClick(view.page, Qt.Key.Key_P)
    qtbot.mouseClick(before, Qt.MouseButton.LeftButton)
    assert view.position == "1 of 3"


def test_a_document_opened_at_its_beginning_says_how_many_passages_it_has(view: DocumentView) -> None:
    document = the_document()
    view.show_document(document, (sentence(document, 11), sentence(document, 12)), None)
    assert view.position == "2 passages"
    assert view.page.verticalScrollBar().value() == 0
    view.next()
    assert view.position == "1 of 2"


def test_the_same_place_counts_once(view: DocumentView) -> None:
    document = the_document()
    one = sentence(document, 11)
    view.show_document(document, (one, one), one)
    assert view.position == "1 of 1"


def test_a_quote_without_a_place_is_told(view: DocumentView) -> None:
    document = the_document()
    missing = an_excerpt("nobody wrote this", status=Status.MISSING)
    view.show_document(document, (missing,), missing)
    assert view.position == "The quoted words are not in this document"


def test_escape_and_the_button_lead_back(view: DocumentView, qtbot: QtBot) -> None:
    view.show_document(the_document(), (), None)
    with qtbot.waitSignal(view.closed):
        qtbot.keyClick(view.page, Qt.Key.Key_Escape)
    back = view.bar.buttons["back"]
    with qtbot.waitSignal(view.closed):
        qtbot.mouseClick(back, Qt.MouseButton.LeftButton, pos=back.rect().center())


def test_only_a_slow_document_is_announced(view: DocumentView, qtbot: QtBot) -> None:
    view.wait_for("A circuit account")
    assert heads(view) == ["A circuit account"]
    qtbot.waitUntil(lambda: "Reading …" in heads(view))
    view.show_document(the_document(), (), None)
    assert "Reading …" not in heads(view)


def test_what_was_read_before_is_gone_while_another_is_awaited(view: DocumentView) -> None:
    document = the_document()
    view.show_document(document, (sentence(document, 3),), None)
    view.wait_for("Another")
    assert view.page.toPlainText() == ""
    assert view.position == ""


def test_lines_are_no_longer_than_can_be_read(view: DocumentView) -> None:
    view.show_document(the_document(), (), None)
    view.page.grab()
    block = view.page.firstVisibleBlock().next().next().next().next()
    longest = max(block.layout().lineAt(number).textLength() for number in range(block.layout().lineCount()))
    assert 50 < longest <= 84
    margins = view.page.viewport().geometry()
    assert margins.left() > 50


def test_headings_are_larger_than_the_text(view: DocumentView) -> None:
    view.show_document(the_document(), (), None)
    view.page.grab()
    heading = view.page.firstVisibleBlock()
    text = heading.next().next().next().next()
    assert heading.layout().lineAt(0).height() > text.layout().lineAt(0).height()


def test_the_text_can_be_larger(view: DocumentView) -> None:
    view.show_document(the_document(), (), None)
    view.page.grab()
    before = view.page.firstVisibleBlock().layout().lineAt(0).height()
    view.set_choices(30, "medium", contents=True)
    view.page.grab()
    assert view.page.firstVisibleBlock().layout().lineAt(0).height() > before


@pytest.mark.parametrize(
    "text",
    ["", "\n\n\n", "\x00\x07\x1b", "\u2028\u2029\ufdd0", "<img src='x.png'>\n" * 50, "שלום " * 500, "\ud800 lone"],
)
def test_any_text_opens_and_is_marked(view: DocumentView, text: str) -> None:
    document = a_document(text)
    excerpt = placed(document, text, text[:5].strip()) if text else None
    view.show_document(document, (excerpt,) if excerpt else (), excerpt)
    assert not view.grab().isNull()


def test_a_passage_in_a_line_of_any_length_is_found(view: DocumentView, qtbot: QtBot) -> None:
    document = a_document("🧠 and so on " * 40_000 + "here it stands " + "and so on " * 40_000)
    excerpt = placed(document, "here it stands", "stands")
    view.show_document(document, (excerpt,), excerpt)
    qtbot.waitUntil(lambda: view.page.whole)
    assert shown_words(view, excerpt) == "here it stands"
    assert 0 <= place_of_current(view).y() < view.page.viewport().height()


def test_another_theme_keeps_the_place(view: DocumentView) -> None:
    document = the_document()
    wanted = sentence(document, 17)
    view.show_document(document, (wanted,), wanted)
    view.set_theme(a_theme("dark"))
    assert view.position == "1 of 1"
    assert shown_words(view, wanted) == wanted.text


@pytest.mark.parametrize("width", [360, 700])
def test_nothing_of_its_head_is_cut(view: DocumentView, width: int) -> None:
    font = view.font()
    font.setPixelSize(28)
    view.setFont(font)
    view.resize(width, 700)
    document = a_document(
        "# Text\n\nwords", an_entry(title="A long title of a paper " * 5, author="A. Doe", year="2020")
    )
    view.show_document(document, (), None)
    for block in view.findChildren(TextBlock):
        if block.isVisible():
            assert block.heightForWidth(block.width()) <= block.height()
            assert block.geometry().right() <= width
