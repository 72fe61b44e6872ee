"""Words that repeat on a page: each is marked and selected at its own place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.builders.pdfs import a_pdf, lines
from tests.builders.readers import a_reader, drag, pages_of, shown_page, spot_of
from viewer.documents.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from viewer.ui.reader.document_view import DocumentView
    from viewer.ui.reader.paper.page_view import PageView


@pytest.fixture
def repeating(tmp_path: Path) -> Iterator[Library]:
    said = "\n".join(f"Dose {number}.\nThe same words stand here again." for number in range(12))
    folder = tmp_path / "repeating"
    folder.mkdir()
    (folder / "same.pdf").write_bytes(a_pdf(lines(said), title="The same"))
    made = Library((folder,), tmp_path / "repeating.sqlite")
    made.refresh()
    yield made
    made.close()


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[DocumentView]:
    with a_reader(qtbot) as made:
        yield made


def test_places_that_repeat_are_marked_each_at_its_own_place_on_pages_as_in_the_text(
    view: DocumentView, repeating: Library, qtbot: QtBot
) -> None:
    document = repeating.text("same")
    view.papers.set_choices(wanted=True, zoom=100)
    view.show_document(document, (), None)
    pages = pages_of(view)
    qtbot.waitUntil(lambda: pages.pages == 1, timeout=20_000)
    qtbot.keyClick(pages, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(view.finding.bar.field, "same words")
    qtbot.waitUntil(lambda: view.finding.bar.count.text() == "1 of 12")
    marks = pages._marks
    assert marks is not None
    qtbot.waitUntil(lambda: marks.knows(0) and pages._pictures.image(0) is not None, timeout=20_000)
    tops = [boxes[0][1] for _, boxes in sorted(marks.found(0).items())]
    assert tops == sorted(set(tops))
    assert len(tops) == 12
    qtbot.keyClick(view.finding.bar.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.finding.bar.count.text() == "2 of 12")
    shown = {number: colour_inside(pages, boxes[0]) for number, boxes in marks.found(0).items()}
    grounds = {number: colour for number, colour in shown.items() if number != 1}
    assert "#ffffff" not in grounds.values()  # all are marked
    assert set(grounds.values()) == {shown[0]}
    assert shown[1] != shown[0]  # the one that is shown stands out


def colour_inside(pages: PageView, part: tuple[float, float, float, float]) -> str:
    """The colour of the first page's paper just inside the upper left corner of a box."""
    box = pages.box_of(0)
    image = pages.viewport().grab().toImage()
    x, y = box.left() + part[0] * box.width() + 3, box.top() + part[1] * box.height() + 2.5
    return image.pixelColor(round(x * image.devicePixelRatio()), round(y * image.devicePixelRatio())).name()


def test_words_are_selected_on_a_page_and_copied_as_a_slice_of_the_text(
    view: DocumentView, repeating: Library, qtbot: QtBot
) -> None:
    document = repeating.text("same")
    pages = shown_page(view, document, qtbot)
    start = document.text.index("Dose 4")
    end = document.text.index("again", start)
    drag(qtbot, pages, start, end)
    assert pages.selected == (start, end)
    assert view.verbs.beside.isVisible()
    with qtbot.waitSignal(view.notice_requested):
        qtbot.keyClick(pages, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QApplication.clipboard().text()
    assert document.text[start:end].strip() in copied
    assert "page 1" in copied
    qtbot.keyClick(pages, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.clipboard().text() == document.text[start:end]


def test_the_diagrams_are_asked_about_words_that_are_selected_on_a_page(
    view: DocumentView, repeating: Library, qtbot: QtBot
) -> None:
    document = repeating.text("same")
    pages = shown_page(view, document, qtbot)
    start = document.text.index("words", document.text.index("Dose 7"))
    spot = spot_of(pages, start + 2)
    qtbot.mouseDClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert pages.selected == (start, start + 5)
    with qtbot.waitSignal(view.diagrams_asked) as asked:
        qtbot.keyClick(pages, Qt.Key.Key_D)
    assert asked.args == ["words"]
    qtbot.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=spot_of(pages, start + 20))
    assert pages.selected[0] == pages.selected[1]
    assert not view.verbs.beside.isVisible()
