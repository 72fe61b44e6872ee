"""One line of the excerpt panel that leads to another element: its drawing, its name, and a grey word beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent

from viewer.model.diagram import Edge
from viewer.ui.excerpts.relation_drawing import HEIGHT, WIDTH, paint_sample
from viewer.ui.typeset.panel_button import PanelButton
from viewer.ui.typeset.prose import Prose, Run
from viewer.ui.typeset.shown_text import one_line

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from viewer.model.diagram import Element, ElementId
    from viewer.ui.typeset.style import Style

ROW_OUT = 8
"""How far a row reaches beyond the text on both sides, so that its ground under the pointer has air."""

_ROW, _TO_NAME, _BESIDE = 28, 12, "  "


class RelationRow(PanelButton):
    """Signal: ``element_requested(str)`` with the id that the row leads to. Click, Enter and Space activate it."""

    element_requested = Signal(str)

    def __init__(
        self,
        drawn: Element,
        leads_to: ElementId,
        name: str,
        beside: str,
        style: Style,
        spoken: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Take what is drawn, where it leads, its name, the word beside it, and how it is read aloud."""
        super().__init__(style, parent)
        self.leads_to = leads_to
        self._drawn = drawn
        size = None if isinstance(drawn, Edge) else style.small.font.pixelSize()
        second = Run(_BESIDE + one_line(beside), style.colour("second"), pixels=size)
        runs = (Run(one_line(name), style.colour("text")), second)
        self._prose = Prose(runs if beside else runs[:1], style.text)
        self.setText(self._prose.text)
        self.setAccessibleName(spoken or f"{name}, {beside}" if beside else name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def act(self) -> None:
        """Lead to the element."""
        self.element_requested.emit(str(self.leads_to))

    def _text_left(self) -> int:
        return ROW_OUT + self.look.px(WIDTH + _TO_NAME)

    # Qt's own names

    def heightForWidth(self, width: int) -> int:
        words = self._prose.height(width - self._text_left() - ROW_OUT)
        return max(self.look.px(_ROW), words + self.look.px(_ROW) - self.look.text.line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        style = self.look
        if self.underMouse() or self.isDown():
            self.paint_ground(painter)
        words = self._prose.height(self.width() - self._text_left() - ROW_OUT)
        top = (self.height() - words) / 2
        paint_sample(
            painter, self._drawn, style, ROW_OUT, top + (style.text.line - style.px(HEIGHT)) / 2, tagged=False
        )
        self._prose.paint(painter, self._text_left(), top)
        self.paint_focus(painter)
        painter.end()
