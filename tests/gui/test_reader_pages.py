"""The real pages of a PDF in the reader: drawn when in sight, marked, and never more than are needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from tests.builders.pdfs import At, a_pdf, lines
from tests.builders.readers import a_reader, pages_of, send_drag, shown_page, spot_of
from viewer.documents.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from viewer.documents.entries import DocumentText
    from viewer.model.evidence import Excerpt
    from viewer.ui.reader.document_view import DocumentView
    from viewer.ui.reader.paper.page_view import PageView

_PAGES = 30


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    pages = [
        [At(60, 790, f"Chapter {number}", 18, True), *lines("\n".join(_lines(number)), top=740)]
        for number in range(1, _PAGES + 1)
    ]
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "thirty.pdf").write_bytes(a_pdf(*pages, title="Thirty pages"))
    made = Library((folder,), tmp_path / "index.sqlite")
    made.refresh()
    yield made
    made.close()


def _lines(page: int) -> list[str]:
    fill = [f"Line {number} of page {page} says nothing of it at all." for number in range(40)]
    fill[25] = f"On page {page} the channel stays shut for once."
    return fill


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[DocumentView]:
    with a_reader(qtbot) as made:
        yield made


def the_document(library: Library) -> tuple[DocumentText, tuple[Excerpt, ...]]:
    excerpts = library.search("channel stays shut", 50).excerpts
    return library.text("thirty"), tuple(sorted(excerpts, key=lambda one: one.start or 0))


def colour_at(pages: PageView, part: tuple[float, float, float, float], page: int) -> str:
    """The colour of a page's paper at the left edge of a box."""
    sheet = pages._stack.sheets[page]
    across = (max(pages.viewport().width(), pages._stack.width) - sheet.width) // 2
    x = across + part[0] * sheet.width - 1
    y = sheet.top - pages.verticalScrollBar().value() + (part[1] + part[3]) / 2 * sheet.height
    image = pages.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    return image.pixelColor(round(x * ratio), round(y * ratio)).name()


def test_the_passage_is_marked_on_its_page(view: DocumentView, library: Library, qtbot: QtBot) -> None:
    document, excerpts = the_document(library)
    assert len(excerpts) == _PAGES
    view.show_document(document, excerpts, excerpts[19])
    with qtbot.waitSignal(view.remembered) as told:
        qtbot.mouseClick(view.bar.buttons["pages"], Qt.MouseButton.LeftButton)
    assert told.args == [{"reader_pages": True}]
    pages = pages_of(view)
    qtbot.waitUntil(lambda: pages.pages == _PAGES, timeout=20_000)
    marks = pages._marks
    assert marks is not None
    qtbot.waitUntil(lambda: bool(marks.marked(19)) and pages._pictures.image(19) is not None, timeout=20_000)
    (marked,) = marks.marked(19)
    assert marks.passages[marked.number] == (excerpts[19].start, excerpts[19].end)
    assert colour_at(pages, marked.boxes[0], 19) not in ("#ffffff", "#000000")
    assert view.position == "20 of 30"
    assert "Page 20 of 30" in pages.accessibleDescription()


def test_next_and_previous_walk_over_the_pages(view: DocumentView, library: Library, qtbot: QtBot) -> None:
    document, excerpts = the_document(library)
    view.papers.set_choices(wanted=True, zoom=100)
    view.show_document(document, excerpts, excerpts[3])
    pages = pages_of(view)
    qtbot.waitUntil(lambda: pages.pages == _PAGES, timeout=20_000)
    before = pages.verticalScrollBar().value()
    qtbot.keyClick(pages, Qt.Key.Key_N)
    assert view.position == "5 of 30"
    qtbot.waitUntil(lambda: pages.verticalScrollBar().value() > before + 400)
    qtbot.keyClick(pages, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: abs(pages.verticalScrollBar().value() - before) < 400)


def test_only_what_is_in_sight_is_kept(view: DocumentView, library: Library, qtbot: QtBot) -> None:
    document, _ = the_document(library)
    view.papers.set_choices(wanted=True, zoom=300)
    view.show_document(document, (), None)
    pages = pages_of(view)
    qtbot.waitUntil(lambda: pages.pages == _PAGES, timeout=20_000)
    for page in (0, 10, 20, 29):
        pages.verticalScrollBar().setValue(pages._stack.sheets[page].top)
        qtbot.waitUntil(lambda page=page: pages._pictures.image(page) is not None, timeout=20_000)
    assert len(pages._pictures._images) < 20
    assert pages._pictures.held < 256 << 20


def test_the_pictures_have_the_pixels_of_the_screen(view: DocumentView, library: Library, qtbot: QtBot) -> None:
    document, _ = the_document(library)
    view.papers.set_choices(wanted=True, zoom=100)
    view.show_document(document, (), None)
    pages = pages_of(view)
    qtbot.waitUntil(lambda: pages.pages and pages._pictures.image(0) is not None, timeout=20_000)
    image = pages._pictures.image(0)
    assert image is not None
    assert image.width() == round(pages._stack.sheets[0].width * pages.devicePixelRatioF())
    qtbot.keyClick(pages, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    wide = round(pages._stack.sheets[0].width * pages.devicePixelRatioF())
    assert wide > image.width()
    qtbot.waitUntil(lambda: pages._pictures.image(0).width() == wide, timeout=20_000)


def test_find_works_on_the_pages(view: DocumentView, library: Library, qtbot: QtBot) -> None:
    document, _ = the_document(library)
    view.papers.set_choices(wanted=True, zoom=100)
    view.show_document(document, (), None)
    pages = pages_of(view)
    qtbot.waitUntil(lambda: pages.pages == _PAGES, timeout=20_000)
    qtbot.keyClick(pages, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(view.finding.bar.field, "page 12 the channel")
    qtbot.waitUntil(lambda: view.finding.bar.count.text() == "1 of 1")
    marks = pages._marks
    assert marks is not None
    qtbot.waitUntil(lambda: bool(marks.found(11).get(0)), timeout=20_000)


def test_text_and_pages_are_at_the_same_place(view: DocumentView, library: Library, qtbot: QtBot) -> None:
    document, _ = the_document(library)
    view.show_document(document, (), None)
    view.page.scroll_to(document.text.index("Line 3 of page 17"))
    qtbot.keyClick(view.page, Qt.Key.Key_G)
    pages = pages_of(view)
    qtbot.waitUntil(lambda: pages.pages == _PAGES and pages.first_in_sight > 0, timeout=20_000)
    assert pages._stack.at(pages.verticalScrollBar().value() + 100) == 16
    assert QApplication.focusWidget() is pages
    qtbot.keyClick(pages, Qt.Key.Key_G)
    assert view.papers.current is view.page
    first = document.text[view.page.first_in_sight :]
    assert "page 17" in first[:80] or "Chapter 17" in first[:80]


def test_the_place_on_a_page_is_kept_from_the_pages_to_the_text_and_back(
    view: DocumentView, library: Library, qtbot: QtBot
) -> None:
    document, _ = the_document(library)
    view.papers.set_choices(wanted=True, zoom=100)
    view.show_document(document, (), None)
    pages = pages_of(view)
    qtbot.waitUntil(lambda: pages.pages == _PAGES, timeout=20_000)
    for words in ("Line 3 of page 30", "Line 30 of page 30", "Line 20 of page 1 "):
        start = document.text.index(words)
        pages.scroll_to(start)
        assert abs(pages.first_in_sight - start) < 900  # a fraction of a page


def test_pages_that_cannot_be_shown_leave_the_text(view: DocumentView, library: Library, qtbot: QtBot) -> None:
    document, excerpts = the_document(library)
    view.show_document(document._replace(file=f"{document.file}.gone.pdf"), excerpts, excerpts[4])
    with qtbot.waitSignal(view.notice_requested, timeout=20_000) as told:
        qtbot.mouseClick(view.bar.buttons["pages"], Qt.MouseButton.LeftButton)
    assert told.args[0].startswith("The pages cannot be shown, so here is the text.")
    assert view.papers.current is view.page
    assert view.page.isVisible()


def test_other_documents_have_no_pages(view: DocumentView) -> None:
    from tests.builders.findings import a_document

    view.papers.set_choices(wanted=True, zoom=100)
    view.show_document(a_document("Only words."), (), None)
    assert view.papers.current is view.page
    assert not view.bar.buttons["pages"].isVisible()


def test_a_click_in_the_margin_goes_to_the_passage(view: DocumentView, library: Library, qtbot: QtBot) -> None:
    document, excerpts = the_document(library)
    view.papers.set_choices(wanted=True, zoom=100)
    view.show_document(document, excerpts, excerpts[0])
    pages = pages_of(view)
    qtbot.waitUntil(lambda: pages.pages == _PAGES, timeout=20_000)
    tick = next(tick for tick in pages._ticks() if tick.number == 25)
    spot = pages.strip.centre_of(tick)
    qtbot.mouseClick(pages.strip, Qt.MouseButton.LeftButton, pos=QPoint(spot.x(), spot.y()))
    assert view.position == "26 of 30"


def test_a_selection_goes_on_below_what_is_in_sight(view: DocumentView, library: Library, qtbot: QtBot) -> None:
    document, _ = the_document(library)
    pages = shown_page(view, document, qtbot)
    start = document.text.index("Line 3 of page 1 ")
    qtbot.mousePress(pages.viewport(), Qt.MouseButton.LeftButton, pos=spot_of(pages, start))
    below = QPoint(pages.viewport().width() // 2, pages.viewport().height() + 60)
    send_drag(pages, below)
    second = document.text.index("Line 9 of page 2 ")
    qtbot.waitUntil(lambda: pages.selected[1] > second, timeout=20_000)
    qtbot.mouseRelease(pages.viewport(), Qt.MouseButton.LeftButton, pos=below)
    assert pages.selected[0] == start
