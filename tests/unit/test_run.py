"""The bootstrap: when it installs anew, and what it says where it cannot."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The bootstrap as it would stand in another checkout, where no command is really run."""
    for name in ("run.py", "pyproject.toml"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    specification = importlib.util.spec_from_file_location("bootstrap", tmp_path / "run.py")
    assert specification is not None
    assert specification.loader is not None
    made = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(made)
    made.called = []

    def call(command: list[str], *_rest: object, **_named: object) -> int:
        made.called.append(command)
        Path(made.HOME).mkdir(exist_ok=True)
        return 0

    monkeypatch.setattr(made, "call", call)
    monkeypatch.setattr(made, "start", lambda words: made.called.append(["start", *words]) or 0)
    return made


def _made(run: ModuleType, *, testing: bool) -> None:
    """Leave behind what an installation leaves."""
    Path(run.PYTHON).parent.mkdir(parents=True, exist_ok=True)
    if not os.path.lexists(run.PYTHON):
        Path(run.PYTHON).touch()
    Path(run.STAMP).write_text(run.stamp(testing=testing), encoding="utf-8")


def _call(run: ModuleType, monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr(sys, "argv", ["run.py", *words])
    return int(run.main())


def test_nothing_is_installed_at_first(run: ModuleType) -> None:
    assert not run.installed(testing=False)


def test_what_is_installed_for_the_tests_also_starts(run: ModuleType) -> None:
    _made(run, testing=True)
    assert run.installed(testing=True)
    assert run.installed(testing=False)


def test_what_is_installed_for_the_start_has_no_tests(run: ModuleType) -> None:
    _made(run, testing=False)
    assert run.installed(testing=False)
    assert not run.installed(testing=True)


@pytest.mark.parametrize("name", ["pyproject.toml", "run.py"])
def test_a_changed_file_asks_for_a_new_installation(run: ModuleType, name: str) -> None:
    _made(run, testing=True)
    with (Path(run.ROOT) / name).open("a", encoding="utf-8") as file:
        file.write("\n# changed\n")
    assert not run.installed(testing=False)


def test_an_environment_without_python_is_made_anew(run: ModuleType) -> None:
    _made(run, testing=True)
    Path(run.PYTHON).unlink()
    assert not run.installed(testing=False)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows copies the Python")
def test_another_python_behind_the_same_name_asks_for_a_new_environment(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path(run.PYTHON).parent.mkdir(parents=True)
    Path(run.PYTHON).symlink_to(sys.executable)
    _made(run, testing=False)
    beside = Path(run.HOME) / "made-for-the-old-one"
    beside.touch()
    Path(run.PYTHON).unlink()
    (Path(run.HOME) / "python-new").touch()
    Path(run.PYTHON).symlink_to(Path(run.HOME) / "python-new")
    assert not run.installed(testing=False)
    assert _call(run, monkeypatch) == 0
    assert not beside.exists()


def test_the_first_start_installs_compiles_and_starts(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _call(run, monkeypatch, "list", "--json") == 0
    assert any("-e" in command and "--group" not in command for command in run.called)
    assert any("compileall" in command for command in run.called)
    assert run.called[-1] == ["start", "list", "--json"]


def test_the_next_start_only_starts(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    _made(run, testing=False)
    assert _call(run, monkeypatch, "overview") == 0
    assert run.called == [["start", "overview"]]


def test_the_word_test_installs_the_tools_and_runs_every_check(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _call(run, monkeypatch, "test") == 0
    assert any("--group" in command for command in run.called)
    assert [command[1:] for command in run.called[-len(run.CHECKS) :]] == [command for _, command in run.CHECKS]
    assert "All checks passed." in capsys.readouterr().out


def test_a_check_that_fails_is_named(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _made(run, testing=True)
    monkeypatch.setattr(run, "call", lambda command, *_rest: int("mypy" in command))
    assert _call(run, monkeypatch, "test") == 1
    assert capsys.readouterr().out.endswith("Failed: mypy\n")


def test_an_installation_that_fails_is_a_sentence(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "call", lambda *_rest, **_named: 1)
    assert _call(run, monkeypatch) == 1
    assert capsys.readouterr().err.count("The virtual environment could not be made") == 1
    assert not run.installed(testing=False)


def test_an_old_python_is_told(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "sys", SimpleNamespace(version_info=(3, 10, 4), version="3.10.4 (main)"))
    assert run.main() == 1
    assert "3.11 or newer is needed; this is 3.10.4." in capsys.readouterr().out
