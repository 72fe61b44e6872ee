"""What the program and its worker say to one another: frames of JSON, and a file's bytes as they are.

No pickle and no marshal: what a hostile file makes of the worker must reach the program as plain values only.
"""

from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING, Any

from viewer.documents.formats.structure import FrontMatter, Outline, Passage, PassageKind, Section

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import IO

    from viewer.documents.formats.structure import Extracted

_LENGTH = struct.Struct(">Q")
_LARGEST = 1 << 29


class Garbled(Exception):  # noqa: N818 - a state of the worker, dealt with, never shown
    """What came is no message of ours."""


def send(stream: IO[bytes], payload: bytes) -> None:
    """Write one frame."""
    stream.write(_LENGTH.pack(len(payload)))
    stream.write(payload)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """Read one frame; None at the end of the stream, Garbled when it breaks off or is too large."""
    head = stream.read(_LENGTH.size)
    if not head:
        return None
    if len(head) < _LENGTH.size:
        raise Garbled
    (length,) = _LENGTH.unpack(head)
    if length > _LARGEST:
        raise Garbled
    payload = stream.read(length)
    if len(payload) < length:
        raise Garbled
    return payload


def packed(message: Mapping[str, Any]) -> bytes:
    """Return a message's frame."""
    return json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def unpacked(payload: bytes) -> dict[str, Any]:
    """Return the message of a frame; Garbled when it holds none."""
    try:
        message = json.loads(payload)
    except (ValueError, RecursionError):
        raise Garbled from None
    if not isinstance(message, dict):
        raise Garbled
    return message


def document(extracted: Extracted, passages: Sequence[Passage]) -> dict[str, Any]:
    """Return a document's parts as plain values."""
    outline, front = extracted.outline, extracted.outline.front
    return {
        "text": extracted.text,
        "title": outline.title,
        "title_section": outline.title_section,
        "front": [front.title, front.author, front.year, front.url, front.licence, front.evidence],
        "sections": [[section.title, section.level, section.start] for section in outline.sections],
        "passages": [list(map(int, passage)) for passage in passages],
        "pages": extracted.pages,
    }


def read_document(
    message: Mapping[str, Any],
) -> tuple[str, Outline, tuple[Passage, ...], tuple[tuple[int, int], ...]]:
    """Return text, outline (without blocks), passages and pages; Garbled where they do not fit one another."""
    try:
        text, title = message["text"], message["title"]
        front = FrontMatter(*map(str, message["front"]))
        sections = tuple(Section(str(words), int(level), int(start)) for words, level, start in message["sections"])
        passages = tuple(
            Passage(start, end, PassageKind(kind), group, section)
            for start, end, kind, group, section in message["passages"]
        )
        pages = tuple((int(offset), int(page)) for offset, page in message["pages"])
        top = int(message["title_section"])
    except (KeyError, TypeError, ValueError):
        raise Garbled from None
    if not isinstance(text, str) or not isinstance(title, str) or not -1 <= top < len(sections):
        raise Garbled
    at = 0
    for passage in passages:
        if not at <= passage.start < passage.end <= len(text) or not -1 <= passage.section < len(sections):
            raise Garbled
        at = passage.end
    if any(not 0 <= section.start <= len(text) for section in sections):
        raise Garbled
    at = -1
    for offset, page in pages:
        if not at < offset <= len(text) or page < 1:
            raise Garbled
        at = offset
    return text, Outline(title, sections, (), front, top), passages, pages
