"""How to read the signs of the diagram that is open: its kinds and relations, drawn as they are on the canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from viewer.scene.ink.legend import legend_ink
from viewer.scene.painting import Compiled
from viewer.ui.sheets.sheet_dialog import SheetDialog

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from viewer.layout.geometry import TextMeasurer
    from viewer.model.diagram import Diagram
    from viewer.scene.theme import Theme

_WIDTH = 720.0


class _Signs(QWidget):
    def __init__(self, diagram: Diagram, theme: Theme, measurer: TextMeasurer) -> None:
        super().__init__()
        ink, width, height = legend_ink(diagram, theme, measurer, _WIDTH)
        self._ink = Compiled(ink)
        self._room = QSize(round(width) + 8, round(height) + 8)
        kinds = sorted({node.kind.value for node in diagram.nodes})
        verbs = sorted({edge.relation.verb for edge in diagram.edges})
        self.setAccessibleName("The signs of this diagram")
        self.setAccessibleDescription(f"Kinds: {', '.join(kinds)}. Arrows: {', '.join(verbs)}.")
        self.setMinimumSize(self._room)

    def sizeHint(self) -> QSize:
        return self._room

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(4, 4)
        self._ink.paint(painter)


class LegendSheet(SheetDialog):
    """Shows the legend of one diagram."""

    def __init__(self, diagram: Diagram, theme: Theme, measurer: TextMeasurer, parent: QWidget) -> None:
        """Draw the signs in the window's theme."""
        super().__init__("How to read the signs", _Signs(diagram, theme, measurer), theme, parent)
