"""A sheet is printed whole on one page, whatever the paper."""

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPageSize, QPdfWriter

from viewer.errors import ExportError
from viewer.export.options import Options
from viewer.export.printing import paint_page
from viewer.export.sheet import Sheet


def test_one_page_holds_it_all(sheet_of: Callable[[Options], Sheet]) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    paper = QPdfWriter(buffer)
    paper.setPageSize(QPageSize(QPageSize.PageSizeId.A6))
    paint_page(sheet_of(Options(theme="print")), paper)
    pdf = bytes(buffer.data().data())
    assert len(re.findall(rb"/Type /Page\b", pdf)) == 1
    assert pdf.count(b"/FontFile2") == 3


@pytest.mark.qt_log_ignore(".*")
def test_a_printer_that_does_not_answer_is_told(sheet_of: Callable[[Options], Sheet]) -> None:
    with pytest.raises(ExportError, match="does not answer"):
        paint_page(sheet_of(Options()), QPdfWriter("/no/such/folder/a.pdf"))
