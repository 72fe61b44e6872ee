"""Blocks under each other at one width, each as tall as it says: what a panel that scrolls is made of.

Qt's own layouts ask every block for its height several times; a column asks once and places at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator


_DOWN_MS = 30


class _Row(NamedTuple):
    widget: QWidget
    gap: int
    out: int


class Column(QWidget):
    """A stack of blocks between two margins; a block may reach out over the margins by a few pixels."""

    def __init__(self, margin: int = 0, parent: QWidget | None = None, top: int = 0) -> None:
        """Take the margin left and right of every block, and how far down the first one stands, in pixels."""
        super().__init__(parent)
        self.margin = margin
        self.top = top
        self._rows: list[_Row] = []

    def add(self, widget: QWidget, gap: int = 0, out: int = 0) -> None:
        """Put a block at the end, ``gap`` pixels below the one before, reaching out by ``out`` on both sides."""
        widget.setParent(self)
        self._rows.append(_Row(widget, gap, out))

    def remove(self, widget: QWidget) -> None:
        """Take a block out and let it go."""
        self._rows = [row for row in self._rows if row.widget is not widget]
        widget.hide()
        widget.deleteLater()

    def clear(self) -> None:
        """Take every block out and let them go, when there is time."""
        for row in self._rows:
            row.widget.hide()
            # What takes their place is painted first: to take many widgets down is dear.
            QTimer.singleShot(_DOWN_MS, row.widget, row.widget.deleteLater)
        self._rows = []

    def blocks(self) -> Iterator[QWidget]:
        """Yield the blocks from top to bottom."""
        return (row.widget for row in self._rows)

    def arrange(self, width: int) -> int:
        """Place every block that is not hidden for a column of this width and return the height in pixels.

        The gap above a first block counts for nothing.
        """
        y, first, shown = self.top, True, self.isVisible()
        for row in self._rows:
            widget = row.widget
            if _put_away(widget):
                continue
            y += 0 if first else row.gap
            first = False
            left = self.margin - row.out
            inner = max(1, width - 2 * left)
            tall = widget.arrange(inner) if isinstance(widget, Column) else widget.heightForWidth(inner)
            if tall < 0:
                tall = widget.sizeHint().height()
            widget.setGeometry(left, y, inner, tall)
            if shown and widget.isHidden():
                widget.show()  # only now: a block that is shown before it has its size is laid out twice
            y += tall
        return y

    # Qt's own names

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.arrange(width)

    def sizeHint(self) -> QSize:
        return self.size()


def _put_away(widget: QWidget) -> bool:
    # A block of a column that was never shown counts as hidden for Qt; only what was hidden on purpose counts here.
    return widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
