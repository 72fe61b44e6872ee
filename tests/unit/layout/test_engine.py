"""The engine keeps layouts, falls back in steps, and stops when asked to."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest

from tests.builders.diagrams import a_diagram, a_node, an_edge
from tests.builders.layouts import FakeMeasurer, a_layout
from viewer.errors import LayoutCancelled, LayoutError
from viewer.layout.engine import Engine, system_dot
from viewer.model.diagram import Direction
from viewer.store import Store

pytestmark = pytest.mark.engine
_DIAGRAM = a_diagram(
    [a_node("a"), a_node("b", compartment="cell"), a_node("c", compartment="cell")],
    [("a", "b"), ("b", "c"), an_edge("c", "a", name="back")],
    compartments=["cell"],
)


def _program(folder: Path, text: str) -> Path:
    if sys.platform == "win32":
        pytest.skip("a script is no program on Windows")
    path = folder / "dot"
    path.write_text(f"#!{sys.executable} -S\n{text}\n")
    path.chmod(0o755)
    return path


def test_a_layout_is_kept_and_found_again(tmp_path: Path) -> None:
    engine = Engine(store=Store(tmp_path))
    assert engine.cached(_DIAGRAM, FakeMeasurer()) is None
    layout = engine.layout(_DIAGRAM, FakeMeasurer())
    assert engine.cached(_DIAGRAM, FakeMeasurer()) == layout
    assert Engine(store=Store(tmp_path)).cached(_DIAGRAM, FakeMeasurer()) == layout
    assert Engine().cached(_DIAGRAM, FakeMeasurer()) is None


def test_the_same_diagram_gives_the_same_layout() -> None:
    assert a_layout(_DIAGRAM) == a_layout(_DIAGRAM)


def test_the_embedded_engine_names_its_version() -> None:
    assert Engine().name.startswith("graphviz-pure 0.")
    assert a_layout(_DIAGRAM).engine == Engine().name


def test_a_missing_program_that_was_asked_for_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LayoutError, match=r"no-dot could not be started: .+\."):
        Engine(tmp_path / "no-dot").layout(_DIAGRAM, FakeMeasurer())


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("raise SystemExit('Error: out of memory')", "said: out of memory"),
        ("print('{}')", "could not be read"),
        ("import time; time.sleep(600)", "took too long"),
    ],
)
def test_an_engine_that_fails_gives_way_to_simple_layers(tmp_path: Path, text: str, reason: str) -> None:
    engine = Engine(_program(tmp_path, text), timeout=0.4, store=Store(tmp_path / "store"))
    layout = engine.layout(_DIAGRAM, FakeMeasurer())
    (warning,) = layout.warnings
    assert reason in warning
    assert list(layout.nodes) == ["a", "b", "c"]
    # What only stands in for a layout is not kept.
    assert engine.cached(_DIAGRAM, FakeMeasurer()) is None


def test_a_cancelled_layout_stops(tmp_path: Path) -> None:
    cancelled = Event()
    cancelled.set()
    with pytest.raises(LayoutCancelled):
        Engine(_program(tmp_path, "import time; time.sleep(600)")).layout(_DIAGRAM, FakeMeasurer(), cancelled)
    many = a_diagram([f"n{i}" for i in range(30)], [(f"n{i}", f"n{i + 1}") for i in range(29)])
    with pytest.raises(LayoutCancelled):
        Engine().layout(many, FakeMeasurer(), cancelled)


@pytest.mark.parametrize("direction", Direction)
def test_the_flow_runs_in_the_direction_asked_for(direction: Direction) -> None:
    layout = a_layout(a_diagram(["a", "b"], [("a", "b")], direction=direction))
    (ax, ay), (bx, by) = (layout.nodes[name].box.centre for name in ("a", "b"))
    along = {Direction.DOWN: by - ay, Direction.UP: ay - by, Direction.RIGHT: bx - ax, Direction.LEFT: ax - bx}
    assert along[direction] > 50


def test_rows_stand_side_by_side_in_their_order() -> None:
    layout = a_layout(a_diagram(["a", "b", "c"], [("a", "b"), ("b", "c")], rows=[["c", "b", "a"]]))
    boxes = [layout.nodes[name].box for name in ("c", "b", "a")]
    assert boxes[0].right < boxes[1].x < boxes[1].right < boxes[2].x
    assert len({round(box.y) for box in boxes}) == 1


def test_a_diagram_of_two_thousand_nodes_is_laid_out() -> None:
    names = [f"n{i}" for i in range(2000)]
    edges = [an_edge(names[i * 7 // 8], names[i + 1]) for i in range(1999)]
    layout = a_layout(a_diagram(names, edges))
    assert not layout.warnings
    assert len(layout.nodes) == 2000


@pytest.mark.skipif(system_dot() is None, reason="no dot on the search path")
def test_a_dot_of_the_system_serves_as_well() -> None:
    dot = system_dot()
    layout = Engine(dot).layout(_DIAGRAM, FakeMeasurer())
    assert not layout.warnings
    assert layout.engine == str(dot)
    # Its table sizes may be coarse, our boxes are not.
    sizes = {name: (place.box.width, place.box.height) for name, place in layout.nodes.items()}
    assert sizes == {name: (p.box.width, p.box.height) for name, p in a_layout(_DIAGRAM).nodes.items()}


def test_another_dot_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = _program(tmp_path, "")
    monkeypatch.setenv("MECHANISM_VIEWER_DOT", str(program))
    assert system_dot() == program
    monkeypatch.setenv("MECHANISM_VIEWER_DOT", str(tmp_path / "nowhere"))
    assert system_dot() is None


def test_a_kept_layout_is_read_without_engine_or_process(tmp_path: Path) -> None:
    Engine(store=Store(tmp_path)).layout(a_diagram(["a", "b"], [("a", "b")]), FakeMeasurer())
    code = (
        "import sys; from pathlib import Path; from tests.builders.diagrams import a_diagram;"
        "from tests.builders.layouts import FakeMeasurer; from viewer.layout.engine import Engine;"
        "from viewer.store import Store; engine = Engine(store=Store(Path(sys.argv[1])));"
        "assert engine.cached(a_diagram(['a', 'b'], [('a', 'b')]), FakeMeasurer());"
        "print(*sys.modules)"
    )
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )
    heavy = {"graphviz", "subprocess", "tempfile", "json", "importlib.metadata", "viewer.layout.plan"}
    assert not heavy & set(done.stdout.split())
