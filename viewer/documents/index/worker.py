"""The process that reads text files for the index, many with one question.

Question and answer are plain values, in Python's own form: no library of another language reads these files, so what
they hold cannot make the process say something else.
"""

from __future__ import annotations

import marshal
from typing import Any

from viewer.documents.extraction.bounds import GRACE
from viewer.documents.extraction.serving import serve
from viewer.documents.files.reading import digest_of, read
from viewer.documents.files.sources import Source, read_bytes
from viewer.documents.index.prepared import packed, prepared
from viewer.errors import DocumentError


def main() -> None:
    """Serve until the input ends. The first argument is the bound on memory, in bytes."""
    serve(_answers, GRACE)


def _answers(_request: dict[str, Any], content: bytes) -> bytes:
    return marshal.dumps([_answer(Source(*source), digest) for source, digest in marshal.loads(content)])


def _answer(source: Source, known: bytes | None) -> tuple[object, ...] | str | None:
    """Return the document, why it cannot be read, or None where its content is the known one."""
    try:
        content = read_bytes(source)
        if known is not None and digest_of(content) == known:
            return None
        return packed(prepared(read(source, content)))
    except DocumentError as error:
        return str(error)


if __name__ == "__main__":
    main()
