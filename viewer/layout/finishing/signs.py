"""Badge and verb of every arrow: on and beside its line, never over a node, a title or another's words."""

from __future__ import annotations

from math import hypot, inf
from typing import TYPE_CHECKING, NamedTuple

from viewer.layout.finishing.free import free_place
from viewer.layout.geometry import Box, Point
from viewer.layout.plan import BADGE_GAP, BADGE_RADIUS, LINE_GAP
from viewer.layout.ways.curves import at_length, length_of, polyline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from viewer.layout.plan import EdgePlan, Plan
    from viewer.layout.ways.alive import Alive
    from viewer.layout.ways.curves import Way
    from viewer.layout.ways.grid import BoxGrid, LineGrid

_HEAD = 11.0
_NEAR = (0.0, 13.0, -13.0, 26.0, -26.0, 39.0, -39.0, 52.0, -52.0)
_FEW = (0.0, 26.0, -26.0, 52.0, -52.0)
_SLIDE_COST = 0.35
_POINT_COST = 14.0
_POINT = 8.0  # a line inside a box costs as many points as it has lengths of this
_TAG_COST = 60.0
_BORDER_COST = 25.0
_SLIDE_FURTHER = 150.0
_GOOD_ENOUGH = 40.0
_MANY = 150
# Thousands of arrows side by side have no good places: beyond so many tries in all, any free one will do.
_TRIES, _TRIES_EACH = 20_000, 8
_MOST_PLACES = 100
_CROWD_COST = 9.0
_CROWD = 8.0  # words closer than this read as one


class Sign(NamedTuple):
    """Where an arrow's badge and words stand."""

    badge: Point | None
    label: Box


class Room(NamedTuple):
    """What stands around: what must not be covered, what should not, lines, and the borders of compartments."""

    taken: BoxGrid
    tags: BoxGrid
    lines: LineGrid
    borders: BoxGrid


def place_signs(plan: Plan, ways: list[Way], room: Room, alive: Alive) -> list[Sign]:
    """Return the signs in the plan's order; the shortest arrows choose first, as they have the least choice."""
    # Among very many, a good place found soon serves better than the best one found late.
    enough = _GOOD_ENOUGH if len(ways) > _MANY else 0.0
    bodies = [polyline(way) for way in ways]
    lengths = [length_of(body) for body in bodies]
    signs: list[Sign] = [Sign(None, Box(way[0].x, way[0].y, 0.0, 0.0)) for way in ways]
    tries = max(_TRIES, _TRIES_EACH * len(ways))
    for number in sorted(range(len(ways)), key=lambda i: (lengths[i], i)):
        alive()
        edge = plan.edges[number]
        if edge.badge or edge.lines:
            best = None
            if tries > 0:
                best, tried = _sign(edge, number, bodies[number], lengths[number], room, enough)
                tries -= tried
            sign = best or _anywhere(edge, bodies[number], lengths[number], room)
            signs[number] = sign
            if sign.badge is not None:
                room.taken.add(_disc(sign.badge), -3 - number)
            if edge.lines:
                room.taken.add(sign.label, -3 - number)
        else:
            signs[number] = Sign(None, Box(*at_length(bodies[number], lengths[number] / 2)[0], 0.0, 0.0))
    return signs


def _sign(
    edge: EdgePlan, number: int, body: Sequence[Point], length: float, room: Room, enough: float
) -> tuple[Sign | None, int]:
    """Return the best sign there is on an arrow, None where every place is covered, and how many were tried."""
    best, least, tried = None, inf, 0
    for slides in _slides(max(length - _HEAD, 1.0), _NEAR if enough == 0 else _FEW):
        for base, sign in _candidates(edge, body, length, slides):
            if base >= least:
                continue
            tried += 1
            cost = base + _cost(sign, edge, number, room, least - base)
            if cost < least:
                best, least = sign, cost
            if least <= enough:
                break
        if least < _SLIDE_FURTHER:
            break
    return best, tried


def _slides(visible: float, near: tuple[float, ...]) -> Iterator[tuple[float, ...]]:
    half = visible / 2
    yield tuple(slide for slide in near if abs(slide) <= half)
    steps = int((half - 52) // 24)
    if steps > 0:
        yield tuple(sign * (52 + 24 * i) for i in range(1, min(steps, 24) + 1) for sign in (1, -1))


def _candidates(
    edge: EdgePlan, body: Sequence[Point], length: float, slides: tuple[float, ...]
) -> Iterator[tuple[float, Sign]]:
    width, height = edge.words
    middle = max(length - _HEAD, 1.0) / 2
    for slide in slides:
        point, ux, uy = at_length(body, middle + slide)
        base = abs(slide) * _SLIDE_COST
        badge = point if edge.badge else None
        if not edge.lines:
            yield base, Sign(badge, Box(point.x, point.y, 0.0, 0.0))
            continue
        for extra, x, y in _sides(edge, point, ux, uy):
            yield base + extra, Sign(badge, Box(x - width / 2, y - height / 2, width, height))


def _sides(edge: EdgePlan, point: Point, ux: float, uy: float) -> Iterator[tuple[float, float, float]]:
    """Give the middles of the words' box: right, left, above, below, then tangent to a slanted line."""
    a, b = edge.words[0] / 2, edge.words[1] / 2
    level, upright = abs(ux) > 0.94, abs(uy) > 0.94
    if edge.badge:
        away = BADGE_RADIUS + BADGE_GAP
        if not level:
            yield 0.0, point.x + away + a, point.y
            yield 3.0, point.x - away - a, point.y
        if not upright:
            rise = away - 2
            yield (0.0 if level else 5.0), point.x, point.y - rise - b
            yield (3.0 if level else 6.0), point.x, point.y + rise + b
    # Square to the line, just so far that the line passes the box.
    nx, ny = (-uy, ux) if -uy > 0 or (uy == 0 and ux < 0) else (uy, -ux)
    # A badge counts with its corners, as the square that it is for everybody else.
    clear = BADGE_RADIUS * (abs(nx) + abs(ny)) + 2 if edge.badge else LINE_GAP
    reach = abs(nx) * a + abs(ny) * b + clear
    plain = 1.0 if edge.badge else 0.0
    yield plain, point.x + nx * reach, point.y + ny * reach
    yield plain + 3.0, point.x - nx * reach, point.y - ny * reach


def _cost(sign: Sign, edge: EdgePlan, number: int, room: Room, most: float) -> float:
    """Return what a sign costs at its place, infinite where it covers something; beyond ``most`` roughly."""
    owner = -3 - number
    disc = None if sign.badge is None else _disc(sign.badge)
    if edge.lines and not room.taken.is_free(sign.label.grown(2), owner):
        return inf
    if disc is not None and not room.taken.is_free(disc.grown(1), owner):
        return inf
    cost = 0.0
    if edge.lines:
        cost += _soft(sign.label, room)
        cost += _CROWD_COST * (not room.taken.is_free(sign.label.grown(_CROWD), owner))
        if cost >= most:
            return cost
        crossed = room.lines.inside(sign.label.grown(2), (most - cost) * _POINT / _POINT_COST)
        cost += sum(_POINT_COST * length / _POINT for length in crossed.values())
        if cost >= most:
            return cost
    if disc is not None:
        cost += _soft(disc, room)
        cost += _CROWD_COST * (not room.taken.is_free(disc.grown(_CROWD / 2), owner))
        # The arrow's own line runs through its badge and costs nothing.
        crossed = room.lines.inside(disc.grown(2), 40 + (most - cost) * _POINT / _POINT_COST)
        cost += sum(_POINT_COST * (1 + length / _POINT) for other, length in crossed.items() if other != number)
    return cost


def _soft(box: Box, room: Room) -> float:
    cost = _TAG_COST * sum(1 for _ in room.tags.hits(box))
    return cost + _BORDER_COST * sum(1 for _ in room.borders.hits(box))


def _disc(badge: Point) -> Box:
    return Box(badge.x - BADGE_RADIUS, badge.y - BADGE_RADIUS, 2 * BADGE_RADIUS, 2 * BADGE_RADIUS)


def _anywhere(edge: EdgePlan, body: Sequence[Point], length: float, room: Room) -> Sign:
    """Give words the nearest free place, and a badge the place on its line that is freest."""
    width, height = edge.words
    visible = max(length - _HEAD, 1.0)
    badge = None
    if edge.badge:
        count = min(max(1, int(visible // 6)), _MOST_PLACES)
        places = [at_length(body, visible * i / count)[0] for i in range(count + 1)]
        middle = places[count // 2]
        places.sort(key=lambda point: hypot(point.x - middle.x, point.y - middle.y))
        badge = next((point for point in places if room.taken.is_free(_disc(point))), None)
        if badge is None:
            badge = free_place(_disc(places[0]), room.taken).centre
        room.taken.add(_disc(badge), -1)
    near = badge or at_length(body, visible / 2)[0]
    label = Box(near.x + BADGE_RADIUS + BADGE_GAP, near.y - height / 2, width, height)
    return Sign(badge, free_place(label, room.taken) if edge.lines else Box(near.x, near.y, 0.0, 0.0))
