"""The pictures of pages that are kept: those in sight and their neighbours, no more, however long the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.documents.paging.pages import Picture

MOST_BYTES = 128 << 20
"""Pictures take no more memory than this, but for those in sight."""


class PagePictures:
    """Pictures by their pages, and why those are missing that could not be drawn."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._images: dict[int, tuple[int, QImage]] = {}
        self._refused: dict[int, tuple[int, str]] = {}

    @property
    def held(self) -> int:
        """How many bytes the pictures take."""
        return sum(image.sizeInBytes() for _, image in self._images.values())

    def image(self, page: int) -> QImage | None:
        """Return a page's picture, perhaps at another size than it is shown at."""
        kept = self._images.get(page)
        return kept[1] if kept is not None else None

    def refused(self, page: int) -> str:
        """Return why a page could not be drawn; empty where it could, or was not asked for."""
        return self._refused.get(page, (0, ""))[1]

    def has(self, page: int, width: int) -> bool:
        """Whether nothing is to be drawn for a page at this width."""
        for kept in (self._images, self._refused):
            found = kept.get(page)
            if found is not None and found[0] == width:
                return True
        return False

    def take(self, picture: Picture, width: int) -> None:
        """Keep a picture that was asked for at this width."""
        image = QImage(picture.pixels, picture.width, picture.height, 4 * picture.width, QImage.Format.Format_RGB32)
        self._images[picture.page] = (width, image.copy())  # a copy holds its own pixels
        self._refused.pop(picture.page, None)

    def refuse(self, page: int, width: int, reason: str) -> None:
        """Note that a page could not be drawn at this width."""
        self._refused[page] = (width, reason)

    def keep(self, wanted: Sequence[int]) -> None:
        """Let go of pictures far from these pages, first of the farthest, until the rest is small enough."""
        if not wanted:
            return
        middle = sum(wanted) / len(wanted)
        for page in sorted(self._images, key=lambda page: -abs(page - middle)):
            if page in wanted or self.held <= MOST_BYTES // 2:
                return
            del self._images[page]

    def clear(self) -> None:
        """Let go of all."""
        self._images.clear()
        self._refused.clear()
