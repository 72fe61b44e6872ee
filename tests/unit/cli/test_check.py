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
