"""The reader of documents in a window, for tests."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from tests.builders.theming import a_theme
from viewer.ui.reader.document_view import DocumentView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


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
