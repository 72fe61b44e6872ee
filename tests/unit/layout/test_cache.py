"""Layouts survive the way through bytes, and keys differ whenever layouts may."""

from dataclasses import replace

import pytest

from tests.builders.diagrams import a_compartment, a_diagram, a_node, an_edge
from tests.builders.layouts import FakeMeasurer
from viewer.layout.cache import key_of, packed, unpacked
from viewer.layout.finishing.finish import finished
from viewer.layout.layering import simple_layout
from viewer.layout.plan import plan_of
from viewer.model.diagram import Direction, Kind, Relation
from viewer.model.evidence import DocumentId, Evidence, Stance

_DISPUTED = (Evidence(DocumentId("d"), "q", Stance.DISPUTES),)
_DIAGRAM = a_diagram(
    [a_node("a", compartment="cell", label="\ud800 \u03b2"), "b"],
    [an_edge("a", "b"), an_edge("a", "b", Relation.BINDS, name="plain", label="")],
    compartments=["cell"],
)


def test_a_layout_comes_back_as_it_was() -> None:
    plan = plan_of(_DIAGRAM, FakeMeasurer())
    layout = finished(plan, simple_layout(plan), "engine", ("A warning.",))
    assert unpacked(packed(layout)) == layout


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\x00", b"(", packed.__doc__.encode()])
def test_what_is_no_layout_gives_none(content: bytes) -> None:
    assert unpacked(content) is None


def test_a_key_changes_with_what_is_seen() -> None:
    others = [
        replace(_DIAGRAM, direction=Direction.UP),
        replace(_DIAGRAM, rows=(("a", "b"),)),
        replace(_DIAGRAM, edges=_DIAGRAM.edges[:1]),
        replace(_DIAGRAM, compartments=(a_compartment("cell", label="Cell"),)),
        replace(_DIAGRAM, nodes=(_DIAGRAM.nodes[0], a_node("b", label="B"))),
        replace(_DIAGRAM, nodes=(_DIAGRAM.nodes[0], a_node("b", kind=Kind.ION))),
        replace(_DIAGRAM, nodes=(_DIAGRAM.nodes[0], a_node("b", evidence=_DISPUTED))),
        replace(
            _DIAGRAM,
            edges=(_DIAGRAM.edges[0], an_edge("a", "b", Relation.BINDS, name="plain", label="", evidence=_DISPUTED)),
        ),
    ]
    keys = {key_of(diagram, FakeMeasurer(), "engine") for diagram in (_DIAGRAM, *others)}
    keys.add(key_of(_DIAGRAM, FakeMeasurer(), "another engine"))
    assert len(keys) == len(others) + 2


def test_a_key_stays_with_what_is_only_said() -> None:
    told = replace(
        _DIAGRAM, title="Another", summary="More words", nodes=(_DIAGRAM.nodes[0], a_node("b", summary="s"))
    )
    assert key_of(told, FakeMeasurer(), "engine") == key_of(_DIAGRAM, FakeMeasurer(), "engine")
