"""The camera: zooming holds the point under the pointer, fitting shows all, nobody gets lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.layout.geometry import Box, Point
from viewer.scene.view.camera import LARGEST, SMALLEST, Camera, between, calm, fitted

coordinates = st.floats(-5000, 5000)
scales = st.floats(SMALLEST, LARGEST)
cameras = st.builds(Camera, scales, coordinates, coordinates)


@given(cameras, st.floats(0.5, 2), st.builds(Point, st.floats(0, 1000), st.floats(0, 1000)))
def test_zooming_holds_the_point_under_the_pointer(camera: Camera, factor: float, at: Point) -> None:
    before = camera.to_page(at)
    after = camera.zoomed(factor, at).to_page(at)
    assert after == pytest.approx(before, abs=1e-6, rel=1e-9)


@given(cameras, st.floats(1e-6, 1e6))
def test_the_scale_stays_within_its_bounds(camera: Camera, factor: float) -> None:
    assert SMALLEST <= camera.zoomed(factor, Point(0, 0)).scale <= LARGEST


@given(cameras, st.builds(Point, coordinates, coordinates))
def test_page_and_view_are_each_other_s_inverse(camera: Camera, point: Point) -> None:
    assert camera.to_page(camera.to_view(point)) == pytest.approx(point, abs=1e-6)


@given(
    st.builds(Box, coordinates, coordinates, st.floats(1, 9000), st.floats(1, 9000)),
    st.floats(200, 3000),
    st.floats(200, 3000),
)
def test_fitting_shows_all_of_the_page(bounds: Box, width: float, height: float) -> None:
    seen = fitted(bounds, width, height).seen(width, height)
    assert seen.x <= bounds.x + 1e-6
    assert seen.y <= bounds.y + 1e-6
    assert seen.right >= bounds.right - 1e-6
    assert seen.bottom >= bounds.bottom - 1e-6


def test_a_small_page_is_not_blown_up() -> None:
    assert fitted(Box(0, 0, 50, 50), 1000, 800).scale == 1.0


@given(cameras)
def test_a_quarter_of_the_view_or_all_of_the_page_stays_in_sight(camera: Camera) -> None:
    bounds = Box(0, 0, 800, 600)
    seen = camera.held(bounds, 400, 300).seen(400, 300)
    across = min(seen.right, bounds.right) - max(seen.x, bounds.x)
    down = min(seen.bottom, bounds.bottom) - max(seen.y, bounds.y)
    assert across == pytest.approx(bounds.width) or across >= seen.width / 2 - 1e-6
    assert down == pytest.approx(bounds.height) or down >= seen.height / 2 - 1e-6


@given(cameras, st.floats(0, 800), st.floats(0, 600))
def test_every_point_of_the_page_can_stand_in_the_middle(camera: Camera, x: float, y: float) -> None:
    centred = camera.centred(Point(x, y), 400, 300)
    held = centred.held(Box(0, 0, 800, 600), 400, 300)
    assert (held.x, held.y) == pytest.approx((centred.x, centred.y))


def test_a_move_ends_where_it_shall() -> None:
    start, end = Camera(1, 0, 0), Camera(4, 300, 200)
    assert between(start, end, 1, 800, 600) == end
    halfway = between(start, end, 0.5, 800, 600)
    assert halfway.scale == pytest.approx(2)


def test_a_strip_under_the_diagram_does_not_make_it_jump() -> None:
    bounds = Box(0, 0, 800, 900)
    camera = fitted(bounds, 700, 700)
    with_strip = calm(camera, fitted(bounds, 700, 660), bounds, 660)
    assert with_strip.scale == camera.scale
    assert with_strip.x == camera.x
    assert with_strip.seen(700, 660).bottom >= bounds.bottom
    small = fitted(bounds, 700, 500)
    assert calm(camera, small, bounds, 500) is small
