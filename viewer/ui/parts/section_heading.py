"""A quiet heading of a panel's section: its name, and at the right how much is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from viewer.ui.typeset.style import Style

SIDE = 16
"""The distance of a panel's text from its left and right edge."""


class SectionHeading(QWidget):
    """Shows a name and a count; a screen reader hears both."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Take the section's name; there is no count yet."""
        super().__init__(parent)
        self._name, self._count = name, ""
        self._style: Style | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def set_style(self, style: Style) -> None:
        """Take faces and colours."""
        self._style = style
        self.updateGeometry()
        self.update()

    def show_count(self, count: str) -> None:
        """Show how much there is, in the fewest words: "10", "3 of 10"."""
        self._count = count
        self.setAccessibleName(f"{self._name}, {count}" if count else self._name)
        self.update()

    # Qt's own names

    def sizeHint(self) -> QSize:
        line = self._style.small_strong.line if self._style else 16
        return QSize(80, line + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        style = self._style
        if style is None:
            return
        painter = QPainter(self)
        box = QRect(SIDE, 0, self.width() - 2 * SIDE, self.height())
        painter.setPen(style.colour("second"))
        painter.setFont(style.small_strong.font)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._name)
        painter.setFont(style.small.font)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._count)
