"""What a diagram must keep to beyond the form of its values: every id exists, none is shared, nothing goes round."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from viewer.model.naming import Names, quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from viewer.model.diagram import Diagram, Edge
    from viewer.model.evidence import Evidence
    from viewer.model.story import Step

Path = tuple[str | int, ...]
"""Where in a definition: keys and positions from the top, as ``("edges", 3, "source")``."""

LONGEST_ID = 100
DEEPEST = 50
"""How many compartments may lie in one another."""

_LINE_BREAKS = re.compile("[\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_ENDINGS = (".txt", ".md", ".markdown", ".html", ".htm", ".pdf", ".docx", ".doc")


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that a diagram breaks: where in its definition, what is wrong, and a hint or the empty text.

    ``at_key``: it is the last key of the path that is wrong, not the value under it.
    """

    path: Path
    text: str
    hint: str = ""
    at_key: bool = False


def faults_in(diagram: Diagram, known: Collection[str] | None = None) -> tuple[Fault, ...]:
    """Return every rule that a diagram breaks, none for a sound one.

    ``known`` are the ids of the diagrams that nodes may open; None leaves that unchecked.
    """
    return tuple(_Examination(diagram, known).faults())


class _Examination:
    """One look at one diagram: its names by role, for the rules that need them."""

    def __init__(self, diagram: Diagram, known: Collection[str] | None) -> None:
        self._diagram = diagram
        self._known = None if known is None else frozenset(known)
        self._nodes = frozenset[str](node.id for node in diagram.nodes)
        self._compartments = {compartment.id: compartment.parent for compartment in diagram.compartments}
        self._edges = frozenset[str](edge.id for edge in diagram.edges)
        self._node_names = Names(node.id for node in diagram.nodes)
        self._compartment_names = Names(self._compartments)
        self._element_names = Names([*self._nodes, *self._compartments, *self._edges])
        self._diagram_names = Names(sorted(self._known or ()))

    def faults(self) -> Iterator[Fault]:
        yield from self._compartment_faults()
        yield from self._row_faults()
        yield from self._node_faults()
        yield from self._edge_faults()
        for index, step in enumerate(self._diagram.steps):
            yield from self._step_faults(("steps", index), step)

    def _compartment_faults(self) -> Iterator[Fault]:
        for compartment in self._diagram.compartments:
            path: Path = ("compartments", compartment.id)
            yield from _id_faults(path, compartment.id)
            if compartment.parent is not None:
                yield from self._not_a_compartment((*path, "in"), compartment.parent)
        yield from self._circles()
        yield from self._depths()

    def _circles(self) -> Iterator[Fault]:
        settled: set[str] = set()
        for start in self._compartments:
            way: dict[str, None] = {}
            at: str | None = start
            while at is not None and at not in settled and at not in way:
                way[at] = None
                at = self._compartments.get(at)  # type: ignore[call-overload]  # a NewType of str finds str
            if at is not None and at in way:
                members = list(way)[list(way).index(at) :]
                shown = " in ".join(quoted(member) for member in [*members[:10], members[0]])
                yield Fault(("compartments", members[0], "in"), f"Compartments lie in a circle: {shown}.")
            settled.update(way)

    def _depths(self) -> Iterator[Fault]:
        depths: dict[str, int] = {}
        for start in self._compartments:
            way: dict[str, None] = {}
            at: str | None = start
            while at is not None and at not in depths and at not in way:
                way[at] = None
                at = self._compartments.get(at)  # type: ignore[call-overload]  # a NewType of str finds str
            if at in way:  # a circle, which is told of already
                depths.update(dict.fromkeys(way, 0))
                continue
            depth = depths.get(at or "", 0)
            for name in reversed(way):
                depth += 1
                depths[name] = depth
                if depth == DEEPEST + 1:
                    text = f"Compartments lie more than {DEEPEST} deep in one another here."
                    yield Fault(("compartments", name, "in"), text, "Leave some of them out.")

    def _row_faults(self) -> Iterator[Fault]:
        rows: dict[str, int] = {}
        for index, row in enumerate(self._diagram.rows):
            for place, node in enumerate(row):
                path: Path = ("rows", index, place)
                if node not in self._nodes:
                    yield from self._not_a_node(path, node)
                elif node in rows:
                    again = "twice in this row" if rows[node] == index else "in two rows"
                    yield Fault(path, f"The node {quoted(node)} stands {again}.", "Name it once.")
                else:
                    rows[node] = index

    def _node_faults(self) -> Iterator[Fault]:
        for node in self._diagram.nodes:
            path: Path = ("nodes", node.id)
            yield from _id_faults(path, node.id)
            if node.id in self._compartments:
                yield Fault(path, f"The id {quoted(node.id)} is a compartment's already.", "Give the node another.")
            if node.compartment is not None:
                yield from self._not_a_compartment((*path, "in"), node.compartment)
            if self._known is not None and node.opens is not None and node.opens not in self._known:
                hint = self._diagram_names.hint(node.opens)
                yield Fault((*path, "opens"), f"There is no diagram {quoted(node.opens)}.", hint)
            yield from _evidence_faults(path, node.evidence)

    def _edge_faults(self) -> Iterator[Fault]:
        taken: set[str] = set()
        for index, edge in enumerate(self._diagram.edges):
            path: Path = ("edges", index)
            if not _is_default_id(edge):
                yield from _id_faults((*path, "id"), edge.id)
            for role, end in (("source", edge.source), ("target", edge.target)):
                if end not in self._nodes:
                    yield from self._not_a_node((*path, role), end)
            owner = self._owner(edge.id, taken)
            if owner:
                yield Fault((*path, "id"), f"The id {quoted(edge.id)} is {owner} already.", "Give the edge another.")
            taken.add(edge.id)
            yield from _evidence_faults(path, edge.evidence)

    def _step_faults(self, path: Path, step: Step) -> Iterator[Fault]:
        for key, names in (("show", step.show), ("hide", step.hide), ("focus", step.focus)):
            for place, name in enumerate(names):
                yield from self._not_an_element((*path, key, place), name)
        if step.quote is not None:
            yield from _document_faults((*path, "quote", "document"), step.quote.document)
        ask = step.ask
        if ask is None:
            return
        if ask.hides is not None:
            yield from self._not_an_element((*path, "ask", "hides"), ask.hides)
        if ask.answer is not None and not 1 <= ask.answer <= len(ask.choices):
            text = f"The answer is choice {ask.answer} of {len(ask.choices)}."
            yield Fault((*path, "ask", "answer"), text, "Choices count from 1.")

    def _owner(self, name: str, edges: set[str]) -> str:
        if name in edges:
            return "another edge's"
        if name in self._nodes:
            return "a node's"
        return "a compartment's" if name in self._compartments else ""

    def _not_a_compartment(self, path: Path, name: str) -> Iterator[Fault]:
        if name in self._compartments:
            return
        if name in self._nodes:
            yield Fault(path, f"{quoted(name)} is a node, not a compartment.")
        else:
            yield Fault(path, f"There is no compartment {quoted(name)}.", self._compartment_names.hint(name))

    def _not_a_node(self, path: Path, name: str) -> Iterator[Fault]:
        if name in self._compartments:
            yield Fault(path, f"{quoted(name)} is a compartment, not a node.", "Name a node inside it.")
        elif name in self._edges:
            yield Fault(path, f"{quoted(name)} is an edge, not a node.")
        else:
            yield Fault(path, f"There is no node {quoted(name)}.", self._node_names.hint(name))

    def _not_an_element(self, path: Path, name: str) -> Iterator[Fault]:
        if name not in self._nodes and name not in self._edges and name not in self._compartments:
            text = f"There is no node, edge or compartment {quoted(name)}."
            yield Fault(path, text, self._element_names.hint(name))


def _is_default_id(edge: Edge) -> bool:
    return edge.id.startswith(f"{edge.source}->{edge.target}")


def _id_faults(path: Path, name: str) -> Iterator[Fault]:
    if not name:
        yield Fault(path, "The id is empty.")
    elif len(name) > LONGEST_ID:
        yield Fault(path, f"The id {quoted(name)} is longer than {LONGEST_ID} characters.")
    if _LINE_BREAKS.search(name):
        yield Fault(path, f"The id {quoted(name)} holds a line break.", "Write it on one line.")


def _evidence_faults(path: Path, evidence: tuple[Evidence, ...]) -> Iterator[Fault]:
    for index, item in enumerate(evidence):
        yield from _document_faults((*path, "evidence", index, "document"), item.document)


def is_plain_id(document: str) -> bool:
    """Whether a document is named as it must be: by the stem of its file."""
    return next(_document_faults((), document), None) is None


def _document_faults(path: Path, name: str) -> Iterator[Fault]:
    hint = "Name a document by the stem of its file, without folders and ending."
    if not name or "/" in name or "\\" in name or not name.strip(".") or _LINE_BREAKS.search(name) or "\0" in name:
        yield Fault(path, f"The document {quoted(name)} is not a plain id.", hint)
    elif name.lower().endswith(_ENDINGS):
        stem = name[: name.rindex(".")]
        yield Fault(path, f"The document {quoted(name)} is not a plain id.", f"Did you mean {quoted(stem)}?")
