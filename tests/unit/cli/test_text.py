"""The command ``text``."""

import os
from pathlib import Path

import pytest

from tests.builders.documents import write_documents
from viewer.__main__ import main

TEXT = "Ein Müller\nβ₂ – “quoted”, no newline at the end"


@pytest.fixture
def documents(own_folders: Path) -> Path:
    content = "\ufeff" + TEXT.replace("\n", "\r\n")
    return write_documents(own_folders / "documents", {"deep/notes.txt": content.encode("utf-16-le")})


@pytest.mark.parametrize("name", ["notes", "deep/notes.txt"])
def test_the_exact_text_of_a_document_of_the_library(
    documents: Path, name: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["text", name, "--documents", str(documents)]) == 0
    assert capfdbinary.readouterr().out == TEXT.encode("utf-8")


def test_the_exact_text_of_a_file(documents: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["text", str(documents / "deep" / "notes.txt")]) == 0
    assert capfdbinary.readouterr().out == TEXT.encode("utf-8")


def test_a_document_that_is_not_there_is_told(documents: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["text", "note", "--documents", str(documents)]) == 1
    assert "Did you mean “notes”?" in capsys.readouterr().err


def test_a_file_that_is_no_text_is_told(own_folders: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_documents(own_folders, {"bad.txt": b"\x00\x01" * 60})
    assert main(["text", str(own_folders / "bad.txt")]) == 1
    assert "binary" in capsys.readouterr().err


def test_what_is_no_file_is_told_for_what_it_is(own_folders: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no such files")
    os.mkfifo(own_folders / "pipe.txt")
    assert main(["text", str(own_folders / "pipe.txt")]) == 1
    assert "not a regular file" in capsys.readouterr().err
