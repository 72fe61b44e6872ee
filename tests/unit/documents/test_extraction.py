"""Files are read by a process of their own: whatever they do to it, the next one is read."""

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders.documents import a_library, a_node, write_documents
from tests.builders.pdfs import a_pdf, lines
from tests.builders.word_documents import a_word_document, paragraph
from viewer.documents.extraction.extractor import Extractor, Stopped
from viewer.documents.files.reading import text_of_file
from viewer.documents.library import Library
from viewer.errors import DocumentError

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def faulty() -> Iterator[Extractor]:
    with Extractor(seconds=1.0, worker="tests.builders.faulty_worker") as extractor:
        yield extractor


def _said(extractor: Extractor, content: str) -> list[str]:
    text, _outline, _passages, _pages = extractor.extract(".html", content.encode())
    return text.split()


def test_one_worker_reads_many_files_and_knows_no_qt(faulty: Extractor) -> None:
    first, second = _said(faulty, "one"), _said(faulty, "two")
    assert (first[0], second[0]) == ("one", "two")
    assert first[1] == second[1] != str(os.getpid())
    assert first[2] == "False"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("end", "makes the reader of HTML files fail"),
        ("raise", "makes the reader of HTML files fail"),
        ("hang", "took longer than 1 seconds? and was stopped"),
        ("lack", "package pypdfium2 is not installed"),
        ("swell", "takes more than 1024 MB of memory"),
    ],
)
def test_a_hostile_file_costs_itself_only(faulty: Extractor, content: str, reason: str) -> None:
    with pytest.raises(DocumentError, match=reason):
        faulty.extract(".html", content.encode())
    assert _said(faulty, "next")[0] == "next"


def test_a_file_that_follows_a_heavy_one_gets_a_new_worker(faulty: Extractor) -> None:
    first = _said(faulty, "one")
    second = _said(faulty, "end unless first")
    assert second[:3] == ["end", "unless", "first"]
    assert second[3] != first[1]


def test_what_a_library_prints_is_no_answer(faulty: Extractor) -> None:
    assert _said(faulty, "shout")[0] == "shout"


def test_reading_can_be_stopped(faulty: Extractor) -> None:
    stop = threading.Event()
    threading.Timer(0.1, stop.set).start()
    with pytest.raises(Stopped):
        faulty.extract(".html", b"hang", stop.is_set)
    assert _said(faulty, "next")[0] == "next"


def test_text_passages_and_pages_come_back_whole() -> None:
    first, second = lines("The first page has one sentence."), lines("The second page has another one.")
    with Extractor() as extractor:
        text, outline, passages, pages = extractor.extract(".pdf", a_pdf(first, second, title="Pages"))
        said = [text[one.start : one.end] for one in passages]
        assert said == ["The first page has one sentence.", "The second page has another one."]
        assert (outline.title, pages) == ("Pages", ((0, 1), (34, 2)))
        assert extractor.extract(".docx", a_word_document(paragraph("Words β.")))[0] == "Words β."


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
def test_the_worker_ends_with_the_program_in_the_middle_of_a_file(tmp_path: Path) -> None:
    source = textwrap.dedent("""
        import sys, threading, time
        from viewer.documents.extraction.extractor import Extractor
        extractor = Extractor(worker="tests.builders.faulty_worker")
        print(extractor.extract(".html", b"x")[0].split()[1], flush=True)
        threading.Thread(target=extractor.extract, args=(".html", b"hang"), daemon=True).start()
        time.sleep(0.2)
        print("busy", flush=True)
        time.sleep(60)
    """)
    program = subprocess.Popen([sys.executable, "-c", source], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert program.stdout is not None
    worker = int(program.stdout.readline())
    assert program.stdout.readline() == "busy\n"
    program.send_signal(signal.SIGKILL)
    program.wait()
    program.stdout.close()
    for _ in range(200):
        if not _runs(worker):
            return
        time.sleep(0.05)
    pytest.fail("the worker outlived the program")


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    # A process that nobody has waited for yet has ended all the same.
    status = Path(f"/proc/{process}/stat")
    return not (status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z")


def test_a_library_reads_every_kind_and_says_what_it_skips(tmp_path: Path) -> None:
    page = lines("Zinc blocks the pore of the channel in this PDF.")
    files = {
        "a.html": "<h1>Pores</h1><p>Zinc blocks the pore of the channel in this page.</p>",
        "b.pdf": a_pdf(lines("One page without it."), page),
        "c.docx": a_word_document(paragraph("Zinc blocks the pore of the channel in this document.")),
        "d.txt": "Zinc blocks the pore of the channel in this text.",
        "~$c.docx": b"\x05user",
        "empty.pdf": b"",
        "fake.pdf": "<html><p>Zinc",
        "fake.txt": a_pdf(page),
        "locked.pdf": a_pdf(page, password="secret"),
        "scan.pdf": a_pdf([]),
        "torn.docx": a_word_document(paragraph("Zinc"))[:200],
    }
    library = a_library(tmp_path, files)
    excerpts = library.excerpts(a_node("Zinc")).excerpts
    assert {one.document: one.page for one in excerpts} == {"a.html": None, "b.pdf": 2, "c.docx": None, "d.txt": None}
    for one in excerpts:
        text = library.text(one.document).text
        assert one.start is not None
        assert one.end is not None
        assert text[one.start : one.end] == one.text
        assert text == text_of_file(tmp_path / "documents" / one.document)
    first = library.refresh().skipped
    assert {Path(one.path).name: one.reason for one in first} == {
        "empty.pdf": "The file is empty.",
        "fake.pdf": "The file's ending says PDF, but its content is something else.",
        "fake.txt": "The file's ending says text, but its content is a PDF.",
        "locked.pdf": "The PDF is protected with a password.",
        "scan.pdf": "The PDF has no text layer: it is a scan.",
        "torn.docx": "The Word document is damaged or cut short.",
    }
    write_documents(tmp_path / "documents", {"scan.pdf": a_pdf(page), "locked.pdf": a_pdf(page, password="")})
    again = library.refresh()
    assert again.added == 2
    assert {Path(one.path).name for one in again.skipped} == {"empty.pdf", "fake.pdf", "fake.txt", "torn.docx"}
    library.close()


def test_a_refresh_that_is_stopped_within_a_file_keeps_the_others(tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "documents", {"a.txt": "Zinc blocks it.", "b.html": "<p>Iron</p>" * 100_000})
    library = Library([folder], tmp_path / "index.sqlite")
    asked = iter(range(1000))
    refreshed = library.refresh(cancelled=lambda: next(asked) > 6)
    assert refreshed.cancelled
    assert [entry.id for entry in library.entries()] == ["a"]
    assert library.refresh().added == 1
    library.close()
