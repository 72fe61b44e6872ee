"""The picture alone on the whole screen, step by step: every common clicker drives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from viewer.model.story import focus_of, revealed
from viewer.scene.view.diagram_view import DiagramView
from viewer.scene.view.emphasis import states_of
from viewer.scene.view.picture import Picture

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent

    from viewer.layout.geometry import Layout
    from viewer.model.diagram import Diagram
    from viewer.scene.theme import Theme

_NEXT = (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_N)
_BACK = (Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Backspace, Qt.Key.Key_P)
_CAPTION = 0.042  # of the screen's height: readable from the last row


class ShowWindow(QWidget):
    """Signals: ``left(int)`` with the step that was shown last."""

    left = Signal(int)

    def __init__(self, diagram: Diagram, layout: Layout, theme: Theme, step: int) -> None:
        """Show a diagram after ``step`` steps; one without steps is shown whole."""
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(diagram.title)
        self._diagram = diagram
        self._step = min(max(step, 0), len(diagram.steps))
        self._dark = QWidget(self)
        self._picture = Picture(diagram, layout, theme)
        self._view = DiagramView(self)
        self._view.moves = False
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._caption = QLabel(self)
        self._caption.setTextFormat(Qt.TextFormat.PlainText)
        self._caption.setWordWrap(True)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.canvas))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.text))
        self.setPalette(palette)
        night = QPalette()
        night.setColor(QPalette.ColorRole.Window, QColor(Qt.GlobalColor.black))
        self._dark.setPalette(night)
        self._dark.setAutoFillBackground(True)
        self._dark.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 24, 48, 32)
        column.addWidget(self._view, 1)
        column.addWidget(self._caption)

    def present(self, beside: QWidget) -> None:
        """Fill the screen that a window stands on."""
        screen = beside.screen()
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self._show()
        self.activateWindow()
        self.setFocus()

    @property
    def step(self) -> int:
        """How many steps are seen."""
        return self._step

    def _go(self, by: int) -> None:
        self._step = min(max(self._step + by, 1), len(self._diagram.steps)) if self._diagram.steps else 0
        self._show()

    def _show(self) -> None:
        diagram, step = self._diagram, self._step
        caption = ""
        if step:
            told = diagram.steps[step - 1]
            self._picture.set_shown(revealed(diagram, step))
            self._picture.set_states(states_of(diagram, None, None, focus_of(diagram, step - 1)))
            caption = told.caption or told.title
        self._caption.setText(caption or diagram.title)
        font = QFont(self.font())
        font.setPixelSize(max(18, round(self.height() * _CAPTION)))
        font.setWeight(QFont.Weight.DemiBold)
        self._caption.setFont(font)
        if self._view.picture is None:
            self._view.show_picture(self._picture)
            self._view.largest = 4.0
            self._view.fit()
        else:
            self._view.repaint_all()
        self.setAccessibleName(self._caption.text())

    # Qt's own names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow a clicker: next, back, black screen, leave."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close()
        elif key in (Qt.Key.Key_B, Qt.Key.Key_Period):
            self._dark.setVisible(self._dark.isHidden())
            self._dark.raise_()
        elif self._dark.isVisible():
            self._dark.hide()  # any key brings the picture back, and does nothing else
        elif key in _NEXT:
            self._go(1)
        elif key in _BACK:
            self._go(-1)
        elif key == Qt.Key.Key_Home:
            self._go(-len(self._diagram.steps))
        elif key == Qt.Key.Key_End:
            self._go(len(self._diagram.steps))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go on with a click."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._go(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the black screen over everything."""
        self._dark.setGeometry(self.rect())
        if self._view.picture is not None:
            self._show()

    def closeEvent(self, event: object) -> None:
        """Tell where the show ended."""
        self.left.emit(self._step)
