"""What it costs to write a picture: the bundled diagram and a thousand nodes, laid out already."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import pytest

from benchmarks.graphs import a_definition
from tests.builders.theming import a_measurer, a_theme
from viewer.definitions.catalog import find, read_catalog
from viewer.definitions.reader import parse_definition, read_definition
from viewer.export.exporter import export_diagram
from viewer.export.options import Format, Options
from viewer.layout.engine import Engine
from viewer.model.diagram import DiagramId
from viewer.places import bundled, cache_folder
from viewer.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytest_benchmark.fixture import BenchmarkFixture

    from viewer.layout.geometry import Layout
    from viewer.model.diagram import Diagram


@lru_cache
def drawn(name: str) -> tuple[Diagram, Layout]:
    """Return a diagram and its layout."""
    if name == "bundled":
        diagram = read_definition(find("glutamate-surge", read_catalog([bundled().diagrams])).path).diagram
    else:
        diagram = parse_definition(a_definition(1000).encode(), DiagramId("random"), "random.yaml").diagram
    return diagram, Engine(store=Store(cache_folder() / "benchmarks")).layout(diagram, a_measurer())


@pytest.mark.parametrize("form", list(Format))
@pytest.mark.parametrize("name", ["bundled", "1000 nodes"])
def test_export(benchmark: BenchmarkFixture, qapp: QApplication, tmp_path: Path, name: str, form: Format) -> None:
    diagram, layout = drawn(name)
    options = Options(format=form)
    file = tmp_path / f"picture.{form}"
    rounds = 20 if name == "bundled" else 3
    benchmark.pedantic(
        export_diagram, (diagram, layout, file, options, a_theme(), a_measurer()), rounds=rounds, warmup_rounds=1
    )
