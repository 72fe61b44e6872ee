"""A plain sheet over the window: a heading, something to read, and a way to close it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QScrollArea, QVBoxLayout, QWidget

from viewer.ui.parts.form_sheet import form_sheet
from viewer.ui.typeset.scroll_bar import slim
from viewer.ui.typeset.style import Style

if TYPE_CHECKING:
    from viewer.scene.theme import Theme

_BAR = 24  # room for the scroll bar and a little air
_MOST = 0.9  # of the window


class SheetDialog(QDialog):
    """Goes away with Esc or its button, and is freed then. The window behind it waits, so there is one at a time."""

    def __init__(self, title: str, body: QWidget, theme: Theme, parent: QWidget) -> None:
        """Take the heading, what stands under it, and the colours."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        heading = QLabel(title, self)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        if font.pixelSize() > 0:
            font.setPixelSize(round(font.pixelSize() * 20 / 14))
        else:
            font.setPointSizeF(font.pointSizeF() * 20 / 14)
        heading.setFont(font)
        style = Style(theme, self.font())
        self.setStyleSheet(form_sheet(style))
        body.setParent(self)
        for part in body.findChildren(QWidget):
            part.ensurePolished()  # before anybody measures: the style sheet makes buttons larger
        area = QScrollArea(self)
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        slim(area.verticalScrollBar(), style)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())  # a word is enough
        buttons.button(QDialogButtonBox.StandardButton.Close).ensurePolished()
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(area, 1)
        column.addWidget(buttons)
        wanted, sides = body.sizeHint(), column.contentsMargins()
        around = column.totalSizeHint().height() - area.sizeHint().height()
        tall = min(wanted.height() + around, round(parent.window().height() * _MOST))
        self.resize(wanted.width() + sides.left() + sides.right() + _BAR, tall)
