"""The line that says that the document's file is gone: what is read is its text as it was."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel

from viewer.ui.parts.announcing import announce
from viewer.ui.typeset.style import GRID

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from viewer.documents.entries import DocumentText
    from viewer.ui.typeset.style import Style


class GoneLine(QLabel):
    """Hidden while the document is there."""

    def __init__(self, parent: QWidget) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self.setObjectName("gone-line")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setContentsMargins(2 * GRID, GRID // 2, 2 * GRID, GRID // 2)
        self.hide()

    def set_style(self, style: Style) -> None:
        """Take faces and colours."""
        self.setFont(style.small.font)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, style.colour("accent_tint"))
        palette.setColor(QPalette.ColorRole.WindowText, style.colour("text"))
        self.setPalette(palette)
        self.setAutoFillBackground(True)

    def say(self, document: DocumentText | None) -> None:
        """Say that this document is gone; nothing for None."""
        if document is None:
            self.hide()
            return
        name = os.path.basename(document.file or document.entry.path)
        if os.path.exists(document.file):
            words = f"“{name}” is no longer among the documents. This is its text as it was read last."
        else:
            stays = "This is its text as it was read last; it is read again when it is back."
            words = f"“{name}” is no longer on the disk. {stays}"
        if self.isHidden() or words != self.text():
            self.setText(words)
            self.show()
            announce(self, words)
