"""What is marked on the pages: the letters of a page, and the boxes of the passages and places among them."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from viewer.documents.paging.letters import PageLetters
from viewer.session.paging import Lettering
from viewer.ui.reader.mark_strip import Tick, TickKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from viewer.documents.entries import DocumentText
    from viewer.documents.paging.letters import Box
    from viewer.model.evidence import Excerpt
    from viewer.ui.reader.paper.page_stack import PageStack

Span = tuple[int, int]

_MOST_TICKS = 2000  # more than there are pixels
_KEPT = 32  # pages whose letters are kept


class Marked(NamedTuple):
    """A passage on a page: its own boxes, and those of what matched in it. ``number`` counts the passages."""

    number: int
    boxes: tuple[Box, ...]
    marks: tuple[Box, ...]


class PageMarks:
    """The passages and what find has found, page by page; pages are counted from 0."""

    def __init__(self, document: DocumentText, count: int) -> None:
        """Take the document and how many pages it has."""
        self.text = document.text
        self._offsets = [offset for offset, _ in document.pages]
        self._numbers = [min(page, count) - 1 for _, page in document.pages]
        self._starts = _starts(self._offsets, self._numbers, count)
        self._letters: dict[int, PageLetters] = {}
        self.passages: tuple[Span, ...] = ()
        self._matches: dict[Span, tuple[Span, ...]] = {}
        self.hits: tuple[Span, ...] = ()
        self._passages_on: dict[int, list[int]] = {}
        self._hits_on: dict[int, list[int]] = {}
        self._marked: dict[int, list[Marked]] = {}
        self._found: dict[int, dict[int, tuple[Box, ...]]] = {}

    def page_of(self, position: int) -> int:
        """Return the page that a character of the text stands on."""
        return self._numbers[max(0, bisect_right(self._offsets, position) - 1)] if self._numbers else 0

    def start_of(self, page: int) -> int:
        """Return the first character on a page, or on the next page that has one."""
        return self._starts[min(page, len(self._starts) - 1)]

    def down(self, position: int) -> float:
        """Return how far down its page a character stands, from 0 to 1; by how much is said before it if need be."""
        page = self.page_of(position)
        boxes = self.boxes_of((position, position + 1), page)
        if boxes:
            return boxes[0][1]
        first, after = self.start_of(page), self._end_of(page)
        return min(max((position - first) / (after - first), 0.0), 1.0) if after > first else 0.0

    def at(self, page: int, down: float) -> int:
        """Return which character stands so far down a page, or about which: the way back."""
        known = self.letters(page).position(0.0, down)
        if known is not None:
            return known
        first, after = self.start_of(page), self._end_of(page)
        return first + round(min(max(down, 0.0), 1.0) * max(0, after - first - 1))

    def _end_of(self, page: int) -> int:
        return self.start_of(page + 1) if self._numbers and page < self._numbers[-1] else len(self.text)

    def letters(self, page: int) -> PageLetters:
        """Return the letters of a page; none before they are known."""
        return self._letters.get(page) or PageLetters()

    def knows(self, page: int) -> bool:
        """Whether the letters of a page are known."""
        return page in self._letters

    def letterings(self, pages: range) -> list[Lettering]:
        """Return what is to be asked to know the letters of these pages."""
        wanted = [page for page in pages if page not in self._letters]
        asked = [Lettering(page, runs) for page in wanted if (runs := tuple(self._runs_on(page)))]
        for page in set(wanted) - {one.page for one in asked}:
            self._letters[page] = PageLetters()
        return asked

    def take_letters(self, page: int, letters: PageLetters) -> None:
        """Take the letters of a page; those of pages that were looked at long ago are let go."""
        while len(self._letters) >= _KEPT:
            oldest = next(iter(self._letters))
            del self._letters[oldest]
            self._marked.pop(oldest, None)
            self._found.pop(oldest, None)
        self._letters[page] = letters
        self._marked.pop(page, None)
        self._found.pop(page, None)

    def _runs_on(self, page: int) -> Iterator[tuple[int, str]]:
        ends = [*self._offsets[1:], len(self.text)]
        for start, end, number in zip(self._offsets, ends, self._numbers, strict=True):
            if number == page:
                yield start, self.text[start:end]

    def take_passages(self, excerpts: tuple[Excerpt, ...]) -> None:
        """Mark these."""
        matches: dict[Span, tuple[Span, ...]] = {}
        for one in excerpts:
            if one.start is not None and one.end is not None:
                span = (one.start, one.end)
                matches[span] = tuple(sorted({*matches.get(span, ()), *one.marks}))
        self._matches = matches
        self.passages = tuple(sorted(matches))
        self._passages_on = self._by_page(self.passages)
        self._marked.clear()

    def take_hits(self, hits: tuple[Span, ...]) -> None:
        """Outline these."""
        self.hits = hits
        self._hits_on = self._by_page(hits)
        self._found.clear()

    def _by_page(self, spans: Sequence[Span]) -> dict[int, list[int]]:
        """Return the numbers of spans by the pages they reach over."""
        found: dict[int, list[int]] = {}
        for number, (start, end) in enumerate(spans):
            at = max(0, bisect_right(self._offsets, start) - 1)
            while at < len(self._offsets) and (self._offsets[at] < end or at == 0):
                on = found.setdefault(self._numbers[at], [])
                if not on or on[-1] != number:
                    on.append(number)
                at += 1
        return found

    def marked(self, page: int) -> list[Marked]:
        """Return the passages on a page, as far as its letters are known."""
        if page not in self._marked:
            letters = self.letters(page)
            self._marked[page] = [
                Marked(number, boxes, self._marks_of(number, letters))
                for number in self._passages_on.get(page, ())
                if (boxes := letters.boxes(*self.passages[number]))
            ]
        return self._marked[page]

    def _marks_of(self, number: int, letters: PageLetters) -> tuple[Box, ...]:
        span = self.passages[number]
        return tuple(
            box for first, last in self._matches[span] for box in letters.boxes(span[0] + first, span[0] + last)
        )

    def found(self, page: int) -> dict[int, tuple[Box, ...]]:
        """Return the boxes of what find has found on a page, by the number of the hit."""
        if page not in self._found:
            letters = self.letters(page)
            self._found[page] = {number: letters.boxes(*self.hits[number]) for number in self._hits_on.get(page, ())}
        return self._found[page]

    def boxes_of(self, span: Span, page: int) -> tuple[Box, ...]:
        """Return the boxes of some characters of the text on a page, as far as they are known."""
        return self.letters(page).boxes(*span)

    def ticks(self, stack: PageStack, current: Span | None, hit: int) -> list[Tick]:
        """Return what stands where in the margin; of thousands of hits some are enough."""
        if not stack.sheets:
            return []

        def share(position: int) -> float:
            sheet = stack.sheets[self.page_of(position)]
            return (sheet.top + self.down(position) * sheet.height) / max(1, stack.height)

        every = max(1, len(self.hits) // _MOST_TICKS)
        return [
            Tick(share(span[0]), TickKind.PASSAGE, number, span == current)
            for number, span in enumerate(self.passages)
        ] + [
            Tick(share(span[0]), TickKind.HIT, number, number == hit)
            for number, span in enumerate(self.hits)
            if number % every == 0 or number == hit
        ]


def _starts(offsets: Sequence[int], numbers: Sequence[int], count: int) -> list[int]:
    """Return the first character of every page; of one without any, that of the next that has one."""
    starts = [-1] * max(1, count)
    for offset, number in reversed(list(zip(offsets, numbers, strict=True))):
        starts[number] = offset
    behind = offsets[-1] if offsets else 0
    for page in range(len(starts) - 1, -1, -1):
        behind = starts[page] = starts[page] if starts[page] >= 0 else behind
    return starts
