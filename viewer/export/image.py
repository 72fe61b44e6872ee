"""PNG: painted in strips and written as they come, so that a poster needs no more memory than a postcard.

The same sheet and size give the same bytes on every run.
"""

from __future__ import annotations

import struct
import zlib
from math import ceil, sqrt
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from viewer.errors import ExportError
from viewer.export.options import MM_PER_INCH, PIXELS_PER_INCH
from viewer.scene.painting import paint

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

    from viewer.export.options import Options
    from viewer.export.sheet import Sheet

_STRIP_PIXELS = 4_000_000  # 16 MB of picture in memory
_MOST_SIDE = 65_000
_MOST_PIXELS = 1_000_000_000
_HANDY = 60_000_000  # pixels: what viewers still open without pain
_LARGEST_IMAGE = 64_000_000  # for pictures that must lie in memory as a whole


def size_of(sheet: Sheet, options: Options) -> tuple[int, int, float]:
    """Return width and height in pixels, and how many of them a pixel at 100 % becomes.

    A vast diagram gets fewer pixels than usual, unless a size or a resolution was asked for.
    """
    ratio = options.enlargement(sheet.width) * options.pixels_per_inch / PIXELS_PER_INCH
    if not options.sized:
        fits = min(_MOST_SIDE / max(sheet.width, sheet.height), sqrt(_HANDY / (sheet.width * sheet.height)))
        ratio = min(ratio, fits)
    # A width in millimetres must not gain a pixel from a rounding error.
    return max(1, ceil(sheet.width * ratio - 1e-6)), max(1, ceil(sheet.height * ratio - 1e-6)), ratio


def write_png(sheet: Sheet, options: Options, file: IO[bytes]) -> None:
    """Write the sheet as a PNG with its resolution, title and description. ExportError when it is too large."""
    width, height, ratio = size_of(sheet, options)
    if max(width, height) > _MOST_SIDE or width * height > _MOST_PIXELS:
        raise ExportError(
            f"The picture would be {width:,} × {height:,} pixels, which is too large. "
            "Choose fewer dots per inch or a smaller size, or export SVG or PDF, which have no pixels."
        )
    clear = sheet.background is None
    per_metre = _per_metre(sheet, options, ratio)
    file.write(b"\x89PNG\r\n\x1a\n")
    _chunk(file, b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6 if clear else 2, 0, 0, 0))
    _chunk(file, b"sRGB", b"\0")
    _chunk(file, b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1))
    for key, text in (("Title", sheet.title), ("Description", sheet.description)):
        if text:
            _chunk(file, b"iTXt", key.encode() + b"\0\0\0\0\0" + _utf8(text))
    packer = zlib.compressobj(6)
    for strip in _strips(sheet, width, height, ratio):
        packed = packer.compress(_rows(strip, clear))
        if packed:
            _chunk(file, b"IDAT", packed)
    _chunk(file, b"IDAT", packer.flush())
    _chunk(file, b"IEND", b"")


def image_of(sheet: Sheet, options: Options) -> QImage:
    """Return the sheet as one picture in memory, for the clipboard. ExportError when it is too large for that."""
    width, height, ratio = size_of(sheet, options)
    if width * height > _LARGEST_IMAGE:
        raise ExportError(f"A picture of {width:,} × {height:,} pixels is too large to copy. Export it to a file.")
    image = _painted(sheet, width, height, 0, ratio)
    per_metre = _per_metre(sheet, options, ratio)
    image.setDotsPerMeterX(per_metre)
    image.setDotsPerMeterY(per_metre)
    return image


def _per_metre(sheet: Sheet, options: Options, ratio: float) -> int:
    """Return the resolution as PNG wants it, from which programs know the size on paper."""
    return round(ratio / options.enlargement(sheet.width) * PIXELS_PER_INCH / MM_PER_INCH * 1000)


def _strips(sheet: Sheet, width: int, height: int, ratio: float) -> Iterator[QImage]:
    rows = max(1, _STRIP_PIXELS // width)
    for top in range(0, height, rows):
        yield _painted(sheet, width, min(rows, height - top), top, ratio)


def _painted(sheet: Sheet, width: int, height: int, top: int, ratio: float) -> QImage:
    """Paint ``height`` rows from ``top`` on."""
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    if image.isNull():
        raise ExportError(f"There is not enough memory for a picture {width} pixels wide.")
    image.fill(QColor(sheet.background) if sheet.background else QColor(0, 0, 0, 0))
    painter = QPainter(image)
    try:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.setClipRect(QRectF(0, 0, width, height))
        painter.translate(0, -top)
        painter.scale(ratio, ratio)
        paint_sheet(painter, sheet)
    finally:
        painter.end()
    return image


def paint_sheet(painter: QPainter, sheet: Sheet) -> None:
    """Paint the parts of a sheet, without its background."""
    for part in sheet.parts:
        painter.save()
        painter.translate(part.at.x, part.at.y)
        paint(painter, part.ink)
        painter.restore()


def _rows(strip: QImage, clear: bool) -> bytes:
    """Return a strip's rows as PNG holds them, each behind the number of its filter (0: none)."""
    form = QImage.Format.Format_RGBA8888 if clear else QImage.Format.Format_RGB888
    flat = strip.convertToFormat(form)
    stride, used = flat.bytesPerLine(), flat.width() * (4 if clear else 3)
    pixels = memoryview(flat.constBits())
    return b"".join(
        piece for row in range(flat.height()) for piece in (b"\0", pixels[row * stride : row * stride + used])
    )


def _utf8(text: str) -> bytes:
    return text.replace("\0", "").encode("utf-8", "replace")


def _chunk(file: IO[bytes], kind: bytes, content: bytes) -> None:
    file.write(struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content)))
