"""Makes or changes a lesson: a title, its diagrams in their order, and of each the steps with their captions."""

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

from viewer.definitions.lesson import Lesson, Part
from viewer.presenting.lessons.step_list import StepList
from viewer.presenting.outlines import draw_outlines

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from viewer.definitions.catalog import Catalog
    from viewer.model.diagram import DiagramId
    from viewer.presenting.lessons.step_words import StepWords

_AT = Qt.ItemDataRole.UserRole
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class LessonDialog(QDialog):
    """Signals: ``save_requested(Lesson)``, ``steps_requested(DiagramId)``, to be answered by ``show_steps``."""

    save_requested = Signal(object)
    steps_requested = Signal(object)

    def __init__(self, catalog: Catalog, lesson: Lesson, parent: QWidget) -> None:
        """List the diagrams of a lesson, ticked, and below them the others of a catalog."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Lesson")
        self._steps: dict[DiagramId, tuple[StepWords, ...]] = {}
        self._title = QLineEdit(lesson.title, self)
        self._title.setObjectName("lesson-title")
        self._list = QListWidget(self)
        self._list.setObjectName("lesson-diagrams")
        self._list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        named = {entry.id: entry.title for entry in catalog.entries}
        inside = {part.diagram for part in lesson.parts}
        rest = [Part(entry.id) for entry in catalog.entries if entry.id not in inside]
        self._parts = [*lesson.parts, *rest]
        for at, part in enumerate(self._parts):
            item = QListWidgetItem(named.get(part.diagram, str(part.diagram)), self._list)
            item.setData(_AT, at)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_CHECKED if part.diagram in inside else _UNCHECKED)
        self._of = QLabel(self)
        self._of.setTextFormat(Qt.TextFormat.PlainText)
        self._step_list = StepList(self)
        self._step_list.part_changed.connect(self._on_step_list_part_changed)
        buttons = QDialogButtonBox(self)
        save = QDialogButtonBox.StandardButton.Save
        buttons.setStandardButtons(save | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._on_buttons_accepted)
        buttons.rejected.connect(self.reject)
        self._save = buttons.button(save)
        draw_outlines(self._list, self._step_list)
        self._arrange(buttons)
        self._title.textChanged.connect(self._settle)
        self._list.itemChanged.connect(self._settle)
        self._list.currentItemChanged.connect(self._on_list_current_item_changed)
        self._settle()

    def _arrange(self, buttons: QDialogButtonBox) -> None:
        up, down = QPushButton("&Up", self), QPushButton("&Down", self)
        up.clicked.connect(self._on_up_clicked)
        down.clicked.connect(self._on_down_clicked)
        label = QLabel("&Title", self)
        label.setBuddy(self._title)
        row = QHBoxLayout()
        row.addWidget(up)
        row.addWidget(down)
        row.addStretch(1)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(QLabel("Diagrams, in the order of the lesson", self))
        left.addWidget(self._list, 1)
        left.addLayout(row)
        right.addWidget(self._of)
        right.addWidget(self._step_list, 1)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addLayout(left, 2)
        both.addLayout(right, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(label)
        column.addWidget(self._title)
        column.addLayout(both, 1)
        column.addWidget(buttons)
        self.resize(920, 560)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The diagrams that are ticked, in their order, with their steps and captions."""
        items = [self._list.item(row) for row in range(self._list.count())]
        return tuple(self._part(item) for item in items if item.checkState() == _CHECKED)

    def show_steps(self, diagram: DiagramId, steps: tuple[StepWords, ...]) -> None:
        """Take the steps of a diagram that were asked for."""
        self._steps[diagram] = steps
        item = self._list.currentItem()
        if item is not None and self._part(item).diagram == diagram:
            self._fill(item)

    def _fill(self, item: QListWidgetItem) -> None:
        part = self._part(item)
        steps = self._steps.get(part.diagram)
        self._of.setText(f"Steps of “{item.text()}”" if steps is not None else "Reading the steps …")
        self._step_list.show_part(part if steps is not None else None, steps or ())

    @Slot()
    def _settle(self) -> None:
        self._save.setEnabled(bool(self.parts and self._title.text().strip()))

    @Slot(QListWidgetItem)
    def _on_list_current_item_changed(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        self._fill(item)
        if self._part(item).diagram not in self._steps:
            self.steps_requested.emit(self._part(item).diagram)

    @Slot(object)
    def _on_step_list_part_changed(self, part: Part) -> None:
        item = self._list.currentItem()
        if item is not None:
            self._parts[int(item.data(_AT))] = part
            item.setCheckState(_CHECKED)  # whoever chooses steps wants to show them

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
        self.save_requested.emit(Lesson(self._title.text().strip(), self.parts))
        self.accept()

    def _part(self, item: QListWidgetItem) -> Part:
        return self._parts[int(item.data(_AT))]

    # Qt's own names

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the first diagram of the lesson."""
        super().showEvent(event)
        if self._list.currentRow() < 0 and self._list.count():
            self._list.setCurrentRow(0)
