"""The steps of the story under the canvas: all of the picture, or one step after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from viewer.model.story import Step
    from viewer.scene.theme import Theme

_APART = 24
_CLOSEST = 11
_DOT = 8.5
_PILL = QSize(52, 26)
_HEIGHT = 32
_MOST_DOTS = 24


class StepBar(QWidget):
    """Signals: ``step_requested(int)``: 0 for the whole picture, else the number of steps seen."""

    step_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing until there are steps."""
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self._at = 0
        self._theme: Theme | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours."""
        self._theme = theme
        self.update()

    def show_steps(self, steps: tuple[Step, ...], at: int) -> None:
        """Show these steps with ``at`` of them seen (0: the whole picture)."""
        moved = steps == self._steps and at != self._at
        self._steps, self._at = steps, at
        self.setVisible(bool(steps))
        title = f"Step {at} of {len(steps)}: {steps[at - 1].title}" if at else "All steps shown"
        self.setAccessibleName(f"Steps. {title}")
        if moved:  # the keyboard is in the diagram, so nobody would hear of it
            from viewer.ui.parts.announcing import announce

            announce(self, " ".join(words for words in (f"{title}.", steps[at - 1].caption if at else "") if words))
        self.updateGeometry()
        self.update()

    def _word_width(self) -> float:
        return QFontMetricsF(self._small()).horizontalAdvance("Steps") + 14

    def _small(self) -> QFont:
        font = QFont(self.font())
        if font.pixelSize() > 0:
            font.setPixelSize(round(font.pixelSize() * 12 / 14))
        else:
            font.setPointSizeF(font.pointSizeF() * 12 / 14)
        return font

    def _centres(self) -> list[QPointF]:
        count = min(len(self._steps), _MOST_DOTS)
        apart = self._apart()
        left = self._word_width() + _PILL.width() + apart * 0.8
        return [QPointF(left + apart * i, self.height() / 2) for i in range(count)]

    def _apart(self) -> float:
        """Return how far the dots stand apart: less where the bar is narrow."""
        count = min(len(self._steps), _MOST_DOTS)
        return min(float(_APART), (self.width() - self._word_width() - _PILL.width()) / (count + 0.4))

    def _step_at(self, position: QPointF) -> int | None:
        left = self._word_width()
        if left <= position.x() <= left + _PILL.width():
            return 0
        for index, centre in enumerate(self._centres()):
            if abs(position.x() - centre.x()) <= self._apart() / 2:
                return index + 1
        return None

    def sizeHint(self) -> QSize:
        """Return room for the word, the pill and a dot a step."""
        count = min(len(self._steps), _MOST_DOTS)
        return QSize(round(self._word_width() + _PILL.width() + _APART * (count + 0.4)), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return room for the dots close together."""
        count = min(len(self._steps), _MOST_DOTS)
        return QSize(round(self._word_width() + _PILL.width() + _CLOSEST * (count + 0.4)), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill and the dots: seen ones filled, the current one in the accent."""
        theme = self._theme
        if theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._small())
        painter.setPen(QColor(theme.second))
        row = QRectF(0, 0, self._word_width(), self.height())
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, "Steps")
        pill = QRectF(row.right(), (self.height() - _PILL.height()) / 2, _PILL.width(), _PILL.height())
        painter.setPen(Qt.PenStyle.NoPen)
        if self._at == 0:
            painter.setBrush(QColor(theme.accent_tint))
            painter.drawRoundedRect(pill, _PILL.height() / 2, _PILL.height() / 2)
        font = self._small()
        font.setWeight(QFont.Weight.DemiBold if self._at == 0 else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(theme.accent if self._at == 0 else theme.second))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, "All")
        for index, centre in enumerate(self._centres()):
            current, seen = index + 1 == self._at, index + 1 < self._at
            colour = QColor(theme.accent if current else theme.second)
            painter.setPen(QPen(colour, 1.4))
            painter.setBrush(colour if current or seen else Qt.BrushStyle.NoBrush)
            radius = _DOT / 2 + (1 if current else 0)
            painter.drawEllipse(centre, radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the step under the pointer."""
        step = self._step_at(event.position())
        if step is not None and event.button() == Qt.MouseButton.LeftButton:
            self.step_requested.emit(step)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where a click does something."""
        on_step = self._step_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if on_step else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrow keys; Home shows all."""
        moves = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        if event.key() in moves:
            count = len(self._steps) + 1
            self.step_requested.emit((self._at + moves[Qt.Key(event.key())]) % count)
        elif event.key() == Qt.Key.Key_Home:
            self.step_requested.emit(0)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Name the step under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            step = self._step_at(QPointF(event.pos()))
            words = (
                "" if step is None else "The whole diagram" if step == 0 else f"{step}  {self._steps[step - 1].title}"
            )
            QToolTip.showText(event.globalPos(), words.replace("<", "‹"), self)
            return True
        return super().event(event)
