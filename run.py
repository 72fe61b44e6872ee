#!/usr/bin/env python3
"""Install and start the program, or install and pass every check: the two commands of the README.

    python3 run.py [ARGUMENTS…]    starts mechanism-viewer with these arguments
    python3 run.py test            runs every check and every test

Needs Python 3.11 or newer and nothing else: it makes a virtual environment beside itself (with uv where that is
there, else with venv and pip) and installs anew only when pyproject.toml, this file or its Python has changed.
"""

from __future__ import annotations

import os
import sys

ROOT = os.path.dirname(os.path.abspath(__file__))
HOME = os.path.join(ROOT, ".venv")
BIN = os.path.join(HOME, "Scripts" if os.name == "nt" else "bin")
PYTHON = os.path.join(BIN, "python.exe" if os.name == "nt" else "python")
STAMP = os.path.join(HOME, "installed")

CHECKS = (
    ("ruff check", ["-m", "ruff", "check", "."]),
    ("ruff format", ["-m", "ruff", "format", "--check", "."]),
    ("mypy", ["-m", "mypy"]),
    ("import-linter", ["-c", "from importlinter.cli import lint_imports_command as run; run()"]),
    ("definitions", ["-m", "viewer", "check"]),
    ("pytest", ["-m", "pytest"]),
)

GROUP = ["--group", "dev"]
FAILED = "The installation failed; the lines above say why. Without a network, it works again once there is one."


def main() -> int:
    """Install what is missing, then start or test. The start of the program waits for this: it imports little."""
    if sys.version_info < (3, 11):
        print(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}. See python.org/downloads.")
        return 1
    words = sys.argv[1:]
    testing = words == ["test"]
    try:
        if not installed(testing=testing):
            problem = install(testing=testing)
            if problem:
                print(problem, file=sys.stderr)
                return 1
        return test() if testing else start(words)
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        print(f"{error.filename or ROOT} cannot be used: {error.strerror}.", file=sys.stderr)
        return 1


def start(words: list[str]) -> int:
    """Start the program with these words."""
    command = [PYTHON, "-m", "viewer", *words]
    if os.name != "nt":
        os.execv(command[0], command)
    return call(command)


def call(command: list[str], environment: dict[str, str] | None = None, folder: str | None = None) -> int:
    """Run a command and return its exit status."""
    import subprocess

    return subprocess.call(command, env=environment, cwd=folder)


def stamp(*, testing: bool) -> str:
    """Name what an installation was made from."""
    import zlib

    total = 0
    for path in (os.path.join(ROOT, "pyproject.toml"), os.path.abspath(__file__)):
        with open(path, "rb") as file:
            total = zlib.crc32(file.read(), total)
    return f"{total:08x} {'test' if testing else 'run'} {os.path.realpath(PYTHON)}"


def kept_stamp() -> str:
    """Return what the last installation left, or nothing."""
    try:
        with open(STAMP, encoding="utf-8") as file:
            return file.read()
    except OSError:
        return ""


def installed(*, testing: bool) -> bool:
    """Whether the environment is there and up to date; one for the tests also starts the program."""
    kept = kept_stamp()
    wanted = (stamp(testing=True),) if testing else (stamp(testing=True), stamp(testing=False))
    return kept in wanted and os.path.exists(PYTHON)


def install(*, testing: bool) -> str:
    """Make the environment; return a sentence when that fails, else nothing."""
    import shutil

    print("Installing into .venv (once; this takes a minute) …", file=sys.stderr, flush=True)
    python = kept_stamp().partition(" ")[2].partition(" ")[2]
    if os.path.exists(STAMP):
        os.remove(STAMP)
    if not os.path.exists(PYTHON) or (os.path.isabs(python) and python != os.path.realpath(PYTHON)):
        # Left by an installation that was stopped, or made for a Python that is gone or another by now.
        shutil.rmtree(HOME, ignore_errors=True)
    uv = shutil.which("uv")
    problem = with_uv(uv, testing=testing) if uv else with_pip(testing=testing)
    if problem:
        return problem
    # An installation that points here is compiled by nobody else, and each start would do it again where Python is
    # told to write nothing.
    call([PYTHON, "-m", "compileall", "-q", os.path.join(ROOT, "viewer")])
    with open(STAMP, "w", encoding="utf-8") as file:
        file.write(stamp(testing=testing))
    return ""


def with_uv(uv: str, *, testing: bool) -> str:
    """Install by uv; return a sentence when that fails."""
    if not os.path.exists(PYTHON) and call([uv, "venv", "-q", "--python", sys.executable, HOME]):
        return "The virtual environment could not be made; uv says why above."
    command = [uv, "pip", "install", "-q", "--compile-bytecode", "--python", PYTHON, "-e", "."]
    return FAILED if call([*command, *(GROUP if testing else [])], folder=ROOT) else ""


def with_pip(*, testing: bool) -> str:
    """Install by the pip that comes with Python; return a sentence when that fails."""
    if not os.path.exists(PYTHON) and call([sys.executable, "-m", "venv", HOME]):
        import shutil

        shutil.rmtree(HOME, ignore_errors=True)
        return (
            "The virtual environment could not be made. On Debian and Ubuntu it needs one more package:\n"
            "    sudo apt install python3-venv"
        )
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "-q", "install"]
    # Dependency groups came with pip 25.1.
    if testing and call([*pip, "--upgrade", "pip>=25.1"], folder=ROOT):
        return "pip could not be brought up to date; it says why above."
    return FAILED if call([*pip, "-e", ".", *(GROUP if testing else [])], folder=ROOT) else ""


def test() -> int:
    """Run every check and say which failed."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    failed = []
    for name, command in CHECKS:
        print(f"\n== {name}", flush=True)
        if call([PYTHON, *command], environment, ROOT):
            failed.append(name)
    print()
    if failed:
        print("Failed: " + ", ".join(failed))
        return 1
    print("All checks passed.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
