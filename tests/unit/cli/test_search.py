"""The command ``search``."""

import json
from pathlib import Path

import pytest

from tests.builders.documents import write_documents
from viewer.__main__ import main


@pytest.fixture
def documents(own_folders: Path) -> str:
    text = "Notes\nYeast is a fungus that lives on sugar.\nYeast turns sugar into alcohol.\n"
    return str(write_documents(own_folders / "documents", {"notes.txt": text}))


def test_passages_with_all_words_are_shown_marked(documents: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "alcohol", "yeast", "--documents", documents]) == 0
    captured = capsys.readouterr()
    assert "«Yeast» turns sugar into «alcohol»." in captured.out
    assert captured.err == "1 passage in 1 document.\n"


def test_json_says_how_many_there_are(documents: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "sugar", "--limit", "1", "--documents", documents, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["words"], told["documents"], told["total"], len(told["excerpts"])) == ("sugar", 1, 2, 1)


def test_finding_nothing_is_no_failure(documents: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "malt", "--documents", documents]) == 0
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "0 passages in 1 document.\n")
