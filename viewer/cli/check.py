"""``check``: every problem of definitions and of the quotes they name, where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.cli.diagrams import catalog_of, definition_of, definition_store, entries_named
from viewer.errors import DiagramError, Severity

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from pathlib import Path

    from viewer.definitions.catalog import Entry
    from viewer.definitions.reader import Definition
    from viewer.errors import Problem


def run(arguments: argparse.Namespace) -> int:
    """Print every problem, a line each, and how many there were; 1 when any of them is an error."""
    catalog = catalog_of(arguments)
    named = arguments.diagrams_named
    entries, found = entries_named(named, catalog) if named else (catalog.entries, catalog.problems)
    problems = list(found)
    read: list[tuple[Entry, Definition]] = []
    for entry in entries:
        try:
            read.append((entry, definition_of(entry)))
        except DiagramError as error:
            problems += error.problems
            # A mistake elsewhere in the file is no reason to tell of a missing quote only the next time.
            if (drafted := _drafted(entry)) is not None:
                read.append((entry, drafted))
    # What needs no documents is told first: they take longer, and may not be there.
    for problem in problems:
        print(problem, flush=True)
    quotes = _quote_problems(read, arguments.documents)
    for problem in quotes:
        print(problem)
    definition_store().prune()
    problems += quotes
    print(_summary(len(entries), problems))
    return 1 if any(problem.severity is Severity.ERROR for problem in problems) else 0


def _drafted(entry: Entry) -> Definition | None:
    from viewer.definitions.reader import draft_definition

    try:
        return draft_definition(entry.path, str(entry.path))
    except DiagramError:
        return None


def _quote_problems(read: Sequence[tuple[Entry, Definition]], documents: Sequence[Path]) -> list[Problem]:
    """Look all quotes up; without a quote the documents are opened only where the call names them."""
    quoting = [(entry, definition) for entry, definition in read if _quotes(definition)]
    if not quoting and not documents:
        return []
    from viewer.cli.documents import library_of
    from viewer.session.verification import quote_problems

    with library_of(documents) as library:
        return [
            problem
            for entry, definition in quoting
            for problem in quote_problems(definition, str(entry.path), library)
        ]


def _quotes(definition: Definition) -> bool:
    return bool(definition.evidence_lines) or any(step.quote is not None for step in definition.diagram.steps)


def _summary(checked: int, problems: list[Problem]) -> str:
    diagrams = "1 diagram" if checked == 1 else f"{checked:,} diagrams"
    if not problems:
        return f"{diagrams} checked: no problems."
    found = "1 problem" if len(problems) == 1 else f"{len(problems):,} problems"
    files = len({problem.file for problem in problems})
    return f"{diagrams} checked: {found} in {'1 file' if files == 1 else f'{files:,} files'}."
