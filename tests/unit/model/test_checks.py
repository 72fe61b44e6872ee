"""The rules that any diagram keeps to, also one that was built in code."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders.diagrams import a_compartment, a_diagram, a_node, an_edge
from viewer.model.checks import DEEPEST, Fault, faults_in
from viewer.model.diagram import Diagram, ElementId
from viewer.model.evidence import DocumentId, Evidence
from viewer.model.story import Ask, Step, StepQuote


def test_a_sound_diagram_has_no_faults() -> None:
    diagram = a_diagram(
        [a_node("a", compartment="inner", opens="other"), "b"],
        [("a", "b"), an_edge("a", "b", name="a->b#2"), ("b", "b")],
        compartments=["outer", a_compartment("inner", parent="outer")],
        rows=[["a", "b"]],
        steps=[Step("S", (ElementId("a"),), ask=Ask("Q", ("x", "y"), 2, ElementId("a->b")))],
    )
    assert faults_in(diagram, ["other"]) == ()


@pytest.mark.parametrize(
    ("diagram", "path", "text"),
    [
        (a_diagram([a_node("a", compartment="b"), "b"]), ("nodes", "a", "in"), "“b” is a node, not a compartment."),
        (a_diagram([""]), ("nodes", ""), "The id is empty."),
        (a_diagram(edges=[an_edge(name="")]), ("edges", 0, "id"), "The id is empty."),
        (a_diagram(edges=[("a", "c")]), ("edges", 0, "target"), "There is no node “c”."),
        (a_diagram(edges=[("a", "b"), ("a->b", "a")]), ("edges", 1, "source"), "“a->b” is an edge, not a node."),
        (a_diagram(rows=[["a"], ["b", "a"]]), ("rows", 1, 1), "The node “a” stands in two rows."),
        (
            a_diagram(compartments=[a_compartment("c", parent="c")]),
            ("compartments", "c", "in"),
            "Compartments lie in a circle: “c” in “c”.",
        ),
        (
            a_diagram(steps=[Step("S", quote=StepQuote(DocumentId("a/b"), "q"))]),
            ("steps", 0, "quote", "document"),
            "The document “a/b” is not a plain id.",
        ),
        (
            a_diagram([a_node("a", evidence=(Evidence(DocumentId("..."), "q"),))]),
            ("nodes", "a", "evidence", 0, "document"),
            "The document “...” is not a plain id.",
        ),
        (
            a_diagram(steps=[Step("S", ask=Ask("Q", answer=1))]),
            ("steps", 0, "ask", "answer"),
            "The answer is choice 1 of 0.",
        ),
    ],
    ids=lambda value: "/".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_each_fault_has_its_path(diagram: object, path: tuple[str | int, ...], text: str) -> None:
    (fault,) = faults_in(diagram)  # type: ignore[arg-type]
    assert (fault.path, fault.text) == (path, text)


def _nested(count: int) -> Diagram:
    places = [a_compartment(f"c{i}", parent=f"c{i - 1}" if i else None) for i in range(count)]
    return a_diagram(compartments=places, nodes="x")


def test_compartments_are_not_nested_without_end() -> None:
    assert faults_in(_nested(DEEPEST)) == ()
    (fault,) = faults_in(_nested(4 * DEEPEST))
    assert fault.path == ("compartments", f"c{DEEPEST}", "in")
    assert fault.text == f"Compartments lie more than {DEEPEST} deep in one another here."


def test_a_long_circle_is_one_fault() -> None:
    count = 3 * DEEPEST
    places = [a_compartment(f"c{i}", parent=f"c{(i + 1) % count}") for i in range(count)]
    assert [fault.path[1] for fault in faults_in(a_diagram(compartments=places, nodes="x"))] == ["c0"]


def test_two_circles_are_two_faults() -> None:
    parents = {"a": "b", "b": "a", "c": "a", "d": "e", "e": "d", "f": None}
    diagram = a_diagram(
        compartments=[a_compartment(name, parent=parent) for name, parent in parents.items()], nodes="x"
    )
    assert [fault.path[1] for fault in faults_in(diagram)] == ["a", "d"]


@given(st.lists(st.sampled_from("abcde"), min_size=5, max_size=5))
def test_a_circle_is_found_exactly_where_following_never_ends(parents: list[str]) -> None:
    names = dict(zip("abcde", parents, strict=True))
    roots = {name: None if parent == "e" else parent for name, parent in names.items()}

    def ends(name: str) -> bool:
        at: str | None = name
        for _ in roots:
            at = roots[at] if at is not None else None
        return at is None

    diagram = a_diagram(
        compartments=[a_compartment(name, parent=parent) for name, parent in roots.items()], nodes="x"
    )
    assert bool(faults_in(diagram)) is not all(map(ends, roots))


def test_a_shared_id_is_the_later_one_s_fault() -> None:
    diagram = a_diagram(["a", "b"], [an_edge(name="cell"), an_edge(name="cell")], compartments=["cell", "b"])
    assert [(fault.path, fault.text) for fault in faults_in(diagram)] == [
        (("nodes", "b"), "The id “b” is a compartment's already."),
        (("edges", 0, "id"), "The id “cell” is a compartment's already."),
        (("edges", 1, "id"), "The id “cell” is another edge's already."),
    ]


def test_opened_diagrams_are_checked_only_against_a_list() -> None:
    diagram = a_diagram([a_node("a", opens="overvew")])
    assert faults_in(diagram) == ()
    expected = Fault(("nodes", "a", "opens"), "There is no diagram “overvew”.", "Did you mean “overview”?")
    assert faults_in(diagram, {"overview"}) == (expected,)
    assert faults_in(replace(diagram, nodes=(a_node("a", opens="overview"),)), {"overview"}) == ()
