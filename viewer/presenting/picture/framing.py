"""Where the camera stands for a step, and where its words: beside what they speak of, over nothing that is seen.

Screen lengths are given for a picture 1080 px high and scale with it. The page never changes, only the camera does.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from viewer.layout.geometry import Box, Point
from viewer.layout.outlines import bezier_point
from viewer.model.diagram import Edge
from viewer.scene.view.camera import Camera
from viewer.scene.view.touch import edge_bounds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from viewer.layout.geometry import EdgePlace, Layout
    from viewer.model.diagram import Diagram, ElementId

HEIGHT = 1080.0
MARGIN = 56.0
FOOT = 150.0
"""The strip at the bottom that holds the steps' dots, and over which the picture fades."""

FADE = 54.0
"""How high or wide a fade is."""

DOTS = 80.0
"""The part of the foot that is empty but for the dots."""

EDGE = 8.0
"""How near a word may come to the edge of the screen."""

FADED = DOTS + FADE * 0.6
CLEARED = 28.0
"""The empty room round words that stand over parts of the picture."""

GAP = 62.0
SIDE = 520.0
"""How wide the words are beside the picture; under it they are ``UNDER`` wide."""

UNDER = 1400.0
LARGEST = 3.4
"""A step is shown at most at this scale: capitals of a label of 14 are then 3 % of the picture's height."""

_WORTH = 1.12  # beside is better than under unless under shows the picture this much larger
_PIECES = 6
_READABLE = Box(0, 0, 500, 350)  # so much of the page has labels of 2 % of the height and more, beside words


class Frame(NamedTuple):
    """A camera, and the box of the words in screen pixels; ``clear`` says that they cover nothing."""

    camera: Camera
    words: Box
    clear: bool
    under: bool


def focus_box(diagram: Diagram, layout: Layout, focus: Iterable[ElementId], shown: frozenset[ElementId]) -> Box:
    """Return the box round what a step is about: its nodes with their tags, and what of its arrows fits beside them.

    A long arrow from afar is not followed to its source, or nobody could read its end: it comes in from the frame's
    edge. A step about arrows alone is framed by their ends. Without anything to frame, all that is seen is.
    """
    named = tuple(element for element in focus if element in diagram.elements)
    boxes = [_node_box(layout, element) for element in named if element in layout.nodes]
    boxes += [layout.groups[element].box for element in named if element in layout.groups]
    arrows = [_arrow_box(diagram, layout, element) for element in named if element in layout.edges]
    if not boxes:
        boxes, arrows = arrows, []
    if not boxes:
        boxes = [_node_box(layout, element) for element in layout.nodes if element in shown]
    if not boxes:
        return layout.bounds
    whole = boxes[0]
    for box in boxes[1:]:
        whole = whole.united(box)
    for box in sorted(arrows, key=lambda one: one.united(whole).width * one.united(whole).height):
        wider = whole.united(box)
        if wider.width <= max(_READABLE.width, whole.width) and wider.height <= max(_READABLE.height, whole.height):
            whole = wider
    return whole.grown(6)


def _arrow_box(diagram: Diagram, layout: Layout, element: ElementId) -> Box:
    box = edge_bounds(layout.edges[element])
    arrow = diagram.elements[element]
    if isinstance(arrow, Edge):
        for end in (arrow.source, arrow.target):
            box = box.united(_node_box(layout, end))
    return box


def _node_box(layout: Layout, element: ElementId) -> Box:
    place = layout.nodes[element]
    return place.box.united(place.tag) if place.tag.width > 0 else place.box


def whole_room(framed: Frame, size: tuple[float, float]) -> Box:
    """Return the part of the page that a frame shows clearly: without the fades at its foot and round its words."""
    width, height = size
    unit = height / HEIGHT
    camera, words = framed.camera, framed.words
    edge = EDGE * unit
    left, top, right, bottom = edge, edge, width - edge, height - FADED * unit
    if not framed.clear and words.width > 0:
        soft = (CLEARED + FADE) * unit
        if framed.under:
            bottom = min(bottom, words.y - soft)
        elif words.centre.x > width / 2:
            right = words.x - soft
        else:
            left = words.right + soft
    corner = camera.to_page(Point(left, top))
    return Box(corner.x, corner.y, max(0.0, right - left) / camera.scale, max(0.0, bottom - top) / camera.scale)


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
    width, height = size
    unit = height / HEIGHT
    margin, foot, gap = MARGIN * unit, FOOT * unit, GAP * unit
    most = LARGEST * unit
    seen = tuple(ink)
    side = min(SIDE * unit, width * 0.36)
    tall = measure(side)
    right = Box(margin, margin, width - 2 * margin - side - gap, height - margin - foot)
    left = right._replace(x=margin + side + gap)
    wide = min(UNDER * unit, width - 2 * margin)
    low = measure(wide)
    over = Box(margin, margin, width - 2 * margin, height - margin - foot - low - gap / 2)
    fits = tall <= height - margin - foot
    found: list[tuple[float, int, Frame]] = []
    for rank, (room, words, under) in enumerate(
        (
            (right, Box(width - margin - side, margin, side, tall), False),
            (left, Box(margin, margin, side, tall), False),
            (over, Box((width - wide) / 2, over.bottom + gap / 2, wide, low), True),
        )
    ):
        if room.width < 80 * unit or room.height < 80 * unit or (not under and not fits):
            continue
        camera = _camera(focus, room, most)
        if not under:
            # Picture and words stand in the middle of the screen together.
            taken = focus.width * camera.scale + gap + side
            edge = (width - taken) / 2 + (gap + side if words.x == margin else 0.0)
            camera = camera._replace(x=focus.x - edge / camera.scale)
        placed, clear = (words, True) if under else _beside(words, camera, focus, seen, lead, size, gap)
        if under:
            around = placed.grown(18 * unit)
            clear = not _meeting(seen, _on_page(around, camera))
        worth = camera.scale * (1.0 if under else _WORTH) * (1.0 if clear else 0.9)
        found.append((-worth, rank, Frame(camera, placed, clear, under)))
    if not found:
        return Frame(whole_frame(focus, width, height), Box(margin, height - foot - low, wide, low), False, True)
    return min(found, key=lambda one: one[:2])[2]


def _camera(page: Box, room: Box, most: float) -> Camera:
    scale = min(room.width / max(page.width, 1.0), room.height / max(page.height, 1.0), most)
    centre, middle = page.centre, room.centre
    return Camera(scale, centre.x - middle.x / scale, centre.y - middle.y / scale)


def _on_page(box: Box, camera: Camera) -> Box:
    corner = camera.to_page(Point(box.x, box.y))
    return Box(corner.x, corner.y, box.width / camera.scale, box.height / camera.scale)


def _meeting(boxes: Iterable[Box], area: Box) -> list[Box]:
    """Return the boxes that overlap an area; there may be tens of thousands, so nothing is made on the way."""
    left, top, right, bottom = area.x, area.y, area.right, area.bottom
    return [
        box
        for box in boxes
        if box[0] < right and box[1] < bottom and box[0] + box[2] > left and box[1] + box[3] > top
    ]


def _on_screen(box: Box, camera: Camera) -> Box:
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
    top, bottom = MARGIN * unit, size[1] - FOOT * unit - words.height
    framed = _on_screen(focus, camera)
    near = framed.right + gap if words.x > framed.x else framed.x - gap - words.width
    column = Box(min(near, words.x), 0, abs(near - words.x) + words.width, size[1]).grown(44 * unit)
    shapes = [_on_screen(box, camera) for box in _meeting(ink, _on_page(column, camera))]
    wanted = camera.to_view(lead).y - words.height * 0.3
    rows = sorted(
        {min(max(top + step * 36 * unit, top), bottom) for step in range(30)}, key=lambda y: abs(y - wanted)
    )
    rows.insert(0, min(max(wanted, top), bottom))
    # Close to the focus first, then out towards the edge of the screen, where less is seen.
    for aura in (44 * unit, 18 * unit):
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


def ink_boxes(diagram: Diagram, layout: Layout, shown: frozenset[ElementId]) -> tuple[Box, ...]:
    """Return the boxes of what is seen: nodes with tags, arrows in pieces, verbs, and the sides of compartments."""
    boxes: list[Box] = []
    for name in layout.nodes:
        if name in shown:
            boxes.append(_node_box(layout, name))
    for name, way in layout.edges.items():
        if name in shown and name in diagram.elements:
            boxes.extend(_pieces(way))
            if way.lines:
                boxes.append(way.label)
    for group in layout.groups.values():
        x, y, width, height = group.box
        # Words may stand within a compartment, but never across its line.
        boxes.extend((Box(x, y, width, 4), Box(x, y + height - 4, width, 4)))
        boxes.extend((Box(x, y, 4, height), Box(x + width - 4, y, 4, height), group.title))
    return tuple(boxes)


@lru_cache(maxsize=8192)
def _pieces(way: EdgePlace) -> tuple[Box, ...]:
    points = [way.path[0]] if way.path else []
    for start in range(0, len(way.path) - 3, 3):
        curve = (way.path[start], way.path[start + 1], way.path[start + 2], way.path[start + 3])
        points.extend(bezier_point(*curve, step / _PIECES) for step in range(1, _PIECES + 1))
    return tuple(
        Box(min(a.x, b.x) - 3, min(a.y, b.y) - 3, abs(a.x - b.x) + 6, abs(a.y - b.y) + 6) for a, b in pairwise(points)
    )
