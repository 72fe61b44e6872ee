"""The bar over a document: the way back, which passage is shown, contents, find, how the text is set, its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from viewer.ui.reader.bars.bar_button import BarButton
from viewer.ui.typeset.step_button import StepButton
from viewer.ui.typeset.style import GRID

if TYPE_CHECKING:
    from viewer.ui.typeset.style import Style

_BACK, _SHORT = "Back to the diagram", "Back"


class ReaderBar(QWidget):
    """Signals: ``asked(str)`` with the verb of a button: back, previous_passage, next_passage, contents, find,
    choices, text or pages.
    """  # noqa: D205 - a list of signals is no paragraph

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty bar; it has buttons once it has a style."""
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(GRID, 4, GRID, 4)
        self._row.setSpacing(4)
        self.count = QLabel(self)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setObjectName("count")
        self.buttons: dict[str, QWidget] = {}
        self._shown: dict[str, bool] = {}

    def set_style(self, style: Style) -> None:
        """Take faces and colours: the buttons are made anew."""
        checked = {name for name, button in self.buttons.items() if getattr(button, "isChecked", bool)()}
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.count:
                widget.hide()
                widget.deleteLater()
        self.buttons = {
            "back": BarButton(_BACK, style, name=_BACK, tip=f"{_BACK} (Esc)", back=True, parent=self),
            "previous_passage": StepButton("Previous passage (Shift+F3)", style, down=False, parent=self),
            "next_passage": StepButton("Next passage (F3)", style, down=True, parent=self),
            "contents": BarButton("Contents", style, tip="Contents (O)", checkable=True, parent=self),
            "find": BarButton(
                "Find", style, name="Find in the document", tip="Find in the document (Ctrl+F)", parent=self
            ),
            "text": _choice("Text", "Show the text (G)", style, self),
            "pages": _choice("Pages", "Show the pages (G)", style, self),
            "choices": BarButton(
                "Aa", style, name="Size and width of the text", tip="Size and width of the text", parent=self
            ),
        }
        self.count.setFont(style.small.font)
        palette = self.count.palette()
        palette.setColor(QPalette.ColorRole.WindowText, style.colour("second"))
        self.count.setPalette(palette)
        for name, button in self.buttons.items():
            button.setProperty("verb", name)
            button.clicked.connect(self._on_button_clicked)  # type: ignore[attr-defined]  # all of them are buttons
            if name in checked:
                button.setChecked(True)  # type: ignore[attr-defined]
            if name == "previous_passage":
                self._row.addStretch(1)
                self._row.addWidget(self.count)
            self._row.addWidget(button)
        self._fit()

    def show_offers(self, **shown: bool) -> None:
        """Say which buttons, by name, have something to do here: the others are not shown."""
        self._shown.update(shown)
        self._fit()

    def check(self, name: str, checked: bool) -> None:
        """Show one of the choices as chosen or not."""
        button = self.buttons.get(name)
        if isinstance(button, BarButton):
            button.setChecked(checked)

    @property
    def left_out(self) -> tuple[str, ...]:
        """The verbs that are offered but have no room here."""
        return tuple(name for name in ("contents", "find") if self._offered(name) and self.buttons[name].isHidden())

    def _offered(self, name: str) -> bool:
        return name in self.buttons and self._shown.get(name, True)

    def _fit(self) -> None:
        """Show what there is room for; what gives way first is what has a key and a place under “Aa”."""
        if not self.buttons:
            return
        back = self.buttons["back"]
        room = self.width() - 2 * GRID
        gone: set[str] = set()
        for step in ("", "short", "find", "contents", "count"):
            if step == "short":
                back.setText(_SHORT)  # type: ignore[attr-defined]
            elif step == "":
                back.setText(_BACK)  # type: ignore[attr-defined]
            else:
                gone.add(step)
            names = [name for name in self.buttons if self._offered(name) and name not in gone]
            wide = sum(self.buttons[name].sizeHint().width() + 4 for name in names)
            if "count" not in gone:
                wide += self.count.sizeHint().width() + 8
            if wide <= room:
                break
        back.updateGeometry()
        for name, button in self.buttons.items():
            button.setVisible(self._offered(name) and name not in gone)
        self.count.setVisible("count" not in gone)

    def say(self, words: str) -> None:
        """Say which passage is shown."""
        self.count.setText(words)
        self._fit()

    def _on_button_clicked(self) -> None:
        self.asked.emit(str(self.sender().property("verb")))

    # Qt's own names

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _choice(words: str, tip: str, style: Style, parent: QWidget) -> BarButton:
    return BarButton(words, style, name=tip.rsplit(" (", 1)[0], tip=tip, checkable=True, parent=parent)
