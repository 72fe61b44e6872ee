"""What it costs to read, lay out, build and paint a diagram of 20, 1,000 and 2,000 nodes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from benchmarks.graphs import a_definition
from tests.builders.theming import a_measurer, a_theme
from viewer.definitions.reader import parse_definition
from viewer.layout.engine import Engine
from viewer.layout.geometry import Point
from viewer.model.diagram import DiagramId
from viewer.places import cache_folder
from viewer.scene.view.diagram_view import DiagramView
from viewer.scene.view.picture import Picture
from viewer.store import Store

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

    from viewer.layout.geometry import Layout
    from viewer.model.diagram import Diagram

SIZES = (20, 1000, 2000)
STORE = Store(cache_folder() / "benchmarks")


@lru_cache
def diagram_of(nodes: int) -> Diagram:
    return parse_definition(a_definition(nodes).encode(), DiagramId("random"), "random.yaml").diagram


@lru_cache
def layout_of(nodes: int) -> Layout:
    return Engine(store=STORE).layout(diagram_of(nodes), a_measurer())


@lru_cache
def view_of(nodes: int) -> DiagramView:
    view = DiagramView()
    view.moves = False
    view.resize(1280, 800)
    view.show()
    view.show_picture(Picture(diagram_of(nodes), layout_of(nodes), a_theme()))
    QApplication.processEvents()
    return view


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Drawing needs an application."""


@pytest.mark.parametrize("nodes", SIZES)
def test_read_a_definition(benchmark: BenchmarkFixture, nodes: int) -> None:
    content = a_definition(nodes).encode()
    benchmark(parse_definition, content, DiagramId("random"), "random.yaml")


@pytest.mark.parametrize("nodes", SIZES)
def test_load_yaml_alone(benchmark: BenchmarkFixture, nodes: int) -> None:
    import yaml

    content = a_definition(nodes)
    benchmark(yaml.load, content, yaml.CSafeLoader)


@pytest.mark.parametrize("nodes", [20, 1000])
def test_lay_out(benchmark: BenchmarkFixture, nodes: int) -> None:
    diagram, measurer = diagram_of(nodes), a_measurer()
    benchmark.pedantic(Engine().layout, (diagram, measurer), rounds=5 if nodes < 100 else 1)


@pytest.mark.parametrize("nodes", SIZES)
def test_fetch_a_kept_layout(benchmark: BenchmarkFixture, nodes: int) -> None:
    layout_of(nodes)
    benchmark(Engine(store=STORE).cached, diagram_of(nodes), a_measurer())


@pytest.mark.parametrize("nodes", SIZES)
def test_build_the_picture(benchmark: BenchmarkFixture, nodes: int) -> None:
    benchmark(Picture, diagram_of(nodes), layout_of(nodes), a_theme())


@pytest.mark.parametrize("nodes", SIZES)
def test_paint_all_of_it(benchmark: BenchmarkFixture, nodes: int) -> None:
    view = view_of(nodes)
    view.fit()
    benchmark(_repainted, view)


@pytest.mark.parametrize("nodes", SIZES)
def test_paint_at_full_size(benchmark: BenchmarkFixture, nodes: int) -> None:
    view = view_of(nodes)
    view.fit()
    view.zoom_to_actual()
    benchmark(_repainted, view)


@pytest.mark.parametrize("nodes", SIZES)
@pytest.mark.parametrize("scale", [0.2, 0.5, 1.0, 2.0])
def test_frame_while_panning(benchmark: BenchmarkFixture, nodes: int, scale: float) -> None:
    view = view_of(nodes)
    _settle(view, scale)
    steps = iter(range(10**9))

    def pan() -> None:
        way = 9 if next(steps) % 40 < 20 else -9
        view.pan_by(way, way)
        view.repaint()

    benchmark(pan)


@pytest.mark.parametrize("nodes", SIZES)
@pytest.mark.parametrize("scale", [0.2, 0.5, 1.0, 2.0])
def test_frame_while_zooming(benchmark: BenchmarkFixture, nodes: int, scale: float) -> None:
    view = view_of(nodes)
    _settle(view, scale)
    steps = iter(range(10**9))

    def zoom() -> None:
        factor = 1.05 if next(steps) % 12 < 6 else 1 / 1.05
        view.look_through(view.camera.zoomed(factor, Point(640, 400)))
        view.repaint()

    benchmark(zoom)


def _settle(view: DiagramView, scale: float) -> None:
    view.fit()
    camera = view.camera
    view.look_through(camera.zoomed(scale / camera.scale, Point(640, 400)))
    view.repaint_all()
    view.repaint()


def _repainted(view: DiagramView) -> None:
    view.repaint_all()
    view.repaint()


def test_hover(benchmark: BenchmarkFixture) -> None:
    from viewer.scene.view.emphasis import states_of

    view = view_of(1000)
    _settle(view, 1.0)
    assert view.picture is not None
    ids = [node.id for node in view.picture.diagram.nodes]
    steps = iter(range(10**9))

    def hover() -> None:
        assert view.picture is not None
        element = ids[next(steps) % len(ids)]
        view.repaint_elements(view.picture.set_states(states_of(view.picture.diagram, None, element)))
        view.repaint()

    benchmark(hover)


def test_hit_test(benchmark: BenchmarkFixture) -> None:
    picture = Picture(diagram_of(2000), layout_of(2000), a_theme())
    middle = picture.bounds.centre
    benchmark(picture.touch.at, Point(middle.x, middle.y), 1.0)
