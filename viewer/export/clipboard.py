"""A picture to paste or to drop: as pixels, as drawing and as words, so that every program takes what it can."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from viewer.export.faces import faces_for
from viewer.export.image import image_of, write_png
from viewer.export.options import Options
from viewer.export.svg import svg_of, used_letters

if TYPE_CHECKING:
    from viewer.export.sheet import Sheet

_DEFAULT = Options()


def picture_mime(sheet: Sheet, options: Options = _DEFAULT) -> QMimeData:
    """Return a sheet as PNG, SVG and the sentences that it says. ExportError when it is too large to copy."""
    mime = QMimeData()
    image = image_of(sheet, options)
    png = BytesIO()
    write_png(sheet, options, png)
    mime.setData("image/png", png.getvalue())
    mime.setData("image/svg+xml", svg_of(sheet, options, faces_for(used_letters(sheet))).encode())
    # Windows and macOS hand on nothing but Qt's own picture.
    mime.setImageData(image)
    mime.setText(f"{sheet.title}\n\n{sheet.description}".strip())
    return mime
