"""What a card says when it is asked for more: why it is shown, and where else the same words stand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from viewer.ui.excerpts.card_words import named
from viewer.ui.excerpts.reasons import reason
from viewer.ui.typeset.column import Column
from viewer.ui.typeset.text_block import TextBlock
from viewer.ui.typeset.text_button import OUT, TextButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from viewer.model.evidence import Excerpt
    from viewer.ui.typeset.style import Style


class CardDetails(Column):
    """Signal: ``open_requested(Excerpt)`` with the excerpt at one of the other places."""

    open_requested = Signal(object)

    def __init__(self, excerpt: Excerpt, style: Style, margin: int, parent: QWidget | None = None) -> None:
        """Take the excerpt; what it has nothing of is left out."""
        super().__init__(margin, parent)
        self.words = reason(excerpt)
        if self.words:
            self.add(TextBlock(self.words, style, style.small, "second", parent=self))
        for number, other in enumerate(excerpt.also):
            button = TextButton(f"Also in {named(other)}", style, style.small_strong, parent=self)
            button.setAccessibleDescription("Opens the document at the other place.")
            button.clicked.connect(partial(self._on_other_clicked, other))
            self.add(button, 4 if number == 0 else 0, OUT)

    def _on_other_clicked(self, other: Excerpt, _checked: bool = False) -> None:
        self.open_requested.emit(other)
