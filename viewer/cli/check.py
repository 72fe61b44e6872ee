"""``check``: every problem of definitions and of the quotes they name, where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.cli.diagrams import catalog_of, definition_of, entries_named
from viewer.errors import DiagramError, Severity

if TYPE_CHECKING:
    import argparse

    from viewer.definitions.catalog import Entry
    from viewer.errors import Problem


def run(arguments: argparse.Namespace) -> int:
    """Print every problem, a line each, and how many there were; 1 when any of them is an error."""
    catalog = catalog_of(arguments)
    named = arguments.diagrams_named
    entries, found = entries_named(named, catalog) if named else (catalog.entries, catalog.problems)
    problems = list(found)
    for entry in entries:
        problems += _problems_in(entry)
    for problem in problems:
        print(problem)
    print(_summary(len(entries), problems))
    return 1 if any(problem.severity is Severity.ERROR for problem in problems) else 0


def _problems_in(entry: Entry) -> tuple[Problem, ...]:
    try:
        definition_of(entry)
    except DiagramError as error:
        return error.problems
    return ()


def _summary(checked: int, problems: list[Problem]) -> str:
    diagrams = "1 diagram" if checked == 1 else f"{checked:,} diagrams"
    if not problems:
        return f"{diagrams} checked: no problems."
    found = "1 problem" if len(problems) == 1 else f"{len(problems):,} problems"
    files = len({problem.file for problem in problems})
    return f"{diagrams} checked: {found} in {'1 file' if files == 1 else f'{files:,} files'}."
