"""Ask a worker for the pages of one PDF: it is started when first needed and replaced when a page ends it."""

from __future__ import annotations

import os
import struct
import time
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from viewer.documents.extraction.messages import Garbled, packed, unpacked
from viewer.documents.extraction.process import MEMORY, Stopped, TookTooLong, WorkerProcess
from viewer.documents.files.sources import Source, read_bytes
from viewer.documents.paging.drawing import MOST_PIXELS
from viewer.documents.paging.letters import LetterLine, PageLetters
from viewer.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Callable

    from viewer.documents.paging.places import Run

SECONDS = 15.0
"""How long opening the file, and drawing one page, may take each."""

_LENGTH = struct.Struct(">I")
_PATIENCE = 0.3  # seconds that a page nobody waits for any more may still take: a new worker takes as long
_WORKER = "viewer.documents.paging.worker"

__all__ = ["SECONDS", "PagesOf", "Picture", "Stopped"]


class Picture(NamedTuple):
    """A page's picture: ``pixels`` are four bytes each, blue first, without gaps between the rows."""

    page: int
    width: int
    height: int
    pixels: bytes


class PagesOf:
    """The pages of the PDF at a path, counted from 0. Used by one thread at a time; ``close`` ends the worker."""

    def __init__(self, path: str, seconds: float = SECONDS, worker: str = _WORKER) -> None:
        """Take the file; nothing is read yet."""
        self._path, self._seconds = path, seconds
        self._worker = WorkerProcess(worker)

    def sizes(self, cancelled: Callable[[], bool]) -> tuple[tuple[float, float], ...]:
        """Return every page's width and height in points; DocumentError with a sentence when there are none."""
        return self._open(cancelled)

    def draw(self, page: int, width: int, cancelled: Callable[[], bool]) -> Picture:
        """Return a page's picture of about this width in pixels; DocumentError when it cannot be drawn."""
        answer, pixels = self._ask({"do": "draw", "page": page, "width": width}, cancelled)
        try:
            wide, tall = int(answer["width"]), int(answer["height"])
        except (KeyError, TypeError, ValueError):
            raise self._garbled() from None
        if not (0 < wide * tall <= MOST_PIXELS and len(pixels) == 4 * wide * tall):
            raise self._garbled()
        return Picture(page, wide, tall, pixels)

    def letters(self, page: int, runs: tuple[Run, ...], cancelled: Callable[[], bool]) -> PageLetters:
        """Return where on a page the characters of these runs of the document's text stand."""
        answer, _ = self._ask({"do": "letters", "page": page, "runs": runs}, cancelled)
        try:
            return PageLetters(tuple(_line(*line) for line in answer["lines"]))
        except (KeyError, TypeError, ValueError):
            raise self._garbled() from None

    def close(self) -> None:
        """End the worker at once. The next question starts a new one."""
        self._worker.close()

    def _open(self, cancelled: Callable[[], bool]) -> tuple[tuple[float, float], ...]:
        self.close()
        content = read_bytes(Source(self._path, os.path.basename(self._path), 0, 0, self._path))
        answer, _ = self._exchange({"do": "open"}, content, self._seconds + len(content) / 1e6, cancelled)
        try:
            sizes = tuple((float(wide), float(tall)) for wide, tall in answer["sizes"])
        except (KeyError, TypeError, ValueError):
            raise self._garbled() from None
        if not sizes or not all(wide > 0 and tall > 0 for wide, tall in sizes):
            raise self._garbled()
        return sizes

    def _ask(self, request: dict[str, Any], cancelled: Callable[[], bool]) -> tuple[dict[str, Any], bytes]:
        if not self._worker.used:
            self._open(cancelled)
        return self._exchange(request, b"", self._seconds, cancelled)

    def _exchange(
        self, request: dict[str, Any], content: bytes, seconds: float, cancelled: Callable[[], bool]
    ) -> tuple[dict[str, Any], bytes]:
        begun = time.monotonic()

        def stop() -> bool:
            return cancelled() and time.monotonic() - begun > _PATIENCE

        try:
            payload = self._worker.ask(request, content, seconds, stop)
        except TookTooLong:
            raise DocumentError(f"Drawing it took longer than {seconds:.0f} seconds and was stopped.") from None
        try:
            answer, pixels = parted(payload or b"")
        except Garbled:
            raise self._garbled() from None
        if "refused" in answer:
            raise DocumentError(str(answer["refused"]))
        if "failed" in answer:
            if answer["failed"] == "MemoryError":
                raise DocumentError(f"Drawing it takes more than {MEMORY >> 20} MB of memory.")
            raise DocumentError("The page is damaged.")
        return answer, pixels

    def _garbled(self) -> DocumentError:
        self.close()
        return DocumentError("The page makes what draws it fail.")


def joined(answer: dict[str, Any], pixels: bytes) -> bytes:
    """Return an answer and its pixels as one payload."""
    head = packed(answer)
    return _LENGTH.pack(len(head)) + head + pixels


def parted(payload: bytes) -> tuple[dict[str, Any], bytes]:
    """Return the answer and the pixels of a payload; Garbled when it holds none."""
    if len(payload) < _LENGTH.size:
        raise Garbled
    end = _LENGTH.size + int(_LENGTH.unpack_from(payload)[0])
    return unpacked(payload[_LENGTH.size : end]), payload[end:]


def _line(top: float, bottom: float, offsets: list[int], lefts: list[float], rights: list[float]) -> LetterLine:
    line = LetterLine(
        float(top), float(bottom), tuple(map(int, offsets)), tuple(map(float, lefts)), tuple(map(float, rights))
    )
    ascending = all(before < after for before, after in pairwise(line.offsets))
    if not (0 < len(line.offsets) == len(line.lefts) == len(line.rights) and ascending):
        raise ValueError
    return line
