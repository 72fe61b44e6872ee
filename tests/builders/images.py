"""Pictures for tests: ink put on paper, and two pictures compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QImage, QPainter

from viewer.scene.painting import Compiled

if TYPE_CHECKING:
    from viewer.scene.ink import Ink


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
    first = bytes(one.convertToFormat(QImage.Format.Format_ARGB32).constBits())
    second = bytes(shown.constBits())
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
    where = QImage(bytes(marked), one.width(), one.height(), one.width() * 4, QImage.Format.Format_ARGB32).copy()
    return differing / (len(first) // 4), where
