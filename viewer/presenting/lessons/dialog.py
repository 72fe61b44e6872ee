"""Makes a lesson: a title, and the diagrams that belong to it, ticked and dragged into order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from viewer.model.diagram import DiagramId
from viewer.presenting.lessons.scenes import lesson_of

if TYPE_CHECKING:
    from viewer.definitions.catalog import Catalog

_ID = Qt.ItemDataRole.UserRole


class LessonDialog(QDialog):
    """Signals: ``save_requested(Lesson)``."""

    save_requested = Signal(object)

    def __init__(self, catalog: Catalog, current: DiagramId | None, parent: QWidget) -> None:
        """List the diagrams of a catalog; ``current`` is ticked."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Make a lesson")
        self._title = QLineEdit("A lesson", self)
        self._title.setObjectName("lesson-title")
        self._list = QListWidget(self)
        self._list.setObjectName("lesson-diagrams")
        self._list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        for entry in catalog.entries:
            item = QListWidgetItem(entry.title, self._list)
            item.setData(_ID, str(entry.id))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if entry.id == current else Qt.CheckState.Unchecked)
        up, down = QPushButton("Up", self), QPushButton("Down", self)
        up.clicked.connect(self._on_up_clicked)
        down.clicked.connect(self._on_down_clicked)
        buttons = QDialogButtonBox(self)
        save = QDialogButtonBox.StandardButton.Save
        buttons.setStandardButtons(save | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._on_buttons_accepted)
        buttons.rejected.connect(self.reject)
        self._save = buttons.button(save)
        label = QLabel("&Title", self)
        label.setBuddy(self._title)
        row = QHBoxLayout()
        row.addWidget(up)
        row.addWidget(down)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(label)
        column.addWidget(self._title)
        column.addWidget(QLabel("Diagrams, in the order of the lesson", self))
        column.addWidget(self._list, 1)
        column.addLayout(row)
        column.addWidget(buttons)
        self.resize(420, 520)
        self._title.textChanged.connect(self._settle)
        self._list.itemChanged.connect(self._settle)
        self._settle()

    @property
    def chosen(self) -> tuple[DiagramId, ...]:
        """The diagrams that are ticked, in their order."""
        items = [self._list.item(row) for row in range(self._list.count())]
        return tuple(DiagramId(item.data(_ID)) for item in items if item.checkState() == Qt.CheckState.Checked)

    @Slot()
    def _settle(self) -> None:
        self._save.setEnabled(bool(self.chosen and self._title.text().strip()))

    @Slot()
    def _on_up_clicked(self) -> None:
        self._move(-1)

    @Slot()
    def _on_down_clicked(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        row = self._list.currentRow()
        if row >= 0 and 0 <= row + by < self._list.count():
            item = self._list.takeItem(row)
            self._list.insertItem(row + by, item)
            self._list.setCurrentRow(row + by)

    @Slot()
    def _on_buttons_accepted(self) -> None:
        self.save_requested.emit(lesson_of(self._title.text().strip(), self.chosen))
        self.accept()
