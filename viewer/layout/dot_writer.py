"""From a plan to DOT: boxes of fixed size under ids of our own, so that no label ever is markup or syntax."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from viewer.layout.plan import BADGE_GAP, BADGE_RADIUS, LINE_GAP
from viewer.model.diagram import Direction

if TYPE_CHECKING:
    from viewer.layout.plan import EdgePlan, NodePlan, Plan

_DPI = 72.0  # one point is one pixel at 100 %
_RANKDIR = {Direction.DOWN: "TB", Direction.UP: "BT", Direction.RIGHT: "LR", Direction.LEFT: "RL"}
SKIRT = 6.0  # beside and below a node, part of the box that is sent: ways that pass keep off its border
_NODE_GAP = 28.0 - 2 * SKIRT
_RANK_GAP = 16.0 - SKIRT
_MARGIN = 18.0 - SKIRT
EXTRA_MARGIN = 3.0  # asked for around every compartment and not drawn: neighbours keep twice as much apart
LOOP = 44.0  # how far an arrow from a node to itself swings out


class Rows(Enum):
    """How much of a definition's rows is asked for."""

    ORDERED = 1
    LEVEL = 2
    IGNORED = 3


@dataclass(frozen=True, slots=True)
class Request:
    """How a plan is put to the engine.

    ``spread`` widens all gaps; ``quick`` bounds the work on a large graph. ``below`` are the groups whose title
    stands at the bottom, ``lowered`` the nodes that stand one level further than they need, and ``turned`` gives
    the arrows, ``mirrored`` nodes and compartments in the opposite order, which leads to another arrangement.
    ``once`` forgoes the engine's last search for fewer crossings, which forgets the order in rows; ``drawn`` lets a
    row's neighbours draw each other near, which keeps that order more often.
    """

    rows: Rows = Rows.ORDERED
    labels: bool = True
    splines: str = "true"
    quick: bool = False
    spread: float = 1.0
    below: frozenset[int] = frozenset()
    lowered: frozenset[int] = frozenset()
    turned: bool = False
    mirrored: bool = False
    once: bool = False
    drawn: bool = False


def dot_source(plan: Plan, request: Request) -> str:
    """Return the DOT source: nodes ``n0`` …, clusters ``cluster_c0`` …, edges with the ids ``e0`` …."""
    import graphviz

    graph = graphviz.Digraph(graph_attr=_graph_attributes(plan, request))
    graph.attr("node", shape="box", fixedsize="true", label="")
    # Ways run from centre to centre: we cut them at the true outlines.
    graph.attr("edge", dir="none", headclip="false", tailclip="false")
    _fill(graphviz, graph, plan, request)
    if request.rows is not Rows.IGNORED:
        linked = {frozenset((edge.source, edge.target)) for edge in plan.edges}
        for row in plan.rows:
            graph.subgraph(graph=_row(graphviz, row, linked, request))
    places = _places_in_rows(plan) if request.rows is Rows.ORDERED else {}
    numbers = range(len(plan.edges))
    for number in reversed(numbers) if request.turned else numbers:
        edge = plan.edges[number]
        attributes = {"id": f"e{number}"}
        if plan.nodes[edge.source].group == plan.nodes[edge.target].group:
            # What happens in one place stays close and straight.
            attributes["weight"] = "2"
        if edge.target in request.lowered:
            attributes["minlen"] = "2"
        if request.labels and (edge.badge or edge.lines):
            attributes["label"] = _room(*edge_room(edge, sideways=plan.sideways))
        ends = f"n{edge.source}", f"n{edge.target}"
        if _is_against(edge, places):
            # Within a row the engine puts the tail first: given from the other end, this arrow keeps the order.
            ends = ends[1], ends[0]
        graph.edge(*ends, **attributes)
    return str(graph.source)


def _fill(graphviz: Any, graph: Any, plan: Plan, request: Request) -> None:
    """Write nodes and clusters, each level in the definition's order: where the engine is free it keeps that."""
    graphs = {-1: graph}
    inner: dict[int, list[tuple[int, int, bool]]] = {-1: []}
    for number, group in enumerate(plan.groups):
        width, height = group.words
        cluster = graphviz.Digraph(name=f"cluster_c{number}")
        cluster.attr(label=_room(width + 12, height - 2), labeljust="l", margin=str(_MARGIN + EXTRA_MARGIN))
        if number in request.below:
            cluster.attr(labelloc="b")
        if group.hollow:
            cluster.node(f"p{number}", width=_inches(max(width, 60.0)), height=_inches(24.0))
        graphs[number], inner[number] = cluster, []
    for order, number in enumerate(_natural_order(plan)):
        inner[plan.nodes[number].group].append((order, number, True))
    # The innermost first, as a subgraph is copied into the one around it.
    for number in range(len(plan.groups) - 1, -2, -1):
        first = len(plan.nodes)
        for order, item, is_node in sorted(inner[number], reverse=request.mirrored):
            first = min(first, order)
            if is_node:
                node = plan.nodes[item]
                width = node.width + 2 * SKIRT
                height = tag_strip(node) + node.height + SKIRT
                graphs[number].node(f"n{item}", width=_inches(width), height=_inches(height))
            else:
                graphs[number].subgraph(graph=graphs[item])
        if number >= 0:
            inner[plan.groups[number].parent].append((first, number, False))


def _places_in_rows(plan: Plan) -> dict[int, tuple[int, int]]:
    """Return each node's row and its place in it, for nodes that stand in one."""
    return {node: (number, place) for number, row in enumerate(plan.rows) for place, node in enumerate(row)}


def _is_against(edge: EdgePlan, places: dict[int, tuple[int, int]]) -> bool:
    """Whether an arrow runs from a later to an earlier node of one row."""
    first, second = places.get(edge.source), places.get(edge.target)
    return first is not None and second is not None and first[0] == second[0] and first[1] > second[1]


def _natural_order(plan: Plan) -> list[int]:
    """Return the nodes as the definition has them, but those of a row in the row's order."""
    order = list(range(len(plan.nodes)))
    for row in plan.rows:
        for place, number in zip(sorted(row), row, strict=True):
            order[place] = number
    return order


def tag_strip(node: NodePlan) -> float:
    """Return the height of the strip above a node that is kept for its tag: part of the box that is sent."""
    return node.tag[1] + 4


def edge_room(edge: EdgePlan, *, sideways: bool) -> tuple[float, float]:
    """Return the room for a badge and its verb: side by side on an upright arrow, one over the other else."""
    width, height = edge.words
    if edge.source == edge.target:
        swing = LOOP + BADGE_GAP
        return (max(width, 40.0) + 10, height + swing) if sideways else (width + swing + 10, max(height, 40.0))
    if sideways:
        across = 2 * BADGE_RADIUS + BADGE_GAP if edge.badge else LINE_GAP
        return max(width, 2 * BADGE_RADIUS * edge.badge) + 10, height + across + 2
    beside = 2 * BADGE_RADIUS + BADGE_GAP if edge.badge else LINE_GAP
    return width + beside + 10, max(height, 2 * BADGE_RADIUS * edge.badge) + 4


def _graph_attributes(plan: Plan, request: Request) -> dict[str, str]:
    along = _RANK_GAP if request.labels else 57.6 - SKIRT
    attributes = {
        "rankdir": _RANKDIR[plan.direction],
        "newrank": "true",
        "nodesep": _inches(_NODE_GAP * request.spread),
        "ranksep": _inches(along * request.spread),
        "splines": request.splines,
    }
    if request.once:
        attributes["remincross"] = "false"
    if request.quick:
        attributes |= {"nslimit": "1", "nslimit1": "1", "mclimit": "0.2", "searchsize": "30"}
    return attributes


def _row(graphviz: Any, row: tuple[int, ...], linked: set[frozenset[int]], request: Request) -> Any:
    level = graphviz.Digraph(graph_attr={"rank": "same"})
    for number in row:
        level.node(f"n{number}")
    if request.rows is Rows.ORDERED:
        for left, right in itertools.pairwise(row):
            # An arrow between the two keeps the order by itself, and needs the room of a second one.
            if frozenset((left, right)) not in linked:
                # It orders and does not pull, unless asked to: a node stays over what it acts on.
                level.edge(f"n{left}", f"n{right}", style="invis", weight="3" if request.drawn else "0")
    return level


def _room(width: float, height: float) -> str:
    return (
        '<<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0"><TR>'
        f'<TD FIXEDSIZE="TRUE" WIDTH="{round(width) + 1}" HEIGHT="{round(height) + 1}"></TD></TR></TABLE>>'
    )


def _inches(pixels: float) -> str:
    return f"{pixels / _DPI:.4f}"
