"""A worker for text files that one of them ends."""

import os

from viewer.documents.files.sources import Source
from viewer.documents.index import worker

_true = worker._answer


def _answer(source: Source, known: bytes | None) -> tuple[object, ...] | str | None:
    if source.relative == "d040x.txt":
        os._exit(9)
    return _true(source, known)


if __name__ == "__main__":
    worker._answer = _answer
    worker.main()
