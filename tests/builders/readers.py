"""The reader of documents in a window, for tests."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.builders.findings import a_document, an_entry
from tests.builders.theming import a_theme
from viewer.ui.reader.document_view import DocumentView
from viewer.ui.reader.paper.page_painting import inside
from viewer.ui.reader.paper.page_view import PageView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from viewer.documents.entries import DocumentText


FILL = "Words that say nothing of it, to and fro, and on for a while so that lines are filled. " * 3


@contextmanager
def a_reader(qtbot: QtBot, width: int = 1000) -> Iterator[DocumentView]:
    """Yield the reader inside an active window, because it never is one; it has no document yet."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(width, 700)
    view = DocumentView(window)
    view.resize(width, 700)
    view.set_theme(a_theme())
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    yield view
    view.close_jobs()
    window.close()


def the_document() -> DocumentText:
    parts = ["# A circuit account"]
    for number in range(20):
        parts.append(f"## Part {number}")
        parts.append(f"{FILL}Sentence {number} says that the β\u2011channel is shut. {FILL}")
    return a_document("\n\n".join(parts), an_entry(author="A. Doe", year="2020"))


def focus(view: DocumentView) -> QWidget:
    return QApplication.focusWidget() or view.page


def open_find(view: DocumentView, qtbot: QtBot, words: str) -> None:
    qtbot.keyClick(view.page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(view.finding.bar.field, words)
    qtbot.waitUntil(lambda: view.finding.bar.count.text() != "")


def select(view: DocumentView, words: str) -> None:
    cursor = view.page.document().find(words)
    assert not cursor.isNull()
    view.page.setTextCursor(cursor)


def selected(view: DocumentView) -> str:
    start, end = view.page.selected
    return view.page.source[start:end]


def pages_of(view: DocumentView) -> PageView:
    pages = view.papers.current
    assert isinstance(pages, PageView)
    return pages


def shown_page(view: DocumentView, document: DocumentText, qtbot: QtBot) -> PageView:
    view.papers.set_choices(wanted=True, zoom=100)
    view.show_document(document, (), None)
    pages = pages_of(view)
    qtbot.waitUntil(lambda: pages._marks is not None and pages._marks.knows(0), timeout=20_000)
    return pages


def spot_of(pages: PageView, position: int) -> QPoint:
    """The left edge of a character on the first page, in the viewport."""
    (part,) = pages.letters(0).boxes(position, position + 1)
    box = inside(pages.box_of(0), part)
    return QPoint(round(box.left()) + 1, round(box.center().y()))


def drag(qtbot: QtBot, pages: PageView, start: int, end: int) -> None:
    qtbot.mousePress(pages.viewport(), Qt.MouseButton.LeftButton, pos=spot_of(pages, start))
    send_drag(pages, spot_of(pages, end))
    qtbot.mouseRelease(pages.viewport(), Qt.MouseButton.LeftButton, pos=spot_of(pages, end))


def send_drag(pages: PageView, spot: QPoint) -> None:
    """Move the mouse with its left button held, which QTest's own move does not hold."""
    port = pages.viewport()
    held = Qt.MouseButton.LeftButton
    place = QPointF(spot)
    move = QMouseEvent(
        QEvent.Type.MouseMove, place, QPointF(port.mapToGlobal(spot)), held, held, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(port, move)
