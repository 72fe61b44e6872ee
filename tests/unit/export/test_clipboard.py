"""What is copied can be pasted as a picture, as a drawing and as words."""

from collections.abc import Callable
from xml.etree import ElementTree

from PySide6.QtGui import QImage

from viewer.export.clipboard import picture_mime
from viewer.export.image import size_of
from viewer.export.options import Options
from viewer.export.sheet import Sheet


def test_every_program_finds_a_form_that_it_takes(sheet_of: Callable[[Options], Sheet]) -> None:
    sheet = sheet_of(Options())
    mime = picture_mime(sheet)
    width, height, _ = size_of(sheet, Options())
    picture = QImage.fromData(mime.data("image/png"))
    assert (picture.width(), picture.height()) == (width, height)
    assert mime.hasImage()
    assert ElementTree.fromstring(mime.data("image/svg+xml").data()).tag.endswith("svg")
    assert mime.text().startswith("A small picture\n\nWhat it is about.\nKetamine blocks")
