"""The rules of the house: file length, docstrings, names, colours, what the start imports."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "viewer").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
BANNED = {"utils", "util", "misc", "common", "helper", "helpers", "manager", "handler", "data", "info"}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", [*MODULES, *TESTS], ids=name_of)
def test_a_file_has_less_than_300_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < 300, "split it by noun"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_says_why_it_exists(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_name_is_a_drawer(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = [path.stem, *(node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef))]
    words = {word.lower() for name in names for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+", name)}
    assert not words & BANNED


@pytest.mark.parametrize("folder", [*{path.parent for path in MODULES}], ids=name_of)
def test_a_folder_is_under_a_score_of_files(folder: Path) -> None:
    assert len([path for path in folder.glob("*.py") if path.stem != "__init__"]) <= 20, "is it two things?"


HEAVY = ("yaml", "jsonschema_rs", "graphviz", "sqlite3", "fontTools", "charset_normalizer")


def test_the_window_starts_without_what_it_does_not_need_yet() -> None:
    script = (
        "import sys, viewer.app, viewer.ui.main_window, viewer.ui.wiring, viewer.ui.window_verbs, "
        "viewer.ui.picture_verbs, viewer.session.session, viewer.session.opening, viewer.session.reading\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert said.stdout.strip() == "[]"


def test_the_core_runs_without_qt() -> None:
    script = (
        "import sys; sys.modules['PySide6'] = None\n"
        "import viewer.model.story, viewer.definitions.reader, viewer.definitions.catalog, viewer.layout.engine\n"
        "import viewer.documents.library, viewer.session.page, viewer.session.history, viewer.scene.ink.edge_ink"
    )
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=ROOT)
    assert said.returncode == 0, said.stderr


def test_what_a_start_imports_before_qt_runs_without_it() -> None:
    script = (
        "import sys; sys.modules['PySide6'] = None\n"
        "from importlib import import_module\n"
        "from viewer.app import KNOW_NO_QT\n"
        "for module in KNOW_NO_QT: import_module(module)"
    )
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=ROOT)
    assert said.returncode == 0, said.stderr


def test_pyside_is_bounded_where_it_loses_references() -> None:
    """6.12.0 drops a reference to None at every call on Python below 3.12, and the process dies in the end."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "PySide6-Essentials>=6.8,<6.12; python_version < '3.12'" in project["dependencies"]


def test_the_reference_to_nothing_is_kept() -> None:
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(10_000):
        thing.setObjectName("x")
    # Python 3.12 and newer count None as immortal: the number stands still there, too.
    assert abs(sys.getrefcount(None) - before) < 5_000
