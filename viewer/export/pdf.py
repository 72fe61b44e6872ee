"""PDF: one page of exactly the picture's size, with words that can be selected and searched.

Qt writes the file. It rounds the page to whole points and notes the hour; both are put right afterwards, in place, so
that the same picture gives the same bytes.
"""

from __future__ import annotations

import re
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, QUuid
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPdfWriter

from viewer.errors import ExportError
from viewer.export.image import paint_sheet
from viewer.export.options import PIXELS_PER_INCH
from viewer.export.svg import xml_text

if TYPE_CHECKING:
    from viewer.export.options import Options
    from viewer.export.sheet import Sheet

_POINTS_PER_INCH = 72.0
_RESOLUTION = 1200  # device units to the inch: Qt rounds nothing that can be seen
_LARGEST = 14_400  # points: what readers of PDF open
_PROGRAM = "Mechanism Viewer"

_MEDIA = re.compile(rb"/(MediaBox|TrimBox) \[0 0 [\d.]+ [\d.]+\]")
_DATE = re.compile(rb"/(CreationDate|ModDate) \(D:\d{14}[^)]*\)")
_LONG_AGO = b"20000101000000"

_XMP = (
    "<?xpacket begin='\ufeff' id='W5M0MpCehiHzreSzNTczkc9d'?>"
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">{}</rdf:Description>'
    "</rdf:RDF></x:xmpmeta><?xpacket end='w'?>"
)


def pdf_of(sheet: Sheet, options: Options) -> bytes:
    """Return the sheet as a PDF. ExportError when the page would be larger than readers open."""
    ratio = options.enlargement(sheet.width) * _POINTS_PER_INCH / PIXELS_PER_INCH
    if not options.sized:
        # A vast diagram is made to fit a page; one whose size was asked for is not changed.
        ratio = min(ratio, _LARGEST / max(sheet.width, sheet.height))
    width, height = sheet.width * ratio, sheet.height * ratio
    if max(width, height) > _LARGEST + 1e-6:
        raise ExportError("The page would be longer than 5 metres, which no reader opens. Choose a smaller size.")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    page = QSizeF(ceil(width - 1e-6), ceil(height - 1e-6))
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(page, QPageSize.Unit.Point, "picture", QPageSize.SizeMatchPolicy.ExactMatch),
            QPageLayout.Orientation.Portrait,
            QMarginsF(0, 0, 0, 0),
        )
    )
    writer.setTitle(sheet.title)
    writer.setCreator(_PROGRAM)
    writer.setDocumentXmpMetadata(_metadata(sheet))
    # An id of what is on the page, so that the same picture has the same one.
    writer.setDocumentId(QUuid.createUuidV5(QUuid(), repr(sheet).encode("utf-8", "replace")))
    _paint(writer, sheet, ratio * _RESOLUTION / _POINTS_PER_INCH)
    buffer.close()
    return _finished(bytes(buffer.data().data()), width, height, page.height())


def _paint(writer: QPdfWriter, sheet: Sheet, ratio: float) -> None:
    painter = QPainter()
    if not painter.begin(writer):
        raise ExportError("The PDF cannot be written: there is not enough memory.")
    try:
        if sheet.background:
            painter.fillRect(QRectF(0, 0, writer.width(), writer.height()), QColor(sheet.background))
        painter.scale(ratio, ratio)
        paint_sheet(painter, sheet)
    finally:
        painter.end()


def _finished(written: bytes, width: float, height: float, page_height: float) -> bytes:
    """Set the true page and no date, each in the room that the old words took, so that nothing moves."""

    def box(match: re.Match[bytes]) -> bytes:
        # Qt's page is a little larger; the picture lies in its upper left corner.
        low = f"{page_height - height:.3f}".rstrip("0").rstrip(".")
        exact = f"/{match[1].decode()} [0 {low} {width:.3f} {page_height:.0f}]".encode()
        return exact.ljust(len(match[0])) if len(exact) <= len(match[0]) else match[0]

    def date(match: re.Match[bytes]) -> bytes:
        return b"/" + match[1] + b" (D:" + _LONG_AGO + b"Z)".rjust(len(match[0]) - len(match[1]) - 19)

    written = _MEDIA.sub(box, written)
    return _DATE.sub(date, written)


def _metadata(sheet: Sheet) -> bytes:
    """Return title and description in the form that PDF carries for search engines and screen readers."""
    told = "".join(
        f'<dc:{name}><rdf:Alt><rdf:li xml:lang="x-default">{xml_text(text)}</rdf:li></rdf:Alt></dc:{name}>'
        for name, text in (("title", sheet.title), ("description", sheet.description))
        if text
    )
    return _XMP.format(told).encode()
