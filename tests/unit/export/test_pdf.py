"""A PDF has one page of the picture's very size, and its words can be found."""

import re
import shutil
import subprocess
import zlib
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from viewer.errors import ExportError
from viewer.export.options import Options
from viewer.export.pdf import pdf_of
from viewer.export.sheet import Sheet

Make = Callable[[Options], Sheet]


def _box(pdf: bytes) -> tuple[float, float]:
    found = re.findall(rb"/MediaBox \[([\d. ]+?) *\]", pdf)
    assert len(found) == 1
    left, low, right, high = map(float, found[0].split())
    return right - left, high - low


@pytest.mark.parametrize("width", [40, 180, 210, 900])
def test_the_page_is_as_wide_as_was_asked(sheet_of: Make, width: float) -> None:
    options = Options(width_mm=width)
    sheet = sheet_of(options)
    wide, high = _box(pdf_of(sheet, options))
    assert wide * 25.4 / 72 == pytest.approx(width, abs=0.01)
    assert high / wide == pytest.approx(sheet.height / sheet.width, rel=1e-3)


def test_the_page_is_the_pictures_own_size_otherwise(sheet_of: Make) -> None:
    sheet = sheet_of(Options())
    assert _box(pdf_of(sheet, Options())) == pytest.approx((sheet.width * 0.75, sheet.height * 0.75), abs=0.01)


def test_every_object_is_where_the_table_says(sheet_of: Make) -> None:
    pdf = pdf_of(sheet_of(Options()), Options())
    start = int(re.findall(rb"startxref\s+(\d+)", pdf)[-1])
    assert pdf[start : start + 4] == b"xref"
    for number, place in enumerate(re.findall(rb"(\d{10}) \d{5} [nf]", pdf[start:])):
        if number:
            assert pdf[int(place) :].startswith(b"%d 0 obj" % number)


def test_letters_lead_back_to_characters(sheet_of: Make) -> None:
    pdf = pdf_of(sheet_of(Options()), Options())
    maps = b"".join(re.findall(rb"begincmap.*?endcmap", pdf, re.DOTALL))
    known = {int(code, 16) for code in re.findall(rb"<([0-9A-Fa-f]{4})>", maps)}
    assert {ord(letter) for letter in "NMDA&<receptor>Efficientblocks"} <= known
    assert not {0xFB00, 0xFB01, 0xFB02, 0xFB03} & known  # a ligature would hide a word from a search


def test_fonts_are_embedded_and_nothing_is_a_picture(sheet_of: Make) -> None:
    pdf = pdf_of(sheet_of(Options()), Options())
    assert pdf.count(b"/FontFile2") == 3
    assert b"/Subtype /Image" not in pdf


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext")
def test_another_program_finds_the_words(sheet_of: Make, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf_of(sheet_of(Options()), Options()))
    told = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True).stdout.decode()
    for words in ("A small picture", "NMDA & <receptor>", "Efficient firing", "blocks", "Receiving cell"):
        assert words in told


def test_title_and_sentences_are_told_and_no_hour(sheet_of: Make) -> None:
    pdf = pdf_of(sheet_of(Options()), Options())
    (told,) = re.findall(rb"<x:xmpmeta.*</x:xmpmeta>", pdf, re.DOTALL)
    words = [element.text for element in ElementTree.fromstring(told).iter() if element.tag.endswith("}li")]
    assert words[0] == "A small picture"
    assert "Ketamine blocks NMDA & <receptor>" in (words[1] or "")
    assert re.findall(rb"/CreationDate \(D:(\d{14})", pdf) == [b"20000101000000"]
    assert pdf == pdf_of(sheet_of(Options()), Options())


def test_the_ground_covers_the_page_unless_it_is_clear(sheet_of: Make) -> None:
    def painted(options: Options) -> bytes:
        pdf = pdf_of(sheet_of(options), options)
        streams = re.findall(rb"/FlateDecode\s*>>\s*stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
        return zlib.decompressobj().decompress(streams[0])

    # The dark canvas, #14171C, filled from corner to corner.
    ground = rb"0\.0784\d* 0\.0901\d* 0\.1098\d* scn\s+/GSa gs\s+0 0 \d+ \d+ re\s+f"
    assert re.search(ground, painted(Options(theme="dark")))
    assert not re.search(ground, painted(Options(theme="dark", transparent=True)))


def test_a_page_that_no_reader_opens_is_refused(sheet_of: Make) -> None:
    with pytest.raises(ExportError, match="5 metres"):
        pdf_of(sheet_of(Options(scale=100)), Options(scale=100))
