"""Paper: one sheet, as large as the page takes it, in the middle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter

from viewer.errors import ExportError
from viewer.export.image import paint_sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice

    from viewer.export.sheet import Sheet

_PIXELS_PER_INCH = 96.0


def paint_page(sheet: Sheet, device: QPagedPaintDevice) -> None:
    """Paint a sheet on the first page of a printer, whole, at most at its own size on paper.

    ExportError when the printer does not answer.
    """
    painter = QPainter()
    if not painter.begin(device):
        raise ExportError("The printer does not answer. Choose another, or export a PDF and print that.")
    dots = device.logicalDpiX()
    ratio = min(device.width() / sheet.width, device.height() / sheet.height, dots / _PIXELS_PER_INCH)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate((device.width() - sheet.width * ratio) / 2, 0)
    painter.scale(ratio, ratio)
    paint_sheet(painter, sheet)
    painter.end()
