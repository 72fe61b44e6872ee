"""``check`` prints every problem with its place, and counts them."""

from pathlib import Path

import pytest

from viewer.__main__ import main

GOOD = "title: T\nnodes: {a: {label: A, kind: drug}}\n"
BAD = "title: T\nnodes: {a: {label: A, kind: drg, opens: god}}\n"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    (tmp_path / "bad.yaml").write_text(BAD)
    (tmp_path / "good.yaml").write_text(GOOD)
    return tmp_path


def test_sound_diagrams_leave_with_0(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "good", "--diagrams", str(library)]) == 0
    assert capsys.readouterr() == ("1 diagram checked: no problems.\n", "")


def test_problems_are_the_result(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--diagrams", str(library)]) == 1
    out, err = capsys.readouterr()
    kind, opens, summary = out.splitlines()
    assert kind.startswith(f"{library / 'bad.yaml'}:2:29: error: “drg” is not one of: ")
    assert kind.endswith("Did you mean “drug”?")
    assert opens == f"{library / 'bad.yaml'}:2:41: error: There is no diagram “god”. Did you mean “good”?"
    assert summary == "2 diagrams checked: 2 problems in 1 file."
    assert err == ""


def test_a_file_is_shown_as_it_was_named(
    library: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(library)
    assert main(["check", "bad.yaml", "good.yaml"]) == 1
    assert capsys.readouterr().out.startswith("bad.yaml:2:29: error: ")


def test_a_folder_stands_for_all_in_it(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (library / "inner").mkdir()
    (library / "inner" / "good.yaml").write_text(GOOD)
    assert main(["check", str(library), str(library / "inner")]) == 1
    assert "is taken by" in capsys.readouterr().out


def test_what_does_not_exist_is_a_wrong_call(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "goood", "--diagrams", str(library)]) == 2
    assert capsys.readouterr() == ("", "mechanism-viewer: error: There is no diagram “goood”. Did you mean “good”?\n")
    assert main(["check", str(library / "missing.yaml")]) == 2


QUOTING = """title: T
nodes:
  a:
    label: A
    kind: drug
    evidence:
      - document: book
        quote: {words}
steps:
  - title: S
    quote: {{document: {document}, quote: the second sentence}}
"""


@pytest.fixture
def book(tmp_path: Path, own_folders: Path) -> Path:
    folder = own_folders / "documents"
    folder.mkdir()
    (folder / "book.txt").write_text("A book\n\nThe first sentence. And the second sentence.\n")
    return folder


def check(tmp_path: Path, book: Path, words: str, document: str = "book") -> int:
    path = tmp_path / "quoting.yaml"
    path.write_text(QUOTING.format(words=words, document=document))
    return main(["check", str(path), "--documents", str(book)])


def test_quotes_that_stand_in_the_documents_are_sound(
    tmp_path: Path, book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(tmp_path, book, "first sentence") == 0
    assert capsys.readouterr() == ("1 diagram checked: no problems.\n", "")


def test_a_quote_and_a_document_that_are_missing_are_problems_at_their_lines(
    tmp_path: Path, book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(tmp_path, book, "third sentence", "bok") == 1
    quote, document, summary = capsys.readouterr().out.splitlines()
    path = tmp_path / "quoting.yaml"
    assert quote.startswith(f"{path}:8:16: error: ")
    assert "“third sentence”" in quote
    assert document.startswith(f"{path}:11:")
    assert "“bok”" in document
    assert "“book”" in document
    assert summary == "1 diagram checked: 2 problems in 1 file."


def test_a_missing_quote_is_told_beside_other_mistakes_of_the_file(
    tmp_path: Path, book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text(QUOTING.format(words="third sentence", document="../book").replace("kind: drug", "kind: drgu"))
    assert main(["check", str(path), "--documents", str(book)]) == 1
    *found, summary = capsys.readouterr().out.splitlines()
    said = "\n".join(found)
    assert "“drgu” is not one of" in said
    assert f"{path}:8:16: error: The quote “third sentence” is not found" in said
    # One sentence for what is no id of a document, not a second one that it is not in the library.
    assert said.count("../book") == 1
    assert summary == "1 diagram checked: 3 problems in 1 file."
