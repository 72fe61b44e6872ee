"""A start compiles what the last one compiled not again, and never runs anything else than what it was given."""

import builtins
import subprocess
import sys
from pathlib import Path

import pytest

from viewer.compiled_support import Compilation, PlainImports
from viewer.store import Store

SOURCE = b"from __future__ import annotations\nanswer = 6 * 7\n"


def _answers(store: Store, source: bytes = SOURCE, name: str = "a.py") -> int:
    space: dict[str, int] = {}
    with Compilation(store):
        exec(compile(source, name, "exec"), space)
    return space["answer"]


def _without_compiling(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    asked: list[object] = []
    real = builtins.compile

    def counted(*words: object, **named: object) -> object:
        asked.append(words[1])
        return real(*words, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(builtins, "compile", counted)
    return asked


def test_a_text_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _answers(Store(tmp_path)) == 42
    asked = _without_compiling(monkeypatch)
    assert _answers(Store(tmp_path)) == 42
    assert asked == []


@pytest.mark.parametrize(
    ("source", "name"), [(b"answer = 43\n", "a.py"), (SOURCE, "b.py")], ids=["another text", "another name"]
)
def test_another_text_or_name_is_compiled(
    source: bytes, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _answers(Store(tmp_path))
    asked = _without_compiling(monkeypatch)
    assert _answers(Store(tmp_path), source, name) == (43 if name == "a.py" else 42)
    assert asked == [name]


def test_what_is_damaged_is_compiled_anew(tmp_path: Path) -> None:
    _answers(Store(tmp_path))
    (entry,) = tmp_path.iterdir()
    entry.write_bytes(entry.read_bytes()[:-3])
    assert _answers(Store(tmp_path)) == 42


def test_a_folder_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_text("no folder")
    assert _answers(Store(place)) == 42


def test_compile_is_itself_again_also_after_an_error(tmp_path: Path) -> None:
    real = builtins.compile
    with pytest.raises(SyntaxError), Compilation(Store(tmp_path)):
        compile(b"answer =", "a.py", "exec")
    assert builtins.compile is real


def test_other_uses_of_compile_are_let_through(tmp_path: Path) -> None:
    with Compilation(Store(tmp_path)):
        assert eval(compile("6 * 7", "a", "eval")) == 42
        compile("answer = 1", "a", "exec", 0, True)
    assert list(tmp_path.iterdir()) == []


def test_the_flags_of_the_calling_code_are_inherited(tmp_path: Path) -> None:
    """As ``compile`` itself does: an annotation stays text where the caller has asked for that, and only there."""
    source = b"def f(x: 1 + 1): ...\n"
    call = "def run():\n    space = {}\n    exec(compile(source, 'f.py', 'exec'), space)\n"
    call += "    return space['f'].__annotations__['x']\n"
    found = []
    for head in ("", "from __future__ import annotations\n"):
        space: dict[str, object] = {"source": source}
        exec(compile(head + call, "caller.py", "exec", 0, True), space)
        with Compilation(Store(tmp_path)):
            found.append(space["run"]())  # type: ignore[operator]
    assert found == [2, "1 + 1"]


def test_a_second_start_finds_what_pyside_compiles(tmp_path: Path) -> None:
    script = (
        "import builtins, sys\n"
        "from pathlib import Path\n"
        "from viewer.compiled_support import import_qt\n"
        "from viewer.store import Store\n"
        "real, asked = builtins.compile, []\n"
        "def counted(*words, **named):\n"
        "    asked.append(words[1])\n"
        "    return real(*words, **named)\n"
        "builtins.compile = counted\n"
        "import_qt(Store(Path(sys.argv[1])))\n"
        "from PySide6.QtWidgets import QApplication\n"
        "app = QApplication([])\n"
        "print(len(asked), app.arguments.__doc__ is not None)\n"
    )
    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, "-c", script, str(tmp_path)]
    first, second = (
        subprocess.run(command, capture_output=True, text=True, check=True, cwd=root).stdout.split() for _ in range(2)
    )
    assert second == ["0", first[1]]


def test_imports_are_plain_for_a_stretch_also_after_an_error() -> None:
    watched, asked = builtins.__import__, []

    def plain(name: str, *words: object) -> object:
        asked.append(name)
        return watched(name, *words)  # type: ignore[arg-type]

    with pytest.raises(ModuleNotFoundError), PlainImports(plain):
        import viewer.there_is_none  # type: ignore[import-not-found]  # noqa: F401
    assert "viewer.there_is_none" in asked
    assert builtins.__import__ is watched


def test_classes_of_qt_can_be_had_by_modules_that_were_imported_plainly(tmp_path: Path) -> None:
    script = (
        "import builtins, sys\n"
        "from pathlib import Path\n"
        "from viewer.compiled_support import import_qt\n"
        "from viewer.store import Store\n"
        "with import_qt(Store(Path(sys.argv[1]))):\n"
        "    from viewer.session.history import History\n"
        "    from viewer.ui.parts.row_list import RowList\n"
        "    from PySide6.QtGui import QPainterPath\n"
        "watched = builtins.__import__\n"
        "from PySide6.QtWidgets import QApplication, QListView\n"
        "app = QApplication([])\n"
        "print(issubclass(RowList, QListView), RowList.sizeHint is not None, watched.__name__)\n"
    )
    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, "-c", script, str(tmp_path)]
    said = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root).stdout.split()
    assert said[:2] == ["True", "True"]
