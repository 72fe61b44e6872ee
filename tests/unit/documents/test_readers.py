"""Many files are read by several processes at once: the same index comes of it, and each file costs itself only."""

import sqlite3
from pathlib import Path

import pytest

from tests.builders.documents import a_library, a_node, write_documents
from tests.builders.pdfs import a_pdf, lines
from viewer.documents.index import readers
from viewer.documents.library import Library

SAID = "Zinc blocks the pore of channel {0} (zinc-sensitive channel, ZSC). Heat opens it: 3 °C are enough.\n\n"


def _documents() -> dict[str, str | bytes]:
    found: dict[str, str | bytes] = {
        f"d{number:03}.md": f"# Note {number}\n\n{SAID.format(number) * 5}- one\n- two\n" for number in range(90)
    }
    found["d010.txt"] = "Ein Satz über Zink. Noch einer."
    found["d020.html"] = "<h1>Page</h1><p>Zinc is a metal. It is grey.</p>"
    found["d030.pdf"] = a_pdf(lines("The first page speaks of zinc."), lines("The second page does not."))
    found["d040.md"] = b""
    found["d041.md"] = b"\x00\x01" * 40
    found["d050.txt"] = "Синапс это место.".encode("koi8-r") * 9
    return found


def _held(index: Path) -> list[list[tuple[object, ...]]]:
    connection = sqlite3.connect(index)
    held = [
        connection.execute(f"SELECT {columns} FROM {table} ORDER BY 1, 2, 3").fetchall()
        for table, columns in (
            ("documents", "path, title, place, characters, passages, last"),
            ("passages", "*"),
            ("sections", "*"),
            ("texts", "document, text, 0"),
            ("introductions", "*"),
            ("refusals", "file, reason, size"),
        )
    ]
    connection.close()
    return held


def test_many_files_make_the_same_index_as_few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_documents(tmp_path / "documents", _documents())
    many = Library([folder], tmp_path / "many.sqlite")
    done = many.refresh()
    monkeypatch.setattr(readers, "_FEW_FILES", 1_000)
    few = Library([folder], tmp_path / "few.sqlite")
    assert few.refresh() == done
    assert (done.added, len(done.skipped)) == (92, 2)
    assert many.search("zinc sensitive").total == few.search("zinc sensitive").total == 88 * 5
    assert [one.text for one in many.excerpts(a_node("ZSC")).excerpts] == [
        one.text for one in few.excerpts(a_node("ZSC")).excerpts
    ]
    many.close()
    few.close()
    assert _held(tmp_path / "many.sqlite") == _held(tmp_path / "few.sqlite")


def test_a_file_that_ends_its_worker_costs_itself_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "_WORKER", "tests.builders.faulty_text_worker")
    documents = {f"d{number:03}.txt": SAID.format(number) for number in range(80)} | {"d040x.txt": "end the worker"}
    library = Library([write_documents(tmp_path / "documents", documents)], tmp_path / "index.sqlite")
    done = library.refresh()
    assert done.added == 80
    assert [Path(one.path).name for one in done.skipped] == ["d040x.txt"]
    assert done.skipped[0].reason.startswith("Reading it takes more than")
    library.close()


def test_stopping_keeps_what_was_read(tmp_path: Path) -> None:
    documents = {f"d{number:03}.txt": SAID.format(number) for number in range(300)}
    folder = write_documents(tmp_path / "documents", documents)
    library = Library([folder], tmp_path / "index.sqlite")
    seen: list[int] = []
    done = library.refresh(lambda step: seen.append(step.done), lambda: seen[-1:] > [50])
    assert done.cancelled
    known = len(library.entries())
    assert 0 < known < 300
    assert done.added == known
    assert library.refresh().added == 300 - known
    library.close()


def test_a_changed_file_among_many_is_replaced(tmp_path: Path) -> None:
    documents = {f"d{number:03}.txt": SAID.format(number) for number in range(90)}
    library = a_library(tmp_path, documents)
    assert library.search("zinc").total == 90
    changed = {name: text.replace("Zinc", "Nickel") for name, text in documents.items()}
    write_documents(tmp_path / "documents", changed | {"d000.txt": documents["d000.txt"]})
    done = library.refresh()
    assert (done.changed, done.unchanged) == (89, 1)
    assert [one.document for one in library.search('"zinc blocks"').excerpts] == ["d000.txt"]
    library.close()
