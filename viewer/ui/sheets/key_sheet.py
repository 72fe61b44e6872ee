"""The sheet of keys, made from the same tables that make the keys work."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from viewer.ui.actions import ROWS
from viewer.ui.canvas.canvas_keys import KEYS
from viewer.ui.sheets.sheet_dialog import SheetDialog


def key_rows() -> tuple[tuple[str, str], ...]:
    """Return every key with what it does: the canvas's own first, then the menus'."""
    native = QKeySequence.SequenceFormat.NativeText
    menus = tuple(
        (", ".join(QKeySequence(keys).toString(native) for keys in row.keys), row.text.replace("&", "").rstrip("…"))
        for row in ROWS
        if row.keys
    )
    return (*KEYS, *menus)


class KeySheet(SheetDialog):
    """Lists keys in two columns."""

    def __init__(self, parent: QWidget) -> None:
        """Lay out the table."""
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        rows = key_rows()
        half = (len(rows) + 1) // 2
        for index, (keys, words) in enumerate(rows):
            column = 0 if index < half else 2
            line = index if index < half else index - half
            for offset, text in ((0, keys), (1, words)):
                label = QLabel(text)
                label.setTextFormat(Qt.TextFormat.PlainText)
                grid.addWidget(label, line, column + offset)
        grid.setRowStretch(half, 1)
        super().__init__("Keys", body, parent)
