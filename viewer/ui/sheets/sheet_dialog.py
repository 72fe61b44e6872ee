"""A plain sheet over the window: a heading, something to read, and a way to close it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QScrollArea, QVBoxLayout, QWidget


class SheetDialog(QDialog):
    """Goes away with Esc or its button, and is freed then. It never blocks the window behind it."""

    def __init__(self, title: str, body: QWidget, parent: QWidget) -> None:
        """Take the heading and what stands under it."""
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
        area = QScrollArea(self)
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())  # a word is enough
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(area, 1)
        column.addWidget(buttons)
        wanted = body.sizeHint().grownBy(column.contentsMargins())
        self.resize(wanted.width() + 24, min(wanted.height() + 120, round(parent.window().height() * 0.9)))
