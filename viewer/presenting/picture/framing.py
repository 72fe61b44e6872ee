"""Where the camera stands for a step, and where its words: beside what they speak of, over nothing that is seen.

Screen lengths are given for a picture 1080 px high and scale with it. The page never changes, only the camera does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from viewer.layout.geometry import Box, Point
from viewer.presenting.picture.legible import least_scale
from viewer.scene.view.camera import Camera

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

HEIGHT = 1080.0
TOP, MARGIN = 32.0, 40.0
FOOT = 106.0
"""The strip at the bottom that holds the steps' dots, and over which the picture fades."""

FADE = 40.0
"""How high or wide a fade is."""

DOTS = 64.0
"""The part of the foot that is empty but for the dots."""

EDGE = 8.0
"""How near a word may come to the edge of the screen."""

FADED = DOTS + FADE * 0.6
CLEARED = 24.0
"""The empty room round words that stand over parts of the picture."""

GAP = CLEARED + FADE
SIDE = 520.0
"""How wide the words are beside the picture; under it they are ``UNDER`` wide."""

UNDER = 1400.0
LARGEST = 3.4
"""A step is shown at most at this scale: capitals of a label of 14 are then 3 % of the picture's height."""

_WORTH = 1.12  # beside is better than under unless under shows the picture this much larger
_LEAST_ROOM = 80.0


class Frame(NamedTuple):
    """A camera, and the box of the words in screen pixels; ``clear`` says that they cover nothing.

    ``about`` is what is framed, in page pixels.
    """

    camera: Camera
    words: Box
    clear: bool
    under: bool
    about: Box


class _Stand(NamedTuple):
    """A way to share the screen: the picture's part, and the words' part at its side or under it."""

    room: Box
    words: Box
    under: bool


def whole_frame(bounds: Box, width: float, height: float) -> Camera:
    """Return the camera that shows all of a page over the foot."""
    unit = height / HEIGHT
    room = Box(MARGIN * unit, MARGIN * unit, width - 2 * MARGIN * unit, height - (MARGIN + FOOT) * unit)
    return _camera(bounds, room, LARGEST * unit)


def frame(
    focus: Box,
    ink: Iterable[Box],
    size: tuple[float, float],
    measure: Callable[[float], float],
    lead: Point,
) -> Frame:
    """Return how a step is framed on a screen of ``size`` pixels.

    ``ink`` are the boxes of all that is seen, in page pixels; ``measure`` returns how high the words are at a
    width, in screen pixels; ``lead`` is the page point that they speak of.
    """
    unit = size[1] / HEIGHT
    gap, most, least = GAP * unit, LARGEST * unit, least_scale(size)
    seen = tuple(ink)
    found: list[tuple[bool, float, int, Frame]] = []
    for rank, (room, words, under) in enumerate(_stands(size, measure)):
        camera = _camera(focus, room, most)
        if under:
            clear = not meeting(seen, on_page(words.grown(18 * unit), camera))
            if not clear:  # the picture fades away above the words, not across what the step is about
                camera = _camera(focus, room._replace(height=max(1.0, room.height - gap / 2)), most)
            placed = words
        else:
            # Picture and words stand in the middle of the screen together.
            left = words.x < room.x
            taken = focus.width * camera.scale + gap + words.width
            edge = (size[0] - taken) / 2 + (gap + words.width if left else 0.0)
            camera = camera._replace(x=focus.x - edge / camera.scale)
            placed, clear = _beside(words, camera, focus, seen, lead, size, gap)
        worth = camera.scale * (1.0 if under else _WORTH) * (1.0 if clear else 0.9)
        found.append((camera.scale < least, -worth, rank, Frame(camera, placed, clear, under, focus)))
    if not found:
        wide = min(UNDER * unit, size[0] - 2 * MARGIN * unit)
        low = measure(wide)
        foot = Box(MARGIN * unit, size[1] - FOOT * unit - low, wide, low)
        return Frame(whole_frame(focus, *size), foot, False, True, focus)
    return min(found, key=lambda one: one[:3])[3]


def scale_for(focus: Box, size: tuple[float, float], measure: Callable[[float], float]) -> float:
    """Return the largest scale at which a box can be framed beside its words or over them."""
    most = LARGEST * size[1] / HEIGHT
    return max((_camera(focus, room, most).scale for room, _words, _under in _stands(size, measure)), default=0.0)


def _stands(size: tuple[float, float], measure: Callable[[float], float]) -> Iterator[_Stand]:
    """Yield how picture and words can share the screen: words to the right, to the left, and under."""
    width, height = size
    unit = height / HEIGHT
    top, margin, foot, gap = TOP * unit, MARGIN * unit, FOOT * unit, GAP * unit
    side = min(SIDE * unit, width * 0.36)
    tall = measure(side)
    right = Box(margin, top, width - 2 * margin - side - gap, height - top - foot)
    wide = min(UNDER * unit, width - 2 * margin)
    low = measure(wide)
    over = Box(margin, top, width - 2 * margin, height - top - foot - low - gap / 2)
    least = _LEAST_ROOM * unit
    if tall <= right.height and right.width >= least:
        yield _Stand(right, Box(width - margin - side, top, side, tall), False)
        yield _Stand(right._replace(x=margin + side + gap), Box(margin, top, side, tall), False)
    if over.height >= least:
        yield _Stand(over, Box((width - wide) / 2, over.bottom + gap / 2, wide, low), True)


def _camera(page: Box, room: Box, most: float) -> Camera:
    scale = min(room.width / max(page.width, 1.0), room.height / max(page.height, 1.0), most)
    centre, middle = page.centre, room.centre
    return Camera(scale, centre.x - middle.x / scale, centre.y - middle.y / scale)


def on_page(box: Box, camera: Camera) -> Box:
    """Return the part of the page that a part of the screen shows."""
    corner = camera.to_page(Point(box.x, box.y))
    return Box(corner.x, corner.y, box.width / camera.scale, box.height / camera.scale)


def meeting(boxes: Iterable[Box], area: Box) -> list[Box]:
    """Return the boxes that overlap an area; there may be tens of thousands, so nothing is made on the way."""
    left, top, right, bottom = area.x, area.y, area.right, area.bottom
    return [
        box
        for box in boxes
        if box[0] < right and box[1] < bottom and box[0] + box[2] > left and box[1] + box[3] > top
    ]


def on_screen(box: Box, camera: Camera) -> Box:
    """Return the part of the screen that shows a part of the page."""
    corner = camera.to_view(Point(box.x, box.y))
    return Box(corner.x, corner.y, box.width * camera.scale, box.height * camera.scale)


def _beside(
    words: Box,
    camera: Camera,
    focus: Box,
    ink: tuple[Box, ...],
    lead: Point,
    size: tuple[float, float],
    gap: float,
) -> tuple[Box, bool]:
    """Slide the words along their side, level with what they speak of where that is free, and close to the focus."""
    unit = size[1] / HEIGHT
    top, bottom = TOP * unit, size[1] - FOOT * unit - words.height
    framed = on_screen(focus, camera)
    near = framed.right + gap if words.x > framed.x else framed.x - gap - words.width
    column = Box(min(near, words.x), 0, abs(near - words.x) + words.width, size[1]).grown(44 * unit)
    shapes = [on_screen(box, camera) for box in meeting(ink, on_page(column, camera))]
    wanted = camera.to_view(lead).y - words.height * 0.3
    rows = sorted(
        {min(max(top + step * 36 * unit, top), bottom) for step in range(30)}, key=lambda y: abs(y - wanted)
    )
    rows.insert(0, min(max(wanted, top), bottom))
    # Close to the focus first, then out towards the edge of the screen, where less is seen.
    for aura in (44 * unit, 30 * unit, 18 * unit):
        for share in (0.0, 0.15, 0.34, 0.67, 1.0):
            x = near + (words.x - near) * share
            left, right, high = x - aura, x + words.width + aura, words.height + aura
            taken = [
                (shape.y - high, shape.bottom + aura) for shape in shapes if shape.x < right and left < shape.right
            ]
            for y in rows:
                if not any(first < y < last for first, last in taken):
                    return Box(x, y, words.width, words.height), True
    return words._replace(y=rows[0]), False
