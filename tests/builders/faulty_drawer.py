"""A worker that fails as hostile files make one fail: what the file holds says how, else it takes ten minutes."""

import os
import time
from typing import Any

from viewer.documents.extraction.serving import serve
from viewer.documents.paging.pages import joined


def answer(request: dict[str, Any], content: bytes) -> bytes:
    if content == b"end":
        os._exit(9)
    if content == b"garble":
        return b"no answer"
    if content == b"swell":
        return joined({"failed": "MemoryError"}, b"")
    if content == b"lie" or request["do"] == "draw":
        return joined({"sizes": [[100, 100]], "width": 5000, "height": 5000}, b"few")
    time.sleep(600)
    return b""


if __name__ == "__main__":
    serve(answer, 600.0)
