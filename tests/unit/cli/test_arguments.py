"""What the program's words mean, and how it leaves."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import viewer
from viewer.__main__ import main
from viewer.cli import arguments
from viewer.cli.arguments import COMMANDS, arguments_of, build_window_parser


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    assert f"mechanism-viewer {command}" in capsys.readouterr().out


def test_the_window_has_more_diagrams_by_the_option_that_replaces_them_in_the_commands(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for words, said in ((["--help"], "from this folder too"), (["list", "--help"], "in place of the bundled")):
        assert main(words) == 0
        assert said in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("words", [["--help"], ["-h"]])
def test_the_help_names_the_commands(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert ", ".join(COMMANDS) in said
    assert "--present" in said


@pytest.mark.parametrize("words", [["--version"], ["--diagrams", "x", "--version"], ["list", "--version"]])
def test_the_version_is_told(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 0
    assert capsys.readouterr().out == f"mechanism-viewer {viewer.__version__}\n"


@pytest.mark.parametrize(
    "words",
    [
        ["list", "--nonsense"],
        ["list", "too", "much"],
        ["excerpts"],
        ["export", "a"],
        ["export", "a", "--output", "x", "--format", "bmp"],
        ["export", "a", "--output", "x", "--scale", "nan"],
        ["export", "a", "--output", "x", "--dpi", "-3"],
        ["export", "a", "--output", "x", "--step", "one"],
        ["search", "--limit", "0", "word"],
        ["--nonsense"],
        ["a", "b"],
    ],
    ids=" ".join,
)
def test_words_that_are_off_leave_with_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "error: " in err


def test_the_export_s_options_are_read() -> None:
    words = (
        "export a b --output pictures --format PDF --width 120 --no-legend --transparent --step 2 --engine /bin/dot"
    )
    asked = arguments_of(words.split())
    assert asked.command == "export"
    assert asked.diagrams_named == ["a", "b"]
    assert (asked.output, asked.format, asked.width, asked.step) == ("pictures", "pdf", 120.0, 2)
    assert (asked.legend, asked.title, asked.transparent, asked.theme) == (False, True, True, "light")
    assert (asked.dpi, asked.scale, asked.engine, asked.diagrams) == (None, None, Path("/bin/dot"), [])


@pytest.mark.parametrize(
    "words",
    [
        "excerpts D --limit 2 --documents X nmda ampa --json",
        "excerpts --documents X --json D nmda --limit 2 ampa",
        "excerpts --limit 2 --json --documents X -- D nmda ampa",
    ],
)
def test_options_may_stand_anywhere(words: str) -> None:
    asked = arguments_of(words.split())
    assert (asked.diagram, asked.targets) == ("D", ["nmda", "ampa"])
    assert (asked.limit, asked.documents, asked.json) == (2, [Path("X")], True)


def test_an_id_that_looks_like_an_option_stands_behind_two_dashes() -> None:
    assert arguments_of(["excerpts", "D", "--json", "--", "--json", "-x"]).targets == ["--json", "-x"]


def test_only_what_a_command_needs_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["excerpts"]) == 2
    assert "required: DIAGRAM\n" in capsys.readouterr().err


def test_the_window_s_options_are_read() -> None:
    words = ["nmda", "--diagrams", "x", "--documents", "y", "--documents", "z", "--present"]
    asked = build_window_parser().parse_args(words)
    assert (asked.diagram, asked.diagrams, asked.documents, asked.present) == (
        "nmda",
        [Path("x")],
        [Path("y"), Path("z")],
        True,
    )


def test_options_may_stand_before_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []
    monkeypatch.setattr(arguments, "run_command", lambda words: seen.append(words) or 0)
    assert main(["--diagrams", "list", "list", "--json"]) == 0
    assert main(["list", "--diagrams", "check"]) == 0
    assert seen == [["list", "--diagrams", "list", "--json"], ["list", "--diagrams", "check"]]


def test_a_fault_of_the_program_is_a_sentence_and_a_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], own_folders: Path
) -> None:
    def fail(_words: list[str]) -> int:
        raise ZeroDivisionError("the reason")

    monkeypatch.setattr(arguments, "run_command", fail)
    # The guard turns standard output away: not the one of the tests.
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["list"]) == 1
    err = capsys.readouterr().err
    log = own_folders / "cache" / "internal-error.log"
    assert (
        err == f"mechanism-viewer: error: Internal error (ZeroDivisionError). Please report it with the file {log}.\n"
    )
    assert "ZeroDivisionError: the reason" in log.read_text(encoding="utf-8")


def test_an_interruption_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stop(_words: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(arguments, "run_command", stop)
    assert main(["list"]) == 130
    assert capsys.readouterr() == ("", "")


def run(command: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    python = f'"{sys.executable}" -m viewer'
    return subprocess.run(
        command.replace("PROGRAM", python),
        shell=True,
        capture_output=True,
        timeout=60,
        check=False,
        cwd=Path(viewer.__file__).parents[1],
        env={**os.environ, **environment},
    )


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
def test_a_reader_that_leaves_early_is_no_fault() -> None:
    done = run("PROGRAM schema | true")
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_a_sentence() -> None:
    done = run("PROGRAM schema > /dev/full")
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert b"could not be written" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
@pytest.mark.parametrize("words", ["schema", "text README.md"])
def test_closed_streams_are_no_fault(words: str) -> None:
    assert run(f"PROGRAM {words} >&- 2>&-").returncode == 0


@pytest.mark.parametrize("command", ["list", "check", "schema"])
def test_commands_need_no_window_system(command: str) -> None:
    probe = (
        "import sys; from viewer.__main__ import main;"
        f"main(['{command}']); print([name for name in sys.modules if 'PySide6' in name], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, timeout=60, check=True)
    assert done.stderr.splitlines()[-1] == "[]"
