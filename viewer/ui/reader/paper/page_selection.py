"""Select words on pages by mouse: what is selected is a stretch of the document's text, however the pages look."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent

from viewer.documents.paging.letters import PageLetters
from viewer.ui.reader.bars.selection_menu import selection_menu
from viewer.ui.reader.paper.page_painting import inside

if TYPE_CHECKING:
    from viewer.ui.reader.paper.page_view import PageView

_WORD = re.compile(r"\w+(?:[-’']\w+)*")
_TICK_MS = 100  # between two steps while the mouse is held above or below: pages are asked for between them
_LONGEST_WORD = 100


class PageSelection(QObject):
    """Signals: ``changed()``, ``ended()`` when the mouse lets go, ``asked(str)`` with a verb of the menu."""

    changed = Signal()
    ended = Signal()
    asked = Signal(str)

    def __init__(self, view: PageView) -> None:
        """Listen to the viewport of these pages; nothing is selected."""
        super().__init__(view)
        self._view = view
        self._anchor = self._caret = 0
        self._dragging = False
        self._spot = QPointF()
        self._beyond = QTimer(self)
        self._beyond.setInterval(_TICK_MS)
        self._beyond.timeout.connect(self._on_beyond_timeout)
        view.viewport().setMouseTracking(True)
        view.viewport().installEventFilter(self)

    @property
    def span(self) -> tuple[int, int]:
        """The characters that are selected, as (start, end)."""
        return min(self._anchor, self._caret), max(self._anchor, self._caret)

    def clear(self) -> None:
        """Select nothing."""
        self._dragging = False
        self._beyond.stop()
        self._select(0, 0)

    @property
    def end(self) -> QRect:
        """Where in the viewport the selection ends; empty where that is not in sight."""
        last = self._view.page_at(self._view.viewport().height())
        first = self._view.page_at(0)
        for page in range(last, first - 1, -1) if last is not None and first is not None else ():
            boxes = self._view.letters(page).boxes(*self.span)
            if boxes:
                return inside(self._view.box_of(page), boxes[-1]).toRect()
        return QRect()

    def _character_at(self, spot: QPointF) -> int | None:
        """Return the gap between two characters of the text that is nearest to a point, if there is one."""
        letters, x, y = self._on_page(spot)
        return letters.position(x, y)

    def _is_on_letters(self, spot: QPointF) -> bool:
        letters, x, y = self._on_page(spot)
        return letters.on(x, y)

    def _on_page(self, spot: QPointF) -> tuple[PageLetters, float, float]:
        """Return the letters of the page at a point, and where on the page that is, in shares of its sides."""
        page = self._view.page_at(spot.y())
        if page is None:
            return PageLetters(), 0.0, 0.0
        box = self._view.box_of(page)
        return (
            self._view.letters(page),
            (spot.x() - box.left()) / box.width(),
            (spot.y() - box.top()) / box.height(),
        )

    def _select(self, anchor: int, caret: int) -> None:
        if (anchor, caret) != (self._anchor, self._caret):
            self._anchor, self._caret = anchor, caret
            self._view.viewport().update()
            self.changed.emit()

    def _begin(self, event: QMouseEvent) -> None:
        at = self._character_at(event.position())
        start, end = self.span
        if at is None:
            self.clear()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and start < end:
            self._select(self._anchor, at)
        else:
            self._select(at, at)
        self._dragging = at is not None

    def _select_word(self, spot: QPointF) -> bool:
        """Select the word at a point; return whether there is one."""
        document, at = self._view.document, self._character_at(spot)
        if document is None or at is None or not self._is_on_letters(spot):
            return False
        begin = max(0, at - _LONGEST_WORD)
        for match in _WORD.finditer(document.text, begin, at + _LONGEST_WORD):
            if match.start() <= at <= match.end():
                self._select(match.start(), match.end())
                return True
        return False

    def _drag(self, spot: QPointF) -> None:
        self._spot = spot
        at = self._character_at(spot)
        if at is not None:
            self._select(self._anchor, at)
        inside = 0 <= spot.y() < self._view.viewport().height()
        if inside:
            self._beyond.stop()
        elif not self._beyond.isActive():
            self._beyond.start()

    def _on_beyond_timeout(self) -> None:
        bar, y, tall = self._view.verticalScrollBar(), self._spot.y(), self._view.viewport().height()
        by = 2 * (y if y < 0 else y - tall)
        bar.setValue(bar.value() + round(min(max(by, -tall / 3), tall / 3)))
        self._drag(self._spot)

    def _open_menu(self, event: QContextMenuEvent) -> None:
        spot = QPointF(event.pos())
        start, end = self.span
        selected = start < end or self._select_word(spot)
        menu = selection_menu(self._view, selected=selected)
        menu.triggered.connect(self._on_menu_triggered)
        menu.popup(event.globalPos())

    def _on_menu_triggered(self, action: object) -> None:
        self.asked.emit(action.data())  # type: ignore[attr-defined]  # a menu's signal carries its action

    # Qt's own names

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            self._open_menu(event)
            return True
        if not isinstance(event, QMouseEvent):
            return False
        left = event.button() == Qt.MouseButton.LeftButton
        if kind == QEvent.Type.MouseButtonPress and left:
            self._begin(event)
        elif kind == QEvent.Type.MouseButtonDblClick and left:
            if self._select_word(event.position()):
                self.ended.emit()
        elif kind == QEvent.Type.MouseMove and self._dragging and event.buttons() & Qt.MouseButton.LeftButton:
            self._drag(event.position())
        elif kind == QEvent.Type.MouseMove:
            on = self._is_on_letters(event.position())
            self._view.viewport().setCursor(Qt.CursorShape.IBeamCursor if on else Qt.CursorShape.ArrowCursor)
        elif kind == QEvent.Type.MouseButtonRelease and left and self._dragging:
            self._dragging = False
            self._beyond.stop()
            self.ended.emit()
        return False
