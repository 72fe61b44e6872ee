"""Whether the words that a definition quotes stand in the library's documents, told at the definition's lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.errors import Problem
from viewer.model.checks import is_plain_id
from viewer.model.evidence import Status
from viewer.model.naming import Names, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from viewer.definitions.reader import Definition
    from viewer.documents.library import Library
    from viewer.model.diagram import Edge, Node
    from viewer.model.evidence import DocumentId


def quote_problems(definition: Definition, file: str, library: Library) -> tuple[Problem, ...]:
    """Return a problem for every quote that is not found and every document that the library lacks, by line.

    Covers the evidence of nodes and edges and the quotes of steps. ``file`` is the definition's path as it is shown.
    """
    known: Names | None = None
    problems: list[Problem] = []
    for document, quote, (line, column) in _quotes(definition):
        if not (quote and is_plain_id(document)):
            continue  # in a definition that is refused anyway; its form is told elsewhere
        located = library.located(document, quote)
        if located is None:
            if known is None:
                known = Names(entry.id for entry in library.entries())
            problems.append(
                Problem(file, line, column, f"The library has no document {quoted(document)}.", known.hint(document))
            )
        elif located.status is Status.MISSING:
            words = " ".join(quote.split())
            text = f"The quote {quoted(words)} is not found in the document {quoted(document)}."
            problems.append(Problem(file, line, column, text, "Quote the document word for word."))
    return tuple(sorted(problems, key=lambda problem: (problem.line, problem.column)))


def _quotes(definition: Definition) -> Iterator[tuple[DocumentId, str, tuple[int, int]]]:
    diagram = definition.diagram
    elements: tuple[Node | Edge, ...] = (*diagram.nodes, *diagram.edges)
    for element in elements:
        for index, item in enumerate(element.evidence):
            yield item.document, item.quote, definition.evidence_lines.get((element.id, index), (0, 0))
    for index, step in enumerate(diagram.steps):
        if step.quote is not None:
            place = definition.step_lines[index] if index < len(definition.step_lines) else (0, 0)
            yield step.quote.document, step.quote.quote, place
