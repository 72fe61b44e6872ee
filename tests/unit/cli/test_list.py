"""``list`` shows every diagram, the broken ones too."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from viewer.__main__ import main

NODES = "nodes: {a: {label: A, kind: drug}}\n"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "diagrams"
    (folder / "more_things").mkdir(parents=True)
    (folder / "first.yaml").write_text(f"title: The first\n{NODES}")
    (folder / "second-one.yaml").write_text(f'title: "東京 \\n second"\n{NODES}', encoding="utf-8")
    (folder / "more_things" / "third.yaml").write_text("title: Broken\n")
    return folder


def test_the_columns_are_aligned(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--diagrams", str(library)]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "first       The first",
        "second-one  東京   second",
        "third       third          More things",
    ]
    assert err == f"{library / 'more_things' / 'third.yaml'}: 1 problem; the command “check” shows them.\n"


def test_json_tells_all_of_each(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--json", "--diagrams", str(library)]) == 0
    first, _second, third = json.loads(capsys.readouterr().out)
    assert first == {
        "id": "first",
        "title": "The first",
        "section": "",
        "summary": "",
        "path": str(library / "first.yaml"),
        "nodes": 1,
        "edges": 0,
        "problems": [],
    }
    assert (third["id"], third["section"], len(third["problems"])) == ("third", "More things", 1)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_any_encoding_of_the_output_will_do(library: Path, encoding: str) -> None:
    words = [sys.executable, "-m", "viewer", "list", "--diagrams", str(library)]
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    plain = subprocess.run(words, capture_output=True, timeout=60, check=True, env=environment).stdout
    assert ("東京".encode() if encoding == "utf-8" else b"\\u6771\\u4eac") in plain
    told = subprocess.run([*words, "--json"], capture_output=True, timeout=60, check=True, env=environment).stdout
    assert json.loads(told.decode(encoding))[1]["title"] == "東京 \n second"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_name_that_is_no_unicode_is_listed(library: Path) -> None:
    (library / os.fsdecode(b"caf\xe9.yaml")).write_text(f"title: T\n{NODES}")
    words = [sys.executable, "-m", "viewer", "list", "--diagrams", str(library)]
    plain = subprocess.run(words, capture_output=True, timeout=60, check=True).stdout.decode()
    assert plain.splitlines()[0].startswith("caf\\udce9")
    told = json.loads(subprocess.run([*words, "--json"], capture_output=True, timeout=60, check=True).stdout)
    assert told[0]["id"] == os.fsdecode(b"caf\xe9")


def test_an_empty_folder_and_a_missing_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--diagrams", str(tmp_path)]) == 0
    assert capsys.readouterr() == ("", "There are no diagrams.\n")
    assert main(["list", "--diagrams", str(tmp_path / "missing")]) == 2
    assert "there is no folder" in capsys.readouterr().err
