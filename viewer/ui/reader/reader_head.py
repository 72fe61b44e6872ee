"""The head of a document: its title, who wrote it and when, and its address on the web."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from viewer.ui.typeset.column import Column
from viewer.ui.typeset.shown_text import one_line
from viewer.ui.typeset.style import GRID
from viewer.ui.typeset.text_block import TextBlock
from viewer.ui.typeset.text_button import OUT, TextButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from viewer.documents.entries import DocumentEntry
    from viewer.ui.typeset.style import Style

_ADDRESS = re.compile(r"https?://\S+$", re.IGNORECASE)


class ReaderHead(Column):
    """Signal: ``link_clicked(str)`` with the document's address."""

    link_clicked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """Say nothing yet."""
        super().__init__(0, parent, 2 * GRID)
        self._style: Style | None = None
        self._title, self._said = "", ""
        self._address = ""

    def set_style(self, style: Style) -> None:
        """Take faces and colours."""
        self._style = style
        self._build()

    def show_title(self, title: str, said: str = "") -> None:
        """Show a title, and a line below it."""
        self._title, self._said, self._address = title, said, ""
        self._build()

    def show_entry(self, entry: DocumentEntry) -> None:
        """Show what a document says of itself."""
        self._title = entry.title or entry.path
        self._said = " · ".join(one_line(part) for part in (entry.author, entry.year, entry.licence) if part)
        self._address = entry.url if _ADDRESS.match(entry.url) else ""
        self._build()

    def _build(self) -> None:
        style = self._style
        if style is None:
            return
        self.clear()
        if self._title:
            self.add(TextBlock(one_line(self._title), style, style.heading))
        if self._said:
            self.add(TextBlock(self._said, style, style.small, "second"), 4)
        if self._address:
            button = TextButton(self._address, style, style.small)
            button.clicked.connect(self._on_button_clicked)
            self.add(button, 0, OUT)

    def _on_button_clicked(self) -> None:
        self.link_clicked.emit(self._address)
