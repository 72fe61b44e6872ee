"""The menu of selected words, the same in the text and on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from viewer.ui.reader.bars.selection_verbs import COPY, DIAGRAMS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def selection_menu(parent: QWidget, *, selected: bool) -> QMenu:
    """Return a menu whose actions carry the reader's verbs as data; without a selection only find can be chosen."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for verb, words, keys in (
        ("copy", COPY, "Ctrl+C"),
        ("copy_words", "Copy the words alone", "Ctrl+Shift+C"),
        ("diagrams", DIAGRAMS, "D"),
        ("find", "Find in the document", "Ctrl+F"),
    ):
        action = menu.addAction(f"{words}\t{keys}")
        action.setData(verb)
        action.setEnabled(selected or verb == "find")
    return menu
