"""The quiet zoom control under the canvas: out, the percentage, in, and the whole diagram."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from viewer.ui.parts.flat_button import FlatButton

if TYPE_CHECKING:
    from viewer.scene.theme import Theme
    from viewer.ui.icons import Icons


class ZoomControl(QWidget):
    """Signals: ``out_requested()``, ``in_requested()``, ``fit_requested()``."""

    out_requested = Signal()
    in_requested = Signal()
    fit_requested = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        """Lay out three buttons and the percentage."""
        super().__init__(parent)
        self._out = FlatButton(icons, "minus", parent=self)
        self._in = FlatButton(icons, "plus", parent=self)
        self._fit = FlatButton(icons, text="Fit", parent=self)
        self._percent = QLabel("100 %", self)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._percent.setMinimumWidth(self._percent.fontMetrics().horizontalAdvance("1600 %"))
        for button, tip, signal in (
            (self._out, "Zoom out (Ctrl+−)", self.out_requested),
            (self._in, "Zoom in (Ctrl++)", self.in_requested),
            (self._fit, "Show the whole diagram (Home)", self.fit_requested),
        ):
            button.setToolTip(tip)
            button.setAccessibleName(tip.partition(" (")[0])
            button.clicked.connect(signal)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(0)
        for widget in (self._out, self._percent, self._in, self._fit):
            row.addWidget(widget)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours."""
        for button in (self._out, self._in, self._fit):
            button.set_theme(theme)
        palette = self._percent.palette()
        palette.setColor(palette.ColorRole.WindowText, theme.second)
        self._percent.setPalette(palette)

    def show_scale(self, scale: float) -> None:
        """Show how large the diagram is drawn."""
        self._percent.setText(f"{round(scale * 100)} %")
