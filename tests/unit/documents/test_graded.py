"""The ranking holds its quality on targets that were graded by hand, when their documents are beside the checkout."""

import importlib.util
import json
import statistics
from pathlib import Path
from types import ModuleType

import pytest

from viewer.documents.library import Library

_ROOT = Path(__file__).resolve().parents[3]
_SHARED = _ROOT.parent / "shared" / "documents"
_GRADED = _ROOT / "tests" / "data" / "graded" / "ketamine.json"


def _benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("ranking_benchmark", _ROOT / "benchmarks" / "ranking.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(not _SHARED.is_dir(), reason="the documents are not here")
def test_the_order_agrees_with_a_reader(tmp_path: Path) -> None:
    benchmark = _benchmark()
    library = Library([_SHARED], tmp_path / "index.sqlite")
    library.refresh()
    graded = json.loads(_GRADED.read_text(encoding="utf-8"))["targets"]
    gains: dict[bool, list[float]] = {True: [], False: []}
    for one in graded:
        gains["verb" in one].append(benchmark._measures(benchmark._ours(library, one), one)[0])
    library.close()
    assert statistics.mean(gains[False]) >= 0.9
    assert statistics.mean(gains[True]) >= 0.85
