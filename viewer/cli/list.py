"""``list``: the diagrams, with their titles and sections."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from viewer.cli.diagrams import catalog_of
from viewer.cli.printing import print_columns, print_json

if TYPE_CHECKING:
    import argparse

    from viewer.definitions.catalog import Entry


def run(arguments: argparse.Namespace) -> int:
    """Print one line a diagram, broken ones included; what is broken is a message besides."""
    catalog = catalog_of(arguments)
    if arguments.json:
        print_json([_as_json(entry) for entry in catalog.entries])
    else:
        print_columns([(entry.id, entry.title, entry.section) for entry in catalog.entries])
    for problem in catalog.problems:
        print(problem, file=sys.stderr)
    for entry in catalog.entries:
        if entry.problems:
            print(f"{entry.path}: {_counted(len(entry.problems))}; the command “check” shows them.", file=sys.stderr)
    if not catalog.entries:
        print("There are no diagrams.", file=sys.stderr)
    return 0


def _counted(problems: int) -> str:
    return "1 problem" if problems == 1 else f"{problems:,} problems"


def _as_json(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "title": entry.title,
        "section": entry.section,
        "summary": entry.summary,
        "path": str(entry.path),
        "nodes": entry.nodes,
        "edges": entry.edges,
        "problems": [str(problem) for problem in entry.problems],
    }
