"""Where a character of a document stands in Qt's view of it, and the other way round.

Qt counts UTF-16 units, documents count characters; and a line that is too long to be laid out at once is broken in
the view alone. Both shift what follows; the document's text itself is never changed.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 20_000
"""A line of more characters than this is shown as several, because laying out one line cannot be interrupted."""

_LONG_LINE = re.compile(rf"(?m)^[^\n]{{{LONGEST + 1},}}")
_WIDE = re.compile("[\U00010000-\U0010ffff]")
_PIECE = 1 << 18


class TextPositions:
    """The two ways between a document's text and the text that the view is given."""

    def __init__(self, text: str) -> None:
        """Look through the text once, piece by piece: other threads go on meanwhile."""
        self.text = text
        self._breaks = tuple(_breaks(text))
        self._wide = () if text.isascii() else tuple(_wide(text))

    @property
    def shown(self) -> str:
        """The text for the view: the document's own, with line breaks inside lines that are too long."""
        if not self._breaks:
            return self.text
        edges = (0, *self._breaks, len(self.text))
        return "\n".join(self.text[a:b] for a, b in pairwise(edges))

    def to_view(self, position: int) -> int:
        """Return Qt's position of a character."""
        return position + bisect_right(self._breaks, position) + bisect_left(self._wide, position)

    def from_view(self, position: int) -> int:
        """Return the first character that stands at one of Qt's positions or behind it."""
        if not self._breaks and not self._wide:
            return position
        return bisect_left(range(len(self.text)), position, key=self.to_view)


def _wide(text: str) -> Iterator[int]:
    for at in range(0, len(text), _PIECE):
        for match in _WIDE.finditer(text, at, at + _PIECE):
            yield match.start()


def _has_long_line(text: str) -> bool:
    """Whether some line may be too long: two halves of one, in two pieces, count as one each."""
    return any(max(map(len, text[at : at + _PIECE].split("\n"))) > LONGEST // 2 for at in range(0, len(text), _PIECE))


def _breaks(text: str) -> list[int]:
    found: list[int] = []
    if not _has_long_line(text):
        return found  # nearly always, and much faster told than by looking for long lines
    for match in _LONG_LINE.finditer(text):
        start = match.start()
        while match.end() - start > LONGEST:
            space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
            start = space + 1 if space > 0 else start + LONGEST
            found.append(start)
    return found
