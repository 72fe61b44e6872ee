#!/usr/bin/env python3
"""Install and start the program, or install and pass every check: the two commands of the README.

    python3 run.py [ARGUMENTS…]    starts mechanism-viewer with these arguments
    python3 run.py test            runs every check and every test

Needs Python 3.11 or newer and nothing else: it makes a virtual environment beside itself (with uv where that is
there, else with venv and pip) and installs anew only when pyproject.toml, this file or the Python has changed.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
HOME = ROOT / ".venv"
BIN = HOME / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")

CHECKS = (
    ("ruff check", ["-m", "ruff", "check", "."]),
    ("ruff format", ["-m", "ruff", "format", "--check", "."]),
    ("mypy", ["-m", "mypy"]),
    ("import-linter", ["-c", "from importlinter.cli import lint_imports_command as run; run()"]),
    ("definitions", ["-m", "viewer", "check"]),
    ("pytest", ["-m", "pytest"]),
)


def main() -> int:
    """Install what is missing, then start or test."""
    if sys.version_info < (3, 11):
        print(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}. See python.org/downloads.")
        return 1
    words = sys.argv[1:]
    testing = words == ["test"]
    if not installed(testing=testing):
        problem = install(testing=testing)
        if problem:
            print(problem, file=sys.stderr)
            return 1
    if testing:
        return test()
    command = [str(PYTHON), "-m", "viewer", *words]
    if os.name == "nt":
        return subprocess.call(command)
    os.execv(command[0], command)
    return 0


def stamp(*, testing: bool) -> str:
    """Name what an installation was made from."""
    digest = hashlib.sha256()
    for path in (ROOT / "pyproject.toml", Path(__file__)):
        digest.update(path.read_bytes())
    return f"{digest.hexdigest()} {sys.version.split()[0]} {'test' if testing else 'run'}"


def installed(*, testing: bool) -> bool:
    """Whether the environment is there and up to date; one for the tests also starts the program."""
    try:
        kept = (HOME / "installed").read_text(encoding="utf-8")
    except OSError:
        return False
    wanted = (stamp(testing=True),) if testing else (stamp(testing=True), stamp(testing=False))
    return PYTHON.exists() and kept in wanted


def install(*, testing: bool) -> str:
    """Make the environment; return a sentence when that fails, else nothing."""
    print("Installing into .venv (once; this takes a minute) …", file=sys.stderr, flush=True)
    (HOME / "installed").unlink(missing_ok=True)
    group = ["--group", "dev"] if testing else []
    uv = shutil.which("uv")
    if uv:
        if not PYTHON.exists() and subprocess.call([uv, "venv", "-q", "--python", sys.executable, str(HOME)]):
            return "The virtual environment could not be made; uv says why above."
        done = subprocess.call([uv, "pip", "install", "-q", "--python", str(PYTHON), "-e", ".", *group], cwd=ROOT)
    else:
        if not PYTHON.exists() and subprocess.call([sys.executable, "-m", "venv", str(HOME)]):
            shutil.rmtree(HOME, ignore_errors=True)
            return (
                "The virtual environment could not be made. On Debian and Ubuntu it needs one more package:\n"
                "    sudo apt install python3-venv"
            )
        pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "-q"]
        # Dependency groups came with pip 25.1.
        if group and subprocess.call([*pip, "install", "--upgrade", "pip>=25.1"], cwd=ROOT):
            return "pip could not be brought up to date; it says why above."
        done = subprocess.call([*pip, "install", "-e", ".", *group], cwd=ROOT)
    if done:
        return (
            "The installation failed; the lines above say why. Without a network, it works again once there is one."
        )
    (HOME / "installed").write_text(stamp(testing=testing), encoding="utf-8")
    return ""


def test() -> int:
    """Run every check and say which failed."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    failed = []
    for name, command in CHECKS:
        print(f"\n== {name}", flush=True)
        if subprocess.call([str(PYTHON), *command], cwd=ROOT, env=environment):
            failed.append(name)
    print()
    if failed:
        print("Failed: " + ", ".join(failed))
        return 1
    print("All checks passed.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
