"""The window's icons: small SVG files, tinted in the theme's colours when they are asked for.

What was drawn once is kept as pixels: a start that finds them needs neither Qt's SVG reader nor its painting, 5 ms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap

from viewer.store import digest

if TYPE_CHECKING:
    from pathlib import Path

    from viewer.store import Store

_SIDE = 20
_SCALES = (1, 2)
_FORMAT = QImage.Format.Format_ARGB32_Premultiplied
_DEEP = 4  # bytes a pixel
_LENGTH = sum((_SIDE * scale) ** 2 * _DEEP for scale in _SCALES)


class Icons:
    """Icons by name, from one folder; a name without a file gives an empty icon, so a word still stands there."""

    def __init__(self, folder: Path, store: Store | None = None) -> None:
        """Take the folder with the SVG files, and where drawn ones are kept."""
        self._folder, self._store = folder, store
        self._made: dict[tuple[str, str], QIcon] = {}

    def icon(self, name: str, colour: str) -> QIcon:
        """Return the icon in this colour, sharp at 100 % and 200 %, and up to twice its usual size."""
        key = (name, colour)
        if key not in self._made:
            self._made[key] = self._make(name, colour)
        return self._made[key]

    def _make(self, name: str, colour: str) -> QIcon:
        icon = QIcon()
        try:
            drawing = (self._folder / f"{name}.svg").read_bytes()
        except OSError:
            return icon
        pixels = self._pixels(drawing, colour)
        for scale in _SCALES:
            side = _SIDE * scale
            part, pixels = pixels[: side * side * _DEEP], pixels[side * side * _DEEP :]
            pixmap = QPixmap.fromImage(QImage(part, side, side, side * _DEEP, _FORMAT))
            if scale > 1:
                icon.addPixmap(pixmap)  # beside large letters; Qt makes a picture smaller but never larger
            pixmap.setDevicePixelRatio(scale)
            icon.addPixmap(pixmap)
        return icon

    def _pixels(self, drawing: bytes, colour: str) -> bytes:
        """Return the pixels of all scales, one after the other."""
        key = f"icon {_SIDE} {_SCALES} {colour} {digest(drawing)}"
        kept = self._store.get(key) if self._store is not None else None
        if kept is not None and len(kept) == _LENGTH:
            return kept
        made = b"".join(_drawn(drawing, colour, _SIDE * scale) for scale in _SCALES)
        if self._store is not None:
            self._store.put(key, made)
        return made


def _drawn(drawing: bytes, colour: str, side: int) -> bytes:
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(side, side, _FORMAT)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(drawing).render(painter, QRectF(0, 0, side, side))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(image.rect(), QColor(colour))
    painter.end()
    return bytes(image.constBits())
