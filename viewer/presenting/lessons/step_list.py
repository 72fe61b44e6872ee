"""The steps of one diagram of a lesson: ticked to be shown, with the words that stand beside each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from viewer.definitions.lesson import Part

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from viewer.presenting.lessons.step_words import StepWords

_CAPTION = 1
_GAP = 24


class StepList(QTreeWidget):
    """Signals: ``part_changed(Part)`` when steps were ticked or words were changed."""

    part_changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        """Show no steps yet."""
        super().__init__(parent)
        self.setObjectName("lesson-steps")
        self.setHeaderLabels(["Step", "Caption (double click to change)"])
        self.setRootIsDecorated(False)
        self._part: Part | None = None
        self._steps: tuple[StepWords, ...] = ()
        self.itemChanged.connect(self._on_item_changed)
        self.itemDoubleClicked.connect(self._on_item_double_clicked)

    def show_part(self, part: Part | None, steps: tuple[StepWords, ...]) -> None:
        """Show the steps of a part of the lesson, or nothing."""
        self.blockSignals(True)
        self.clear()
        self._part, self._steps = part, steps
        captions = {} if part is None else dict(part.captions)
        for number, step in enumerate(steps, start=1):
            words = [f"{number}  {step.title}", captions.get(number, step.caption)]
            item = QTreeWidgetItem(self, words)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable)
            chosen = part is not None and (not part.steps or number in part.steps)
            item.setCheckState(0, Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
            item.setToolTip(_CAPTION, words[_CAPTION])
        self.resizeColumnToContents(0)
        self.setColumnWidth(0, self.columnWidth(0) + _GAP)
        self.blockSignals(False)

    def _read(self) -> Part | None:
        """Return the part as it is ticked and written; all steps ticked, or none, are all."""
        if self._part is None:
            return None
        chosen, captions = [], []
        for number, step in enumerate(self._steps, start=1):
            item = self.topLevelItem(number - 1)
            if item is None:
                continue
            if item.checkState(0) == Qt.CheckState.Checked:
                chosen.append(number)
            words = " ".join(item.text(_CAPTION).split())
            if words and words != step.caption:
                captions.append((number, words))
        every = len(chosen) in (0, len(self._steps))
        return Part(self._part.diagram, () if every else tuple(chosen), tuple(captions))

    @Slot()
    def _on_item_changed(self) -> None:
        part = self._read()
        if part is not None and part != self._part:
            self._part = part
            self.part_changed.emit(part)

    @Slot(QTreeWidgetItem, int)
    def _on_item_double_clicked(self, item: QTreeWidgetItem, _column: int) -> None:
        self.editItem(item, _CAPTION)
