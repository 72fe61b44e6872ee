"""A PNG has the size, the resolution and the words that were asked for, and is never cropped."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO

import pytest
from PySide6.QtGui import QColor, QImage

from viewer.errors import ExportError
from viewer.export.image import image_of, size_of, write_png
from viewer.export.options import Options
from viewer.export.sheet import Sheet

Make = Callable[[Options], Sheet]
_SHADE = 4  # of 255


def _png(sheet: Sheet, options: Options) -> bytes:
    file = BytesIO()
    write_png(sheet, options, file)
    return file.getvalue()


def _chunks(png: bytes) -> list[tuple[str, bytes]]:
    found, at = [], 8
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        content = png[at + 8 : at + 8 + length]
        (check,) = struct.unpack(">I", png[at + 8 + length : at + 12 + length])
        assert check == zlib.crc32(kind + content)
        found.append((kind.decode(), content))
        at += 12 + length
    return found


def test_width_and_resolution_give_the_pixels(sheet_of: Make) -> None:
    options = Options(width_mm=180, dpi=300)
    sheet = sheet_of(options)
    image = QImage.fromData(_png(sheet, options))
    assert image.width() == 2126
    assert image.height() == pytest.approx(2126 * sheet.height / sheet.width, abs=1)
    assert image.dotsPerMeterX() == image.dotsPerMeterY() == 11811


def test_scale_counts_pixels(sheet_of: Make) -> None:
    options = Options(scale=2)
    sheet = sheet_of(options)
    width, height, ratio = size_of(sheet, options)
    assert ratio == 2
    assert (width, height) == (-(-2 * sheet.width // 1), -(-2 * sheet.height // 1))
    assert QImage.fromData(_png(sheet, options)).dotsPerMeterX() == 3780


def test_title_and_sentences_are_in_the_file(sheet_of: Make) -> None:
    options = Options(scale=1)
    texts = [content for kind, content in _chunks(_png(sheet_of(options), options)) if kind == "iTXt"]
    assert texts[0] == b"Title\0\0\0\0\0A small picture"
    assert b"Ketamine blocks NMDA & <receptor>" in texts[1]


def test_strips_make_the_same_picture_as_one_piece(sheet_of: Make) -> None:
    options = Options(dpi=600)
    sheet = sheet_of(options)
    written = QImage.fromData(_png(sheet, options))
    assert written.width() * written.height() > 8_000_000  # more than two strips
    whole = image_of(sheet, options)
    one, other = (image.convertToFormat(QImage.Format.Format_RGB32) for image in (written, whole))
    assert one.size() == other.size()
    # Qt keeps letters as pixels at a few places between two pixels, and which ones depends on what was drawn before:
    # some shades in a word may differ. A strip out of its place would make the long sides of boxes differ.
    stride, rows = one.bytesPerLine(), one.height()
    first, second = bytes(one.constBits()), bytes(other.constBits())
    for row in range(rows):
        left, right = (content[row * stride : (row + 1) * stride] for content in (first, second))
        if left != right:
            unlike = sum(abs(a - b) > _SHADE for a, b in zip(left, right, strict=True))
            assert unlike < stride * 0.05, f"row {row} of {rows}"


def test_the_same_picture_gives_the_same_bytes(sheet_of: Make) -> None:
    options = Options()
    assert _png(sheet_of(options), options) == _png(sheet_of(options), options)


@pytest.mark.parametrize("theme", ["light", "dark", "print", "contrast"])
def test_paper_runs_all_around(sheet_of: Make, theme: str) -> None:
    options = Options(theme=theme, scale=1, title=False, legend=False)
    sheet = sheet_of(options)
    image = QImage.fromData(_png(sheet, options))
    assert sheet.background is not None
    paper = QColor(sheet.background)
    for x in range(image.width()):
        for y in (0, 1, image.height() - 2, image.height() - 1):
            assert image.pixelColor(x, y) == paper
    for y in range(image.height()):
        for x in (0, 1, image.width() - 2, image.width() - 1):
            assert image.pixelColor(x, y) == paper


def test_transparent_leaves_the_background_out_and_the_ink_in(sheet_of: Make) -> None:
    options = Options(transparent=True, scale=1)
    image = QImage.fromData(_png(sheet_of(options), options))
    assert image.hasAlphaChannel()
    assert image.pixelColor(1, 1).alpha() == 0
    alphas = {image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(0, image.height(), 3)}
    assert 255 in alphas


def test_an_opaque_picture_has_no_alpha(sheet_of: Make) -> None:
    options = Options(scale=1)
    assert not QImage.fromData(_png(sheet_of(options), options)).hasAlphaChannel()


def test_a_picture_beyond_bounds_is_refused_before_it_is_painted(sheet_of: Make) -> None:
    options = Options(scale=100, dpi=4800)
    with pytest.raises(ExportError, match=r"too large.*SVG or PDF"):
        _png(sheet_of(options), options)
    with pytest.raises(ExportError, match="too large to copy"):
        image_of(sheet_of(options), options)
