"""A definition's YAML as a checked diagram that knows its lines, or every problem in it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.definitions.definition import Definition
from viewer.definitions.files import read_bounded
from viewer.errors import DiagramError, Problem
from viewer.model.checks import Fault, faults_in
from viewer.model.checks import Path as Where
from viewer.model.diagram import Diagram, DiagramId, Element, ElementId

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from pathlib import Path

    from viewer.definitions.marks import Marks, Place
    from viewer.definitions.yaml_tree import Tree

MOST_LISTED = 200
"""Problems beyond this many are counted, not listed."""

_MOST_PLACED = 5000
_NUMBERS = ("answer", "seconds")
_CONTAINERS = ("nodes", "compartments", "edges")

__all__ = ["MOST_LISTED", "Definition", "draft_definition", "parse_definition", "read_definition"]


def read_definition(path: Path, *, file: str | None = None, known: Collection[str] | None = None) -> Definition:
    """Read a definition; its id is the file's stem.

    ``file`` is the path as messages show it, else ``path``; ``known`` are the ids of the diagrams that nodes may
    open, None to leave that unchecked. Raises DiagramError with every problem, by line.
    """
    shown = str(path) if file is None else file
    return parse_definition(read_bounded(path, shown), DiagramId(path.stem), shown, known)


def parse_definition(
    content: bytes, diagram: DiagramId, file: str, known: Collection[str] | None = None
) -> Definition:
    """Read a definition from its bytes; as ``read_definition`` otherwise."""
    from viewer.definitions.draft import draft_diagram
    from viewer.definitions.yaml_tree import parse_tree

    tree = parse_tree(content, file, _NUMBERS)
    if not tree.whole:
        raise DiagramError(_listed(tree.problems, file))
    drawn, faults = _faults(tree, lambda: draft_diagram(tree.value, diagram), known)
    # What could not be read is empty besides: one problem a place is enough.
    unread = {(problem.line, problem.column) for problem in tree.problems}
    found = (_problem(fault, tree.marks, file) for fault in faults[:_MOST_PLACED])
    problems = [*tree.problems, *(problem for problem in found if (problem.line, problem.column) not in unread)]
    if problems or drawn is None:
        raise DiagramError(_listed(problems, file))
    return _located(drawn, tree.marks)


def draft_definition(path: Path, file: str) -> Definition | None:
    """Return what can be told of a definition that is refused, for its quotes: None where its form is lost.

    Raises DiagramError where not even the file can be read.
    """
    from viewer.definitions.draft import draft_diagram
    from viewer.definitions.yaml_tree import parse_tree

    tree = parse_tree(read_bounded(path, file), file, _NUMBERS)
    if not tree.whole or not isinstance(tree.value, dict):
        return None
    return _located(draft_diagram(tree.value, DiagramId(path.stem)), tree.marks)


def _faults(
    tree: Tree, draft: Callable[[], Diagram], known: Collection[str] | None
) -> tuple[Diagram | None, list[Fault]]:
    """Return the draft with the faults of form and of sense; a fault that only follows from another is left out."""
    from viewer.definitions.sentences import MOST_FAULTS, schema_faults

    faults = list(schema_faults(tree.value))
    broken = {fault.path for fault in faults}
    if len(faults) >= MOST_FAULTS or () in broken or any((container,) in broken for container in _CONTAINERS):
        return None, faults
    drawn = draft()
    faults += [fault for fault in faults_in(drawn, known) if not _follows(fault.path, broken)]
    return drawn, faults


def _follows(path: Where, broken: Collection[Where]) -> bool:
    return bool(broken) and any(path[:length] in broken for length in range(1, len(path) + 1))


def _problem(fault: Fault, marks: Marks, file: str) -> Problem:
    # What is wrong with an element as a whole is told where its id stands.
    element = fault.path[:1] in {("nodes",), ("compartments",)} and len(fault.path) == 2
    place = marks.key(fault.path) if element or fault.at_key else marks.value(fault.path)
    return Problem(file, *place, fault.text, fault.hint)


def _listed(problems: Iterable[Problem], file: str) -> tuple[Problem, ...]:
    ordered = sorted(problems, key=lambda problem: (problem.line, problem.column))
    rest = len(ordered) - MOST_LISTED
    if rest <= 0:
        return tuple(ordered)
    more = Problem(file, 0, 0, f"There are at least {rest:,} more problems.", "Mend these first.")
    return (*ordered[:MOST_LISTED], more)


def _located(diagram: Diagram, marks: Marks) -> Definition:
    lines: dict[ElementId, Place] = {}
    evidence: dict[tuple[ElementId, int], Place] = {}
    groups: tuple[tuple[str, tuple[Element, ...]], ...] = (
        ("compartments", diagram.compartments),
        ("nodes", diagram.nodes),
        ("edges", diagram.edges),
    )
    for key, group in groups:
        for index, element in enumerate(group):
            path: Where = (key, index if key == "edges" else element.id)
            lines[element.id] = marks.key(path)
            for position in range(len(getattr(element, "evidence", ()))):
                evidence[element.id, position] = marks.value((*path, "evidence", position, "quote"))
    steps = tuple(
        marks.value(("steps", index, "quote", "quote") if step.quote else ("steps", index))
        for index, step in enumerate(diagram.steps)
    )
    return Definition(diagram, lines, evidence, steps)
