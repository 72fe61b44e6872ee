"""The process that reads HTML, PDF and Word files: requests from standard input, answers to standard output.

It ends when its input does, which is when the program ends, in the middle of a file too. It imports no Qt.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from viewer.documents.extraction.bounds import GRACE, bound_memory, bound_time
from viewer.documents.extraction.messages import Garbled, document, packed, receive, send, unpacked
from viewer.errors import DocumentError

if TYPE_CHECKING:
    from queue import Queue
    from typing import IO

_RECURSION = 2_000


def main() -> None:
    """Serve until the input ends. The first argument is the bound on memory, in bytes."""
    import threading
    from queue import Queue

    bound_memory(int(sys.argv[1]))
    sys.setrecursionlimit(_RECURSION)
    # The libraries must not be able to write into the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    requests: Queue[tuple[dict[str, Any], bytes]] = Queue(1)
    threading.Thread(target=_listen, args=(sys.stdin.buffer, requests), daemon=True).start()
    while True:
        request, content = requests.get()
        bound_time(float(request["seconds"]) + GRACE)
        answer = packed(_answer(str(request["suffix"]), content))
        del content
        bound_time(0)
        try:
            send(answers, answer)
        except OSError:
            os._exit(0)


def _listen(stream: IO[bytes], requests: Queue[tuple[dict[str, Any], bytes]]) -> None:
    """Take requests as they come; at the end of the input end the process, whatever it is doing."""
    try:
        while True:
            head = receive(stream)
            content = receive(stream)
            if head is None or content is None:
                break
            requests.put((unpacked(head), content))
    except (Garbled, OSError, MemoryError):
        pass
    os._exit(0)


def _answer(suffix: str, content: bytes) -> dict[str, Any]:
    from viewer.documents.formats.extracting import extracted
    from viewer.documents.formats.passages import passages_of

    try:
        found = extracted(suffix, content)
        if not found.text.strip():
            return {"refused": "The file holds no text."}
        return document(found, passages_of(found.text, found.outline.blocks))
    except DocumentError as error:
        return {"refused": str(error)}
    except ImportError as error:
        return {"unavailable": f"The package {error.name} is not installed, which reads such files."}
    except MemoryError:
        return {"failed": "memory"}
    except Exception as error:  # whatever a file brings about in a reader is that file's trouble
        return {"failed": type(error).__name__}


if __name__ == "__main__":
    main()
