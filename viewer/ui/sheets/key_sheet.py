"""The sheet of keys, made from the same tables that make the keys work."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from viewer.ui.actions import ROWS
from viewer.ui.canvas.canvas_keys import KEYS
from viewer.ui.excerpts.verdict import KEYS as PASSAGE_KEYS
from viewer.ui.library.document_list import KEYS as DOCUMENT_KEYS
from viewer.ui.reader.reading_keys import KEYS as READING_KEYS
from viewer.ui.sheets.sheet_dialog import SheetDialog

if TYPE_CHECKING:
    from viewer.scene.theme import Theme

_CANVAS, _PASSAGES = "In the diagram", "In the passages"
_DOCUMENTS, _READER = "In the list of documents", "In a document"
_COLUMNS = 2


class KeyGroup(NamedTuple):
    """The keys of one place: its name, and each key with what it does."""

    name: str
    rows: tuple[tuple[str, str], ...]


def key_groups() -> tuple[KeyGroup, ...]:
    """Return every key with what it does: those of a place first, then menu by menu."""
    native = QKeySequence.SequenceFormat.NativeText
    menus: dict[str, list[tuple[str, str]]] = {}
    for row in ROWS:
        if row.keys:
            keys = ", ".join(QKeySequence(key).toString(native) for key in row.keys)
            menus.setdefault(row.menu.replace("&", ""), []).append((keys, row.text.replace("&", "").rstrip("…")))
    own = (
        KeyGroup(_CANVAS, KEYS),
        KeyGroup(_PASSAGES, PASSAGE_KEYS),
        KeyGroup(_DOCUMENTS, DOCUMENT_KEYS),
        KeyGroup(_READER, READING_KEYS),
    )
    return (*own, *(KeyGroup(name, tuple(rows)) for name, rows in menus.items()))


class KeySheet(SheetDialog):
    """Lists keys in two columns, group by group."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Lay out the table."""
        body = QWidget()
        columns = QHBoxLayout(body)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(48)
        groups = key_groups()
        half = sum(len(group.rows) + 1 for group in groups) / _COLUMNS
        grid, line = _column(columns), 0
        for group in groups:
            if line + len(group.rows) / 2 > half and columns.count() < _COLUMNS:
                grid, line = _column(columns), 0
            line = _add(grid, group, line)
        super().__init__("Keys", body, theme, parent)


def _column(columns: QHBoxLayout) -> QGridLayout:
    side = QVBoxLayout()
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(6)
    side.addLayout(grid)
    side.addStretch(1)
    columns.addLayout(side)
    return grid


def _add(grid: QGridLayout, group: KeyGroup, line: int) -> int:
    """Put a group into a column; return the line below it."""
    heading = _label(group.name)
    font = QFont(heading.font())
    font.setWeight(QFont.Weight.DemiBold)
    heading.setFont(font)
    if line:
        grid.setRowMinimumHeight(line, heading.sizeHint().height() * 3 // 2)
    grid.addWidget(heading, line, 0, 1, 2, Qt.AlignmentFlag.AlignBottom)
    for row, (keys, words) in enumerate(group.rows, line + 1):
        grid.addWidget(_label(keys), row, 0)
        grid.addWidget(_label(words), row, 1)
    return line + 1 + len(group.rows)


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
