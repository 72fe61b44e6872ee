"""Choose an element or a step by its name: a field and what it finds among what may be told."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from viewer.presenting.picture.words import face
from viewer.presenting.sheets.sheet_page import SheetPage

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QResizeEvent

    from viewer.model.diagram import ElementId
    from viewer.presenting.state.show import Place
    from viewer.scene.theme import Theme

_MOST = 9  # in sight at once
_LINE = 62.0


class Name(NamedTuple):
    """Something that can be chosen: its name, what it is, and the place that is about it or its id."""

    text: str
    what: str
    goal: Place | ElementId


def found(names: tuple[Name, ...], words: str) -> tuple[Name, ...]:
    """Return the names that hold all the words, those that begin with them first."""
    wanted = words.casefold().split()
    hits = [name for name in names if all(word in name.text.casefold() for word in wanted)]
    begins = words.casefold().strip()
    return tuple(sorted(hits, key=lambda name: not name.text.casefold().startswith(begins)))


class GoTo(SheetPage):
    """Signals: ``chosen(goal)`` by Enter or a click."""

    chosen = Signal(object)

    def __init__(self, heading: str, hint: str, names: tuple[Name, ...], theme: Theme, parent: QWidget) -> None:
        """Take what can be chosen, and what for; ``hint`` says what is typed."""
        super().__init__(heading, theme, parent)
        self._names = names
        self._hits = names
        self._at = 0
        self.field = QLineEdit(self)
        self.field.setAccessibleName(heading)
        self.field.setPlaceholderText(hint)
        self.field.setFrame(False)
        palette = self.field.palette()
        palette.setColor(palette.ColorRole.Base, QColor(theme.field))
        palette.setColor(palette.ColorRole.Text, QColor(theme.text))
        palette.setColor(palette.ColorRole.PlaceholderText, QColor(theme.second))
        self.field.setPalette(palette)
        self.field.textChanged.connect(self._on_field_text_changed)
        self.field.installEventFilter(self)
        self.setFocusProxy(self.field)

    @Slot(str)
    def _on_field_text_changed(self, words: str) -> None:
        self._hits, self._at = found(self._names, words), 0
        self.update()

    def paint_body(self, painter: QPainter, body: QRectF) -> None:
        """Write what was found below the field."""
        line = _LINE * self.unit
        if not self._hits:
            room = QRectF(body.x(), body.y() + 1.5 * line, body.width(), line)
            self.write(painter, room, "Nothing that is shown has this name.", 34, "second")
        first = self._first
        for index, name in enumerate(self._hits[first : first + _MOST]):
            row = self._row(index)
            if first + index == self._at:
                painter.fillRect(row, QColor(self.theme.accent_tint))
            inside = row.adjusted(16 * self.unit, 0, 0, 0)
            self.write(painter, inside, name.text, 34, "text", 500)
            right = QRectF(inside.x() + inside.width() * 0.62, inside.y(), inside.width() * 0.38, line)
            self.write(painter, right, name.what, 28, "second")
        if len(self._hits) > _MOST:
            said = f"{self._at + 1} of {len(self._hits)}"
            self.write(painter, self._row(_MOST).adjusted(16 * self.unit, 0, 0, 0), said, 28, "second")

    @property
    def _first(self) -> int:
        """How many of the names stand above those that are shown: what is chosen is always in sight."""
        return max(0, self._at - _MOST + 1)

    def _row(self, index: int) -> QRectF:
        body, line = self.body, _LINE * self.unit
        return QRectF(body.x(), body.y() + (index + 1.5) * line, body.width(), line)

    def _place_field(self) -> None:
        body, unit = self.body, self.unit
        self.field.setFont(face(38 * unit, 400))
        self.field.setTextMargins(round(14 * unit), 0, round(14 * unit), 0)
        self.field.setGeometry(QRectF(body.x(), body.y(), min(body.width(), 1000 * unit), 68 * unit).toRect())

    def _go(self) -> None:
        if self._hits:
            self.chosen.emit(self._hits[self._at].goal)

    # Qt's own names

    def tap(self, at: QPointF) -> None:
        """Choose what is clicked."""
        for index in range(min(_MOST, len(self._hits) - self._first)):
            if self._row(index).contains(at):
                self._at = self._first + index
                self._go()
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the field at its place."""
        super().resizeEvent(event)
        self._place_field()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list from the field; everything else is typing."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.field:
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Up, Qt.Key.Key_PageUp):
                by = 1 if key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) else -1
                self._at = min(max(self._at + by, 0), max(0, len(self._hits) - 1))
                self.update()
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go()
                return True
            if key == Qt.Key.Key_Escape:
                self.left.emit()
                return True
            return False
        return super().eventFilter(watched, event)
