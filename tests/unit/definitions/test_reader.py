"""A definition becomes a diagram with its lines, or every problem in it at once."""

from pathlib import Path

import pytest

from tests.builders.diagrams import a_compartment, a_node
from viewer.definitions.reader import MOST_LISTED, parse_definition, read_definition
from viewer.errors import DiagramError, Problem
from viewer.model.diagram import DiagramId, Direction, Kind
from viewer.model.evidence import DocumentId, Evidence, Stance
from viewer.model.story import Ask, Step, StepQuote

SAMPLES = Path(__file__).parents[2] / "data" / "definitions"
SMALL = "title: T\nnodes: {a: {label: A, kind: drug}, b: {label: B, kind: ion}}\n"


def problems_in(text: str | bytes, known: tuple[str, ...] | None = None) -> tuple[Problem, ...]:
    content = text.encode() if isinstance(text, str) else text
    with pytest.raises(DiagramError) as caught:
        parse_definition(content, DiagramId("sample"), "sample.yaml", known)
    return caught.value.problems


@pytest.mark.parametrize("bad", sorted((SAMPLES / "bad").glob("*.yaml")), ids=lambda path: path.stem)
def test_every_problem_of_a_bad_file_is_told_with_its_place(bad: Path) -> None:
    expected = bad.with_suffix(".txt").read_text(encoding="utf-8")
    with pytest.raises(DiagramError) as caught:
        read_definition(bad, file="F", known=["overview"])
    told = [str(problem).removeprefix("F:") for problem in caught.value.problems]
    assert told == expected.splitlines()


def test_everything_that_the_format_knows_is_read() -> None:
    definition = read_definition(SAMPLES / "good" / "everything.yaml", known=["another"])
    drawn = definition.diagram
    assert (drawn.id, drawn.title, drawn.direction) == ("everything", "A sample of everything", Direction.RIGHT)
    assert drawn.compartments == (
        a_compartment("outside", label="Outside"),
        a_compartment("inside", label="Inside", parent="outside"),
    )
    book = DocumentId("a-book")
    assert drawn.nodes[0] == a_node(
        "the door",
        label="Door",
        kind=Kind.RECEPTOR,
        compartment="inside",
        aliases=("gate", "entry: the main one"),
        summary="Lets one in.",
        opens="another",
        evidence=(
            Evidence(book, "the door is open"),
            Evidence(book, "the door is shut", Stance.DISPUTES, "Two pages later."),
        ),
    )
    assert [(edge.id, edge.label) for edge in drawn.edges] == [
        ("turning", "turns"),
        ("the door->graph", "leads to"),
        ("the door->graph#2", "part of"),
    ]
    assert drawn.rows == (("the door", "key"),)
    assert drawn.steps[0] == Step(
        "First",
        ("key", "the door"),
        (),
        ("turning",),
        "The key turns.",
        "Wait here.",
        StepQuote(book, "it fits"),
        Ask("Open or shut?", ("Open", "Shut"), 1, "turning", 45),
    )
    assert drawn.steps[1].hide == ("key",)


def test_the_parts_know_their_lines() -> None:
    definition = read_definition(SAMPLES / "good" / "everything.yaml")
    lines = (SAMPLES / "good" / "everything.yaml").read_text(encoding="utf-8").splitlines()

    def at(place: tuple[int, int]) -> str:
        return lines[place[0] - 1][place[1] - 1 :]

    assert at(definition.lines["inside"]).startswith("inside:")
    assert at(definition.lines["the door"]).startswith("the door:")
    assert at(definition.lines["turning"]) == "source: key"
    assert at(definition.evidence_lines["the door", 1]) == "the door is shut"
    assert at(definition.evidence_lines["turning", 0]).startswith("it fits")
    assert [at(place) for place in definition.step_lines] == ["it fits}", "title: Then"]


def test_what_yaml_takes_for_something_else_stays_the_text_that_was_written() -> None:
    drawn = read_definition(SAMPLES / "good" / "untyped-words.yaml").diagram
    assert [(node.id, node.label) for node in drawn.nodes] == [("nmda", "no"), ("no", "014")]
    assert drawn.nodes[1].aliases == ("12:30:00", "2024-01-01")
    assert drawn.steps[0].ask is not None
    assert drawn.steps[0].ask.choices == ("yes", "no")


def test_an_unknown_diagram_is_a_problem_only_where_the_diagrams_are_known() -> None:
    text = "title: T\nnodes: {a: {label: A, kind: drug, opens: overvew}}"
    assert parse_definition(text.encode(), DiagramId("x"), "x.yaml").diagram.nodes[0].opens == "overvew"
    (problem,) = problems_in(text, ("overview",))
    assert problem.text == "There is no diagram “overvew”."
    assert problem.hint == "Did you mean “overview”?"


def test_a_default_id_makes_way_for_one_that_is_written() -> None:
    text = SMALL + (
        "edges:\n"
        "  - {source: a, target: b, relation: binds}\n"
        "  - {source: a, target: b, relation: binds, id: a->b}\n"
        "  - {source: a, target: b, relation: binds, id: 'a->b#3'}\n"
        "  - {source: a, target: b, relation: binds}\n"
    )
    drawn = parse_definition(text.encode(), DiagramId("x"), "x.yaml").diagram
    assert [edge.id for edge in drawn.edges] == ["a->b#2", "a->b", "a->b#3", "a->b#4"]


@pytest.mark.parametrize("name", ["a b", "a:b", "digraph", "->", "<b>", "a/b", "№ 5", "x" * 100])
def test_any_text_on_one_line_is_an_id(name: str) -> None:
    text = f"title: T\nnodes: {{'{name}': {{label: A, kind: drug}}}}"
    assert parse_definition(text.encode(), DiagramId("x"), "x.yaml").diagram.nodes[0].id == name


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_byte_order_marks_and_line_ends_make_no_difference(encoding: str, newline: str) -> None:
    content = "title: Über\nnodes:\n  β: {label: Δ, kind: ion}\n".replace("\n", newline).encode(encoding)
    definition = parse_definition(content, DiagramId("x"), "x.yaml")
    assert (definition.diagram.title, definition.diagram.nodes[0].label) == ("Über", "Δ")
    assert definition.lines == {"β": (3, 3)}


def test_a_file_that_is_all_wrong_is_not_listed_whole() -> None:
    problems = problems_in(SMALL + "".join(f"key{number}: 1\n" for number in range(500)))
    assert len(problems) == MOST_LISTED + 1
    assert problems[-1].text == "There are at least 300 more problems."


def test_what_follows_from_a_problem_is_not_told() -> None:
    (problem,) = problems_in(
        "title: T\nnodes:\n  a: nothing\nedges: [{source: a, target: a, relation: binds}]\nrows: [[a]]"
    )
    assert str(problem) == "sample.yaml:3:3: error: “a” must be a mapping of keys to values, not text."


def test_faults_far_down_a_long_list_have_their_own_lines() -> None:
    edges = ["  - {source: a, target: b, relation: binds}"] * 5000
    edges[4321] = "  - {source: a, target: b, relation: bind}"
    (problem,) = problems_in(SMALL + "edges:\n" + "\n".join(edges))
    assert (problem.line, problem.hint) == (4 + 4321, "Did you mean “binds”?")


def test_a_key_that_looks_like_a_number_has_its_place() -> None:
    text = b"title: T\nnodes:\n  a: {label: A, kind: drug}\n  1: {label: B, kind: drgu}\n"
    with pytest.raises(DiagramError) as caught:
        parse_definition(text, DiagramId("t"), "t.yaml")
    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (4, 23)
