"""A worker that fails as hostile files make one fail: what the file holds says how."""

import os
import sys
import time

from viewer.documents.extraction import worker
from viewer.documents.formats.structure import Extracted, Outline

_seen = 0


def _extracted(suffix: str, content: bytes) -> Extracted:
    global _seen
    _seen += 1
    match content.decode("ascii"):
        case "end":
            os._exit(9)
        case "end unless first" if _seen > 1:
            os._exit(9)
        case "hang":
            time.sleep(600)
        case "swell":
            b"x" * (1 << 40)
        case "shout":
            print("words that are no answer", flush=True)
        case "lack":
            raise ModuleNotFoundError(name="pypdfium2")
        case "raise":
            raise RuntimeError
    words = f"{content.decode()} {os.getpid()} {'PySide6' in sys.modules}"
    return Extracted(words, Outline("", (), ()))


if __name__ == "__main__":
    from viewer.documents.formats import extracting

    extracting.extracted = _extracted
    # The program's own bound is to be seen, not the worker's.
    worker.GRACE = 600.0
    worker.main()
