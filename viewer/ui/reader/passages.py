"""The passages of the document that is read: which they are, and which one is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from viewer.documents.entries import DocumentText
    from viewer.model.evidence import Excerpt

Span = tuple[int, int]


class Passages:
    """``places`` are the passages in characters of the text, each once, ascending; ``index`` counts from 0."""

    def __init__(
        self, document: DocumentText | None = None, excerpts: tuple[Excerpt, ...] = (), at: Excerpt | None = None
    ) -> None:
        """Take the excerpts of a document; the one that was asked for is among them in any case.

        What does not stand in the text as it is now, because the file has changed since, is left out.
        """
        self._document = document
        self.excerpts = tuple(one for one in excerpts if _stands_in(one, document))
        self._at = at if at is not None and _stands_in(at, document) else None
        if self._at is not None and self._at not in self.excerpts:
            self.excerpts = (*self.excerpts, self._at)
        spans = {(one.start, one.end) for one in self.excerpts if one.start is not None and one.end is not None}
        self.places: tuple[Span, ...] = tuple(sorted(spans))
        self.index = -1

    @property
    def current(self) -> Span | None:
        """The passage that is shown."""
        return self.places[self.index] if 0 <= self.index < len(self.places) else None

    @property
    def asked(self) -> int:
        """The number of the passage that was asked for, or -1."""
        at = self._at
        if at is None or at.start is None or at.end is None:
            return -1
        return self.places.index((at.start, at.end)) if (at.start, at.end) in self.places else 0

    def after(self, by: int) -> int:
        """Return the number of the passage so many further on; behind the last comes the first."""
        if self.index < 0:
            return 0 if by > 0 else len(self.places) - 1
        return (self.index + by) % len(self.places)

    def replaced(self, excerpts: tuple[Excerpt, ...]) -> Passages:
        """Return other passages of the same document; the one that is shown stays so, where it is among them."""
        new = Passages(self._document, excerpts, self._at)
        if self.current in new.places:
            new.index = new.places.index(self.current)
        return new

    @property
    def said(self) -> str:
        """Which passage is shown, in words: "2 of 5"; empty where there is none."""
        count = len(self.places)
        if self._at is not None and self._at.start is None and self.index < 0:
            return "The quoted words are not in this document"
        if self.index >= 0:
            return f"{self.index + 1:,} of {count:,}"
        return f"{count:,} {'passage' if count == 1 else 'passages'}" if count else ""


def _stands_in(excerpt: Excerpt, document: DocumentText | None) -> bool:
    """Whether an excerpt is a slice of the text, or a quote that the document lacks."""
    if document is None or excerpt.document != document.entry.path:
        return False
    return excerpt.start is None or document.text[excerpt.start : excerpt.end] == excerpt.text
