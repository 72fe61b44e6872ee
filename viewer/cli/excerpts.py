"""``excerpts``: what the documents say about the nodes and edges of a diagram, word for word."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from viewer.cli.diagrams import catalog_of, definition_of
from viewer.cli.documents import library_of
from viewer.cli.passages import excerpt_as_json, print_excerpt
from viewer.cli.printing import one_line, print_json
from viewer.definitions.catalog import find
from viewer.documents.targets import targets_of
from viewer.errors import CallError
from viewer.model.naming import Names, quoted

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from viewer.model.evidence import Findings, Target


def run(arguments: argparse.Namespace) -> int:
    """Print the excerpts of every target, or of those that are named."""
    entry = find(arguments.diagram, catalog_of(arguments))
    diagram = definition_of(entry).diagram
    chosen = _chosen(targets_of(diagram), arguments.targets)
    with library_of(arguments.documents) as library:
        findings = [library.excerpts(target, arguments.limit, thorough=True) for target in chosen]
        documents = len(library.entries())
    if arguments.json:
        print_json({"diagram": diagram.id, "documents": documents, "targets": [_as_json(one) for one in findings]})
    else:
        for one in findings:
            _print(one)
    if not documents:
        print("There are no documents to look in.", file=sys.stderr)
    missing = sum(one.missing for one in findings)
    if missing:
        said = "1 quote is" if missing == 1 else f"{missing:,} quotes are"
        print(f"{said} not found in the documents; the command “check” shows where.", file=sys.stderr)
    return 0


def _chosen(targets: Sequence[Target], names: Sequence[str]) -> list[Target]:
    """Return the targets that are named, in the diagram's order, each once; all where none is named."""
    if not names:
        return list(targets)
    known = [target.id for target in targets]
    for name in names:
        if name not in known:
            raise CallError(f"The diagram has no node or edge {quoted(name)}. {Names(known).hint(name)}".rstrip())
    return [target for target in targets if target.id in names]


def _as_json(one: Findings) -> dict[str, Any]:
    return {
        "id": one.target.id,
        "type": one.target.type,
        "label": one.target.label,
        "total": one.total,
        "excerpts": [excerpt_as_json(excerpt) for excerpt in one.excerpts],
    }


def _print(one: Findings) -> None:
    found = one.total - one.missing
    count = "nothing found" if not found else "1 excerpt" if found == 1 else f"{found:,} excerpts"
    if one.missing:
        count += ", 1 quote missing" if one.missing == 1 else f", {one.missing:,} quotes missing"
    shown = len(one.excerpts)
    more = f", the best {shown:,} shown" if shown < one.total else ""
    print(f"{one_line(one.target.label)} ({one.target.type} {one_line(one.target.id)}): {count}{more}")
    for excerpt in one.excerpts:
        print_excerpt(excerpt)
    print()
