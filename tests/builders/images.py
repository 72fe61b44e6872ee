"""Pictures for tests: ink put on paper, and two pictures compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QImage, QPainter

from viewer.scene.painting import Compiled

if TYPE_CHECKING:
    from viewer.scene.ink.marks import Ink


def picture_of(ink: Ink, width: float, height: float, ground: str, scale: float = 1.0) -> QImage:
    """Paint ink whose corner is the origin on a ground of one colour."""
    image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(ground))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    Compiled(ink).paint(painter)
    painter.end()
    return image


def difference(one: QImage, other: QImage, tolerance: int = 24) -> tuple[float, QImage]:
    """Return the share of pixels that differ by more than ``tolerance`` in a channel, and a picture of where.

    The picture is the second one, paled, with what differs in black; pictures of two sizes differ wholly.
    """
    shown = other.convertToFormat(QImage.Format.Format_ARGB32)
    if one.size() != other.size():
        return 1.0, shown
    # Qt's bits live as long as their picture: it has to keep a name until they are copied.
    kept = one.convertToFormat(QImage.Format.Format_ARGB32)
    first, second = bytes(kept.constBits()), bytes(shown.constBits())
    if first == second:
        return 0.0, shown
    differing = 0
    marked = bytearray(second)
    for index in range(0, len(first), 4):
        a, b = first[index : index + 4], second[index : index + 4]
        if a != b and max(abs(x - y) for x, y in zip(a, b, strict=True)) > tolerance:
            differing += 1
            marked[index : index + 4] = b"\x00\x00\x00\xff"
        else:
            marked[index : index + 4] = bytes((*(191 + channel // 4 for channel in b[:3]), 255))
    pixels = bytes(marked)
    where = QImage(pixels, one.width(), one.height(), one.width() * 4, QImage.Format.Format_ARGB32).copy()
    return differing / (len(first) // 4), where


def cosine_distance(one: QImage, other: QImage) -> float:
    """Return how unlike the ink of two grey pictures on white is: 0 alike, 1 nothing in common."""
    first, second = (_ink_of(image) for image in (one, other))
    along = sum(a * b for a, b in zip(first, second, strict=True))
    return 1 - along / (sum(a * a for a in first) * sum(b * b for b in second)) ** 0.5


def _ink_of(image: QImage) -> list[int]:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    line, width = grey.bytesPerLine(), grey.width()
    pixels = bytes(grey.constBits())
    # Blurred by cells of 2 × 2: from the last row nobody sees a single pixel.
    return [
        1020 - sum(pixels[y * line + x + i % 2 + (i // 2) * line] for i in range(4))
        for y in range(0, grey.height() - 1, 2)
        for x in range(0, width - 1, 2)
    ]


def largest_difference(one: QImage, other: QImage) -> int:
    """Return how far the two are apart in their worst channel, 0 to 255."""
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max(abs(a - b) for a, b in pairs)
