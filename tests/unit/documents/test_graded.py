"""The ranking holds its quality on targets that were graded by hand, and stays ahead of a plain search engine."""

import importlib.util
import statistics
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from viewer.documents.library import Library

_ROOT = Path(__file__).resolve().parents[3]


def _benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("ranking_benchmark", _ROOT / "benchmarks" / "ranking.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


BENCHMARK = _benchmark()


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Every target with its set and its measures; the documents beside the checkout only where they are."""
    rows: list[tuple[str, dict[str, Any], dict[str, Any]]] = []
    for corpus, folder in BENCHMARK.CORPORA.items():
        if folder.is_dir():
            library = Library([folder], tmp_path_factory.mktemp(corpus) / "index.sqlite")
            library.refresh()
            rows += [(corpus, one, BENCHMARK.measured(library, one)) for one in BENCHMARK.graded(corpus)]
            library.close()
    return rows


@pytest.mark.parametrize(("edges", "least"), [(False, 0.9), (True, 0.85)])
@pytest.mark.parametrize("split", ["dev", "held-out"])
def test_the_order_agrees_with_a_reader(
    found: list[tuple[str, dict[str, Any], dict[str, Any]]], edges: bool, least: float, split: str
) -> None:
    chosen = [row for row in found if ("verb" in row[1]) is edges and row[1]["split"] == split]
    gain = {system: statistics.mean(row[2][system].gain for row in chosen) for system in BENCHMARK.SYSTEMS}
    assert gain["ours"] >= least
    assert gain["ours"] > max(gain["lines"], gain["passages"])


def test_there_are_enough_targets_and_a_third_is_held_out() -> None:
    targets = [one for corpus in BENCHMARK.CORPORA for one in BENCHMARK.graded(corpus)]
    for edges in (False, True):
        chosen = [one for one in targets if ("verb" in one) is edges]
        assert len(chosen) >= 40
        assert 3 * sum(one["split"] == "held-out" for one in chosen) >= len(chosen)
        assert all(grade in (1, 2) for one in chosen for grade in one["grades"].values())


def test_measures_are_what_they_say(tmp_path: Path) -> None:
    """A perfect order gains 1, the same words twice count once, an empty order gains nothing."""
    texts = {"a": "One. Two. Three.\nFour.", "b": "One."}
    span = BENCHMARK.Span
    one, two, four = span("a", 0, 4, 1), span("a", 5, 9, 1), span("a", 17, 22, 2)
    copy = span("b", 0, 4, 1)
    places = [(one, 2), (copy, 2), (four, 1)]
    best = BENCHMARK._measures([one, four, two], places, texts, by_line=False)
    assert best == (1.0, 1.0, 1.0)
    assert BENCHMARK._measures([one, copy, four], places, texts, by_line=False).gain < 1
    assert BENCHMARK._measures([], places, texts, by_line=False) == (0.0, 0.0, 0.0)
    assert BENCHMARK._measures([two], [(one, 2)], texts, by_line=True) == (0.0, 0.0, 0.0)
