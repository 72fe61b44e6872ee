"""What opens diagrams without an engine: every file is the same two boxes and an arrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders.diagrams import a_diagram
from tests.builders.room import an_entry
from viewer.definitions.catalog import Catalog
from viewer.definitions.definition import Definition
from viewer.errors import DiagramError, Problem
from viewer.layout.geometry import Box, EdgePlace, Layout, NodePlace, Point
from viewer.model.diagram import ElementId
from viewer.session.opening import Opened

if TYPE_CHECKING:
    from pathlib import Path


class _Engine:
    name = "by hand"


class _Measurer:
    fingerprint = "no font"


class FakeOpener:
    """Opens every file as a picture of two boxes, and counts."""

    engine, measurer = _Engine(), _Measurer()

    def __init__(self) -> None:
        self.opened: list[Path] = []
        self.fails = False

    def open(self, path: Path, known: object, token: object) -> Opened:
        self.opened.append(path)
        if self.fails:
            raise DiagramError((Problem(str(path), 1, 1, "It is broken."),))
        diagram = a_diagram(["a", "b"], [("a", "b")])
        a, b, edge = ElementId("a"), ElementId("b"), ElementId("a->b")
        layout = Layout(
            Box(0, 0, 100, 140),
            {
                a: NodePlace(a, Box(10, 10, 80, 36), ("a",), Box(10, 0, 10, 10)),
                b: NodePlace(b, Box(10, 90, 80, 36), ("b",), Box(10, 80, 10, 10)),
            },
            {edge: EdgePlace(edge, (Point(50, 48), Point(50, 60), Point(50, 70), Point(50, 85)), Point(50, 66),
                             Box(60, 60, 40, 16), ("activates",))},
            {},
            "by hand",
        )  # fmt: skip
        return Opened(Definition(diagram, {}, {}, ()), layout, path)


def definitions_in(folder: Path, *names: str) -> Catalog:
    """Write a definition for each name, and return the catalog of them."""
    entries = []
    for name in names:
        path = folder / f"{name}.yaml"
        path.write_text(f"title: {name}")
        entries.append(an_entry(name, path=path))
    return Catalog(tuple(entries))
