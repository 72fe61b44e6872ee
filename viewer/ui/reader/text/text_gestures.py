"""What the mouse does in a document's text beside selecting: links, the menu, and the end of a selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from viewer.ui.reader.bars.selection_menu import selection_menu
from viewer.ui.reader.text.links import Link, links_in
from viewer.ui.typeset.shown_text import units

if TYPE_CHECKING:
    from viewer.ui.reader.text.document_text import TextPage


class TextGestures(QObject):
    """Signals: ``link_clicked(str)`` with the address, ``selection_ended()``, ``asked(str)`` with a verb of the menu:
    copy, copy_words, diagrams or find, and larger or smaller by Ctrl and the wheel.
    """  # noqa: D205 - a list of signals is no paragraph

    link_clicked = Signal(str)
    selection_ended = Signal()
    asked = Signal(str)

    def __init__(self, page: TextPage) -> None:
        """Listen to a page's viewport."""
        super().__init__(page)
        self._page = page
        self._pressed = QPoint()
        page.viewport().setMouseTracking(True)
        page.viewport().installEventFilter(self)
        page.installEventFilter(self)

    def link_at(self, spot: QPoint) -> Link | None:
        """Return the link at a point of the viewport."""
        page = self._page
        cursor = page.cursorForPosition(spot)
        block = cursor.block()
        text = block.text()
        links = links_in(text)
        if not links or not page.blockBoundingGeometry(block).translated(page.contentOffset()).contains(spot):
            return None
        at = units(text)
        for link in links:
            start, end = (link.start, link.end) if at is None else (at[link.start], at[link.end])
            for box in page.boxes(block, start, end):
                if box.contains(spot):
                    return link
        return None

    def _open_menu(self, event: QContextMenuEvent) -> None:
        page = self._page
        selected = page.textCursor().hasSelection()
        spot = event.pos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            spot = page.cursorRect().center()
        link = self.link_at(spot)
        if not selected:
            cursor = page.cursorForPosition(spot)
            cursor.select(cursor.SelectionType.WordUnderCursor)
            if any(sign.isalnum() for sign in cursor.selectedText()):
                page.setTextCursor(cursor)
                selected = True
        menu = selection_menu(page, selected=selected)
        if link is not None:
            menu.addSeparator()
            menu.addAction("Open the link…").setData(link)
        menu.triggered.connect(self._on_menu_triggered)
        menu.popup(page.viewport().mapToGlobal(spot))

    def _on_menu_triggered(self, action: object) -> None:
        chosen = action.data()  # type: ignore[attr-defined]  # a menu's signal carries its action
        if isinstance(chosen, str):
            self.asked.emit(chosen)
        else:
            self.link_clicked.emit(Link(*chosen).address)

    # Qt's own names

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        page = self._page
        if kind == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            self._open_menu(event)
            return True
        if kind == QEvent.Type.KeyRelease and watched is page and page.textCursor().hasSelection():
            self.selection_ended.emit()
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y() and watched is not page:
                self.asked.emit("larger" if event.angleDelta().y() > 0 else "smaller")
            return True
        if not isinstance(event, QMouseEvent) or watched is page:
            return False
        spot = event.position().toPoint()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = spot
        elif kind == QEvent.Type.MouseMove and not event.buttons():
            shape = Qt.CursorShape.IBeamCursor if self.link_at(spot) is None else Qt.CursorShape.PointingHandCursor
            page.viewport().setCursor(shape)
        elif kind == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton:
            far = (spot - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            link = None if far or page.textCursor().hasSelection() else self.link_at(spot)
            if link is not None:
                self.link_clicked.emit(link.address)
            else:
                self.selection_ended.emit()
        return False
