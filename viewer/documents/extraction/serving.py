"""The worker's side: requests from standard input, answers to standard output, until the program ends.

It ends when its input does, in the middle of a file too. It imports no Qt.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from viewer.documents.extraction.bounds import bound_memory, bound_time
from viewer.documents.extraction.messages import Garbled, receive, send, unpacked

if TYPE_CHECKING:
    from collections.abc import Callable
    from queue import Queue
    from typing import IO

_RECURSION = 2_000


def serve(answer: Callable[[dict[str, Any], bytes], bytes], grace: float) -> None:
    """Answer until the input ends. The process's first argument is the bound on memory, in bytes.

    ``grace`` is how much longer than the program the worker itself waits before it ends, in seconds.
    """
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
        bound_time(float(request["seconds"]) + grace)
        payload = answer(request, content)
        del content
        bound_time(0)
        try:
            send(answers, payload)
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
