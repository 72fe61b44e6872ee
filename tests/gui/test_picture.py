"""The picture as painted: what lies over what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from tests.builders.diagrams import a_diagram, a_node, an_edge
from tests.builders.images import largest_difference
from tests.builders.theming import a_measurer, a_theme
from viewer.layout.geometry import Box, EdgePlace, Layout, NodePlace, Point
from viewer.model.diagram import ElementId, Relation
from viewer.scene.states import State
from viewer.scene.view.picture import Picture

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

_A, _B, _ARROW = ElementId("a"), ElementId("b"), ElementId("stops")


def test_a_head_that_lands_aslant_is_not_cut_by_the_ring_of_a_selected_node(qtbot: QtBot) -> None:
    a_measurer()
    theme = a_theme()
    diagram = a_diagram([a_node("a"), a_node("b")], [an_edge("a", "b", Relation.INHIBITS, name="stops")])
    tag = Box(0, 0, 1, 1)
    # The arrow runs along the upper side of its target, so its bar stands across the ring there.
    way = (Point(50, 96), Point(80, 96), Point(110, 96), Point(140, 96))
    layout = Layout(
        Box(0, 0, 300, 200),
        {
            _A: NodePlace(_A, Box(10, 86, 40, 20), ("a",), tag),
            _B: NodePlace(_B, Box(100, 100, 120, 40), ("b",), tag),
        },
        {_ARROW: EdgePlace(_ARROW, way, None, tag, ())},
        {},
        "by hand",
    )
    picture = Picture(diagram, layout, theme)
    picture.set_states({_B: State.SELECTED})
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.canvas))
    painter = QPainter(image)
    picture.paint(painter, picture.bounds, 1.0)
    painter.end()
    ring, bar = QColor(theme.accent), QColor(theme.edge_minus)
    row = next(down for down in range(60, 140) if image.pixelColor(180, down) == ring)
    assert any(image.pixelColor(across, row) == bar for across in range(120, 145))


def test_a_node_that_is_not_whole_within_the_room_is_left_out_unless_it_stands_out(qtbot: QtBot) -> None:
    a_measurer()
    theme = a_theme()
    diagram = a_diagram([a_node("a", label="Alpha"), a_node("b", label="Beta")])
    places = {
        _A: NodePlace(_A, Box(10, 20, 100, 36), ("Alpha",), Box(10, 0, 1, 1)),
        _B: NodePlace(_B, Box(150, 20, 100, 36), ("Beta",), Box(150, 0, 1, 1)),
    }
    picture = Picture(diagram, Layout(Box(0, 0, 300, 80), places, {}, {}, "by hand"), theme)

    def painted() -> QImage:
        image = QImage(300, 80, QImage.Format.Format_RGB32)
        image.fill(QColor(theme.canvas))
        painter = QPainter(image)
        picture.paint(painter, picture.bounds, 1.0)
        painter.end()
        return image

    def inside_beta(image: QImage) -> int:
        return len({image.pixel(x, y) for x in range(180, 220) for y in range(28, 48)})

    painted()  # the first letters drawn in a size may differ from those that come from the cache
    whole = painted()
    picture.room = Box(-50, -50, 250, 200)  # ends in the middle of “Beta”
    cut = painted()
    assert largest_difference(cut.copy(QRect(0, 0, 140, 80)), whole.copy(QRect(0, 0, 140, 80))) <= 8
    assert inside_beta(whole) > 1
    assert inside_beta(cut) == 1
    assert cut.pixel(200, 20) == QColor(theme.canvas).rgb() != whole.pixel(200, 20)
    picture.set_states({_B: State.CURRENT})
    assert inside_beta(painted()) > 1
