"""Chooses the keys of the show: single letters on or off, and another key for anything that it can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from viewer.presenting.outlines import draw_outlines
from viewer.presenting.state.keyboard import Keyboard

if TYPE_CHECKING:
    from viewer.presenting.state.keys import Key

_NAME = Qt.ItemDataRole.UserRole
_GAP = 24


class KeyDialog(QDialog):
    """Signals: ``changed(Keyboard)`` with every change, which counts from the next show on."""

    changed = Signal(object)

    def __init__(self, keyboard: Keyboard, parent: QWidget) -> None:
        """List the keys as they are."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Keys of the show")
        self._keyboard = keyboard
        self._letters = QCheckBox("&Single letters and signs work in the show", self)
        self._letters.setObjectName("letters")
        self._letters.setChecked(keyboard.letters)
        draw_outlines(self._letters)
        self._letters.setToolTip("Off, spoken words and shaking hands do nothing. Clickers still work.")
        self._list = QTreeWidget(self)
        self._list.setObjectName("show-keys")
        self._list.setHeaderLabels(["What it does", "Keys"])
        self._list.setRootIsDecorated(False)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for row in keyboard.rows:
            item = QTreeWidgetItem(self._list, [row.words, ""])
            item.setData(0, _NAME, row.name)
        self._list.resizeColumnToContents(0)
        self._list.setColumnWidth(0, self._list.columnWidth(0) + _GAP)
        self._edit = QKeySequenceEdit(self)
        self._edit.setMaximumSequenceLength(1)
        self._edit.setAccessibleName("Another key")
        label = QLabel("Another &key", self)
        label.setBuddy(self._edit)
        self._usual = QPushButton("&Usual key", self)
        self._all_usual = QPushButton("&All as usual", self)
        self._why = QLabel(self)
        self._why.setObjectName("why")
        self._why.setWordWrap(True)
        self._why.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        row_of_edit = QHBoxLayout()
        for widget in (label, self._edit, self._usual, self._all_usual):
            row_of_edit.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        for part in (self._letters, self._list):
            column.addWidget(part)
        column.addLayout(row_of_edit)
        column.addWidget(self._why)
        column.addWidget(buttons)
        self.resize(560, 620)
        self._letters.toggled.connect(self._on_letters_toggled)
        self._list.currentItemChanged.connect(self._on_list_current_item_changed)
        self._edit.editingFinished.connect(self._on_edit_editing_finished)
        self._usual.clicked.connect(self._on_usual_clicked)
        self._all_usual.clicked.connect(self._on_all_usual_clicked)
        self._fill()

    @property
    def _name(self) -> str:
        item = self._list.currentItem()
        return "" if item is None else str(item.data(0, _NAME))

    def _fill(self) -> None:
        for index, row in enumerate(self._keyboard.rows):
            item = self._list.topLevelItem(index)
            if item is not None:
                item.setText(1, _written(row))
        self._usual.setEnabled(self._name in self._keyboard.changes)
        self._all_usual.setEnabled(bool(self._keyboard.changes))

    def _become(self, letters: bool, changes: dict[str, str]) -> None:
        written = tuple(f"{name}={key}" for name, key in changes.items())
        self._keyboard = Keyboard(letters=letters, changes=written)
        self._fill()
        self.changed.emit(self._keyboard)

    @Slot(bool)
    def _on_letters_toggled(self, on: bool) -> None:
        self._become(on, dict(self._keyboard.changes))

    @Slot()
    def _on_list_current_item_changed(self) -> None:
        self._edit.clear()
        self._why.clear()
        self._usual.setEnabled(self._name in self._keyboard.changes)

    @Slot()
    def _on_edit_editing_finished(self) -> None:
        key = self._edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        if not key or not self._name:
            return
        refusal = self._keyboard.refusal(self._name, key)
        self._why.setText(refusal)
        self._edit.clear()
        if not refusal:
            self._become(self._keyboard.letters, {**self._keyboard.changes, self._name: key})

    @Slot()
    def _on_usual_clicked(self) -> None:
        kept = {name: key for name, key in self._keyboard.changes.items() if name != self._name}
        self._become(self._keyboard.letters, kept)

    @Slot()
    def _on_all_usual_clicked(self) -> None:
        self._become(self._keyboard.letters, {})


def _written(row: Key) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(native) for key in row.keys)
