"""Whatever bytes a file with whatever ending holds: text with ascending passages, or a sentence that says why not."""

import io
import zipfile
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders.pdfs import At, a_pdf, lines
from tests.builders.word_documents import NUMBERING, STYLES, a_word_document, item, paragraph, table
from viewer.documents.extraction.extractor import Extractor
from viewer.documents.files.reading import ReadDocument, read
from viewer.documents.files.sources import Source
from viewer.documents.formats.composing import LONGEST
from viewer.errors import DocumentError

ENDINGS = (".txt", ".md", ".html", ".htm", ".pdf", ".docx")
PAGE = b"<html><title>T</title><body><h1>A</h1><p>One. <b>Two</b>.<ul><li>x<li>y</ul><table><tr><td>1</table>"
WORD = a_word_document(
    paragraph("A", "Kop1"), paragraph("One. Two."), item("x"), table(("a", "b")), styles=STYLES, numbering=NUMBERING
)
PDF = a_pdf([At(60, 780, "A", 20), *lines("One line. Another\nline goes on.")], lines("A second page."), title="T")
_PARTS = """<p> </p> <div> </div> <li> <ul> </ul> <ol> <table> <tr> <td> </table> </td> <h2> </h2> <br> <pre> </pre>
<nav> </nav> <script> </script> <title> <!-- --> <![CDATA[ <a/href=x> </a> <q> </q> <p/hidden> &amp; &#xD800; & < >
word. β ﬁ Word"""
MARKUP = st.lists(st.sampled_from([*_PARTS.split(), " ", "\n", "\x00", "\u202e"]), max_size=40).map("".join)


@pytest.fixture(scope="module")
def extractor() -> Iterator[Extractor]:
    with Extractor() as one:
        yield one


def _read(extractor: Extractor, ending: str, content: bytes) -> tuple[ReadDocument | None, str]:
    try:
        return read(Source(f"x{ending}", f"x{ending}", 0, len(content), "x"), content, extractor), ""
    except DocumentError as error:
        return None, str(error)


def _holds(extractor: Extractor, ending: str, content: bytes) -> None:
    found, reason = _read(extractor, ending, content)
    if found is None:
        assert reason.endswith(".")
        assert "\n" not in reason
        # A reader that fails is a fault of ours, kept from the program by its process.
        assert "reader of" not in reason
        return
    assert found.text.strip()
    assert found.title
    found.text.encode("utf-8")
    assert "\r" not in found.text
    assert "\x00" not in found.text
    at = 0
    for one in found.passages:
        assert at <= one.start < one.end <= len(found.text)
        assert found.text[one.start : one.end].strip() == found.text[one.start : one.end]
        at = one.end
    offsets = [offset for offset, _ in found.pages]
    assert offsets == sorted(offsets)
    assert all(0 <= offset <= len(found.text) for offset in offsets)


def _spoilt(content: bytes, changes: list[tuple[int, int]], cut: int) -> bytes:
    spoilt = bytearray(content)
    for place, value in changes:
        spoilt[place % len(spoilt)] = value
    return bytes(spoilt[: len(spoilt) - cut % len(spoilt)])


_CHANGES = st.lists(st.tuples(st.integers(0, 100_000), st.integers(0, 255)), max_size=8)
_FEW = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@_FEW
@given(
    st.binary(max_size=400), st.sampled_from(ENDINGS), st.sampled_from([b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<p>"])
)
def test_any_bytes(extractor: Extractor, content: bytes, ending: str, head: bytes) -> None:
    _holds(extractor, ending, head + content)


@_FEW
@given(st.sampled_from([(".pdf", PDF), (".docx", WORD), (".html", PAGE)]), _CHANGES, st.integers(0, 3000))
def test_spoilt_documents(
    extractor: Extractor, whole: tuple[str, bytes], changes: list[tuple[int, int]], cut: int
) -> None:
    ending, content = whole
    _holds(extractor, ending, _spoilt(content, changes, cut if cut > 1500 else 0))


@_FEW
@given(_CHANGES)
def test_spoilt_parts_of_a_word_document(extractor: Extractor, changes: list[tuple[int, int]]) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WORD)) as whole, zipfile.ZipFile(file, "w") as spoilt:
        for name in whole.namelist():
            spoilt.writestr(name, _spoilt(whole.read(name), changes, 0))
    _holds(extractor, ".docx", file.getvalue())


@_FEW
@given(st.one_of(MARKUP, st.text(max_size=200)))
def test_any_markup(extractor: Extractor, page: str) -> None:
    _holds(extractor, ".html", page.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize(
    ("ending", "content"),
    [
        (".pdf", PDF.replace(b"/Parent 2 0 R", b"/Parent 6 0 R")),
        (".pdf", PDF.replace(b"[6 0 R 8 0 R]", b"[2 0 R 2 0 R]")),
        (".pdf", PDF.replace(b"/Count 2", b"/Count 999999999")),
        (".pdf", PDF[:-300] + PDF),
        (".docx", a_word_document("<w:p>" * 20_000 + "</w:p>" * 20_000)),
        (".docx", a_word_document("<w:tbl><w:tr><w:tc>" * 5_000 + "</w:tc></w:tr></w:tbl>" * 5_000)),
        (".docx", a_word_document("</w:tc><w:tc/><w:tr/>")),
        (".docx", a_word_document("<w:tc/><w:tr/><w:t>x</w:t><w:tbl/>", paragraph("Words."))),
        (".html", b"x" * (LONGEST + 1)),
        (".html", b"<p>" + b"word. " * 1_000_000),
    ],
    ids=[
        "loop",
        "pages in a circle",
        "count",
        "twice",
        "deep",
        "tables",
        "unopened",
        "stray",
        "long",
        "one paragraph",
    ],
)
def test_hostile_documents(extractor: Extractor, ending: str, content: bytes) -> None:
    _holds(extractor, ending, content)
    assert extractor.extract(".html", b"<p>Still there.")[0] == "Still there."
