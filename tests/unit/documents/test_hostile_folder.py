"""A folder of everything that folders hold: what can be read is read, each of the others has its one sentence."""

import os
import sys
from pathlib import Path

import pytest

from tests.builders.documents import a_node, write_documents
from tests.builders.pdfs import a_pdf, lines
from tests.builders.word_documents import a_word_document, paragraph
from viewer.cli.documents import library_of
from viewer.documents.files.sources import survey
from viewer.documents.library import Library

SAID = "Zinc blocks the pore of this channel. Heat opens the pore within 1 ms, and zinc is not heat. "
LANGUAGES = {
    "utf-8": SAID, "utf-8-sig": SAID, "utf-16": SAID, "utf-16-le": SAID, "utf-16-be": SAID, "utf-32": SAID,
    "utf-32-le": SAID, "utf-32-be": SAID, "cp1252": f"Größe, „Zink“ und café – genau. {SAID}",
    "koi8-r": "Синапс это место, где нервная клетка передаёт сигнал другой клетке. ",
    "big5": "突觸是神經細胞把訊號傳給另一個細胞的地方。谷氨酸打開受體的通道，鈣離子便流入細胞。",
    "euc-kr": "시냅스는 신경세포가 다른 세포로 신호를 전달하는 곳이다. ",
    "shift_jis": "シナプスは神経細胞が別の細胞に信号を渡す場所である。グルタミン酸が受容体の通路を開く。",
}  # fmt: skip
READ: dict[str, str | bytes] = {
    **{f"{code}.txt": (text * 3).encode(code) for code, text in LANGUAGES.items()},
    **{f"{code}-notes.md": f"# A\n\n{text * 3}\n\n- {text}".encode(code) for code, text in LANGUAGES.items()},
    **{f"{code}-page.html": f"<h1>A</h1><p>{text * 3}</p>".encode(code) for code, text in LANGUAGES.items()},
    "paper.pdf": a_pdf(lines(SAID[:60]), lines("A second page speaks of zinc.")),
    "letter.docx": a_word_document(paragraph(SAID)),
    "old-mac.txt": SAID.replace(". ", ".\r"),
    "one line.txt": "zinc blocks it and " * 5_000,
    "no space.txt": "zinc" * 50_000,
    "short lines.txt": "".join(f"line {number} zinc\n" for number in range(1_000)),
    "short items.md": "".join(f"- item {number} zinc\n" for number in range(1_000)),
    "stops.md": ". " * 3_000,
    "dots.txt": "." * 100_000,
    "brackets.md": "(" * 50_000 + "\n" + "[" * 50_000,
    "stars.md": "*" * 50_000 + "_" * 50_000 + "`" * 50_000,
    "quotes.md": ">" * 50_000 + "\n\nzinc",
    "short forms.txt": "(AB) " * 5_000,
    "deep.html": "<div>" * 5_000 + SAID,
    "signs.html": "<" * 50_000,
    "alias.md": "---\n" + "a: &x [*x\n" * 20 + "---\n" + SAID,
    "new\nline.txt": SAID,
    "folder.txt/within.md": SAID,
}
BROKEN: dict[str, tuple[str | bytes, str]] = {
    "empty.md": (b"", "empty"),
    "blank.md": (b" \n\t\n", "no text"),
    "mark.txt": (b"\xef\xbb\xbf", "no text"),
    "cut.pdf": (a_pdf(lines(SAID[:60]))[:300], "cut short"),
    "locked.pdf": (a_pdf(lines(SAID[:60]), password="secret"), "password"),
    "scan.pdf": (a_pdf(()), "no text"),
    "cut.docx": (a_word_document(paragraph(SAID))[:200], "cut short"),
    "cut wide.txt": (SAID.encode("utf-16")[:-1], "damaged at byte"),
    "word.pdf": (a_word_document(paragraph(SAID)), "says PDF, but"),
    "pdf.txt": (a_pdf(lines(SAID[:60])), "says text, but"),
    "picture.md": (b"\x89PNG\r\n\x1a\n" + bytes(99), "says text, but"),
    "nothing.docx": (b"\x07" * 999, "says Word, but"),
    "binary.html": (b"\x00\x01\x02" * 99, "binary"),
    "bad\nname.txt": (b"\x00\x01" * 99, "binary"),
}


def _folder(place: Path) -> Path:
    folder = write_documents(place, READ)
    write_documents(folder, {name: content for name, (content, _) in BROKEN.items()})
    with (folder / "large.txt").open("wb") as large:
        large.truncate(60 << 20)
    return folder


def _with_links(folder: Path) -> dict[str, str]:
    os.mkfifo(folder / "pipe.pdf")
    (folder / "endless.txt").symlink_to("/dev/zero")
    (folder / "itself.txt").symlink_to(folder / "itself.txt")
    (folder / "gone.md").symlink_to(folder / "nowhere.md")
    (folder / "back").symlink_to(folder, target_is_directory=True)
    deep = folder
    for _ in range(70):
        deep /= "d"
    deep.mkdir(parents=True)
    (deep / "deepest.txt").write_text(SAID)
    return {
        "pipe.pdf": "not a regular file",
        "endless.txt": "not a regular file",
        "itself.txt": "circle",
        "gone.md": "no such file",
        "back": "leads back",
        "d": "folders deep",
    }


@pytest.mark.skipif(sys.platform == "win32", reason="no such links and names")
def test_what_can_be_read_is_read_and_the_rest_has_its_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MECHANISM_VIEWER_CACHE", str(tmp_path / "cache"))
    folder = _folder(tmp_path / "documents")
    reasons = {name: reason for name, (_, reason) in BROKEN.items()} | {"large.txt": "larger than"}
    reasons |= _with_links(folder)
    library = Library([folder], tmp_path / "index.sqlite")
    skipped = library.refresh().skipped
    assert {Path(one.path).name for one in skipped} == set(reasons)
    for one in skipped:
        assert reasons[Path(one.path).name] in one.reason, one
        assert "\n" not in one.reason
    assert {entry.path for entry in library.entries()} == set(READ)
    for entry in library.entries():
        whole = library.text(entry.path)
        assert all(whole.text[start:end].strip() == whole.text[start:end] for start, end in whole.passages)
        assert whole.passages or entry.path == "stars.md"
    found = library.excerpts(a_node("Zinc", "Zink", "谷氨酸", "клетка", "グルタミン酸"), thorough=True)
    assert len({one.document for one in found.excerpts}) > 8
    texts = {entry.path: library.text(entry.path).text for entry in library.entries()}
    assert all(texts[one.document][one.start : one.end] == one.text for one in found.excerpts)
    library.close()
    # The commands tell of each in one line.
    with library_of([folder]):
        assert len(capsys.readouterr().err.splitlines()) == len(reasons)


@pytest.mark.skipif(sys.platform == "win32", reason="links need permission there")
def test_a_folder_that_many_links_lead_to_is_looked_into_once(tmp_path: Path) -> None:
    # Looked into by every way, thirty floors of two links each would be a thousand million folders.
    for floor in range(30):
        (tmp_path / f"floor{floor}").mkdir()
        for link in "ab":
            (tmp_path / f"floor{floor}" / link).symlink_to(tmp_path / f"floor{floor + 1}", target_is_directory=True)
    (tmp_path / "floor30").mkdir()
    (tmp_path / "floor30" / "zinc.txt").write_text(SAID)
    found = survey([tmp_path / "floor0", tmp_path / "floor30"])
    assert [one.relative for one in found.sources] == ["a/" * 30 + "zinc.txt"]
    assert len(found.folders) == 31
    assert not found.skipped
