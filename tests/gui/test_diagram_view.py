"""The canvas by real mouse, wheel and key events."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders.diagram_views import a_diagram_view
from tests.builders.diagrams import a_diagram
from tests.builders.images import largest_difference
from tests.builders.layouts import a_layout
from tests.builders.theming import a_theme
from viewer.layout.geometry import Point
from viewer.model.diagram import ElementId
from viewer.scene.states import State
from viewer.scene.view.diagram_view import DiagramView
from viewer.scene.view.picture import Picture

DIAGRAM = a_diagram("abcd", [("a", "b"), ("b", "c"), ("c", "d")])


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[DiagramView]:
    with a_diagram_view(qtbot) as made:
        made.show_picture(Picture(DIAGRAM, a_layout(DIAGRAM), a_theme()))
        yield made


def place_of(view: DiagramView, element: str) -> QPoint:
    assert view.picture is not None
    at = view.camera.to_view(view.picture.layout.nodes[ElementId(element)].box.centre)
    return QPoint(round(at.x), round(at.y))


def turn(view: DiagramView, at: QPoint, angle: int, modifiers: Qt.KeyboardModifier) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(view.mapToGlobal(at)),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def test_a_click_tells_the_element_under_it(qtbot: QtBot, view: DiagramView) -> None:
    with qtbot.waitSignal(view.element_clicked) as told:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place_of(view, "b"))
    assert told.args == ["b"]


def test_a_click_on_the_paper_tells_nothing(qtbot: QtBot, view: DiagramView) -> None:
    with qtbot.waitSignal(view.element_clicked) as told:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert told.args == [None]


def test_a_double_click_activates(qtbot: QtBot, view: DiagramView) -> None:
    with qtbot.waitSignal(view.element_activated) as told:
        qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=place_of(view, "c"))
    assert told.args == ["c"]


def test_a_drag_moves_the_page_with_the_hand_and_is_no_click(qtbot: QtBot, view: DiagramView) -> None:
    clicks: list[object] = []
    view.element_clicked.connect(clicks.append)
    start = place_of(view, "b")
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 9):
        qtbot.mouseMove(view, start + QPoint(5 * step, 3 * step))
    end = start + QPoint(40, 24)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    moved = place_of(view, "b") - start
    assert abs(moved.x() - 40) <= 1
    assert abs(moved.y() - 24) <= 1
    assert clicks == []


def test_the_wheel_with_control_zooms_at_the_pointer(view: DiagramView) -> None:
    at = place_of(view, "c")
    under = view.camera.to_page(Point(at.x(), at.y()))
    before = view.camera.scale
    turn(view, at, 120, Qt.KeyboardModifier.ControlModifier)
    after = view.camera.to_page(Point(at.x(), at.y()))
    assert view.camera.scale > before
    assert after == pytest.approx(under, abs=1)


def test_a_wheel_that_did_not_turn_changes_nothing(view: DiagramView) -> None:
    before = view.camera
    turn(view, QPoint(50, 50), 0, Qt.KeyboardModifier.ControlModifier)
    assert view.camera == before


def test_the_wheel_alone_pans_unless_it_shall_zoom(view: DiagramView) -> None:
    scale = view.camera.scale
    turn(view, QPoint(50, 50), -120, Qt.KeyboardModifier.NoModifier)
    assert view.camera.scale == scale
    view.wheel_zooms = True
    turn(view, QPoint(50, 50), -120, Qt.KeyboardModifier.NoModifier)
    assert view.camera.scale < scale


def test_resizing_keeps_the_whole_diagram_in_view(qtbot: QtBot, view: DiagramView) -> None:
    assert view.picture is not None
    view.resize(300, 220)
    seen, bounds = view.camera.seen(300, 220), view.picture.bounds
    assert seen.x <= bounds.x
    assert seen.right >= bounds.right
    assert seen.bottom >= bounds.bottom


def test_what_is_painted_follows_the_state_of_an_element(view: DiagramView) -> None:
    assert view.picture is not None
    before = view.grab().toImage()
    view.repaint_elements(view.picture.set_states({ElementId("b"): State.SELECTED}))
    lifted = view.grab().toImage()
    view.repaint_elements(view.picture.set_states({}))
    assert lifted != before
    assert view.grab().toImage() == before


@pytest.mark.parametrize("state", [State.SELECTED, State.NEIGHBOUR, State.HOVERED, State.CURRENT])
def test_what_changes_is_painted_as_in_a_whole_repaint(view: DiagramView, state: State) -> None:
    assert view.picture is not None
    view.zoom_in()
    view.repaint_all()
    view.grab()
    elements = [*DIAGRAM.elements]
    for element, other in zip(elements, elements[1:] + elements[:1], strict=True):
        view.repaint_elements(view.picture.set_states({element: state}))
        view.repaint_elements(view.picture.set_states({element: state, other: State.HOVERED}))
        changed = view.grab().toImage()
        view.repaint_all()
        assert largest_difference(changed, view.grab().toImage()) <= 8


def test_what_changed_before_a_drag_is_painted_where_it_went(view: DiagramView) -> None:
    assert view.picture is not None
    view.zoom_in()
    view.repaint_all()
    view.grab()
    view.repaint_elements(view.picture.set_states({ElementId("b"): State.SELECTED}))
    view.pan_by(41, -17)
    dragged = view.grab().toImage()
    view.repaint_all()
    assert largest_difference(dragged, view.grab().toImage()) <= 8


def test_panning_paints_what_a_whole_repaint_paints(view: DiagramView) -> None:
    view.zoom_in()
    view.zoom_in()
    # On a busy machine a zoom is stretched until the hand rests: what is scrolled here is sharp.
    view.repaint_all()
    view.grab()
    for dx, dy in ((37, 0), (0, -23), (-81, 55), (500, 3), (-466, -35)):
        view.pan_by(dx, dy)
    scrolled = view.grab().toImage()
    view.repaint_all()
    assert largest_difference(scrolled, view.grab().toImage()) <= 8


def test_a_hidden_element_is_neither_painted_nor_hit(qtbot: QtBot, view: DiagramView) -> None:
    assert view.picture is not None
    at = place_of(view, "d")
    view.picture.set_shown(frozenset({ElementId("a")}))
    view.repaint_all()
    assert view.element_at(QPointF(at)) is None


def test_looking_for_an_element_brings_it_into_view(view: DiagramView) -> None:
    for _ in range(8):
        view.zoom_in()
    view.pan_by(0, 4000)
    view.reveal(ElementId("d"))
    at = place_of(view, "d")
    assert view.rect().contains(at)
