"""Definitions kept in a form that loads fast, by the hash of their text: no YAML is parsed twice.

The form is ``marshal`` of plain tuples. It is read only from the program's own store and only by the Python that
wrote it: the key holds the form's version and the interpreter's.
"""

from __future__ import annotations

import marshal
import sys
from typing import TYPE_CHECKING, Any

from viewer.definitions.definition import Definition
from viewer.definitions.files import read_bounded
from viewer.model.diagram import (
    Compartment,
    Diagram,
    DiagramId,
    Direction,
    Edge,
    Kind,
    Node,
    Relation,
)
from viewer.model.evidence import DocumentId, Evidence, Stance
from viewer.model.story import Ask, Step, StepQuote
from viewer.store import digest

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from viewer.store import Store

_VERSION = 2
_INTERPRETER = f"{sys.implementation.cache_tag}.{marshal.version}"

# Calling an enum costs four times a dictionary's answer, and a diagram has thousands of them.
_KINDS = {kind.value: kind for kind in Kind}
_RELATIONS = {relation.value: relation for relation in Relation}
_STANCES = {stance.value: stance for stance in Stance}


def read_cached(
    path: Path, store: Store, *, file: str | None = None, known: Collection[str] | None = None
) -> Definition:
    """Read a definition as ``read_definition`` does, from the store where its text was read before."""
    shown = str(path) if file is None else file
    content = read_bounded(path, shown)
    diagram = DiagramId(path.stem)
    key = cache_key("definition", diagram, content)
    kept = store.get(key)
    definition = None if kept is None else from_bytes(kept)
    if definition is None:
        from viewer.definitions.reader import parse_definition  # and with it YAML, for new text alone

        definition = parse_definition(content, diagram, shown, known)
        store.put(key, to_bytes(definition))
    elif known is not None and not _opened(definition).issubset(known):
        from viewer.definitions.reader import parse_definition

        return parse_definition(content, diagram, shown, known)
    return definition


def _opened(definition: Definition) -> set[str]:
    return {node.opens for node in definition.diagram.nodes if node.opens is not None}


def cache_key(form: str, diagram: str, content: bytes) -> str:
    """Return the store's key for something made of a definition's text."""
    return f"{form} {_VERSION} {_INTERPRETER} {digest(content)} {diagram}"


def to_bytes(definition: Definition) -> bytes:
    """Return a definition in the compiled form."""
    drawn = definition.diagram
    return marshal.dumps(
        (
            _VERSION,
            (drawn.id, drawn.title, drawn.summary, drawn.direction.value, drawn.rows),
            tuple((item.id, item.label, item.parent) for item in drawn.compartments),
            tuple(_from_node(node) for node in drawn.nodes),
            tuple(_from_edge(edge) for edge in drawn.edges),
            tuple(_from_step(step) for step in drawn.steps),
            dict(definition.lines),
            dict(definition.evidence_lines),
            definition.step_lines,
        )
    )


def from_bytes(content: bytes) -> Definition | None:
    """Return the definition that was compiled, or None for bytes of another form."""
    try:
        version, top, compartments, nodes, edges, steps, lines, evidence_lines, step_lines = marshal.loads(content)
        if version != _VERSION:
            return None
        name, title, summary, direction, rows = top
        diagram = Diagram(
            name,
            title,
            tuple([_to_node(node) for node in nodes]),
            tuple([_to_edge(edge) for edge in edges]),
            tuple([Compartment(*item) for item in compartments]),
            rows,
            tuple([_to_step(step) for step in steps]),
            summary,
            Direction(direction),
        )
    except (ValueError, TypeError, EOFError, KeyError):
        return None
    return Definition(diagram, lines, evidence_lines, step_lines)


def _from_evidence(evidence: tuple[Evidence, ...]) -> tuple[tuple[str, str, str, str], ...]:
    return tuple((item.document, item.quote, item.stance.value, item.note) for item in evidence)


def _to_evidence(items: tuple[tuple[str, str, str, str], ...]) -> tuple[Evidence, ...]:
    if not items:
        return ()
    return tuple([Evidence(DocumentId(name), quote, _STANCES[stance], note) for name, quote, stance, note in items])


def _from_node(node: Node) -> tuple[Any, ...]:
    evidence = _from_evidence(node.evidence)
    return node.id, node.label, node.kind.value, node.compartment, node.aliases, node.summary, node.opens, evidence


def _to_node(held: tuple[Any, ...]) -> Node:
    name, label, kind, compartment, aliases, summary, opens, evidence = held
    return Node(name, label, _KINDS[kind], compartment, aliases, summary, opens, _to_evidence(evidence))


def _from_edge(edge: Edge) -> tuple[Any, ...]:
    evidence = _from_evidence(edge.evidence)
    return edge.id, edge.source, edge.target, edge.relation.value, edge.label, edge.summary, evidence


def _to_edge(held: tuple[Any, ...]) -> Edge:
    name, source, target, relation, label, summary, evidence = held
    return Edge(name, source, target, _RELATIONS[relation], label, summary, _to_evidence(evidence))


def _from_step(step: Step) -> tuple[Any, ...]:
    quote = None if step.quote is None else (step.quote.document, step.quote.quote)
    ask = None if step.ask is None else tuple(step.ask)
    return step.title, step.show, step.hide, step.focus, step.caption, step.notes, quote, ask


def _to_step(held: tuple[Any, ...]) -> Step:
    title, show, hide, focus, caption, notes, quote, ask = held
    return Step(
        title,
        show,
        hide,
        focus,
        caption,
        notes,
        None if quote is None else StepQuote(*quote),
        None if ask is None else Ask(*ask),
    )
