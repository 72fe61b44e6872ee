"""The camera frames what a step is about, and its words stand beside that, over nothing that is seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders.shows import a_scene
from viewer.layout.geometry import Box, Point
from viewer.presenting.picture.framing import FOOT, LARGEST, frame, whole_frame
from viewer.presenting.picture.inked import ink_boxes

SIZES = [(1920.0, 1080.0), (1280.0, 720.0), (1024.0, 768.0), (3840.0, 2160.0), (1080.0, 1920.0)]


def on_screen(box: Box, frame_: object) -> Box:
    camera = frame_.camera  # type: ignore[attr-defined]  # a frame
    corner = camera.to_view(Point(box.x, box.y))
    return Box(corner.x, corner.y, box.width * camera.scale, box.height * camera.scale)


@pytest.mark.parametrize("size", SIZES)
@given(
    width=st.floats(20, 3000),
    height=st.floats(20, 3000),
    words=st.floats(1_000, 400_000),
)
def test_focus_and_words_are_on_the_screen_and_apart(
    size: tuple[float, float], width: float, height: float, words: float
) -> None:
    focus = Box(100, 200, width, height)
    found = frame(focus, (focus,), size, lambda at: words / at * size[1] / 1080, focus.centre)
    shown = on_screen(focus, found)
    foot = size[1] - FOOT * size[1] / 1080
    assert shown.x >= -1
    assert shown.y >= -1
    assert shown.right <= size[0] + 1
    if found.words.height < foot - 200:
        assert shown.bottom <= foot + 1
        assert found.words.x >= -1
        assert found.words.right <= size[0] + 1
        assert not shown.grown(-1).overlaps(found.words)


def test_a_small_focus_is_not_blown_up() -> None:
    box = Box(0, 0, 10, 10)
    assert frame(box, (box,), (1920, 1080), lambda _w: 100, box.centre).camera.scale == LARGEST


def test_words_keep_off_what_stands_beside() -> None:
    focus = Box(0, 0, 200, 200)
    wall = Box(225, -400, 40, 1000)
    found = frame(focus, (focus, wall), (1920, 1080), lambda _w: 300, focus.centre)
    assert found.clear
    assert not on_screen(wall, found).overlaps(found.words)


def test_hidden_things_have_no_ink() -> None:
    scene = a_scene()
    assert ink_boxes(scene.diagram, scene.layout, frozenset()) == ()


def test_the_whole_page_is_framed_over_the_dots() -> None:
    bounds = Box(-50, 30, 4000, 900)
    camera = whole_frame(bounds, 1920, 1080)
    assert camera.to_view(Point(bounds.right, bounds.bottom)).x <= 1920
    assert camera.to_view(Point(bounds.x, bounds.y)).x >= 0
