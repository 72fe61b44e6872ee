"""``export`` writes pictures without a screen, prints where they are, and says what is wrong in a sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from tests.builders.theming import a_measurer, a_theme
from viewer.__main__ import main
from viewer.definitions.reader import read_definition
from viewer.export.exporter import export_diagram
from viewer.export.options import Options
from viewer.layout.engine import Engine

TEXT = """\
title: Small
nodes:
  a: {label: First, kind: drug}
  b: {label: Second, kind: receptor}
edges:
  - {source: a, target: b, relation: inhibits}
steps:
  - {title: One, show: [a]}
  - {title: Two, show: [b]}
"""


@pytest.fixture
def folder(tmp_path: Path, own_folders: Path, qapp: QGuiApplication) -> Path:
    """A folder with two diagrams."""
    made = tmp_path / "mine"
    made.mkdir()
    (made / "small.yaml").write_text(TEXT)
    (made / "other.yaml").write_text(TEXT.replace("Small", "Other"))
    return made


def _export(folder: Path, *words: str) -> int:
    return main(["export", *words, "--diagrams", str(folder)])


def test_a_diagram_is_written_and_its_path_printed(
    folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "a.png"
    assert _export(folder, "small", "--output", str(target), "--width", "100", "--dpi", "254") == 0
    assert QImage(str(target)).width() == 1000
    assert capfd.readouterr() == (f"{target}\n", "")


def test_the_bytes_are_those_of_the_window(folder: Path, tmp_path: Path) -> None:
    diagram = read_definition(folder / "small.yaml").diagram
    measurer = a_measurer()
    layout = Engine().layout(diagram, measurer)
    for ending in ("png", "svg", "pdf"):
        assert _export(folder, "small", "--output", str(tmp_path / f"a.{ending}"), "--theme", "dark") == 0
        options = Options(theme="dark")
        export_diagram(diagram, layout, tmp_path / f"b.{ending}", options, a_theme("dark"), measurer)
        assert (tmp_path / f"a.{ending}").read_bytes() == (tmp_path / f"b.{ending}").read_bytes()


def test_several_diagrams_and_a_folder_of_them_go_into_a_folder(
    folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert _export(folder, "small", "other", "--output", str(tmp_path / "new"), "--format", "svg") == 0
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["other.svg", "small.svg"]
    assert _export(folder, str(folder), "--output", str(tmp_path / "all"), "--format", "pdf") == 0
    assert sorted(path.name for path in (tmp_path / "all").iterdir()) == ["other.pdf", "small.pdf"]
    assert len(capfd.readouterr().out.splitlines()) == 4


@pytest.mark.parametrize("name", ["all.png", "all.PDF"])
def test_several_diagrams_do_not_make_a_folder_that_is_named_like_a_picture(
    name: str, folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert _export(folder, "small", "other", "-o", str(tmp_path / name)) == 2
    assert "several diagrams need a folder" in capfd.readouterr().err
    assert not (tmp_path / name).exists()


def test_a_separator_at_the_end_means_a_folder(folder: Path, tmp_path: Path) -> None:
    assert _export(folder, "small", "-o", f"{tmp_path / 'new'}/") == 0
    assert (tmp_path / "new" / "small.png").is_file()


def test_a_file_is_named_by_its_path(folder: Path, tmp_path: Path) -> None:
    assert main(["export", str(folder / "small.yaml"), "-o", str(tmp_path)]) == 0
    assert (tmp_path / "small.png").is_file()


def test_the_picture_after_a_step(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.svg"
    assert _export(folder, "small", "-o", str(target), "--step", "1", "--no-legend", "--no-title") == 0
    assert "First" in target.read_text()
    assert "Second" not in target.read_text()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("small", "-o", "a.gif"), "“gif” is not known"),
        (("nothing", "-o", "a.png"), "no diagram “nothing”"),
        (("small", "-o", "a.png", "--dpi", "1"), "1 dpi is out of bounds"),
        (("small", "-o", "a.png", "--width", "9", "--scale", "9"), "give one of them"),
        (("small", "-o", "a.png", "--engine", "no/such/dot"), "no program “no/such/dot”"),
    ],
)
def test_a_call_that_cannot_be_meant_is_answered_with_2(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    said: str,
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    assert _export(folder, *words) == 2
    told = capfd.readouterr()
    assert said in told.err
    assert told.out == ""
    assert list(here.iterdir()) == []


def test_several_diagrams_do_not_fit_in_a_file(
    folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.png").write_bytes(b"old")
    assert _export(folder, "small", "other", "-o", str(tmp_path / "a.png")) == 2
    assert "need a folder" in capfd.readouterr().err
    assert (tmp_path / "a.png").read_bytes() == b"old"


def test_a_broken_diagram_is_told_and_the_others_are_written(
    folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "broken.yaml").write_text("title: Broken\nnodes: {a: {kind: drug}}\n")
    assert _export(folder, "broken", "small", "-o", str(tmp_path / "out")) == 1
    told = capfd.readouterr()
    assert f"{folder / 'broken.yaml'}:2:" in told.err
    assert told.out == f"{tmp_path / 'out' / 'small.png'}\n"


def test_a_picture_that_cannot_be_written_is_answered_with_1(
    folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert _export(folder, "small", "-o", str(tmp_path / "nowhere" / "a.png")) == 1
    assert _export(folder, "small", "-o", str(tmp_path / "a.png"), "--step", "3") == 1
    assert _export(folder, "small", "other", "-o", str(tmp_path / "no" / "where")) == 1
    told = capfd.readouterr().err.splitlines()
    assert "does not exist" in told[0]
    assert "has 2 steps" in told[1]
    assert "cannot be made" in told[2]
    assert not (tmp_path / "a.png").exists()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="a screen is always there")
def test_nothing_of_a_desktop_is_needed(folder: Path, tmp_path: Path) -> None:
    bare = {"PATH": os.environ["PATH"], "QT_QPA_PLATFORM": "xcb", "MECHANISM_VIEWER_CACHE": str(tmp_path / "cache")}
    words = ["export", "small", "-o", str(tmp_path / "a.pdf"), "--diagrams", str(folder)]
    done = subprocess.run([sys.executable, "-m", "viewer", *words], env=bare, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{tmp_path / 'a.pdf'}\n", "")
