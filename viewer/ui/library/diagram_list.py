"""The list of diagrams: cards under quiet section titles, walked by keys, filtered by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView

from viewer.ui.library.diagram_delegate import DiagramDelegate
from viewer.ui.library.diagram_rows import ENTRY, DiagramRows
from viewer.ui.parts.row_list import RowList
from viewer.ui.typeset.scroll_bar import WIDTH

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from viewer.definitions.catalog import Catalog
    from viewer.ui.icons import Icons
    from viewer.ui.library.thumbnails import Thumbnails
    from viewer.ui.typeset.style import Style


class DiagramList(RowList):
    """Signals: ``diagram_requested(str)`` on click and Enter, ``typed(str)`` with a letter meant for the filter."""

    diagram_requested = Signal(str)
    typed = Signal(str)

    def __init__(self, icons: Icons, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        """Take the icons and where the thumbnails come from."""
        super().__init__("Diagrams", parent)
        self.rows = DiagramRows(self)
        self._cards = DiagramDelegate(icons, thumbnails, self)
        self._opened: str | None = None
        self._follows = True  # until the user scrolls to look for something else
        self.setModel(self.rows)
        self.setItemDelegate(self._cards)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.row_chosen.connect(self._on_row_chosen)
        self.verticalScrollBar().actionTriggered.connect(self._on_bar_action_triggered)
        thumbnails.ready.connect(self._on_thumbnails_ready)

    def set_style(self, style: Style) -> None:
        """Take faces and colours."""
        self._cards.set_style(style)
        self.dress(style)

    def show_catalog(self, catalog: Catalog) -> None:
        """Show these diagrams; the place in the list stays."""
        place = self.verticalScrollBar().value()
        self.rows.show_catalog(catalog)
        self._mark()
        self.verticalScrollBar().setValue(place)
        self._follow()

    def show_words(self, words: str) -> None:
        """Show only what answers these words."""
        self.rows.show_words(words)
        self._mark()

    def show_opened(self, diagram: str | None) -> None:
        """Mark the open diagram and bring it into sight."""
        self._opened = diagram
        self.rows.show_opened(diagram)
        self._mark()
        self._follows = True
        self._follow()

    def _follow(self) -> None:
        index = self.rows.index_of(self._opened)
        if self._follows and index.isValid():
            self.scrollTo(index)

    def _mark(self) -> None:
        index = self.rows.index_of(self._opened)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _on_row_chosen(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY)
        if entry is not None:
            self.diagram_requested.emit(entry.id)

    def _on_bar_action_triggered(self) -> None:
        self._follows = False

    def _on_thumbnails_ready(self, diagram: str) -> None:
        index = self.rows.index_of(diagram)
        if index.isValid():
            self.update(index)

    # Qt's own names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if text.strip() and text.isprintable() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Room for the bar is kept, bar or not: cards that are taller without it would bring it back, and so on.
        changed = self._cards.set_width(self.width() - WIDTH)
        super().resizeEvent(event)
        if changed:
            # A card is as tall as its width asks; Qt lays a column out again only when its height changes.
            self.scheduleDelayedItemsLayout()
        self._follow()
