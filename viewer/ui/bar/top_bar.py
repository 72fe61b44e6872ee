"""The one slim bar: back and forward, where you are, the search field, and the three things that one does."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from viewer.ui.bar.export_button import ExportButton
from viewer.ui.parts.elided_label import ElidedLabel
from viewer.ui.parts.flat_button import FlatButton
from viewer.ui.style import BAR_HEIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from viewer.scene.theme import Theme
    from viewer.session.history import History
    from viewer.ui.icons import Icons


class TopBar(QWidget):
    """Signals: ``back_requested()``, ``forward_requested()``, ``present_requested()``, ``export_requested()``,
    ``theme_requested()``. The search field is put in by the window.
    """  # noqa: D205 - a list of signals is no paragraph

    back_requested = Signal()
    forward_requested = Signal()
    present_requested = Signal()
    theme_requested = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        """Lay the bar out; it is empty of words until a diagram is open."""
        super().__init__(parent)
        self._theme: Theme | None = None
        self.back = FlatButton(icons, "back", parent=self)
        self.forward = FlatButton(icons, "forward", parent=self)
        self.export = ExportButton(icons, self)
        self._present = FlatButton(icons, "play", "Present", primary=True, parent=self)
        self._scheme = FlatButton(icons, "moon", parent=self)
        self._section = QLabel(self)
        self._section.setTextFormat(Qt.TextFormat.PlainText)
        self._title = ElidedLabel(self)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        self._title.setFont(bold)
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for button, tip in (
            (self.back, "Back (Alt+Left)"),
            (self.forward, "Forward (Alt+Right)"),
            (self._present, "Present the steps full screen (F5)"),
            (self._scheme, "Light or dark"),
        ):
            button.setToolTip(tip)
            button.setAccessibleName(tip.partition(" (")[0])
        self._about_picture = {button: button.toolTip() for button in (self._present, self.export)}
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 12, 4)
        row.setSpacing(4)
        for widget in (self.back, self.forward):
            row.addWidget(widget)
        row.addSpacing(8)
        row.addWidget(self._section)
        row.addWidget(self._title, 1)
        self._slot = row.count()
        row.addSpacing(8)
        for widget in (self._present, self.export, self._scheme):
            row.addWidget(widget)
        self._row = row
        self.setMinimumHeight(BAR_HEIGHT)  # more where the desktop has large letters
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.back.clicked.connect(self.back_requested)
        self.forward.clicked.connect(self.forward_requested)
        self._present.clicked.connect(self.present_requested)
        self._scheme.clicked.connect(self.theme_requested)
        self.back.setEnabled(False)
        self.forward.setEnabled(False)

    def put_search(self, field: QWidget) -> None:
        """Take the search field in, before the buttons; the keyboard goes through the bar as the eye does."""
        self._row.insertWidget(self._slot, field)
        stops = (self.back, self.forward, field, self._present, self.export, self._scheme)
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours."""
        self._theme = theme
        for button in (self.back, self.forward, self._present, self.export, self._scheme):
            button.set_theme(theme)
        self._scheme.set_icon("sun" if theme.dark else "moon")
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.second))
        self._section.setPalette(palette)
        self.update()

    def show_place(self, section: str, title: str) -> None:
        """Say where the user is: the section of the library and the diagram's title."""
        self._section.setText(f"{section} › " if section else "")
        self._section.setVisible(bool(section))
        self._title.setText(title)

    def offer_picture(self, lacking: str) -> None:
        """Let the picture be presented and exported, or not: then the buttons' tips say what is ``lacking``."""
        for button, tip in self._about_picture.items():
            button.setEnabled(not lacking)
            button.setToolTip(lacking or tip)
            button.setAccessibleDescription(lacking)

    def show_history(self, history: History) -> None:
        """Say whether there is a way back and forward."""
        self.back.setEnabled(history.can_go_back)
        self.forward.setEnabled(history.can_go_forward)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the hairline below."""
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.bar))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(self._theme.hairline))
