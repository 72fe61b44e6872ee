"""How an arrow looks: line, head, sign and verb say the relation four times over, so that colour is never alone."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from viewer.layout.geometry import VERB, Box, Point
from viewer.layout.outlines import rounded
from viewer.model.diagram import Relation
from viewer.scene.ink.badges import RING_REACH, badge_ink
from viewer.scene.ink.curves import beside, direction_at_end, middle_of, outline_along, without_end, without_start
from viewer.scene.ink.heads import HEADS, Head, head_length, head_shape, line_stop
from viewer.scene.ink.lettering import STRONG_VERB, baselines
from viewer.scene.ink.marks import Shape, Stroke, Words
from viewer.scene.states import State, disputed_dash, line_width
from viewer.scene.theme import mixed

if TYPE_CHECKING:
    from viewer.layout.geometry import EdgePlace
    from viewer.layout.outlines import Outline
    from viewer.model.diagram import Edge
    from viewer.scene.ink.marks import Ink, Mark
    from viewer.scene.theme import Theme

_SIGN_WIDTH = 1.75


class Line(NamedTuple):
    """The line of a relation: ``double`` lines stand ``apart`` on both sides of the middle."""

    width: float = 2.0
    dash: tuple[float, ...] = ()
    dots: bool = False
    double: bool = False


_APART = 1.9

LINES = MappingProxyType(
    {
        Relation.ACTIVATES: Line(),
        Relation.INHIBITS: Line(),
        Relation.INCREASES: Line(1.6, double=True),
        Relation.DECREASES: Line(1.6, double=True),
        Relation.LEADS_TO: Line(1.75),
        Relation.RELEASES: Line(2.0, dash=(0.01, 4.4), dots=True),
        Relation.BINDS: Line(),
        Relation.MODULATES: Line(2.0, dash=(6.5, 4.0)),
        Relation.PART_OF: Line(1.5),
    }
)

SIGNS = MappingProxyType(
    {
        Relation.ACTIVATES: "+",
        Relation.INHIBITS: "−",
        Relation.INCREASES: "↑",
        Relation.DECREASES: "↓",
        Relation.MODULATES: "~",
    }
)


def sign_of(edge: Edge) -> str:
    """Return the sign in an arrow's badge, empty where it has none: a disputed arrow always has one."""
    return "?" if edge.disputed else SIGNS.get(edge.relation, "")


def edge_line(edge: Edge, place: EdgePlace) -> Outline:
    """Return the middle of the arrow's line from end to end: for hit tests and for pictures too small for more."""
    del edge  # every relation runs along the middle of its way
    return outline_along(place.path)


def edge_ink(
    edge: Edge,
    place: EdgePlace,
    theme: Theme,
    state: State = State.NORMAL,
    ground: str | None = None,
    *,
    weight: float = 1.0,
    clear: tuple[float, float] = (0.0, 0.0),
) -> Ink:
    """Draw an arrow.

    ``ground`` is the colour it runs on (the canvas where None): badges, hollow heads and the band behind the verb
    are filled with it. ``weight`` scales the widths of lines alone. ``clear`` shortens the arrow at its source and
    at its target, in pixels, where the ring of a selected node needs room.
    """
    return (
        *line_ink(edge, place, theme, state, ground, weight=weight, clear=clear),
        *sign_ink(edge, place, theme, state, ground, weight=weight),
    )


def line_ink(
    edge: Edge,
    place: EdgePlace,
    theme: Theme,
    state: State = State.NORMAL,
    ground: str | None = None,
    *,
    weight: float = 1.0,
    clear: tuple[float, float] = (0.0, 0.0),
) -> Ink:
    """Draw an arrow's line and head, which lie under the words of all arrows."""
    ground = theme.canvas if ground is None else ground
    path = without_end(without_start(place.path, clear[0]), clear[1])
    line = LINES[edge.relation]
    colour = _colour(edge, theme, state)
    width = line_width(line.width, state) * weight
    if state is not State.SELECTED:
        return _body(edge, path, colour, width, ground, state)
    core = mixed(ground, theme.accent, 0.1)
    tube = _tube(path, 7.0 if line.double else 5.0, theme.accent, core)
    return (*tube, *_body(edge, path, colour, width, core, state))


def sign_ink(
    edge: Edge,
    place: EdgePlace,
    theme: Theme,
    state: State = State.NORMAL,
    ground: str | None = None,
    *,
    weight: float = 1.0,
) -> Ink:
    """Draw an arrow's badge and verb, which lie over the lines of all arrows."""
    ground = theme.canvas if ground is None else ground
    marks: list[Mark] = []
    sign = sign_of(edge)
    if sign:
        centre = place.badge or middle_of(place.path)
        selected = state is State.SELECTED
        inside = mixed(ground, theme.accent, 0.1) if selected else ground
        ring = theme.accent if selected else None
        # A sign that is as heavy as a current line would close up in its disc.
        width = min(line_width(_SIGN_WIDTH, state), 2.6) * weight
        marks.extend(badge_ink(sign, centre, _colour(edge, theme, state), width, inside, ring))
    marks.extend(_verb(place, theme, state, ground))
    return tuple(marks)


def _colour(edge: Edge, theme: Theme, state: State) -> str:
    return theme.dim_line if state is State.CONTEXT else edge_colour(edge.relation, theme)


def edge_colour(relation: Relation, theme: Theme) -> str:
    """Return the colour of a relation: more, less, or neither."""
    if relation in (Relation.ACTIVATES, Relation.INCREASES):
        return theme.edge_plus
    if relation in (Relation.INHIBITS, Relation.DECREASES):
        return theme.edge_minus
    return theme.edge_neutral


def _body(
    edge: Edge, path: tuple[Point, ...], colour: str, width: float, ground: str, state: State
) -> tuple[Mark, ...]:
    head = HEADS[edge.relation]
    line = LINES[edge.relation]
    size = 1.25 if state is State.CURRENT else 1.0
    short = without_end(path, line_stop(head, width, size))
    # The head points from where it leaves the line to its tip, so that it lies along a bent line.
    back = short if head is not Head.VEE else without_end(path, head_length(head, size))
    way = direction_at_end((back[-1], path[-1])) if back[-1] != path[-1] else direction_at_end(path)
    stroke = _stroke(edge, line, colour, width)
    ways: tuple[tuple[Point, ...], ...] = (short,)
    if line.double:
        apart = _APART + max(0.0, width - line.width) * 0.4
        ways = (beside(short, apart), beside(short, -apart))
    head_line = width if not line.double else width + 0.4
    return (
        *(Shape(outline_along(one), stroke=stroke) for one in ways),
        head_shape(head, path[-1], way, colour, head_line, ground, size),
    )


def _stroke(edge: Edge, line: Line, colour: str, width: float) -> Stroke:
    if edge.disputed:
        dash = disputed_dash(width, dots=line.dots)
    else:
        scale = (width / line.width) ** 0.5
        dash = tuple(length * scale for length in line.dash)
    return Stroke(colour, width, dash, "round" if line.dots else "butt")


def _tube(path: tuple[Point, ...], half: float, accent: str, core: str) -> tuple[Mark, ...]:
    # The round ends reach past the line by little, so that the tube does not run into the nodes.
    along = outline_along(without_end(without_start(path, half - 2.5), half - 3.5))
    return (
        Shape(along, stroke=Stroke(accent, 2 * half, cap="round", join="round")),
        Shape(along, stroke=Stroke(core, 2 * half - 3.5, cap="round", join="round")),
    )


def _verb(place: EdgePlace, theme: Theme, state: State, ground: str) -> list[Mark]:
    if not place.lines:
        return []
    strong = state in (State.SELECTED, State.NEIGHBOUR, State.CURRENT)
    role = STRONG_VERB if strong else VERB
    colour = theme.ink if strong else theme.dim_text if state is State.CONTEXT else theme.verb
    box, anchor = place.label, _side(place)
    if state is State.SELECTED and place.badge is not None:
        box = _pushed(box, anchor, place.badge)
    # One plain band instead of a halo that follows the letters: the same on every device, and cheap.
    band = Box(box.x - 2, box.y + 1, box.width + 4, box.height - 2)
    marks: list[Mark] = [Shape(rounded(band, 3.0), fill=ground)]
    x = {"start": box.x, "middle": box.centre.x, "end": box.right}[anchor]
    marks.extend(
        Words(line, Point(x, y), role, colour, anchor) for line, y in baselines(box.centre.y, place.lines, role)
    )
    return marks


def _side(place: EdgePlace) -> Literal["start", "middle", "end"]:
    """Say which end of the verb stands by the badge: heavier letters grow away from it."""
    if place.badge is None:
        return "middle"
    if place.label.x >= place.badge.x:
        return "start"
    return "end" if place.label.right <= place.badge.x else "middle"


def _pushed(box: Box, anchor: str, badge: Point) -> Box:
    """Move the verb's box off the ring that a selected badge wears."""
    match anchor:
        case "start":
            return box._replace(x=box.x + RING_REACH)
        case "end":
            return box._replace(x=box.x - RING_REACH)
        case _:
            return box._replace(y=box.y + (RING_REACH if box.centre.y > badge.y else -RING_REACH))
