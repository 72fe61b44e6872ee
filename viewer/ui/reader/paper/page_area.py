"""An area of pages under one another: their places at a zoom, the wheel and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from viewer.ui.reader.mark_strip import WIDTH as STRIP
from viewer.ui.reader.mark_strip import MarkStrip, Tick
from viewer.ui.reader.paper.page_stack import PageStack
from viewer.ui.reader.reading_keys import scroll
from viewer.ui.typeset.scroll_bar import WIDTH as BAR
from viewer.ui.typeset.scroll_bar import slim

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from viewer.ui.typeset.style import Style

ZOOMS = (50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
"""Per cent of the width that the window gives a page."""


class PageArea(QAbstractScrollArea):
    """Signal: ``zoom_requested(int)`` with 1 or -1 by Ctrl and the wheel. What is on the pages, the heir says."""

    zoom_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Have no pages yet."""
        super().__init__(parent)
        self.setObjectName("pages")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Pages of the document")
        self._style: Style | None = None
        self._zoom = 100
        self._stack = PageStack(())
        self.strip = MarkStrip(self._ticks, self)

    def set_style(self, style: Style) -> None:
        """Take faces and colours."""
        self._style = style
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, style.colour("panel"))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self.viewport().setPalette(palette)
        slim(self.verticalScrollBar(), style, "panel")
        self.strip.set_style(style)
        self._arrange()

    def set_zoom(self, zoom: int) -> None:
        """Show pages this large, in per cent; what is in the middle stays there."""
        self._zoom = min(max(zoom, ZOOMS[0]), ZOOMS[-1])
        self._arrange()

    def _arrange(self) -> None:
        bar = self.verticalScrollBar()
        middle = bar.value() + self.viewport().height() / 2
        page = self._stack.at(middle)
        before = self._stack.sheets[page] if self._stack.sheets else None
        scale = self._style.scale if self._style is not None else 1.0
        strip = round(STRIP * scale)
        self.setViewportMargins(0, 0, strip, 0)
        self.strip.setGeometry(self.width() - BAR - strip, 0, strip, self.height())
        self.strip.raise_()
        self._stack.arrange(self.viewport().width(), self._zoom / 100)
        tall, wide = self.viewport().height(), self.viewport().width()
        bar.setRange(0, max(0, self._stack.height - tall))
        bar.setPageStep(max(1, tall - 40))
        bar.setSingleStep(40)
        across = self.horizontalScrollBar()
        across.setRange(0, max(0, self._stack.width - wide))
        across.setPageStep(wide)
        if before is not None and self._stack.sheets:
            sheet = self._stack.sheets[page]
            share = (middle - before.top) / before.height
            bar.setValue(round(sheet.top + share * sheet.height - tall / 2))
        self._look()

    def page_at(self, y: float) -> int | None:
        """Return the page at a height of the viewport, or the one above the gap there; None where there are none."""
        return self._stack.at(self.verticalScrollBar().value() + y) if self._stack.sheets else None

    def _in_sight(self) -> range:
        top = self.verticalScrollBar().value()
        return self._stack.between(top, top + self.viewport().height())

    def box_of(self, page: int) -> QRectF:
        """Return where a page, counted from 0, stands in the viewport."""
        sheet = self._stack.sheets[page]
        room = max(self.viewport().width(), self._stack.width)
        left = (room - sheet.width) // 2 - self.horizontalScrollBar().value()
        return QRectF(left, sheet.top - self.verticalScrollBar().value(), sheet.width, sheet.height)

    def _look(self) -> None:
        """Draw again."""
        self.viewport().update()
        self.strip.update()

    def _ticks(self) -> list[Tick]:
        return []

    # Qt's own names

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_requested.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if not (plain and scroll(self.verticalScrollBar(), event.key())):
            event.ignore()
