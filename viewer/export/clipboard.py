"""A picture to paste or to drop: as pixels, as drawing and as words, so that every program takes what it can."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QMimeData

from viewer.export.faces import faces_for
from viewer.export.image import image_of, write_png
from viewer.export.options import Options
from viewer.export.svg import svg_of, used_letters

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from viewer.export.sheet import Sheet

_DEFAULT = Options()


class Copied(NamedTuple):
    """A sheet in every form that it is pasted in: Qt's picture, the two files, and the sentences that it says."""

    image: QImage
    png: bytes
    svg: bytes
    words: str


def copied(sheet: Sheet, options: Options = _DEFAULT, *, letters: bool = True) -> Copied:
    """Make every form of a sheet, on any thread; cutting the fonts takes a second the first time.

    Without ``letters`` the drawing names its font and does not carry it: at once, for a drag. ExportError when it
    is too large to copy.
    """
    image = image_of(sheet, options)
    png = BytesIO()
    write_png(sheet, options, png)
    svg = svg_of(sheet, options, faces_for(used_letters(sheet)) if letters else "").encode()
    return Copied(image, png.getvalue(), svg, f"{sheet.title}\n\n{sheet.description}".strip())


def mime_of(forms: Copied) -> QMimeData:
    """Put the forms together for the clipboard or for a drop; on the GUI thread."""
    mime = QMimeData()
    mime.setData("image/png", forms.png)
    mime.setData("image/svg+xml", forms.svg)
    # Windows and macOS hand on nothing but Qt's own picture.
    mime.setImageData(forms.image)
    mime.setText(forms.words)
    return mime


def picture_mime(sheet: Sheet, options: Options = _DEFAULT) -> QMimeData:
    """Return a sheet as PNG, SVG and the sentences that it says. ExportError when it is too large to copy."""
    return mime_of(copied(sheet, options))
