"""What this program is, and, once and quietly, what it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

import viewer
from viewer.ui.sheets.sheet_dialog import SheetDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from viewer.scene.theme import Theme

LIMITS = "It shows what the documents say. It is for teaching; it is not medical advice."

_WORDS = f"""Version {viewer.__version__}

Draws mechanisms from definitions and shows, for whatever is clicked, what the documents say about it, word for word.

{LIMITS}

Free software under the MIT licence. The font is Fira Sans, under the SIL Open Font Licence. \
Layouts are made by Graphviz."""


class AboutSheet(SheetDialog):
    """A few lines of text that can be copied."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Lay out the words."""
        body = QLabel(_WORDS)
        body.setTextFormat(Qt.TextFormat.PlainText)
        body.setWordWrap(True)
        body.setMinimumWidth(420)
        body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        super().__init__("Mechanism viewer", body, theme, parent)
