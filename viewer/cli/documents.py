"""The documents that a command speaks of: those that ``--documents`` names, else the bundled ones, up to date."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from viewer.cli.printing import one_line
from viewer.documents.library import Library, index_for
from viewer.errors import CallError
from viewer.places import bundled, cache_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_MOST_TOLD = 500


@contextmanager
def library_of(documents: Sequence[Path]) -> Iterator[Library]:
    """Give the library of these paths, read anew where files changed; what was passed over is a message each.

    CallError where a path does not exist, DocumentError where the index cannot be used. Closed afterwards.
    """
    for path in documents:
        if not path.exists():
            raise CallError(f"--documents: there is no file or folder “{path}”.")
    roots = tuple(documents) or (bundled().documents,)
    library = Library(roots, index_for(roots, cache_folder()))
    try:
        skipped = library.refresh().skipped
        if library.made_anew:
            print("The index of the documents was damaged. It was built again.", file=sys.stderr)
        for one in skipped[:_MOST_TOLD]:
            print(f"{one_line(one.path)}: skipped: {one.reason}", file=sys.stderr)
        if len(skipped) > _MOST_TOLD:
            print(f"{len(skipped) - _MOST_TOLD:,} more files were skipped.", file=sys.stderr)
        yield library
    finally:
        library.close()
