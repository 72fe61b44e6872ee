"""A diagram in words: what stands in a picture's description for those who cannot see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.model.diagram import Relation

if TYPE_CHECKING:
    from viewer.model.diagram import Diagram, Edge, ElementId


def sentence_of(diagram: Diagram, edge: Edge) -> str:
    """Say one arrow: "Ketamine blocks NMDA receptor", with the relation where the verb does not give it away."""
    sentence = " ".join(diagram.sentence(edge).split())
    asides = []
    if edge.label != edge.relation.verb and edge.relation is not Relation.LEADS_TO:
        asides.append(edge.relation.verb)
    if edge.disputed:
        asides.append("disputed")
    return f"{sentence} ({', '.join(asides)})" if asides else sentence


def description_of(diagram: Diagram, shown: frozenset[ElementId] | None = None) -> str:
    """Say the whole diagram: its summary, then every arrow, then what has no arrow. ``shown`` None means all."""
    seen = frozenset(diagram.elements) if shown is None else shown
    edges = [edge for edge in diagram.edges if edge.id in seen]
    told = {end for edge in edges for end in (edge.source, edge.target)}
    alone = [" ".join(node.label.split()) for node in diagram.nodes if node.id in seen and node.id not in told]
    lines = [" ".join(diagram.summary.split())] if diagram.summary.strip() else []
    lines += [f"{sentence_of(diagram, edge)}." for edge in edges]
    if alone:
        lines.append(f"Without arrows: {', '.join(alone)}.")
    return "\n".join(lines)
