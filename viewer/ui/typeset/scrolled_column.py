"""A column that is taller than its panel: it scrolls, with a slim bar that stands in the margin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from viewer.ui.typeset.column import Column
from viewer.ui.typeset.scroll_bar import slim

if TYPE_CHECKING:
    from viewer.ui.typeset.style import Style


class ScrolledColumn(QScrollArea):
    """``content`` is what scrolls, up and down only."""

    def __init__(self, top: int, bottom: int, parent: QWidget | None = None) -> None:
        """Take how far the first block stands below the upper edge, and what is left free below the last."""
        super().__init__(parent)
        self._bottom = bottom
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewport(QWidget(self))  # as in RowList: Qt's own one is dear to ask for
        self.viewport().setAutoFillBackground(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = Column(top=top)
        self.setWidget(self.content)

    def set_style(self, style: Style) -> None:
        """Take the colours of a panel."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, style.colour("panel"))
        self.setPalette(palette)
        slim(self.verticalScrollBar(), style)

    def arrange(self, least: int = 0) -> None:
        """Place the blocks; the column is at least this tall."""
        # The text keeps its width whether the scroll bar is there or not: the bar stands in the margin.
        tall = self.content.arrange(self.width()) + self._bottom
        self.content.resize(self.viewport().width(), max(tall, least))

    def to_top(self) -> None:
        """Show the first block."""
        self.verticalScrollBar().setValue(0)
