"""What is marked on the pages: which words are looked for on which page, and the boxes that were found for them."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from viewer.session.paging import Placing
from viewer.ui.reader.mark_strip import Tick, TickKind

if TYPE_CHECKING:
    from viewer.documents.entries import DocumentText
    from viewer.documents.paging.drawing import Box
    from viewer.model.evidence import Excerpt
    from viewer.session.paging import Boxes
    from viewer.ui.reader.paper.page_stack import PageStack

Span = tuple[int, int]

_AROUND = 40  # characters on both sides that tell a word from its likes on the same page
_MOST_TICKS = 2000  # more than there are pixels
_MOST_HITS = 400  # on one page


class Marked(NamedTuple):
    """A passage on a page: its own boxes, and those of what matched in it. ``number`` counts the passages."""

    number: int
    boxes: tuple[Box, ...]
    marks: tuple[Box, ...]


class PageMarks:
    """The passages and what find has found, page by page; pages are counted from 0."""

    def __init__(self, document: DocumentText, count: int) -> None:
        """Take the document and how many pages it has."""
        self._text = document.text
        self._offsets = [offset for offset, _ in document.pages]
        self._numbers = [min(page, count) - 1 for _, page in document.pages]
        self.passages: tuple[Span, ...] = ()
        self._matches: dict[Span, tuple[Span, ...]] = {}
        self.hits: tuple[Span, ...] = ()
        self._marked: dict[int, list[Marked]] = {}
        self._found: dict[int, dict[int, tuple[Box, ...]]] = {}
        self._asked: dict[Placing, tuple[str, tuple[int, ...]]] = {}

    def page_of(self, position: int) -> int:
        """Return the page that a character of the text stands on."""
        return self._numbers[max(0, bisect_right(self._offsets, position) - 1)] if self._numbers else 0

    def start_of(self, page: int) -> int:
        """Return the first character of the first passage on a page, or of the next page that has one."""
        at = next((at for at, number in enumerate(self._numbers) if number >= page), len(self._numbers) - 1)
        return self._offsets[at] if at >= 0 else 0

    def down(self, position: int) -> float:
        """Return about how far down its page a character stands, from 0 to 1: by how much is said before it."""
        page = self.page_of(position)
        first, after = self.start_of(page), self._end_of(page)
        return min(max((position - first) / (after - first), 0.0), 1.0) if after > first else 0.0

    def at(self, page: int, down: float) -> int:
        """Return about which character stands so far down a page: the way back."""
        first, after = self.start_of(page), self._end_of(page)
        return first + round(min(max(down, 0.0), 1.0) * max(0, after - first - 1))

    def _end_of(self, page: int) -> int:
        return self.start_of(page + 1) if self._numbers and page < self._numbers[-1] else len(self._text)

    def take_passages(self, excerpts: tuple[Excerpt, ...]) -> None:
        """Mark these."""
        matches: dict[Span, tuple[Span, ...]] = {}
        for one in excerpts:
            if one.start is not None and one.end is not None:
                span = (one.start, one.end)
                matches[span] = tuple(sorted({*matches.get(span, ()), *one.marks}))
        self._matches = matches
        self.passages = tuple(sorted(matches))
        self._marked.clear()
        self._asked.clear()

    def take_hits(self, hits: tuple[Span, ...]) -> None:
        """Outline these."""
        self.hits = hits
        self._found.clear()
        self._asked.clear()

    def marked(self, page: int) -> list[Marked]:
        """Return the passages on a page, as far as their boxes are known."""
        return self._marked.get(page, [])

    def found(self, page: int) -> dict[int, tuple[Box, ...]]:
        """Return the boxes of what find has found on a page, by the number of the hit."""
        return self._found.get(page, {})

    def boxes_of(self, span: Span, page: int) -> list[Box]:
        """Return the boxes of a passage or of a hit on a page, as far as they are known."""
        boxes = [box for one in self.marked(page) if self.passages[one.number] == span for box in one.boxes]
        return boxes + [
            box for number, found in self.found(page).items() if self.hits[number] == span for box in found
        ]

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

    def placings(self, pages: range) -> list[Placing]:
        """Return what is to be asked to know all that is marked on these pages."""
        asked: list[Placing] = []
        for page in pages:
            if page not in self._marked:
                numbers = tuple(self._passages_on(page))
                wanted = tuple(self._wanted_passage(self.passages[number]) for number in numbers)
                asked += self._ask("passages", page, numbers, wanted)
            if page not in self._found:
                numbers = tuple(self._hits_on(page))
                asked += self._ask("hits", page, numbers, tuple(self._wanted_hit(self.hits[n]) for n in numbers))
        return asked

    def take_boxes(self, placing: Placing, boxes: Boxes) -> None:
        """Take the answer to one of the placings; one that nobody asked for any more is dropped."""
        kind, numbers = self._asked.pop(placing, ("", ()))
        if kind == "passages":
            self._marked[placing.page] = [
                Marked(number, spans[0], tuple(box for span in spans[1:] for box in span))
                for number, spans in zip(numbers, boxes, strict=True)
            ]
        elif kind == "hits":
            self._found[placing.page] = {number: spans[0] for number, spans in zip(numbers, boxes, strict=True)}

    def _ask(
        self, kind: str, page: int, numbers: tuple[int, ...], wanted: tuple[tuple[str, tuple[Span, ...]], ...]
    ) -> list[Placing]:
        if not wanted:
            if kind == "passages":
                self._marked[page] = []
            else:
                self._found[page] = {}
            return []
        placing = Placing(page, wanted)
        self._asked[placing] = (kind, numbers)
        return [placing]

    def _passages_on(self, page: int) -> list[int]:
        """Return the passages that begin on a page, or on the one before and reach its end."""
        return [
            number
            for number, (start, end) in enumerate(self.passages)
            if self.page_of(start) == page or (self.page_of(start) == page - 1 and end + 2 >= self.start_of(page))
        ]

    def _hits_on(self, page: int) -> list[int]:
        first = bisect_right(self.hits, (self.start_of(page), 0)) if page else 0
        numbers: list[int] = []
        for number in range(first, len(self.hits)):
            if self.page_of(self.hits[number][0]) != page or len(numbers) >= _MOST_HITS:
                break
            numbers.append(number)
        return numbers

    def _wanted_passage(self, span: Span) -> tuple[str, tuple[Span, ...]]:
        start, end = span
        return self._text[start:end], ((0, end - start), *self._matches[span])

    def _wanted_hit(self, hit: Span) -> tuple[str, tuple[Span, ...]]:
        start, end = hit
        begin = max(0, start - _AROUND)
        return self._text[begin : end + _AROUND], ((start - begin, end - begin),)
