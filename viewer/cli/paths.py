"""``paths``: the ways along the arrows from one node of a diagram to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from viewer.cli.diagrams import catalog_of, definition_of
from viewer.cli.printing import one_line, print_json
from viewer.definitions.catalog import find
from viewer.errors import CallError
from viewer.model.naming import Names, quoted
from viewer.model.paths import MOST_ARROWS, ways_between

if TYPE_CHECKING:
    import argparse

    from viewer.model.diagram import Diagram, ElementId
    from viewer.model.paths import Way

_SIGNS = {"up": "plus", "down": "minus", "open": "open"}


def run(arguments: argparse.Namespace) -> int:
    """Print every way with its net sign, the shortest first, and each of its arrows as a sentence."""
    diagram = definition_of(find(arguments.diagram, catalog_of(arguments))).diagram
    source, target = _node(diagram, arguments.source), _node(diagram, arguments.target)
    ways = ways_between(diagram, source, target, most_arrows=arguments.arrows or MOST_ARROWS)
    if arguments.json:
        print_json({"diagram": diagram.id, "from": source, "to": target, "paths": [_as_json(way) for way in ways]})
        return 0
    if not ways:
        most = arguments.arrows or MOST_ARROWS
        print(f"No arrows lead from {quoted(source)} to {quoted(target)} in {most} steps or fewer.")
    for number, way in enumerate(ways, start=1):
        chain = " → ".join(one_line(diagram.node(node).label) for node in way.nodes)
        print(f"{number}. {chain} (net sign: {_SIGNS[way.sign]})")
        for edge in way.edges:
            print(f"   {one_line(diagram.sentence(edge))}{' (disputed)' if edge.disputed else ''}")
    return 0


def _node(diagram: Diagram, name: str) -> ElementId:
    """Return the id of a node named by its id or label; CallError for none."""
    for node in diagram.nodes:
        if name in (node.id, node.label):
            return node.id
    hint = Names([node.id for node in diagram.nodes]).hint(name)
    raise CallError(f"The diagram has no node {quoted(name)}. {hint}".rstrip())


def _as_json(way: Way) -> dict[str, Any]:
    return {"nodes": list(way.nodes), "edges": [edge.id for edge in way.edges], "sign": _SIGNS[way.sign]}
