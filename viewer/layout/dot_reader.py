"""From the engine's JSON to raw geometry. Graphviz counts y upwards; it is turned here, once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from viewer.layout.dot_process import EngineError
from viewer.layout.dot_writer import EXTRA_MARGIN, SKIRT, tag_strip
from viewer.layout.geometry import Box, Point
from viewer.layout.raw import Raw, RawEdge

if TYPE_CHECKING:
    from viewer.layout.plan import NodePlan, Plan


class AnswerError(EngineError):
    """The engine's answer is not the layout that was asked for; the text says what is missing."""


def raw_of(plan: Plan, answer: bytes) -> Raw:
    """Read ``-Tjson0``. An edge without a way comes back with an empty one; anything else missing is an error."""
    import json

    try:
        graph = json.loads(answer)
        return _read(plan, graph)
    except AnswerError:
        raise
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise AnswerError(f"gave an answer that could not be read ({error})") from error


def _read(plan: Plan, graph: dict[str, Any]) -> Raw:
    _, _, _, top = (float(number) for number in graph["bb"].split(","))
    named = {thing["name"]: thing for thing in graph.get("objects", ())}
    nodes = tuple(_below_tag(_point(_found(named, f"n{i}", "pos"), top), node) for i, node in enumerate(plan.nodes))
    groups = tuple(
        _box(_found(named, f"cluster_c{i}", "bb"), top).grown(-EXTRA_MARGIN) for i in range(len(plan.groups))
    )
    titles = tuple(_label(named[f"cluster_c{i}"], top) for i in range(len(plan.groups)))
    ways = {thing.get("id"): thing for thing in graph.get("edges", ())}
    names = {thing.get("_gvid"): thing["name"] for thing in graph.get("objects", ())}
    edges = []
    for number, edge in enumerate(plan.edges):
        way = ways.get(f"e{number}", {})
        path = _path(way.get("pos", ""), top)
        # An arrow against its row's order was given from the other end.
        edges.append(
            RawEdge(path if names.get(way.get("tail")) == f"n{edge.source}" else path[::-1], _label(way, top))
        )
    return Raw(nodes, tuple(edges), groups, titles)


def _found(named: dict[str, Any], name: str, key: str) -> str:
    value = named.get(name, {}).get(key)
    if not isinstance(value, str):
        raise AnswerError(f"lost {name}")
    return value


def _below_tag(middle: Point, node: NodePlan) -> Point:
    """Return the middle of a node from that of the box sent, with room for its tag above and for ways below."""
    return Point(middle.x, middle.y + (tag_strip(node) - SKIRT) / 2)


def _point(text: str, top: float) -> Point:
    x, y = text.split(",")[:2]
    return Point(float(x), top - float(y))


def _box(text: str, top: float) -> Box:
    left, bottom, right, upper = (float(number) for number in text.split(","))
    return Box(left, top - upper, right - left, upper - bottom)


def _label(thing: dict[str, Any], top: float) -> Point | None:
    return _point(thing["lp"], top) if "lp" in thing else None


def _path(text: str, top: float) -> tuple[Point, ...]:
    # Ends with arrow points have prefixes, an edge in several pieces semicolons; we ask for neither.
    points = [_point(part, top) for part in text.split(";")[0].split() if part[0] not in "se"]
    return tuple(points) if len(points) >= 4 and len(points) % 3 == 1 else ()
