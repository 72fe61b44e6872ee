"""Ways along a cubic Bézier path: shortened at its ends, moved sideways, measured.

A path is a start and then triples of two control points and an end, as in an arrow's place. Lengths are pixels.
"""

from __future__ import annotations

import itertools
from math import acos, hypot
from typing import TYPE_CHECKING

from viewer.layout.geometry import Point
from viewer.layout.outlines import CurveTo, LineTo, MoveTo, bezier_point

if TYPE_CHECKING:
    from viewer.layout.outlines import Command, Outline

Path = tuple[Point, ...]
Piece = tuple[Point, Point, Point, Point]

_TRIES = 18
_GUESSES = 5  # then halving, which always ends
_CLOSE = 0.05  # pixels
_TURN = 0.5  # radians that one piece of a shifted curve may turn
_NOTHING = 1e-6


def outline_along(path: Path) -> Outline:
    """Return the path as an open outline; straight pieces become lines."""
    commands: list[Command] = [MoveTo(path[0])]
    for start, first, second, end in pieces_of(path):
        if _is_straight(start, first, second, end):
            commands.append(LineTo(end))
        else:
            commands.append(CurveTo(first, second, end))
    return tuple(commands)


def pieces_of(path: Path) -> list[Piece]:
    """Return the cubic pieces of a path."""
    return [(path[i], path[i + 1], path[i + 2], path[i + 3]) for i in range(0, len(path) - 3, 3)]


def without_end(path: Path, distance: float) -> Path:
    """Return the path up to the last place that is ``distance`` from its end as the crow flies.

    A path that is nowhere so far from its end shrinks to a point at its start.
    """
    if distance <= 0:
        return path
    tip = path[-1]
    kept = len(path)
    while kept >= 4:
        piece: Piece = (path[kept - 4], path[kept - 3], path[kept - 2], path[kept - 1])
        if hypot(piece[0].x - tip.x, piece[0].y - tip.y) > distance:
            before, _ = _split(piece, _parameter(piece, tip, distance))
            return path[: kept - 4] + before
        kept -= 3
    return (path[0],) * 4


def without_start(path: Path, distance: float) -> Path:
    """Return the path from the first place that is ``distance`` from its start, as ``without_end`` does."""
    return without_end(path[::-1], distance)[::-1]


def middle_of(path: Path) -> Point:
    """Return the place half of the way along."""
    steps = 8
    points = [path[0]]
    for piece in pieces_of(path):
        points.extend(bezier_point(*piece, i / steps) for i in range(1, steps + 1))
    lengths = [hypot(b.x - a.x, b.y - a.y) for a, b in itertools.pairwise(points)]
    left = sum(lengths) / 2
    for (a, b), length in zip(itertools.pairwise(points), lengths, strict=True):
        if left <= length and length > 0:
            share = left / length
            return Point(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)
        left -= length
    return points[-1]


def direction_at_end(path: Path) -> Point:
    """Return the unit vector in which the path arrives; to the right for a path without length."""
    tip = path[-1]
    for point in reversed(path[:-1]):
        length = hypot(tip.x - point.x, tip.y - point.y)
        if length > _NOTHING:
            return Point((tip.x - point.x) / length, (tip.y - point.y) / length)
    return Point(1.0, 0.0)


def beside(path: Path, by: float) -> Path:
    """Return the path moved sideways by ``by``, to the left of its way where positive (y grows downwards)."""
    result: list[Point] = []
    for whole in pieces_of(path):
        for piece in _calm(whole):
            moved = _moved(piece, by)
            if moved is None:
                continue
            result.extend(moved[1:] if result else moved)
    return tuple(result) or path


def _moved(piece: Piece, by: float) -> Piece | None:
    start, first, second, end = piece
    out = _unit(start, first) or _unit(start, second) or _unit(start, end)
    into = _unit(second, end) or _unit(first, end) or _unit(start, end)
    if out is None or into is None:
        return None
    new_start = Point(start.x + out.y * by, start.y - out.x * by)
    new_end = Point(end.x + into.y * by, end.y - into.x * by)
    # The handles keep their direction; their length follows the chord, as on two concentric arcs.
    chord = hypot(end.x - start.x, end.y - start.y)
    scale = hypot(new_end.x - new_start.x, new_end.y - new_start.y) / chord if chord > _NOTHING else 1.0
    return (
        new_start,
        Point(new_start.x + (first.x - start.x) * scale, new_start.y + (first.y - start.y) * scale),
        Point(new_end.x + (second.x - end.x) * scale, new_end.y + (second.y - end.y) * scale),
        new_end,
    )


def _calm(piece: Piece) -> list[Piece]:
    """Cut a piece into parts that turn little, so that each can be moved by its ends."""
    start, first, second, end = piece
    sides = [side for side in (_unit(start, first), _unit(first, second), _unit(second, end)) if side is not None]
    turn = sum(acos(max(-1.0, min(1.0, a.x * b.x + a.y * b.y))) for a, b in itertools.pairwise(sides))
    count = 1 + int(turn / _TURN)
    parts: list[Piece] = []
    rest = piece
    for left in range(count, 1, -1):
        part, rest = _split(rest, 1 / left)
        parts.append(part)
    parts.append(rest)
    return parts


def _parameter(piece: Piece, tip: Point, distance: float) -> float:
    """Find where the piece comes within ``distance`` of ``tip``; its start is farther away."""
    start, _, handle, end = piece
    far, near = 0.0, 1.0
    # The piece runs towards its end at about this many pixels a unit; a good guess saves most of the search.
    speed = 3 * hypot(end.x - handle.x, end.y - handle.y) or hypot(end.x - start.x, end.y - start.y)
    reach = distance - hypot(end.x - tip.x, end.y - tip.y)
    guess = 1 - reach / speed
    for attempt in range(_TRIES):
        if attempt >= _GUESSES or not far < guess < near:
            guess = (far + near) / 2
        point = bezier_point(*piece, guess)
        over = hypot(point.x - tip.x, point.y - tip.y) - distance
        if abs(over) < _CLOSE:
            break
        if over > 0:
            far = guess
        else:
            near = guess
        guess += over / speed
    return guess


def _split(piece: Piece, t: float) -> tuple[Piece, Piece]:
    a, b, c, d = piece
    ab, bc, cd = _between(a, b, t), _between(b, c, t), _between(c, d, t)
    abc, bcd = _between(ab, bc, t), _between(bc, cd, t)
    middle = _between(abc, bcd, t)
    return (a, ab, abc, middle), (middle, bcd, cd, d)


def _between(a: Point, b: Point, t: float) -> Point:
    return Point(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t)


def _unit(a: Point, b: Point) -> Point | None:
    length = hypot(b.x - a.x, b.y - a.y)
    return Point((b.x - a.x) / length, (b.y - a.y) / length) if length > _NOTHING else None


def _is_straight(start: Point, first: Point, second: Point, end: Point) -> bool:
    """Whether the control points lie on the chord, and between its ends."""
    dx, dy = end.x - start.x, end.y - start.y
    square = dx * dx + dy * dy
    if square < _NOTHING:
        return True
    for point in (first, second):
        px, py = point.x - start.x, point.y - start.y
        if (dx * py - dy * px) ** 2 > 0.0004 * square or not 0 <= dx * px + dy * py <= square:
            return False
    return True
