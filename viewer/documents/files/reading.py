"""Read one file whole: its text, what it says of itself, its sections and passages."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from viewer.documents.files.decoding import decode
from viewer.documents.files.sources import Source, read_bytes
from viewer.documents.formats.passages import EXTRACTED, outline_of, passages_of
from viewer.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from viewer.documents.extraction.extractor import Extractor
    from viewer.documents.formats.structure import Outline, Passage


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document as it was read: ``digest`` tells its content, ``pages`` as (offset, page) where they begin."""

    source: Source
    digest: bytes
    text: str
    title: str
    outline: Outline
    passages: tuple[Passage, ...]
    pages: tuple[tuple[int, int], ...] = ()


def digest_of(content: bytes) -> bytes:
    """Return what stands for this content in the index."""
    return blake2b(content, digest_size=16).digest()


def read(
    source: Source,
    content: bytes,
    extractor: Extractor | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ReadDocument:
    """Return the document that these bytes of a source hold; DocumentError when they hold none.

    ``extractor`` reads HTML, PDF and Word files; without one, a worker is started for this file alone. Stopped is
    raised when ``cancelled`` says so while it works.
    """
    digest = digest_of(content)
    if source.suffix in EXTRACTED:
        text, outline, passages, pages = _extracted(source, content, extractor, cancelled)
        title = outline.title or _first_words(text, passages) or source.stem
        return ReadDocument(source, digest, text, title, outline, passages, pages)
    text = decode(content)
    if not text.strip():
        raise DocumentError("The file holds no text.")
    outline = outline_of(text, source.suffix)
    passages = tuple(passages_of(text, outline.blocks))
    title = outline.title or _first_words(text, passages) or source.stem
    return ReadDocument(source, digest, text, title, outline, passages)


def _extracted(
    source: Source, content: bytes, extractor: Extractor | None, cancelled: Callable[[], bool] | None
) -> tuple[str, Outline, tuple[Passage, ...], tuple[tuple[int, int], ...]]:
    if extractor is not None:
        return extractor.extract(source.suffix, content, cancelled)
    from viewer.documents.extraction.extractor import Extractor

    with Extractor() as own:
        return own.extract(source.suffix, content, cancelled)


def text_of_file(path: Path) -> str:
    """Return the exact text of one file, without an index; DocumentError with a sentence when there is none."""
    from viewer.documents.files.sources import survey

    found = survey([path])
    if found.skipped or not found.sources:
        reason = found.skipped[0].reason if found.skipped else "It is not a document."
        raise DocumentError(f"{path}: {reason}")
    try:
        source = found.sources[0]
        content = read_bytes(source)
        return _extracted(source, content, None, None)[0] if source.suffix in EXTRACTED else decode(content)
    except DocumentError as error:
        raise DocumentError(f"{path}: {error}") from None


def _first_words(text: str, passages: Sequence[Passage]) -> str:
    if not passages:
        return ""
    first = " ".join(text[passages[0].start : passages[0].end].split())
    return first if len(first) <= 120 else first[: first.rfind(" ", 60, 118)].rstrip(" ,;:") + "…"
