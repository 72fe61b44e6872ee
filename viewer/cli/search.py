"""``search``: passages of the documents that hold the words asked for."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from viewer.cli.documents import library_of
from viewer.cli.passages import excerpt_as_json, print_excerpt
from viewer.cli.printing import print_json

if TYPE_CHECKING:
    import argparse

_SHOWN = 20


def run(arguments: argparse.Namespace) -> int:
    """Print the passages, best first, and how many there are in all; finding none is no failure."""
    words = " ".join(arguments.words)
    with library_of(arguments.documents) as library:
        result = library.search(words, arguments.limit or _SHOWN, thorough=True)
        documents = len(library.entries())
    if arguments.json:
        print_json(
            {
                "words": words,
                "documents": documents,
                "total": result.total,
                "unknown": list(result.unknown),
                "excerpts": [excerpt_as_json(excerpt) for excerpt in result.excerpts],
            }
        )
        return 0
    if result.unknown:
        quoted = ", ".join(f"“{word}”" for word in result.unknown)
        print(f"Nothing contains {quoted}; searched for the rest.", file=sys.stderr)
    for excerpt in result.excerpts:
        print_excerpt(excerpt)
    count = "1 passage" if result.total == 1 else f"{result.total:,} passages"
    looked = "1 document" if documents == 1 else f"{documents:,} documents"
    more = f", the best {len(result.excerpts):,} shown" if len(result.excerpts) < result.total else ""
    print(f"{count} in {looked}{more}.", file=sys.stderr)
    return 0
