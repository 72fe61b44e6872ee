"""Whatever the text, the reader gives a definition or a DiagramError; what it gives is sound."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from viewer.definitions.compiled import from_bytes, to_bytes
from viewer.definitions.reader import Definition, parse_definition
from viewer.errors import DiagramError
from viewer.model.checks import faults_in
from viewer.model.diagram import DiagramId

SAMPLE = (Path(__file__).parents[2] / "data" / "definitions" / "good" / "everything.yaml").read_text(encoding="utf-8")
WORDS = [
    "title",
    "nodes",
    "edges",
    "steps",
    "rows",
    "a",
    "b",
    "label",
    "kind",
    "drug",
    "source",
    "target",
    "in",
    "binds",
]
SIGNS = [
    ": ",
    "\n",
    "\n  ",
    "- ",
    "{",
    "}",
    "[",
    "]",
    ", ",
    "&a ",
    "*a",
    "!!str ",
    "? ",
    "'",
    '"',
    "|\n",
    "#",
    "<<",
    "~",
    "\t",
]

scalars = st.none() | st.booleans() | st.integers() | st.sampled_from(WORDS) | st.text(max_size=5)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(WORDS) | st.text(max_size=3), inner, max_size=5)
    ),
    max_leaves=25,
)


def outcome(content: bytes) -> Definition | None:
    try:
        return parse_definition(content, DiagramId("x"), "x.yaml", known=())
    except DiagramError as error:
        if not error.problems:
            raise
        return None


@given(st.binary(max_size=200))
def test_any_bytes(content: bytes) -> None:
    outcome(content)


@given(st.lists(st.sampled_from(WORDS + SIGNS), max_size=40).map("".join))
def test_any_text_that_looks_like_yaml(text: str) -> None:
    outcome(text.encode())


@given(st.dictionaries(st.sampled_from(WORDS), values, max_size=6))
def test_any_values(value: dict[str, object]) -> None:
    import json

    outcome(json.dumps(value).encode())


@given(
    st.lists(
        st.tuples(st.integers(0, len(SAMPLE)), st.integers(0, 12), st.sampled_from(WORDS + SIGNS + [""])), max_size=3
    )
)
def test_a_good_file_with_damage(damage: list[tuple[int, int, str]]) -> None:
    text = SAMPLE.replace("opens: another", "")
    for start, length, instead in damage:
        text = text[:start] + instead + text[start + length :]
    definition = outcome(text.encode())
    if definition is not None:
        assert faults_in(definition.diagram, known=()) == ()
        assert from_bytes(to_bytes(definition)) == definition
        assert set(definition.lines) == set(definition.diagram.elements)
