"""The window's icons: small SVG files, tinted in the theme's colours when they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

if TYPE_CHECKING:
    from pathlib import Path

_SIDE = 20
_SCALES = (1, 2)


class Icons:
    """Icons by name, from one folder; a name without a file gives an empty icon, so a word still stands there."""

    def __init__(self, folder: Path) -> None:
        """Take the folder with the SVG files."""
        self._folder = folder
        self._made: dict[tuple[str, str], QIcon] = {}

    def icon(self, name: str, colour: str) -> QIcon:
        """Return the icon in this colour, sharp at 100 % and 200 %."""
        key = (name, colour)
        if key not in self._made:
            self._made[key] = self._make(name, colour)
        return self._made[key]

    def _make(self, name: str, colour: str) -> QIcon:
        from PySide6.QtSvg import QSvgRenderer

        path = self._folder / f"{name}.svg"
        icon = QIcon()
        if not path.is_file():
            return icon
        renderer = QSvgRenderer(str(path))
        for scale in _SCALES:
            pixmap = QPixmap(QSize(_SIDE, _SIDE) * scale)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            renderer.render(painter, QRectF(0, 0, _SIDE * scale, _SIDE * scale))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
            painter.fillRect(pixmap.rect(), QColor(colour))
            painter.end()
            pixmap.setDevicePixelRatio(scale)
            icon.addPixmap(pixmap)
        return icon
