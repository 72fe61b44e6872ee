"""What the speaker alone reads: the notes of the step, the answer of its question, its passage; in any size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from viewer.presenting.desk.desk_button import DeskButton
from viewer.presenting.state.quiz import LETTERS

if TYPE_CHECKING:
    from viewer.model.story import Step
    from viewer.presenting.state.quiz import Quiz
    from viewer.presenting.state.speech import Passage

SMALLEST, LARGEST = 12, 48
_STEP = 2


class NotesPanel(QWidget):
    """Signals: ``size_changed(int)`` in pixels, to be remembered."""

    size_changed = Signal(int)

    def __init__(self, pixels: int, parent: QWidget) -> None:
        """Show no notes yet, in letters of so many pixels."""
        super().__init__(parent)
        self._pixels = min(max(pixels, SMALLEST), LARGEST)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._words.setContentsMargins(0, 0, 8, 0)
        self._area = QScrollArea(self)
        self._area.setWidget(self._words)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._smaller = DeskButton("A−", "", "Smaller notes", self)
        self._larger = DeskButton("A+", "", "Larger notes", self)
        self._smaller.clicked.connect(self._on_smaller_clicked)
        self._larger.clicked.connect(self._on_larger_clicked)
        heading = QLabel("Notes", self)
        row = QHBoxLayout()
        row.addWidget(heading, 1)
        row.addWidget(self._smaller)
        row.addWidget(self._larger)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._area, 1)
        self._resize()

    @property
    def words(self) -> str:
        """What the speaker reads."""
        return self._words.text()

    def show_step(self, step: Step | None, passage: Passage | None) -> None:
        """Show what belongs to a step."""
        self._show("\n\n".join(notes_of(step, passage)) or "This step has no notes.")

    def show_quiz(self, quiz: Quiz) -> None:
        """Show the answer of a quiz's question."""
        question = quiz.question
        self._show("The quiz is over." if question is None else f"Answer: {question.right}")

    def _show(self, words: str) -> None:
        if words != self._words.text():
            self._words.setText(words)
            self._area.verticalScrollBar().setValue(0)

    def _on_smaller_clicked(self) -> None:
        self._become(self._pixels - _STEP)

    def _on_larger_clicked(self) -> None:
        self._become(self._pixels + _STEP)

    def _become(self, pixels: int) -> None:
        self._pixels = min(max(pixels, SMALLEST), LARGEST)
        self._resize()
        self.size_changed.emit(self._pixels)

    def _resize(self) -> None:
        font = QFont(self._words.font())
        font.setPixelSize(self._pixels)
        self._words.setFont(font)


def notes_of(step: Step | None, passage: Passage | None) -> tuple[str, ...]:
    """Return the parts of what the speaker reads at a step, none for the legend."""
    if step is None:
        return ()
    parts = [step.notes] if step.notes else []
    ask = step.ask
    if ask is not None:
        parts.append(f"Question: {ask.question}")
        if ask.answer is not None and 1 <= ask.answer <= len(ask.choices):
            parts.append(f"Answer: {LETTERS[(ask.answer - 1) % len(LETTERS)]}  {ask.choices[ask.answer - 1]}")
    if passage is not None:
        parts.append(f"“{passage.text}”\n{passage.source}".strip())
    elif step.quote is not None:
        parts.append(f"Not found so far in {step.quote.document}: {step.quote.quote}")
    return tuple(parts)
