"""What the selected element is, and what acts on what: the upper part of the excerpt panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent

from viewer.model.diagram import Compartment, Edge, Node
from viewer.model.evidence import Stance
from viewer.ui.excerpts.relation_drawing import HEIGHT, WIDTH, paint_sample
from viewer.ui.excerpts.relation_row import ROW_OUT, RelationRow
from viewer.ui.typeset.column import Column
from viewer.ui.typeset.rule import Rule
from viewer.ui.typeset.shown_text import one_line
from viewer.ui.typeset.text_block import TextBlock
from viewer.ui.typeset.text_button import OUT, TextButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from viewer.model.diagram import Diagram, Element
    from viewer.ui.typeset.style import Style

_FIRST, _MORE_AT_ONCE = 8, 50
_SECTION, _AFTER_RULE = 20, 17

Row = tuple["Element", "Element", str]
"""What is drawn, the element that the row leads to, and the word beside its name."""


class ElementHeading(Column):
    """Signals: ``element_requested(str)``, ``diagram_requested(str)``, ``resized()``."""

    element_requested = Signal(str)
    diagram_requested = Signal(str)
    resized = Signal()

    def __init__(
        self,
        diagram: Diagram,
        element: Element,
        style: Style,
        margin: int,
        opens_title: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Take the element and its diagram; ``opens_title`` is the title of the diagram that it opens."""
        super().__init__(margin, parent)
        self._diagram = diagram
        self._style = style
        self._opens = ""
        self.add(_PlaceLine(element, _place(diagram, element), style, self))
        name = diagram.sentence(element) if isinstance(element, Edge) else element.label
        self._say(name, "heading", "text", 2)
        match element:
            case Node():
                self._say(", ".join(element.aliases), "small", "second", 4)
                self._say(element.summary, "text", "text", 8)
                self._say(_disagreement(element), "text", "text", 8)
                if element.opens is not None:
                    self._add_way_in(str(element.opens), opens_title)
                self._add_relations(element)
            case Edge():
                self._say(element.summary, "text", "text", 8)
                self._say(_disagreement(element), "text", "text", 8)
                ends = (diagram.node(element.source), diagram.node(element.target))
                self._add_rows([(end, end, _kind_and_place(diagram, end)) for end in ends], 12)
            case Compartment():
                self._add_contents(element)
            case _:
                assert_never(element)

    def _say(self, text: str, face: str, token: str, gap: int) -> None:
        if text:
            style = self._style
            faces = {"heading": style.heading, "small": style.small, "text": style.text}
            block = TextBlock(one_line(text), style, faces[face], token, parent=self)
            block.setObjectName(face)
            self.add(block, gap)

    def _add_way_in(self, opens: str, title: str) -> None:
        self._opens = opens
        words = f"Open “{one_line(title or opens)}”"
        button = TextButton(words, self._style, self._style.text, forward=True, parent=self)
        button.clicked.connect(self._on_way_in_clicked)
        self.add(button, 2, OUT)

    def _on_way_in_clicked(self) -> None:
        self.diagram_requested.emit(self._opens)

    def _add_relations(self, node: Node) -> None:
        find = self._diagram.node
        before = [(edge, find(edge.source), edge.label) for edge in self._diagram.incoming.get(node.id, ())]
        after = [(edge, find(edge.target), edge.label) for edge in self._diagram.outgoing.get(node.id, ())]
        if before or after:
            self.add(Rule(self._style, self), _SECTION)
        self._add_section("Acted on by", before, _AFTER_RULE)
        self._add_section("Acts on", after, 8 if before else _AFTER_RULE)

    def _add_contents(self, compartment: Compartment) -> None:
        inner = [item for item in self._diagram.compartments if item.parent == compartment.id]
        nodes = [node for node in self._diagram.nodes if node.compartment == compartment.id]
        rows: list[Row] = [(item, item, "compartment") for item in inner]
        rows += [(node, node, node.kind.value) for node in nodes]
        if rows:
            self.add(Rule(self._style, self), _SECTION)
            self._add_section("In it", rows, _AFTER_RULE)
        else:
            self._say("Nothing lies in it.", "text", "second", 8)

    def _add_section(self, title: str, rows: Sequence[Row], gap: int) -> None:
        if rows:
            self.add(TextBlock(title, self._style, self._style.small_strong, "second", parent=self), gap)
            self._add_rows(rows, 2)

    def _add_rows(self, rows: Sequence[Row], gap: int) -> None:
        listed = _RowList(rows, self._style, self.margin, self)
        listed.element_requested.connect(self.element_requested)
        listed.resized.connect(self.resized)
        self.add(listed, gap, self.margin)


class _RowList(Column):
    """The first few rows, and the rest one press away: a hub of a large diagram has hundreds."""

    element_requested = Signal(str)
    resized = Signal()

    def __init__(self, rows: Sequence[Row], style: Style, margin: int, parent: QWidget) -> None:
        super().__init__(margin, parent)
        self._style = style
        self._waiting = rows
        self._more: TextButton | None = None
        self._add_rows(_FIRST if len(rows) > _FIRST + 1 else len(rows))

    def _add_rows(self, count: int) -> list[RelationRow]:
        taken, self._waiting = self._waiting[:count], self._waiting[count:]
        rows = []
        for drawn, other, beside in taken:
            name = "" if isinstance(other, Edge) else other.label
            row = RelationRow(drawn, other.id, name, beside, self._style, parent=self)
            row.element_requested.connect(self.element_requested)
            self.add(row, 0, ROW_OUT)
            rows.append(row)
        self._more = None
        if self._waiting:
            count = min(len(self._waiting), _MORE_AT_ONCE)
            words = f"{count} more" + (f" of {len(self._waiting)}" if count < len(self._waiting) else "")
            self._more = TextButton(words, self._style, self._style.small_strong, parent=self)
            self._more.clicked.connect(self._on_more_clicked)
            self.add(self._more, 0, OUT)
        return rows

    def _on_more_clicked(self) -> None:
        old = self._more
        rows = self._add_rows(_MORE_AT_ONCE)
        if old is not None:
            previous: QWidget = old
            for widget in (*rows, *((self._more,) if self._more else ())):
                self.setTabOrder(previous, widget)
                previous = widget
            self.remove(old)
        self.resized.emit()
        rows[0].setFocus()


class _PlaceLine(TextBlock):
    """What kind of thing it is and where it lies, with its drawing at the right."""

    def __init__(self, element: Element, text: str, style: Style, parent: QWidget) -> None:
        super().__init__(text, style, style.small, "second", parent=parent)
        self.setObjectName("place")
        self._element = element
        self._style = style

    def _words_wide(self, width: int) -> int:
        return max(1, width - self._style.px(WIDTH) - 8)

    # Qt's own names

    def heightForWidth(self, width: int) -> int:
        return max(self._style.px(HEIGHT), self.prose.height(self._words_wide(width)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tall = self.prose.height(self._words_wide(self.width()))
        self.prose.paint(painter, 0, (self.height() - tall) / 2)
        top = (self.height() - self._style.px(HEIGHT)) / 2
        paint_sample(painter, self._element, self._style, self.width() - self._style.px(WIDTH), top, tagged=True)
        painter.end()


def _place(diagram: Diagram, element: Element) -> str:
    match element:
        case Node():
            words = _kind_and_place(diagram, element)
        case Edge():
            words = "arrow" if element.disputed else f"arrow · {element.relation.verb}"
        case Compartment():
            around = None if element.parent is None else diagram.elements[element.parent]
            words = "compartment" + (f" · in {one_line(around.label)}" if isinstance(around, Compartment) else "")
    if not isinstance(element, Compartment) and element.disputed:
        words += " · disputed"
    return words[:1].upper() + words[1:]


def _kind_and_place(diagram: Diagram, node: Node) -> str:
    if node.compartment is None:
        return node.kind.value
    around = diagram.elements[node.compartment]
    return f"{node.kind.value} · {one_line(around.label)}" if isinstance(around, Compartment) else node.kind.value


def _disagreement(element: Node | Edge) -> str:
    if not element.disputed:
        return ""
    stances = [item.stance for item in element.evidence]
    return f"The texts disagree: {stances.count(Stance.SUPPORTS)} for, {stances.count(Stance.DISPUTES)} against."
