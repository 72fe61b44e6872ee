"""A worker that takes ten minutes over everything."""

import time
from typing import Any

from viewer.documents.extraction.serving import serve


def answer(_request: dict[str, Any], _content: bytes) -> bytes:
    time.sleep(600)
    return b""


if __name__ == "__main__":
    serve(answer, 600.0)
