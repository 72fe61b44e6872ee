"""``text``: the exact text of a document, which all offsets refer to."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from viewer.cli.documents import library_of
from viewer.errors import DocumentError

if TYPE_CHECKING:
    import argparse


def run(arguments: argparse.Namespace) -> int:
    """Print a document of the library, by id or relative path, or a file by its path; nothing is added to it."""
    _print_exactly(_text(arguments.document, arguments.documents))
    return 0


def _text(document: str, documents: list[Path]) -> str:
    from viewer.documents.files.reading import text_of_file

    path = Path(document)
    # A path is meant where one is written; a bare word is an id first.
    if not documents and path.suffix and path.is_file():
        return text_of_file(path)
    try:
        with library_of(documents) as library:
            return library.text(document).text
    except DocumentError:
        if os.path.lexists(path) and not path.is_dir():
            # Perhaps no file that can be read: then this says why.
            return text_of_file(path)
        raise


def _print_exactly(text: str) -> None:
    """Write UTF-8 past the text layer, which would turn newlines into the system's own."""
    if sys.stdout is None:
        return
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        sys.stdout.write(text)
        return
    sys.stdout.flush()
    stream.write(text.encode("utf-8", "surrogatepass"))
    stream.flush()
